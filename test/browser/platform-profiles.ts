// What the contract suite must know of each platform's twin: which switches it has and what its drift hits. One entry per platform.
import type { Confirmation } from "#browser/confirmation";
import type { Platform } from "#domain/platform";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";

export type PlatformProfile = {
  readonly platform: Platform;
  readonly credentials: { readonly username: string; readonly password: string };
  /** Switches that sign visitors out in a way of their own, and the login state that must come of it. */
  readonly signedOut: readonly { readonly switches: Record<string, string>; readonly state: "out" | "gate" }[];
  /** Guesses that a human confirmed on this twin's pages. */
  readonly confirmed: Confirmation["entries"];
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

export const PROFILES: readonly PlatformProfile[] = [spareroom];
