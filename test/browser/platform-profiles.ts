// What the contract suite must know of each platform's twin: which switches it has and what its drift hits. One entry per platform.
import type { Confirmation } from "#browser/confirmation";
import type { Platform } from "#domain/platform";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";

export type PlatformProfile = {
  readonly platform: Platform;
  readonly credentials: { readonly username: string; readonly password: string };
  /** Switches that sign visitors out in a way of their own, and the login state that must come of it. */
  readonly signedOut: readonly { readonly switches: Record<string, string>; readonly state: "out" | "gate" }[];
  /** Guesses that a human confirmed on this twin's pages; "manifest": everything the running twin says of its pages. */
  readonly confirmed: Confirmation["entries"] | "manifest";
  /** drift switch value → the pack key that the inbox read must name. */
  readonly inboxDrift: Readonly<Record<string, string>>;
  /** drift switch value → the pack key that the thread read must name. */
  readonly threadDrift: Readonly<Record<string, string>>;
  /** Drift that must do no harm: optional parts. */
  readonly harmlessDrift: readonly string[];
  /** Ways in which a page may look that must make no difference to a send. */
  readonly sendLayouts: readonly Record<string, string>[];
  /** How a send that the platform refuses may look, and what it must be called. */
  readonly refusals: readonly { readonly switches: Record<string, string>; readonly kind: "refused" | "unconfirmed" }[];
  /** A well-formed id of a thread that does not exist. */
  readonly absentThreadId: string;
  /** Inbox rows show no thread id: it appears after a click. */
  readonly rowsWithoutId?: true;
  /** A thread page asks for scripts or lists of its own. */
  readonly loadsParts?: true;
};

const spareroom: PlatformProfile = {
  platform: "spareroom",
  credentials: { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password },
  signedOut: [
    { switches: { gate: "in_place" }, state: "gate" },
    { switches: { gate: "redirect" }, state: "out" },
  ],
  confirmed: [
    { key: "inbox.unread", value: "div.msg_row--unread" },
    { key: "send.failed", value: "p.msg.error" },
  ],
  inboxDrift: { thread_item: "inbox.row", name: "inbox.name" },
  threadDrift: {
    conversation: "thread.message",
    message: "thread.message",
    message_in: "thread.inbound",
    message_out: "thread.inbound",
    message_body: "thread.body",
    message_date: "thread.time",
  },
  harmlessDrift: ["msg_row", "snippet", "threadDate", "ad-title"],
  sendLayouts: [{ consent: "on" }, { composer_duplicate: "on" }, { composer_mode: "in_place" }, { body_breaks: "pre" }],
  refusals: [
    { switches: { composer_mode: "in_place" }, kind: "refused" },
    { switches: { composer_mode: "full_reload" }, kind: "refused" },
  ],
  absentThreadId: "999999_15000001",
};

const roomies: PlatformProfile = {
  platform: "roomies",
  credentials: { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password },
  signedOut: [
    { switches: { gate: "redirect" }, state: "out" },
    { switches: { gate: "words" }, state: "gate" },
  ],
  confirmed: "manifest",
  inboxDrift: { "font-semibold": "inbox.name" },
  threadDrift: { messageItem: "thread.message" },
  harmlessDrift: ["hover:bg-teal-lightest", "truncate", "whitespace-pre-line", "bg-teal"],
  sendLayouts: [
    { composer_duplicate: "on" },
    { composer_duplicate: "whole" },
    { composer_duplicate: "off" },
    { sender_flag_late: "on" },
    { render: "at_once", time_markup: "datetime" },
  ],
  refusals: [
    { switches: { composer_mode: "in_place" }, kind: "refused" },
    { switches: { composer_mode: "full_reload" }, kind: "refused" },
  ],
  absentThreadId: "99999999",
  loadsParts: true,
};

const leasebreak: PlatformProfile = {
  platform: "leasebreak",
  credentials: { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password },
  signedOut: [{ switches: { logged_out: "on" }, state: "out" }],
  confirmed: "manifest",
  inboxDrift: { "thread-row": "inbox.row", "thread-name": "inbox.name" },
  threadDrift: {
    "message-in": "thread.inbound",
    "message-out": "thread.inbound",
    "message-body": "thread.body",
    "message-time": "thread.time",
  },
  harmlessDrift: ["message-item", "thread-preview", "thread-date"],
  sendLayouts: [
    { composer_mode: "in_place" },
    { body_breaks: "nl2br" },
    { body_breaks: "pre" },
    { unread_mark: "none" },
  ],
  refusals: [
    { switches: { composer_mode: "in_place" }, kind: "refused" },
    { switches: { composer_mode: "full_reload" }, kind: "refused" },
    { switches: { send: "ok", csrf: "stale" }, kind: "unconfirmed" },
  ],
  absentThreadId: "999999",
};

const renthop: PlatformProfile = {
  platform: "renthop",
  credentials: { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password },
  signedOut: [{ switches: { logged_out: "on" }, state: "out" }],
  confirmed: "manifest",
  inboxDrift: { "conversation-row": "inbox.row", "conversation-name": "inbox.name" },
  threadDrift: {
    "from-renter": "thread.inbound",
    "from-me": "thread.inbound",
    "conversation-message-text": "thread.body",
    "conversation-message-time": "thread.time",
  },
  harmlessDrift: ["conversation-message", "conversation-preview", "conversation-date"],
  sendLayouts: [{ composer_mode: "in_place" }, { body_breaks: "br" }, { unread_mark: "none" }],
  refusals: [
    { switches: { composer_mode: "in_place" }, kind: "refused" },
    { switches: { composer_mode: "full_reload" }, kind: "refused" },
    { switches: { send: "ok", csrf: "stale" }, kind: "unconfirmed" },
  ],
  absentThreadId: "999999",
};

const furnishedfinder: PlatformProfile = {
  platform: "furnishedfinder",
  credentials: { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password },
  signedOut: [
    { switches: { no_session: "gate" }, state: "gate" },
    { switches: { no_session: "title_403" }, state: "out" },
    { switches: { no_session: "title_empty" }, state: "out" },
  ],
  confirmed: "manifest",
  inboxDrift: { "channel-button": "inbox.row", truncate: "inbox.name" },
  threadDrift: {
    "data-message-id": "thread.message",
    "message-text-inner-wrapper": "thread.body",
  },
  harmlessDrift: ["str-chat__message--me", "str-chat__message--other", "str-chat__message-text"],
  sendLayouts: [
    { drift: "str-chat__channel-header-title" },
    { signature: "on" },
    { side_classes: "none" },
    { sdk: "v12" },
    { body_breaks: "br" },
    { stale_thread: "on" },
    { drift: "str-chat__message--received" },
  ],
  refusals: [{ switches: {}, kind: "refused" }],
  absentThreadId: "messaging-999999",
  rowsWithoutId: true,
  loadsParts: true,
};

export const PROFILES: readonly PlatformProfile[] = [spareroom, roomies, leasebreak, renthop, furnishedfinder];
