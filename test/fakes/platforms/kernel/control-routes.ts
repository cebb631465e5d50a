// The addresses under /__twin that tests, the start script and the lead page use. Never part of the platform's site:
// no fault, no session and no request log touches them.

import type { Listings } from "./listings.ts";
import type { AlertMail, ManifestEntry, TwinApp } from "./site.ts";
import type { SwitchBoard } from "./switch-board.ts";
import type { SwitchSpecs } from "./switches.ts";
import type { Tally } from "./tally.ts";
import type { MessageState, Threads } from "./threads.ts";

/** The day the twins were written from platforms.md; a manifest confirms its guesses as of this day. */
export const WRITTEN_ON = "2026-11-20";

/** GET /__twin/manifest. */
export type Manifest = {
  platform: string;
  twin: true;
  confirmed_on: string;
  entries: readonly ManifestEntry[];
};

/** One row of GET /__twin/messages. */
export type MessageView = {
  id: string;
  threadId: string;
  leadName: string;
  listingId: string;
  from: "lead" | "host";
  text: string;
  at: string;
  state: MessageState;
};

/** One row of GET /__twin/mails. */
export type MailView = AlertMail & { messageId: string; threadId: string; at: string };

const DETAILS_MAX = 20;
const DETAIL_LENGTH_MAX = 500;

type Parts<S extends SwitchSpecs> = {
  readonly site: { platform: string; manifest: readonly ManifestEntry[] };
  readonly board: SwitchBoard<S>;
  readonly threads: Threads;
  readonly listings: Listings;
  readonly tally: Tally;
  /** The alert e-mails so far, oldest first; none when the site sends none. */
  readonly mails: () => MailView[];
  readonly dropSessions: () => void;
  readonly reset: () => void;
};

export function addControlRoutes<S extends SwitchSpecs>(app: TwinApp, parts: Parts<S>): void {
  const { site, board, threads, tally } = parts;
  app.get("/__twin/manifest", (c) => {
    const manifest: Manifest = {
      platform: site.platform,
      twin: true,
      confirmed_on: WRITTEN_ON,
      entries: site.manifest,
    };
    return c.json(manifest);
  });
  app.get("/__twin/messages", (c) => {
    const threadId = c.req.query("threadId");
    const messages: MessageView[] = threads
      .everyMessage()
      .filter((message) => threadId === undefined || message.threadId === threadId)
      .map(({ id, threadId, leadName, listingId, from, text, atMs, state }) => ({
        ...{ id, threadId, leadName, listingId, from, text, state },
        at: new Date(atMs).toISOString(),
      }));
    return c.json({ messages });
  });
  app.get("/__twin/mails", (c) => c.json({ mails: parts.mails() }));
  app.post("/__twin/lead/messages", async (c) => {
    const words = leadWords(await c.req.json().catch(() => null));
    if (words === null)
      return c.json({ error: "Send JSON {name, text, listingId?, threadId?, newThread?, details?}." }, 400);
    const stored = threads.leadWrites(words);
    if (!stored.ok) return c.json({ error: stored.error }, 400);
    return c.json({ threadId: stored.value.threadId, messageId: stored.value.id });
  });
  app.post("/__twin/listings", async (c) => {
    const advert = advertChange(await c.req.json().catch(() => null));
    if (advert === null) return c.json({ error: "Send JSON {id, title?, area?, priceCents?, live?, isGone?}." }, 400);
    changeAdvert(parts.listings, advert);
    return c.json({ listings: parts.listings.all() });
  });
  app.post("/__twin/release", (c) => c.json({ released: threads.releaseHeld() }));
  app.get("/__twin/control", (c) => c.json({ switches: board.values(), specs: board.specs }));
  app.post("/__twin/control", async (c) => {
    const changed = board.change(await c.req.json().catch(() => null));
    if (!changed.ok) return c.json({ error: changed.error }, 400);
    const { logged_out: loggedOut } = changed.value as { readonly logged_out?: unknown };
    if (loggedOut === "on") parts.dropSessions();
    return c.json({ switches: changed.value });
  });
  app.post("/__twin/reset", (c) => {
    parts.reset();
    return c.json({ reset: true });
  });
  app.get("/__twin/stats", (c) => c.json(tally.stats()));
  app.get("/__twin/requests", (c) => {
    const since = c.req.query("since");
    const sinceMs = since === undefined ? 0 : Date.parse(since);
    if (Number.isNaN(sinceMs)) return c.json({ error: "since is an ISO date and time." }, 400);
    return c.json({ requests: tally.requestsSince(sinceMs) });
  });
}

type AdvertChange = {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly priceCents: number;
  readonly live: boolean;
  readonly isGone: boolean;
};

/** Null when the shape is wrong. */
function advertChange(body: unknown): AdvertChange | null {
  if (typeof body !== "object" || body === null) return null;
  const { id, title, area, priceCents, live, isGone } = Object.fromEntries(Object.entries(body));
  if (typeof id !== "string") return null;
  return {
    id,
    title: typeof title === "string" ? title : `Advert ${id}`,
    area: typeof area === "string" ? area : "Brooklyn",
    priceCents: typeof priceCents === "number" ? priceCents : 145_000,
    live: live !== false,
    isGone: isGone === true,
  };
}

/** Adds an advert that is not there, takes one away, or sets whether it is live. */
function changeAdvert(listings: Listings, { id, live, isGone, ...words }: AdvertChange): void {
  if (isGone) {
    listings.remove(id);
    return;
  }
  if (listings.get(id) === null) listings.add({ id, period: "month", ...words });
  listings.setLive(id, live);
}

/** Reads a lead's words from JSON; null when the shape is wrong. `name` may be absent when `threadId` is given. */
function leadWords(body: unknown): Parameters<Threads["leadWrites"]>[0] | null {
  if (typeof body !== "object" || body === null) return null;
  const fields = new Map(Object.entries(body));
  const text = fields.get("text");
  const name = fields.get("name") ?? "";
  const listingId = fields.get("listingId") ?? undefined;
  const threadId = fields.get("threadId") ?? undefined;
  if (typeof text !== "string" || typeof name !== "string") return null;
  if (listingId !== undefined && typeof listingId !== "string") return null;
  if (threadId !== undefined && typeof threadId !== "string") return null;
  const details = fields.get("details");
  if (details !== undefined && !areDetails(details)) return null;
  return { name, text, listingId, threadId, newThread: fields.get("newThread") === true, details };
}

function areDetails(value: unknown): value is Record<string, string> {
  if (typeof value !== "object" || value === null) return false;
  const texts = Object.values(value);
  return (
    texts.length <= DETAILS_MAX && texts.every((text) => typeof text === "string" && text.length <= DETAIL_LENGTH_MAX)
  );
}
