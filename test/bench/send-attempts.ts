// How often each send was tried, from the event logs of the conversations. A claim that found the account in use and was
// given back at once is no try: no page was opened for it.
import type { DatabaseSync } from "node:sqlite";
import type { ConversationEvent } from "#domain/conversation/event";
import { readConversations } from "../faults/conversations-on-disk.ts";

export type SendAttempts = {
  /** Tries that ended in a fault before the click, and clicks. */
  readonly tries: number;
  readonly clicks: number;
  /** Claims that were given back because the account was in use. */
  readonly givenBack: number;
};

/** One entry per send that was ever claimed. */
export function attemptsOnDisk(stateFolder: string): readonly SendAttempts[] {
  return readConversations(stateFolder, 0, eventsOf).flatMap(attemptsOf);
}

/** The same from the events of one conversation, in their order. */
export function attemptsOf(events: readonly ConversationEvent[]): readonly SendAttempts[] {
  const bySend = new Map<string, SendAttempts>();
  for (const event of events) {
    if (event.type !== "send") continue;
    const { happened } = event.event;
    const isClaimed = bySend.has(event.sendId) || happened === "claimed";
    if (!isClaimed) continue;
    const so = bySend.get(event.sendId) ?? { tries: 0, clicks: 0, givenBack: 0 };
    const isFault = happened === "failed" || (happened === "claim_ended" && event.event.failure !== null);
    bySend.set(event.sendId, {
      tries: so.tries + (isFault || happened === "delivering" ? 1 : 0),
      clicks: so.clicks + (happened === "delivering" ? 1 : 0),
      givenBack: so.givenBack + (happened === "claim_ended" && event.event.failure === null ? 1 : 0),
    });
  }
  return [...bySend.values()];
}

function eventsOf(database: DatabaseSync): readonly ConversationEvent[] {
  const rows = database.prepare("SELECT body FROM events ORDER BY seq").all();
  return rows.map((row): ConversationEvent => JSON.parse(String(row["body"])));
}
