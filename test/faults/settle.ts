// After the last fault: waits until nothing is on its way any more, then asks the product what became of each message.
import { setTimeout as sleep } from "node:timers/promises";
import type { Conversation, ConversationRow, SendView } from "#contracts/api/conversation";
import type { WorkboardClient } from "../e2e/workboard-client.ts";
import type { Ending } from "./compare.ts";
import type { Entry, Ledger } from "./ledger.ts";
import type { Watch } from "./watch.ts";
import { within } from "./within.ts";

const LOOK_AGAIN_MS = 500;
const ANSWER_MS_MAX = 10_000;
/** The product's own waits in a row: settle time 20 s, two reads 10 s apart, a resend, delays after faults. */
const SETTLE_MS_MAX = 300_000;
/** When nothing changed for so long, nothing will: longer than the longest lease of the send log (90 s) and a signal after it. */
const STILL_MS_MAX = 150_000;
/** Two polls of every account more: whatever would be said again would be said now. */
const QUIET_MS = 4_000;
const ON_THEIR_WAY: readonly ConversationRow["sending"][] = ["waiting", "on_its_way", "unknown"];

export type Parts = {
  readonly watch: Watch;
  readonly ledger: Ledger;
  readonly client: WorkboardClient;
  /** What comes on top of the product's own waits. */
  readonly patienceMs?: number;
  /** Nobody wants to know any more. */
  readonly stop?: AbortSignal;
};

/** True when everything came to rest before the deadline. `report` hears how many messages are still awaited. */
export async function settle(parts: Parts, report: (awaited: number) => void): Promise<boolean> {
  const { patienceMs = 0 } = parts;
  const endMs = performance.now() + SETTLE_MS_MAX + patienceMs;
  let stood = "";
  let stoodSinceMs = performance.now();
  while (!parts.stop?.aborted) {
    const awaited = await awaitedNow(parts);
    report(awaited);
    if (awaited === 0) {
      await sleep(QUIET_MS);
      if ((await awaitedNow(parts)) === 0) return true;
    }
    const nowMs = performance.now();
    const stands = JSON.stringify([...parts.watch.standing(parts.ledger.entries())]);
    if (stands !== stood) stoodSinceMs = nowMs;
    stood = stands;
    if (nowMs > endMs || nowMs - stoodSinceMs > STILL_MS_MAX + patienceMs) return false;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}

async function awaitedNow({ watch, ledger, client }: Parts): Promise<number> {
  await Promise.all([watch.lookAtTwins(), watch.lookAtBoard()]);
  const held = watch.held();
  const moving = watch.rows().filter((row) => ON_THEIR_WAY.includes(row.sending)).length;
  const unanswered = ledger.entries().filter((entry) => entry.acceptedAtMs === null && !entry.isRefused).length;
  const unseen = ledger.unsent(held);
  // Only what the board shows as a person's work is asked for: asking a conversation that stands still would wake it.
  const handedOver = unseen.filter((entry) => isWork(watch.rowOf(entry.lead)));
  if (moving + unanswered > 0 || handedOver.length < unseen.length) return moving + unanswered + unseen.length;
  const endings = await endingsOf(handedOver, watch, client);
  return endings.filter((ending) => ending.handedOver === null).length;
}

function isWork(row: ConversationRow | undefined): boolean {
  return row !== undefined && (row.handOff !== null || row.draftId !== null || row.sending === "failed");
}

/** What the product says of each. Asks the conversations themselves. */
export async function endingsOf(
  entries: readonly Entry[],
  watch: Watch,
  client: WorkboardClient,
): Promise<readonly Ending[]> {
  const asked = new Map<string, Promise<Conversation | null>>();
  const conversationOf = (id: string) => {
    const known = asked.get(id) ?? within(ANSWER_MS_MAX, client.conversation(id)).catch(() => null);
    asked.set(id, known);
    return known;
  };
  const endings: Ending[] = [];
  for (const entry of entries) {
    const id = watch.rowOf(entry.lead)?.id;
    const conversation = id === undefined ? null : await conversationOf(id);
    const send = conversation === null ? undefined : sendOf(entry, conversation.sends);
    endings.push({ key: entry.key, state: send?.state ?? "none", handedOver: handedOver(conversation, send) });
  }
  return endings;
}

function sendOf({ kind, key, turns }: Entry, sends: readonly SendView[]): SendView | undefined {
  const assistants = sends.filter(({ author }) => author === "assistant");
  if (kind === "reply") return sends.find(({ body }) => body.includes(key));
  if (turns === null) return assistants[0];
  // The lead goes on once the answer of before is there: the answers that left stand in the order of the turns.
  return assistants.filter(({ state }) => state === "sent")[turns.first - 1] ?? assistants.findLast(isOpen);
}

function isOpen({ state }: SendView): boolean {
  return state !== "sent";
}

/** The evidence that a person has it now: a failed send says why, a returned draft says why, a hand-off says why. */
function handedOver(conversation: Conversation | null, send: SendView | undefined): string | null {
  if (send?.state === "failed") return `failed: ${send.failure?.code ?? "without a reason"}`;
  if (send?.state === "draft" && send.returned !== null) return `returned: ${send.returned.code}`;
  const handOff = conversation?.handOff ?? null;
  if (handOff !== null && (send === undefined || send.state === "cancelled"))
    return `handed off: ${handOff.reason.code}`;
  return null;
}
