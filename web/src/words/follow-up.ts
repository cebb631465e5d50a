// A follow-up of the queue in words: when it is due, who writes it, and how far it can be put off.
import type { FollowUpList } from "#contracts/api/follow-up";
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

/** Who writes it. */
export function writerWords(row: Pick<Row, "conversation">): string {
  return row.conversation.ownerMode === "human" ? "you write it" : "the assistant writes it";
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
