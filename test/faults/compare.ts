// Compares, by key, what should have been said with what the twins hold. Pure: no process, no network, no clock.
import type { Platform } from "#domain/platform";

/** Something our side should say, once. */
export type Intended = {
  readonly key: string;
  /**
   * reply: an agent's words, which hold the key. approval, answer: the only message of ours in a thread of their own. turn: the
   * only message of ours that follows one of some words of the lead's in a thread.
   */
  readonly kind: "reply" | "approval" | "answer" | "turn";
  /** Which of the lead's words it may follow, counted from 1: several when the lead does not wait. Null for other kinds. */
  readonly turns: { readonly first: number; readonly last: number } | null;
  readonly platform: Platform;
  readonly threadId: string;
  /** When the API took it, or, for an automatic answer, when the lead's question was there; null: nobody ever said yes. */
  readonly acceptedAtMs: number | null;
};

/** A message of the host as a twin holds it. */
export type Held = {
  readonly platform: Platform;
  readonly threadId: string;
  readonly text: string;
  /** How many words of the lead stand before it in its thread. */
  readonly turn: number;
};

/** What the product itself says of an intended message in the end. */
export type Ending = {
  readonly key: string;
  /** The state of its send, or "none" when there is no send. */
  readonly state: string;
  /** Why a person has it now, with evidence at the conversation; null when no person was told. */
  readonly handedOver: string | null;
};

export type Finding = {
  readonly key: string;
  readonly what: "twice" | "missing" | "unexplained" | "handed_to_human" | "told_wrongly";
  readonly detail: string;
};

export type Verdict = {
  readonly intended: number;
  readonly once: number;
  readonly twice: number;
  readonly missing: number;
  readonly handedToHuman: number;
  /** Messages of ours in the twins that nobody meant to send there. */
  readonly unexplained: number;
  readonly findings: readonly Finding[];
};

/** True when nothing was said twice, lost, or said without being meant. */
export function isClean(verdict: Verdict): boolean {
  return verdict.twice === 0 && verdict.missing === 0 && verdict.unexplained === 0;
}

/** Counts each intended message once under one head. */
export function compare(intended: readonly Intended[], held: readonly Held[], endings: readonly Ending[]): Verdict {
  const endingOf = new Map(endings.map((ending) => [ending.key, ending]));
  const explained = new Set<Held>();
  const findings: Finding[] = [];
  const counts = { once: 0, twice: 0, missing: 0, handedToHuman: 0 };
  for (const item of intended) {
    const copies = copiesOf(item, held);
    for (const copy of copies) explained.add(copy);
    const ending = endingOf.get(item.key);
    const find = (what: Finding["what"], detail: string) =>
      findings.push({ key: item.key, what, detail: `${item.platform} ${item.kind}: ${detail}` });
    if (copies.length > 1) {
      counts.twice++;
      find("twice", `${copies.length} times in its thread; its send is ${ending?.state ?? "unread"}`);
    } else if (copies.length === 1) {
      counts.once++;
      if (ending !== undefined && ending.state !== "sent")
        find("told_wrongly", `is there, its send is ${ending.state}`);
    } else if (item.acceptedAtMs !== null) {
      const handedOver = ending?.state === "sent" ? null : (ending?.handedOver ?? null);
      if (handedOver !== null) {
        counts.handedToHuman++;
        find("handed_to_human", handedOver);
      } else {
        counts.missing++;
        find("missing", `not there; its send is ${ending?.state ?? "unread"}`);
      }
    }
  }
  const strays = held.filter((message) => !explained.has(message));
  for (const stray of strays) {
    findings.push({
      key: stray.threadId,
      what: "unexplained",
      detail: `${stray.platform}: nobody meant to say this there`,
    });
  }
  const { once, twice, missing, handedToHuman } = counts;
  return { intended: once + twice + missing + handedToHuman, ...counts, unexplained: strays.length, findings };
}

/** The copies of an intended message in its own thread. */
export function copiesOf(
  item: Pick<Intended, "kind" | "key" | "platform" | "threadId" | "turns">,
  held: readonly Held[],
): readonly Held[] {
  return held.filter(
    (message) =>
      message.platform === item.platform &&
      message.threadId === item.threadId &&
      (item.kind !== "reply" || message.text.includes(item.key)) &&
      (item.turns === null || (message.turn >= item.turns.first && message.turn <= item.turns.last)),
  );
}
