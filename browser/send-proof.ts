// What counts as proof that a message is in a thread. Pure, and the same for all platforms.
// Every reading of "ours" is a count of equal bodies before and after the click: direction may be unknown at first (Roomies), ids may
// be made in the page before the server accepted (Stream). A row that is still `sending` proves nothing.
import type { SightedMessage, ThreadSighting } from "#domain/conversation/sighting";
import { isSameBody } from "#domain/sending/body-match";

/** What one look at the thread after the click says. */
export type Judgement =
  | { readonly kind: "shown"; readonly isHeld: boolean }
  | { readonly kind: "failed" }
  | { readonly kind: "watch" };

/**
 * Compares the thread as it stood before the click with the thread now.
 * `shown`: one more row of ours with this body, accepted or held. `failed`: that row is marked failed by the platform.
 * `watch`: nothing yet, or still sending. The newest equal row is taken for ours: threads are oldest first.
 */
export function judgeAfterClick(preImage: ThreadSighting, latest: ThreadSighting, body: string): Judgement {
  if (latest.threadId !== preImage.threadId) return { kind: "watch" };
  const rows = newRows(preImage, latest, body);
  if (rows.some((row) => row.state === "visible")) return { kind: "shown", isHeld: false };
  if (rows.some((row) => row.state === "held")) return { kind: "shown", isHeld: true };
  if (rows.length > 0 && rows.every((row) => row.state === "failed")) return { kind: "failed" };
  return { kind: "watch" };
}

/** How many rows of the thread hold this body and are not the lead's and not the platform's. */
export function countBody(thread: ThreadSighting, body: string): number {
  return rowsWith(thread, body).length;
}

function newRows(preImage: ThreadSighting, latest: ThreadSighting, body: string): readonly SightedMessage[] {
  const before = rowsWith(preImage, body);
  const after = rowsWith(latest, body);
  const grown = after.length - before.length;
  if (grown <= 0) return [];
  const known = new Set(preImage.messages.map((row) => row.platformMessageId).filter((id) => id !== null));
  const unknown = after.filter((row) => row.platformMessageId === null || !known.has(row.platformMessageId));
  return unknown.slice(-grown);
}

function rowsWith(thread: ThreadSighting, body: string): readonly SightedMessage[] {
  return thread.messages.filter(
    (row) => (row.direction === "outbound" || row.direction === "unknown") && isSameBody(row.body, body),
  );
}
