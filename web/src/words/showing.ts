// A showing in words: its status, what the lead said, and the words on its buttons. Words are part of the product.
import type { ShowingView } from "#contracts/api/showing";
import type { ShowingStatus } from "#domain/showing/status";

export const STATUS_WORDS: Readonly<Record<ShowingStatus, string>> = {
  pending: "Not confirmed yet",
  confirmed: "Confirmed",
  reschedule_requested: "Wants another time",
  cancelled: "Cancelled",
  completed: "Completed",
  no_show: "No-show",
};

export const STATUS_TONES: Readonly<Record<ShowingStatus, "good" | "quiet" | "warn">> = {
  pending: "warn",
  confirmed: "good",
  reschedule_requested: "warn",
  cancelled: "quiet",
  completed: "quiet",
  no_show: "quiet",
};

/** What a button says that makes a showing this. */
export const ORDER_WORDS: Readonly<Record<ShowingStatus, string>> = {
  pending: "Not confirmed yet",
  confirmed: "Confirm",
  reschedule_requested: "Wants another time",
  cancelled: "Cancel it",
  completed: "Completed",
  no_show: "No-show",
};

/** Who comes, as far as anybody knows. */
export function leadWords(showing: Pick<ShowingView, "leadName">): string {
  return showing.leadName ?? "Name not known";
}

/** What the lead said about coming; null once that does not matter any more. */
export function comingWords(showing: ShowingView, nowMs: number): string | null {
  if (showing.mayBecome.length === 0 || showing.isLeadSuppressed || Date.parse(showing.start) <= nowMs) return null;
  return showing.leadConfirmedAt === null ? "The lead has not said yes yet" : "The lead says they will come";
}

/** "1 showing", "4 showings". */
export function showingCount(count: number): string {
  return count === 1 ? "1 showing" : `${count} showings`;
}

/** "in 40 min", "now", "1 h 5 min ago". */
export function nearness(showing: Pick<ShowingView, "start" | "end">, nowMs: number): string {
  const leftMs = Date.parse(showing.start) - nowMs;
  if (leftMs > 0) return `in ${span(leftMs)}`;
  return Date.parse(showing.end) > nowMs ? "now" : `${span(-leftMs)} ago`;
}

function span(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return hours < 48 ? "1 day" : `${Math.floor(hours / 24)} days`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
