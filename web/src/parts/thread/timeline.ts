// The thread as it is shown: messages and unsent sends in one order, cut by day. Pure: data in, data out.
import type { MessageView, SendView } from "#contracts/api/conversation";
import { dayKey } from "../../words/time.ts";

/** `key` is stable across refetches, so a row keeps its place on the screen. */
export type TimelineItem =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "message"; readonly key: string; readonly at: string; readonly message: MessageView }
  | { readonly kind: "send"; readonly key: string; readonly at: string; readonly send: SendView };

/** Sends that a person should see in the thread: on their way, in doubt, failed, or sent and not yet read back. */
const SHOWN_STATES: ReadonlySet<SendView["state"]> = new Set([
  "approved",
  "queued",
  "claimed",
  "delivering",
  "unknown",
  "failed",
  "sent",
]);

/** Messages keep the order the server gave; a send that no message stands for is put where its time belongs. */
export function makeTimeline(messages: readonly MessageView[], sends: readonly SendView[]): readonly TimelineItem[] {
  const seen = new Set(messages.map((message) => message.sendId));
  const loose = sends
    .filter((send) => SHOWN_STATES.has(send.state) && !seen.has(send.id))
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const items: TimelineItem[] = [];
  let next = 0;
  for (const message of messages) {
    const at = shownAt(message);
    for (
      let send = loose[next];
      send !== undefined && Date.parse(send.createdAt) < Date.parse(at);
      send = loose[next]
    ) {
      pushWithDay(items, { kind: "send", key: send.id, at: send.createdAt, send });
      next += 1;
    }
    pushWithDay(items, { kind: "message", key: message.id, at, message });
  }
  for (const send of loose.slice(next)) pushWithDay(items, { kind: "send", key: send.id, at: send.createdAt, send });
  return items;
}

/** The platform's time, or when we first saw the message where the platform shows none. */
export function shownAt(message: MessageView): string {
  return message.at ?? message.seenAt;
}

function pushWithDay(items: TimelineItem[], item: Exclude<TimelineItem, { kind: "day" }>): void {
  const last = items.at(-1);
  const day = dayKey(item.at);
  if (last === undefined || dayKey(last.at) !== day)
    items.push({ kind: "day", key: `day ${day} ${item.key}`, at: item.at });
  items.push(item);
}
