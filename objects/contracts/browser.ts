// What a browser adapter gives and takes: readings of pages, and the result of one send. No page, no selector, no HTML.

import { z } from "zod";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { SeenListing } from "#domain/listing-sync/listing";
import type { LoginState } from "#domain/platform";

export type { ThreadSighting };

/** One row of an inbox. A preview tells that a thread changed; it is never stored as a message. */
export type InboxRow = {
  /**
   * The thread's id. Null where the platform shows ids only after a click (FurnishedFinder): then `position` opens it,
   * and the adapter's `readThread` answers with the id that the page revealed.
   */
  readonly threadId: string | null;
  /** 0-based position in the list, as read. */
  readonly position: number;
  readonly leadName: string;
  readonly preview: string;
  readonly previewDirection: "inbound" | "outbound" | "unknown";
  /** Tri-state: null when the platform does not tell. */
  readonly isUnread: boolean | null;
  /**
   * Changes whenever the thread has something new: made from latest message id, preview, count and raw date (whatever the row has).
   * The account opens a thread only when its mark differs from the one of the last successful read.
   */
  readonly mark: string;
};

export type InboxReading = { readonly rows: readonly InboxRow[]; readonly takenAtMs: number };

/** The account's own adverts, in page order. */
export type ListingsReading = {
  readonly listings: readonly SeenListing[];
  /** False: more may be there (a limit was met, or the page does not tell how many there are). Never read that as "the rest is gone". */
  readonly isComplete: boolean;
  readonly takenAtMs: number;
};

/** Which thread to open: by id, or by inbox row where ids appear only after a click. */
export type ThreadRef = { readonly threadId: string } | { readonly row: InboxRow };

/** The closed list of things that go wrong in a browser. `isRetryable` is a function of the code (browser/fault.ts). */
export const FAULT_CODES = [
  "SESSION_EXPIRED",
  "LOGIN_REFUSED",
  "LOGIN_NEEDS_HUMAN",
  "CHALLENGE",
  "BLOCKED",
  "RATE_LIMITED",
  "SERVER_ERROR",
  "TIMEOUT",
  "NETWORK",
  "BROWSER_LOST",
  "BROWSER_BUSY",
  "SELECTOR_MISSING",
  "EMPTY_WITHOUT_MARKER",
  "WRONG_THREAD",
  "PACK_UNCONFIRMED",
  "COMPOSER_MISSING",
  "SUBMIT_MISSING",
  "TEXT_ALTERED",
  "PLATFORM_REFUSED",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export type Fault = {
  readonly code: FaultCode;
  /** A sentence for ops. No message text, no personal data, no cookie. */
  readonly message: string;
  /** The selector pack entry concerned, e.g. "inbox.row", when there is one. */
  readonly packKey?: string;
  /** Only for RATE_LIMITED: when the platform said to come back, in milliseconds from now. */
  readonly retryAfterMs?: number;
};

/**
 * What is known after a send was tried.
 * - `stopped`: the gate said no before the click; nothing was sent.
 * - `not_sent`: a fault before the click; nothing was sent.
 * - `shown`: the post-image holds one more row with this body, and the platform does not call it failed or still sending.
 * - `refused`: the platform itself says that it did not take the message (error row or text), and the post-image does not hold it as sent.
 * - `unconfirmed`: clicked, and no proof either way. Never to be answered with another click.
 */
export type SendReport =
  | { readonly kind: "stopped" }
  | { readonly kind: "not_sent"; readonly fault: Fault }
  | { readonly kind: "shown"; readonly postImage: ThreadSighting; readonly isHeld: boolean }
  | { readonly kind: "refused"; readonly fault: Fault; readonly postImage: ThreadSighting | null }
  | { readonly kind: "unconfirmed"; readonly fault: Fault; readonly postImage: ThreadSighting | null };

/** Cookies and storage of a logged-in session. Sealed by the account actor at rest; never logged. */
export const storageStateSchema = z.object({
  cookies: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      domain: z.string(),
      path: z.string(),
      expires: z.number(),
      httpOnly: z.boolean(),
      secure: z.boolean(),
      sameSite: z.enum(["Strict", "Lax", "None"]).optional(),
    }),
  ),
  /** localStorage per origin. */
  origins: z.array(z.object({ origin: z.string(), entries: z.array(z.tuple([z.string(), z.string()])) })),
});
export type StorageState = z.infer<typeof storageStateSchema>;

/** Login data of a platform account, resolved from a secret by reference. */
export const platformCredentialsSchema = z.object({ username: z.string().min(1), password: z.string().min(1) });
export type PlatformCredentials = z.infer<typeof platformCredentialsSchema>;

export type { LoginState };
