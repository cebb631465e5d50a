// Follow-ups that were dealt with here. The queue is a projection that arrives a moment later, so an answered row is hidden
// until the queue no longer tells of it as it was.
import { createSignal } from "solid-js";
import type { FollowUpList } from "#contracts/api/follow-up";

/** One that was put off is another. */
export type FollowUpKey = Pick<FollowUpList["followUps"][number], "id" | "dueAt">;

const [dealt, setDealt] = createSignal<ReadonlyMap<string, string>>(new Map());

/** Whether the row is one that was dealt with. One that comes back with another due time is new. Reactive. */
export function isDealtWith(row: FollowUpKey): boolean {
  return dealt().get(row.id) === row.dueAt;
}

export function hideDealtWith(row: FollowUpKey): void {
  setDealt((held) => new Map(held).set(row.id, row.dueAt));
}

/** The server refused: the row is back. */
export function showAgain(row: FollowUpKey): void {
  setDealt((held) => {
    const next = new Map(held);
    next.delete(row.id);
    return next;
  });
}
