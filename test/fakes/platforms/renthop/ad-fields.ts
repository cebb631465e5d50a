// What the form of an ad holds beside the price. Kept as facts of the site, so that a save which changes more than it
// should can be seen.

import type { Listing } from "../kernel/listings.ts";
import type { RenthopTwin } from "./switches.ts";

/** The text fields of the form but the price, by their ids. */
export const AD_FIELDS = ["address", "unit", "display_address", "description"] as const;
export type AdFields = Readonly<Record<(typeof AD_FIELDS)[number], string>>;

export function fieldsOf(twin: RenthopTwin, listing: Listing): AdFields {
  const kept = twin.recall(keyOf(listing.id));
  if (kept !== null) return kept as AdFields; // only saveFields writes the key
  const { title, area } = listing;
  return { address: title, unit: "1", display_address: area, description: `${title}.\nNear trains, quiet & bright.` };
}

export function saveFields(twin: RenthopTwin, listing: Listing, fields: AdFields): void {
  twin.remember(keyOf(listing.id), fields);
}

/** For example "$1,450" or "$1,450.50". */
export function dollars(cents: number): string {
  return `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: cents % 100 === 0 ? 0 : 2 })}`;
}

function keyOf(listingId: string): string {
  return `ad.${listingId}`;
}
