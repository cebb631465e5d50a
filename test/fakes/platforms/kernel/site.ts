// What an author of a twin site writes: its pages and quirks, and nothing that the kernel already does.
// The kernel gives the Twin to every hook; `defineSite` closes over the site's own switch types.

import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { Platform } from "#domain/platform";
import type { FormState } from "./form-state.ts";
import type { Listing, Listings } from "./listings.ts";
import type { SendOutcome, SendWords } from "./send.ts";
import type { Sessions } from "./sessions.ts";
import type { SiteSwitches, SwitchSpecs, SwitchValues } from "./switches.ts";
import type { IdShapes, Message, Thread, Threads } from "./threads.ts";

export type TwinEnv = { Bindings: HttpBindings };
export type TwinContext = Context<TwinEnv>;
export type TwinApp = Hono<TwinEnv>;

/** One piece of markup that platforms.md marks GUESSED, as this twin renders it. */
export type ManifestEntry = {
  /** "<page>.<part>", for example "inbox.unread". */
  readonly key: string;
  /** The CSS selector, path or words. */
  readonly value: string;
  readonly mark: "GUESSED";
  readonly note: string;
};

/** An alert e-mail of the platform to the host, as `GET /__twin/mails` lists it. */
export type AlertMail = {
  readonly from: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
};

/** Everything a page may use. All of it is synchronous but `send`. */
export type Twin<S extends SwitchSpecs> = {
  readonly platform: Platform;
  /** Milliseconds since 1970 on the twin's own clock. */
  now(): number;
  /** Where every switch stands, general ones and the site's own. Read it once per request. */
  switches(): SwitchValues<SiteSwitches<S>>;
  readonly threads: Threads;
  readonly listings: Listings;
  readonly sessions: Sessions;
  readonly formState: FormState;
  /** Threads for an inbox page: newest inbound first, or none when the switch `inbox` says so. */
  inbox(): readonly Thread[];
  /** The host's adverts for a page of one's own: all of them in order, or none when the switch `listings` says so. */
  ownListings(): readonly Listing[];
  /**
   * Reads a thread for its page and marks it read. With new_inbound_before_send = after_read the lead writes right
   * after this read, so that the page lacks the message. Null when there is no such thread.
   */
  openThread(id: string): { thread: Thread; messages: readonly Message[] } | null;
  /** Handles a send POST whose session and form state were checked. Call it once, then act on the outcome. */
  send(c: TwinContext, words: SendWords): Promise<SendOutcome>;
  /** Records that an action which must never be taken was taken, and answers 500. */
  forbid(c: TwinContext, what: string): Response;
  /** The class name as it stands: renamed when the switch `drift` says so. Wrap each name of `driftClasses`. */
  cls(name: string): string;
  /** Small durable facts of the site itself; null when never set. Values must survive JSON. */
  recall(key: string): unknown;
  remember(key: string, value: unknown): void;
};

export type TwinSite<S extends SwitchSpecs> = {
  readonly platform: Platform;
  /** The platform's name as people write it. */
  readonly title: string;
  /** Its own name, so that two twins on one host do not sign each other out. */
  readonly sessionCookie: string;
  readonly switches: S;
  /** Class names that `drift` can rename; "on" renames the first. */
  readonly driftClasses: readonly string[];
  readonly ids: IdShapes;
  readonly manifest: readonly ManifestEntry[];
  /** Paths (Hono patterns) that show `signedOut` to a visitor without a session. */
  readonly protectedPaths: readonly string[];
  /** Paths (Hono patterns) that must never be asked for, by any method. */
  readonly forbiddenPaths: readonly string[];
  /** What a signed-out visitor gets at a protected path: a redirect, or a gate in place. */
  signedOut(c: TwinContext, twin: Twin<S>): Response | Promise<Response>;
  /** What send = blocked_403 shows. */
  blocked(c: TwinContext, twin: Twin<S>): Response | Promise<Response>;
  /** The e-mail that tells the host of this lead's message. Must depend on its arguments alone. */
  alertMail?(message: Message, thread: Thread, twin: Twin<S>): AlertMail;
  /** Adds to the seed: more listings, site facts. The demo listings are there already. */
  seed?(twin: Twin<S>): void;
  routes(app: TwinApp, twin: Twin<S>): void;
};

/** A site with its switch types closed over. */
export type AnySite = {
  readonly platform: Platform;
  readonly title: string;
  /** Hands the site to a reader that works for any set of switches. */
  visit<R>(reader: { read<S extends SwitchSpecs>(site: TwinSite<S>): R }): R;
};

/** Wraps a site for the registry. Every `test/fakes/platforms/<platform>/site.ts` exports `site = defineSite({...})`. */
export function defineSite<S extends SwitchSpecs>(site: TwinSite<S>): AnySite {
  return { platform: site.platform, title: site.title, visit: (reader) => reader.read(site) };
}
