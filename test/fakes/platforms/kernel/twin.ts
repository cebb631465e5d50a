// Makes the Twin that a site's pages use: its database, clock, switches and stores put together, and its seed.
// Adds no address: twin-app.ts does.

import type { DatabaseSync } from "node:sqlite";
import { inTransaction } from "./database.ts";
import { DEMO_LISTINGS } from "./demo-listings.ts";
import { makeFormState } from "./form-state.ts";
import { makeListings } from "./listings.ts";
import { makeSend, SERVER_ERROR_PAGE, SURPRISE_TEXT } from "./send.ts";
import { makeSessions } from "./sessions.ts";
import type { Twin, TwinContext, TwinSite } from "./site.ts";
import { makeSwitchBoard, type SwitchBoard } from "./switch-board.ts";
import {
  driftSwitch,
  GENERAL_SWITCHES,
  type GeneralSwitches,
  type SiteSwitches,
  type SwitchSpecs,
  type SwitchValues,
} from "./switches.ts";
import { makeTally, type Tally } from "./tally.ts";
import { makeThreads } from "./threads.ts";

export type TwinOptions = {
  readonly db: DatabaseSync;
  /** The clock under the switch clock_offset_ms. */
  readonly now: () => number;
  /** Aborted when the twin closes, so that no delay is waited for any longer. */
  readonly closing: AbortSignal;
};

/** The general part of a board's values. `send` may hold a word of the site's own. */
export type GeneralValues = Omit<SwitchValues<GeneralSwitches>, "send"> & { readonly send: string };

export type TwinParts<S extends SwitchSpecs> = {
  readonly twin: Twin<S>;
  readonly board: SwitchBoard<SiteSwitches<S>>;
  readonly general: () => GeneralValues;
  readonly tally: Tally;
  /** Fills an empty database. */
  readonly seed: () => void;
};

/** Puts a site and a database together, and seeds the database when it is new. */
export function makeTwin<S extends SwitchSpecs>(site: TwinSite<S>, options: TwinOptions): TwinParts<S> {
  const { db, closing } = options;
  const board = makeSwitchBoard(db, specsOf(site));
  // The board holds all general switches, some replaced by the site with more words: SiteSwitches says so in types.
  const general = () => board.values() as unknown as GeneralValues;
  const now = () => options.now() + general().clock_offset_ms;
  const tally = makeTally(db, now);
  const listings = makeListings(db);
  const hasListing = (id: string) => listings.get(id) !== null;
  const firstListingId = () => listings.all()[0]?.id ?? "";
  const threads = makeThreads({ db, now, ids: site.ids, hasListing, firstListingId });
  const loggedOut = () => general().logged_out === "on";
  const sessions = makeSessions({ db, cookie: site.sessionCookie, now, loggedOut });
  const stale = () => general().csrf === "stale";
  const switchOff = (name: "new_inbound_before_send") => void board.change({ [name]: "off" });
  const twin: Twin<S> = {
    platform: site.platform,
    now,
    switches: board.values,
    threads,
    listings,
    sessions,
    formState: makeFormState({ db, tally, nowMs: now, session: sessions.current, stale }),
    inbox: () => (general().inbox === "normal" ? threads.all() : []),
    ownListings: () => (general().listings === "normal" ? listings.all() : []),
    openThread(id) {
      const thread = threads.get(id);
      if (thread === null) return null;
      const messages = threads.messagesOf(id);
      threads.markRead(id);
      if (general().new_inbound_before_send === "after_read") {
        switchOff("new_inbound_before_send");
        threads.leadWrites({ name: thread.leadName, threadId: id, text: SURPRISE_TEXT });
      }
      return { thread, messages };
    },
    send: makeSend({
      values: general,
      switchOff,
      threads,
      tally,
      dropSessions: sessions.dropAll,
      blocked: (c) => site.blocked(c, twin),
      signedOut: (c) => site.signedOut(c, twin),
      closing,
    }),
    forbid: (c, what) => forbidden(tally, c, what),
    cls: (name) => {
      const { drift } = general();
      return name === (drift === "on" ? site.driftClasses[0] : drift) ? `${name}-v2` : name;
    },
    recall: (key) => readState(db, key),
    remember: (key, value) => writeState(db, key, value),
  };
  const seed = () => {
    for (const listing of DEMO_LISTINGS[site.platform]) listings.add(listing);
    site.seed?.(twin);
    writeState(db, "kernel.seeded", true);
  };
  if (readState(db, "kernel.seeded") !== true) inTransaction(db, seed);
  return { twin, board, general, tally, seed };
}

function forbidden(tally: Tally, c: TwinContext, what: string): Response {
  tally.forbidden({ method: c.req.method, path: new URL(c.req.url).pathname, what });
  return c.body(SERVER_ERROR_PAGE, 500, { "content-type": "text/html; charset=UTF-8" });
}

function specsOf<S extends SwitchSpecs>(site: TwinSite<S>): SiteSwitches<S> {
  const drift = driftSwitch(site.driftClasses);
  // Spreading cannot express "all of the general ones but those S replaces"; SiteSwitches is exactly that.
  return { ...GENERAL_SWITCHES, drift, ...site.switches } as unknown as SiteSwitches<S>;
}

function readState(db: DatabaseSync, key: string): unknown {
  const row = db.prepare("SELECT value FROM site_state WHERE key = ?").get(key);
  return row === undefined ? null : JSON.parse(String(row["value"]));
}

function writeState(db: DatabaseSync, key: string, value: unknown): void {
  db.prepare("INSERT OR REPLACE INTO site_state (key, value) VALUES (?, ?)").run(key, JSON.stringify(value ?? null));
}
