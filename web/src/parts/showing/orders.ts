// What a person may do with a showing now, and which of it stands first. Pure: the table of steps is the server's
// (`mayBecome`); here is only what makes sense before and after the start.
import type { ShowingView } from "#contracts/api/showing";
import { needsStart, type ShowingStatus } from "#domain/showing/status";

/** A status that it becomes, or another time for it. */
export type ShowingOrder = ShowingStatus | "move";
export type ShowingOrders = {
  readonly main: readonly ShowingOrder[];
  readonly more: readonly ShowingOrder[];
  /** Possible once it has begun (H16): shown greyed, with the reason. */
  readonly later: readonly ShowingStatus[];
};

/** Ends the showing for good: nothing on the server takes it back. */
const FINAL: ReadonlySet<ShowingOrder> = new Set<ShowingOrder>(["completed", "no_show", "cancelled"]);
const MOVABLE: ReadonlySet<ShowingStatus> = new Set<ShowingStatus>(["pending", "confirmed", "reschedule_requested"]);

/**
 * Before the start it is confirmed or moved; from the start on it is told how it went. Of a lead who is not to be contacted it is
 * called off first of all: nobody can ask them about another time.
 */
export function ordersFor(
  showing: Pick<ShowingView, "start" | "status" | "mayBecome" | "isLeadSuppressed">,
  nowMs: number,
): ShowingOrders {
  const hasStarted = Date.parse(showing.start) <= nowMs;
  const first: readonly ShowingOrder[] = (hasStarted ? AFTER : BEFORE)[showing.status] ?? [];
  const main: readonly ShowingOrder[] = showing.isLeadSuppressed && !hasStarted ? ["cancelled"] : first;
  const more: readonly ShowingOrder[] = hasStarted
    ? ["move", "confirmed", "cancelled"]
    : ["move", "confirmed", "reschedule_requested", "cancelled"];
  const isPossible = (order: ShowingOrder) =>
    order === "move" ? MOVABLE.has(showing.status) : showing.mayBecome.includes(order);
  return {
    main: main.filter(isPossible),
    more: more.filter((order) => isPossible(order) && !main.includes(order)),
    later: showing.mayBecome.filter((status) => needsStart(status) && !hasStarted),
  };
}

/** Whether an order waits a few seconds in which it can be taken back. */
export function isFinal(order: ShowingOrder): boolean {
  return FINAL.has(order);
}

const BEFORE: Partial<Record<ShowingStatus, readonly ShowingOrder[]>> = {
  pending: ["confirmed", "move"],
  confirmed: ["move"],
  reschedule_requested: ["move", "confirmed"],
};
const AFTER: Partial<Record<ShowingStatus, readonly ShowingOrder[]>> = {
  pending: ["confirmed", "no_show"],
  confirmed: ["completed", "no_show"],
  reschedule_requested: ["move", "no_show"],
};
