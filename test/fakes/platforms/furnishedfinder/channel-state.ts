// What the page script is told of the conversations: rows for the inbox, messages for an open one. Draws nothing.

import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { Listing } from "../kernel/listings.ts";
import type { Message, Thread } from "../kernel/threads.ts";
import { propertyPath } from "./paths.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

/** Shown of a message in its row, in characters. */
const PREVIEW_LENGTH = 80;
const SAFETY_REMINDER =
  "Safety Reminder: keep your conversation on Furnished Finder and never send money to a traveler you have not verified.";

export type RowState = {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly atMs: number;
  readonly preview: string;
  readonly unread: number;
};

export type MessageState = {
  readonly id: string;
  readonly mine: boolean;
  readonly system: boolean;
  readonly heading: string;
  readonly text: string;
  /** The labels above a thread's first message; null for any other. */
  readonly labels: { readonly name: string; readonly email: string } | null;
  readonly at: string;
  readonly state: "received";
  readonly status: "sent" | "delivered" | "read-by";
  readonly held: boolean;
};

export type ChannelState = {
  readonly id: string;
  readonly title: string;
  readonly property: { readonly href: string; readonly price: string };
  readonly messages: readonly MessageState[];
  /** The message before which the line for unread ones stands. */
  readonly firstUnreadId: string | null;
  readonly coolDownMs: number;
};

/** First name and initial: "Taylor Vance" is shown as "Taylor V". */
export function shownName(name: string): string {
  const [first = "", ...more] = name.trim().split(/\s+/);
  const initial = [...(more.at(-1) ?? "")][0];
  return initial === undefined ? first : `${first} ${initial.toUpperCase()}`;
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}

export function rowState(twin: FurnishedfinderTwin, thread: Thread): RowState {
  const name = shownName(thread.leadName);
  const preview = [...thread.latest.text.replaceAll(/\s+/g, " ").trim()];
  const isMarked = twin.switches().unread_mark === "badge" && thread.unread;
  return {
    id: thread.id,
    name,
    initials: name
      .split(" ")
      .map((word) => [...word][0] ?? "")
      .join("")
      .toUpperCase(),
    atMs: thread.latest.atMs,
    preview: preview.length <= PREVIEW_LENGTH ? preview.join("") : `${preview.slice(0, PREVIEW_LENGTH).join("")}...`,
    unread: isMarked ? unanswered(twin.threads.messagesOf(thread.id)).length : 0,
  };
}

export function channelState(
  twin: FurnishedfinderTwin,
  { thread, messages }: { thread: Thread; messages: readonly Message[] },
): ChannelState {
  const switches = twin.switches();
  const listing = twin.listings.get(thread.listingId);
  const first = messages[0];
  const states = messages.map((message) => messageState(twin, thread, message, message === first, "delivered"));
  const reminder = switches.system_row === "on" && first !== undefined ? [safetyReminder(thread, first)] : [];
  return {
    id: thread.id,
    title: shownName(thread.leadName),
    property: { href: propertyPath(thread.listingId), price: listing === null ? "" : priceText(listing) },
    messages: switches.thread === "normal" ? [...reminder, ...answered(states)] : [],
    firstUnreadId: thread.unread ? (unanswered(messages)[0]?.id ?? null) : null,
    coolDownMs: coolDownMs(twin, messages),
  };
}

export function messageState(
  twin: FurnishedfinderTwin,
  thread: Thread,
  message: Message,
  isFirst: boolean,
  status: MessageState["status"],
): MessageState {
  const { first_message, held_shown } = twin.switches();
  const mine = message.from === "host";
  const isLabelled = isFirst && !mine && first_message === "labelled";
  return {
    id: message.id,
    mine,
    system: message.state === "system",
    heading: `Message from ${mine ? DEMO_ACCOUNT.firstName : firstName(thread.leadName)},`,
    text: message.text,
    labels: isLabelled ? { name: thread.leadName, email: thread.details["email"] ?? CANARY.leadEmail } : null,
    at: new Date(message.atMs).toISOString(),
    state: "received",
    status,
    held: message.state === "held" && held_shown === "said",
  };
}

/** Milliseconds for which slow mode still keeps the composer closed. */
export function coolDownMs(twin: FurnishedfinderTwin, messages: readonly Message[]): number {
  const { slow_mode, cool_down_ms } = twin.switches();
  const last = messages.findLast((message) => message.from === "host");
  if (slow_mode === "off" || last === undefined) return 0;
  return Math.max(0, last.atMs + cool_down_ms - twin.now());
}

/** "$3,800/month". */
export function priceText(listing: Listing): string {
  return `$${(listing.priceCents / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })}/${listing.period}`;
}

function safetyReminder(thread: Thread, first: Message): MessageState {
  return {
    id: `system-${thread.id}`,
    mine: false,
    system: true,
    heading: "",
    text: SAFETY_REMINDER,
    labels: null,
    at: new Date(first.atMs).toISOString(),
    state: "received",
    status: "read-by",
    held: false,
  };
}

/** The lead's messages after the last one of ours. */
function unanswered(messages: readonly Message[]): readonly Message[] {
  return messages.slice(messages.findLastIndex((message) => message.from === "host") + 1);
}

/** Ours that the lead wrote after count as read. */
function answered(states: readonly MessageState[]): readonly MessageState[] {
  const lastInbound = states.findLastIndex((state) => !state.mine);
  return states.map((state, at) => (state.mine && at < lastInbound ? { ...state, status: "read-by" } : state));
}
