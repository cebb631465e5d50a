// What a person may do with a showing now, and which of it stands first. Pure: the table of steps is the server's
// (`mayBecome`); here is only what makes sense before and after the start.
import type { ShowingView } from "#contracts/api/showing";
import type { ShowingStatus } from "#domain/showing/status";

/** A status that it becomes, or another time for it. */
export type ShowingOrder = ShowingStatus | "move";
export type ShowingOrders = { readonly main: readonly ShowingOrder[]; readonly more: readonly ShowingOrder[] };

/** Ends the showing for good: nothing on the server takes it back. */
const FINAL: ReadonlySet<ShowingOrder> = new Set<ShowingOrder>(["completed", "no_show", "cancelled"]);
const MOVABLE: ReadonlySet<ShowingStatus> = new Set<ShowingStatus>(["pending", "confirmed", "reschedule_requested"]);

/** Before the start it is confirmed or moved; from the start on it is told how it went. */
export function ordersFor(showing: Pick<ShowingView, "start" | "status" | "mayBecome">, nowMs: number): ShowingOrders {
  const hasStarted = Date.parse(showing.start) <= nowMs;
  const main = (hasStarted ? AFTER : BEFORE)[showing.status] ?? [];
  const more: readonly ShowingOrder[] = hasStarted
    ? ["move", "confirmed", "cancelled"]
    : ["confirmed", "reschedule_requested", "cancelled"];
  const isPossible = (order: ShowingOrder) =>
    order === "move" ? MOVABLE.has(showing.status) : showing.mayBecome.includes(order);
  return {
    main: main.filter(isPossible),
    more: more.filter((order) => isPossible(order) && !main.includes(order)),
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
