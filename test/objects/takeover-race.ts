// Rounds of the one race that must never be lost: a text of the assistant stands before the gate while somebody takes the
// conversation over. Each round brings a conversation to the gate and lets the gate and its rivals go in a random order;
// what happened is read from the log that the actor keeps. Nothing is judged here.
import type { AuditLine, ConversationActor, IngestContext } from "#contracts/actors";
import type { SendView } from "#contracts/api/conversation";
import type { Decision } from "#domain/triage/decision";
import type { Chance } from "../faults/chance.ts";
import { ORGANISATION, REPLY, sighting } from "./talk.ts";

export const RIVALS = [
  "reply",
  "set_owner",
  "seen_on_platform",
  "new_inbound",
  "suppressed",
  "undo",
  "late_approval",
] as const;
export type Rival = (typeof RIVALS)[number];

export type Round = {
  readonly rivals: readonly Rival[];
  /** True when the gate opened. */
  readonly isDelivered: boolean;
};

const AGENT = "us_1";
const RIVALS_MAX = 3;
const DRAFT_PERCENT = 30;
const EVICTED_PERCENT = 5;
/** Of 100 rounds as many play one after the other, so that every order of arrival is there, also that of a slow network. */
const IN_TURN_PERCENT = 30;
const TURNS_MAX = 4;
const DECISION = { provider: "test@1", sendMode: "auto_send" } as const;
const TO_PERSON: Decision = {
  ...REPLY,
  nextAction: "hand_off",
  reason: { code: "fact_missing", sentence: "No record holds what the lead asks for." },
  reply: null,
};
const GROUNDS = { home: null, unit: {}, records: {}, organisationName: "Harbour", businessHours: null };

/** One conversation. `evict` ends its actor between two steps; null where that cannot be done. */
export type Talk = {
  readonly actor: ConversationActor;
  readonly context: IngestContext;
  readonly evict: (() => Promise<void>) | null;
};
type Row = readonly ["lead" | "us", string];

/**
 * Plays rounds in one conversation, one after another, until the lead is suppressed. `handOff`: the first of them is a hand-off, and
 * the text at the gate tells the lead that a person answers.
 */
export async function playRounds(
  talk: Talk,
  count: number,
  chance: Chance,
  handOff: boolean,
): Promise<readonly Round[]> {
  const { actor } = talk;
  const rows: Row[] = [];
  const rounds: Round[] = [];
  const ingest = () => actor.ingest(talk.context, sighting(rows));
  for (let n = 0; n < count; n++) {
    rows.push(["lead", `Question ${n}?`]);
    await ingest();
    if (n > 0) await actor.setOwner(ORGANISATION, AGENT, "ai");
    // A lead is told so once a day, so in one round of a conversation.
    const isHandOff = n === 0 && handOff;
    const rivals = chooseRivals(chance, n === count - 1).filter((one) => !isHandOff || one !== "late_approval");
    const isDraft = !isHandOff && (rivals.includes("late_approval") || chance.happens(DRAFT_PERCENT));
    const { id, body } = await writtenText(talk, isHandOff ? TO_PERSON : REPLY, isDraft);
    if (!isHandOff && !rivals.includes("late_approval")) await actor.approveDraft(ORGANISATION, AGENT, id, null);
    const isDelivered = await race({ talk, rows, chance, id, body, n }, rivals);
    rounds.push({ rivals, isDelivered });
    // What an agent wrote meanwhile is not what this is about, and would stand in line before the next round's text.
    const after = await actor.detail(ORGANISATION);
    for (const send of after.ok ? after.value.sends : []) {
      if (send.state === "queued" || send.state === "claimed") await actor.cancelSend(ORGANISATION, AGENT, send.id);
    }
  }
  return rounds;
}

type Stand = { talk: Talk; rows: Row[]; chance: Chance; id: string; body: string; n: number };

/** Lets the gate and its rivals go, all at once or in turn. True when the gate opened. */
async function race(stand: Stand, rivals: readonly Rival[]): Promise<boolean> {
  const { talk, rows, chance, id, body } = stand;
  const { actor, evict } = talk;
  let isOpened = false;
  const isInTurn = chance.happens(IN_TURN_PERCENT);
  const claim = () => actor.claimSend(id, DECISION.sendMode);
  // A claim that was made before, or, with a late approval, as soon as there is something to claim.
  const early = rivals.includes("late_approval") ? null : await claim();
  if (chance.happens(EVICTED_PERCENT)) await evict?.();
  const gate = async () => {
    const claimed = early ?? (await claim());
    if (!claimed.ok) return;
    const opened = await actor.allowDelivery(id, claimed.value.token, sighting(rows));
    if (!opened.ok) return;
    isOpened = true;
    rows.push(["us", body]);
    const report = { kind: "shown", postImage: sighting(rows), isHeld: false } as const;
    await actor.reportSend(id, claimed.value.token, report, false);
  };
  const jobs = shuffled([gate, ...rivals.map((rival) => () => play(rival, stand))], chance);
  if (!isInTurn) await Promise.all(jobs.map((job) => afterTurns(chance, job)));
  else {
    for (const job of jobs) {
      await job();
      if (chance.happens(EVICTED_PERCENT)) await evict?.();
    }
  }
  return isOpened;
}

/** Begins a few turns of the event loop later, so that the steps of the jobs fall between each other. */
async function afterTurns(chance: Chance, job: () => Promise<unknown>): Promise<void> {
  for (let turns = Math.floor(chance.between(0, TURNS_MAX)); turns > 0; turns--) {
    await (chance.happens(50) ? null : new Promise((resolve) => setTimeout(resolve, 0)));
  }
  await job();
}

async function play(rival: Rival, { talk, rows, id, n }: Stand): Promise<unknown> {
  const { actor, context } = talk;
  switch (rival) {
    case "reply":
      return actor.reply(ORGANISATION, AGENT, { idempotencyKey: `k${n}`, body: `I am here, ${n}.` });
    case "set_owner":
      return actor.setOwner(ORGANISATION, AGENT, "human");
    case "seen_on_platform":
      rows.push(["us", `Written on the platform itself, ${n}.`]);
      return actor.ingest(context, sighting(rows));
    case "new_inbound":
      rows.push(["lead", `And one more thing, ${n}?`]);
      return actor.ingest(context, sighting(rows));
    case "suppressed": {
      rows.push(["lead", "Do not write to me again."]);
      await actor.ingest(context, sighting(rows));
      const basis = (await actor.decisionRequest())?.basis;
      if (basis === undefined) return null;
      return actor.recordDecision({ ...DECISION, basis, decision: { ...REPLY, nextAction: "suppress", reply: null } });
    }
    case "undo":
      return actor.cancelSend(ORGANISATION, AGENT, id);
    case "late_approval":
      return actor.approveDraft(ORGANISATION, AGENT, id, null);
  }
}

/** The assistant answers the lead, or tells them that a person will; the text is a draft, or queued. */
async function writtenText({ actor }: Talk, decision: Decision, isDraft: boolean): Promise<SendView> {
  const basis = (await actor.decisionRequest())?.basis;
  if (basis === undefined) throw new Error("nothing waits for a decision");
  const sendMode = isDraft ? "draft_only" : "auto_send";
  await actor.recordDecision({ ...DECISION, basis, decision, sendMode, grounds: GROUNDS });
  const detail = await actor.detail(ORGANISATION);
  const written = detail.ok ? detail.value.sends[0] : undefined;
  if (written === undefined) throw new Error("the assistant wrote nothing");
  return written;
}

/** Suppression ends a conversation, so it comes last. */
function chooseRivals(chance: Chance, isLast: boolean): readonly Rival[] {
  const choice = RIVALS.filter((rival) => isLast || rival !== "suppressed");
  return shuffled(choice, chance).slice(0, Math.ceil(chance.between(0, RIVALS_MAX)));
}

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  return list
    .map((one) => ({ one, at: chance.between(0, 1) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** The whole audit log of a conversation, oldest first. */
export async function wholeLog(actor: ConversationActor): Promise<readonly AuditLine[]> {
  const lines: AuditLine[] = [];
  for (;;) {
    const part = await actor.projection();
    if (part === null || part.audit.length === 0) return lines;
    lines.push(...part.audit);
    await actor.projected(part.upTo);
  }
}
