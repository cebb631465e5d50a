// Selector packs: every selector, attribute name, path and word an adapter relies on, with how well it is known.
// A pack holds no logic and is never generated from a twin's markup, nor a twin from a pack.
//
// Keys (twin authors use the same names in GET /__twin/manifest):
//   login.path login.username login.next login.password login.submit login.marker login.gate session.path
//   inbox.path inbox.row inbox.row_id inbox.name inbox.preview inbox.date inbox.unread inbox.empty
//   thread.path thread.verify thread.message thread.message_id thread.inbound thread.outbound thread.body thread.time
//   thread.name thread.listing thread.empty
//   composer.text composer.submit composer.csrf send.held send.failed page.consent
//   listings.path listings.row listings.row_id listings.own listings.title listings.state listings.price listings.empty listings.next

import { z } from "zod";
import type { Fault } from "#contracts/browser";
import { assert } from "#domain/kernel/assert";
import { err, ok, type Result } from "#domain/kernel/result";
import { PLATFORMS } from "#domain/platform";
import { fault } from "./fault.ts";

/** Strongest first. SEEN-L seen on the live site, SEEN-D documented, SEEN-3 used by a third party, GUESSED shown by nobody (platforms.md). */
export const PACK_MARKS = ["SEEN-L", "SEEN-D", "SEEN-3", "GUESSED"] as const;

/** What an adapter may be asked to do; each needs its own entries. */
export const PACK_OPERATIONS = ["login", "inbox", "thread", "send", "listings"] as const;
export type PackOperation = (typeof PACK_OPERATIONS)[number];

const packEntrySchema = z.object({
  /** css: a selector · attribute: an attribute name · path: begins with "/" and may hold {threadId} or {offset} · text: words of the page. */
  kind: z.enum(["css", "attribute", "path", "text"]).default("css"),
  value: z.string().min(1).max(500),
  mark: z.enum(PACK_MARKS),
  /** Source tag of platforms.md, or who confirmed it. */
  source: z.string().min(1),
  /** ISO date on which the source was read. */
  checked_on: z.iso.date(),
  /** Not needed by any operation: used when it is there. A guessed one stays unused until confirmed. */
  optional: z.boolean().default(false),
  /** Set by a confirmation for the origin at hand, never written in a pack. */
  confirmed_on: z.iso.date().optional(),
});
export type PackEntry = z.infer<typeof packEntrySchema>;

export const packSchema = z.object({
  platform: z.enum(PLATFORMS),
  version: z.number().int().positive(),
  entries: z.record(z.string(), packEntrySchema),
  operations: z.record(z.enum(PACK_OPERATIONS), z.array(z.string())),
});
export type Pack = z.infer<typeof packSchema>;

/** Checks a written pack once, on entry: shapes, and that every operation names entries that exist. Throws on a broken pack. */
export function definePack(written: z.input<typeof packSchema>): Pack {
  const pack = packSchema.parse(written);
  for (const operation of PACK_OPERATIONS) {
    for (const key of pack.operations[operation]) assert(pack.entries[key] !== undefined, `pack entry ${key} exists`);
  }
  return pack;
}

/** The value of an entry that the pack surely holds. */
export function entryValue(pack: Pack, key: string): string {
  const entry = pack.entries[key];
  assert(entry !== undefined, `pack entry ${key} exists`);
  return entry.value;
}

/** The value of an entry that may be relied on, or null: absent from the pack, or guessed and confirmed by nobody. */
export function trustedValue(pack: Pack, key: string): string | null {
  const entry = pack.entries[key];
  return entry === undefined || isUnconfirmedGuess(entry) ? null : entry.value;
}

/** A path entry with its {threadId} filled in, URL-encoded. */
export function pathFor(pack: Pack, key: string, threadId = ""): string {
  return entryValue(pack, key).replaceAll("{threadId}", encodeURIComponent(threadId));
}

/** Refuses an operation as long as one entry it needs is a guess that no human confirmed for this origin. */
export function requireConfirmed(pack: Pack, operation: PackOperation): Result<void, Fault> {
  for (const key of pack.operations[operation]) {
    const entry = pack.entries[key];
    if (entry !== undefined && !isUnconfirmedGuess(entry)) continue;
    const message = `${operation} stays off on ${pack.platform}: nobody confirmed the pack entry ${key} on this site`;
    return err(fault("PACK_UNCONFIRMED", message, { packKey: key }));
  }
  return ok(undefined);
}

function isUnconfirmedGuess(entry: PackEntry): boolean {
  return entry.mark === "GUESSED" && entry.confirmed_on === undefined;
}
