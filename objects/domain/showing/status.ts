// The statuses of a showing and what each may become (R11). The triggers in migrations hold the same table; a test compares them.

export const SHOWING_STATUSES = [
  "pending",
  "confirmed",
  "reschedule_requested",
  "cancelled",
  "completed",
  "no_show",
] as const;
export type ShowingStatus = (typeof SHOWING_STATUSES)[number];

const NEXT: Readonly<Record<ShowingStatus, readonly ShowingStatus[]>> = {
  pending: ["confirmed", "reschedule_requested", "cancelled", "no_show"],
  confirmed: ["reschedule_requested", "cancelled", "completed", "no_show"],
  reschedule_requested: ["pending", "confirmed", "cancelled", "no_show"],
  cancelled: [],
  completed: [],
  no_show: [],
};

/** [H1] Whether the table has the step. Staying what it is is no step. */
export function mayBecome(from: ShowingStatus, to: ShowingStatus): boolean {
  return NEXT[from].includes(to);
}

/** [H16] What a showing comes to only by taking place or not: nobody knows before it began. */
export function needsStart(to: ShowingStatus): boolean {
  return to === "completed" || to === "no_show";
}

/** [H1] Everything it may become; empty when it is over. */
export function nextStatuses(from: ShowingStatus): readonly ShowingStatus[] {
  return NEXT[from];
}
