// A follow-up of the queue in words: when it is due, who writes it, and how far it can be put off.
import type { SendView } from "#contracts/api/conversation";
import type { FollowUpList, FollowUpView } from "#contracts/api/follow-up";
import { dateTitle, daysAfter, OWN_ZONE, ownDate, placeClock, placeInstant } from "./place-time.ts";
import { deadline } from "./time.ts";

type Row = FollowUpList["followUps"][number];

const HOUR_MS = 3_600_000;
/** When the next morning begins for a follow-up that is put off. */
const MORNING = "09:00";

export const STAGE_WORDS: Readonly<Record<Row["stage"], string>> = {
  follow_up_1: "First",
  follow_up_2: "Second",
};

/** "Due for 3 h", "Due today, 5:00 PM". */
export function dueWords(row: Pick<Row, "dueAt">, nowMs: number): { readonly words: string; readonly isDue: boolean } {
  const dueMs = Date.parse(row.dueAt);
  if (dueMs <= nowMs) return { words: deadline(row.dueAt, nowMs).words.replace("overdue by", "due for"), isDue: true };
  const title = dateTitle(ownDate(dueMs), ownDate(nowMs));
  return { words: `due ${title.toLowerCase()}, ${placeClock(row.dueAt, OWN_ZONE)}`, isDue: false };
}

/** Who writes it. `agent`: the name of a colleague whose it is; null: the reader's own. */
export function writerWords(row: Pick<Row, "writer">, agent: string | null = null): string {
  if (row.writer === "assistant") return "the assistant writes it";
  return agent === null ? "you write it" : `${agent} writes it`;
}

/** What it follows up on. */
export const OCCASION_WORDS: Readonly<Record<FollowUpView["occasion"], string>> = {
  unanswered: "Our last message got no answer",
  no_show: "Nobody came to the showing",
  completed: "The showing took place",
};

/** How far its text is. */
export function textWords({ sendId }: Pick<FollowUpView, "sendId">, sends: readonly SendView[]): string {
  const send = sends.find(({ id }) => id === sendId);
  if (send === undefined) return "not written yet";
  if (send.state === "draft") return "the draft waits for you";
  return `the text is ${send.state.replaceAll("_", " ")}`;
}

/** How long one may be put off, and until when that is. */
export function snoozeChoices(nowMs: number): readonly { readonly words: string; readonly untilMs: number }[] {
  const morning = (days: number) =>
    Date.parse(placeInstant(daysAfter(ownDate(nowMs), days), MORNING, OWN_ZONE) ?? "") || nowMs + days * 24 * HOUR_MS;
  return [
    { words: "3 hours", untilMs: nowMs + 3 * HOUR_MS },
    { words: "Tomorrow morning", untilMs: morning(1) },
    { words: "In 3 days", untilMs: morning(3) },
    { words: "In a week", untilMs: morning(7) },
  ];
}
