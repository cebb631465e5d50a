// What a reader saw on a platform page, before anyone decides what it means. Shared by the conversation machine and the adapters.

/** Longest message body kept. Longer ones are refused by the adapter as a fault, never cut. Platforms allow about 2,000. */
export const MESSAGE_CHARS_MAX = 20_000;

/** A time as a page shows it. `precision` says how much of `ms` is known; `raw` is the text of the page. */
export type SightedTime = {
  /** Epoch milliseconds, or null when the page shows no readable time. */
  readonly ms: number | null;
  readonly precision: "exact" | "minute" | "day" | "none";
  readonly raw: string;
};

/** `unknown`: the page did not say (some rows show up before their sender is known). */
export type SightedDirection = "inbound" | "outbound" | "system" | "unknown";

/** How the platform itself reports one of our rows. `visible` is the normal state of every inbound row. */
export type SightedState = "visible" | "sending" | "held" | "failed";

export type SightedMessage = {
  /** The platform's own id, or null when it shows none. */
  readonly platformMessageId: string | null;
  readonly direction: SightedDirection;
  /** The body exactly as the page holds it, without trimming inner white space. */
  readonly body: string;
  readonly sentAt: SightedTime;
  readonly state: SightedState;
};

/** One read of one thread, oldest message first. */
export type ThreadSighting = {
  readonly threadId: string;
  readonly leadName: string | null;
  readonly listing: { readonly platformListingId: string; readonly title: string | null } | null;
  readonly messages: readonly SightedMessage[];
  /** False when older messages exist that this read did not load. */
  readonly isComplete: boolean;
  /** Epoch milliseconds at which the page was read. */
  readonly takenAtMs: number;
};
