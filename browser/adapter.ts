// The port every platform adapter implements. The rest of the house knows only this file and the contracts.
// An adapter drives one page of one account at a time; it keeps no state between calls and decides nothing about leads.

import type { Page } from "@cloudflare/puppeteer";
import type {
  Fault,
  InboxReading,
  ListingsReading,
  LoginState,
  PlatformCredentials,
  SendReport,
  ThreadRef,
} from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Result } from "#domain/kernel/result";
import type { Platform } from "#domain/platform";
import type { Pack } from "./pack.ts";

/** Where an adapter works: one page, one origin, one checked selector pack. */
export type Site = {
  readonly page: Page;
  /** Origin without a trailing slash, e.g. "https://www.spareroom.com" or a twin's. */
  readonly origin: string;
  readonly pack: Pack;
  /** Epoch milliseconds; read through a function because time is an argument. */
  readonly now: () => number;
  /** How long a send watches for its proof, in milliseconds; default SEND_PROOF_MS_MAX (send-once.ts). */
  readonly proofMsMax?: number;
};

/**
 * Asked immediately before the click, with the thread as it stands (the pre-image).
 * Answers true only when the actor has durably committed that the click may happen now.
 */
export type SendGate = (preImage: ThreadSighting) => Promise<boolean>;

export interface PlatformAdapter {
  readonly platform: Platform;
  /** Opens the inbox and tells what the page says of our session. Never guesses "in". */
  openInbox(site: Site): Promise<Result<LoginState, Fault>>;
  /** Logs in once with the given credentials. A challenge, a second factor or a refusal is a fault for a human. */
  logIn(site: Site, credentials: PlatformCredentials): Promise<Result<"in", Fault>>;
  /** Reads the inbox that `openInbox` opened, newest first. Zero rows without the page's own empty marker is a fault. */
  readInbox(site: Site): Promise<Result<InboxReading, Fault>>;
  /** Opens a thread, verifies that it is the right one, and reads it. */
  readThread(site: Site, ref: ThreadRef): Promise<Result<ThreadSighting, Fault>>;
  /**
   * Opens the account's own adverts, page by page, and reads their cards. Only looks: no link of a card is ever opened. No cards without
   * the page's own sign that there are none is a fault.
   */
  readListings(site: Site): Promise<Result<ListingsReading, Fault>>;
  /**
   * Opens the thread, reads the pre-image, writes the body, checks thread and text again, asks the gate, clicks once,
   * and watches the thread for proof. Never clicks twice and never throws after the click.
   */
  send(site: Site, threadId: string, body: string, gate: SendGate): Promise<SendReport>;
}
