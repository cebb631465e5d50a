// The prices of a listing by lease term: this platform has several per ad. Kept as facts of the site; the kernel's own
// price of a listing follows the longest term.

import type { Listing } from "../kernel/listings.ts";
import type { LeasebreakTwin } from "./switches.ts";

/** `priceCents` is US cents a month. */
export type LeaseTerm = { readonly term: string; readonly priceCents: number };

/** The words of each term, and what it costs beside the longest one, in percent. */
const TERMS_AT_FIRST = [
  { term: "1 - 3 Months", percent: 120 },
  { term: "4 - 6 Months", percent: 110 },
  { term: "7 - 12 Months", percent: 100 },
] as const;

export function termsOf(twin: LeasebreakTwin, listing: Listing): readonly LeaseTerm[] {
  const kept = twin.recall(keyOf(listing.id));
  if (kept !== null) return kept as readonly LeaseTerm[]; // only saveTerms writes the key
  return TERMS_AT_FIRST.map(({ term, percent }) => ({ term, priceCents: (listing.priceCents * percent) / 100 }));
}

export function saveTerms(twin: LeasebreakTwin, listing: Listing, terms: readonly LeaseTerm[]): void {
  twin.remember(keyOf(listing.id), terms);
  const longest = terms.at(-1);
  if (longest !== undefined) twin.listings.setPrice(listing.id, { priceCents: longest.priceCents, period: "month" });
}

/** For example "$1,450" or "$1,450.50". */
export function dollars(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: digits })}`;
}

function keyOf(listingId: string): string {
  return `terms.${listingId}`;
}
