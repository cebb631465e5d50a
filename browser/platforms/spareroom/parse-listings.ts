// A page of SpareRoom's "My ads" to cards, in both shapes that were seen (US and UK). Pure: HTML, pack and place in the list in, a page
// or a typed fault out. What an advert's state is says the class of its own card and nothing else: every card holds "Deactivate".
import type { Fault } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { ListingState, SeenListing } from "#domain/listing-sync/listing";
import { fault, selectorMissing } from "../../fault.ts";
import type { ListingsPage } from "../../listing-pages.ts";
import { type Markup, readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import { readPrices } from "../../price-text.ts";

/** Adverts of one page (SRrenew). */
const PAGE_SIZE = 10;

/** Path of the page that begins with the advert number `offset`, counted from 0. */
export function listingsPath(pack: Pack, offset: number): string {
  return entryValue(pack, "listings.path").replaceAll("{offset}", String(offset));
}

/** Reads one page. `url`: where it is, for its place in the list. */
export function parseListings(html: string, url: string, pack: Pack): Result<ListingsPage, Fault> {
  const page = readMarkup(html);
  const total = readTotal(page, pack);
  const rows = page.all(entryValue(pack, "listings.row"));
  const ukRows = page.all(trustedValue(pack, "listings.uk_row") ?? "never-an-element");
  const offset = offsetIn(url);
  if (rows.length + ukRows.length === 0) return readNoCards(total, offset);
  const cards = [...rows.map((row) => usCard(row, pack)), ...ukRows.map((row) => ukCard(row, pack))];
  const known = cards.filter((card) => card !== null);
  if (known.length === 0) return err(selectorMissing("listings.row_id", "advert"));
  if (rows.length > 0 && known.every((card) => card.state === null)) {
    return err(selectorMissing("listings.live", "advert"));
  }
  // The list may be on the page twice, for desktop and mobile.
  const distinct = new Set(known.map((card) => card.platformListingId)).size;
  const end = offset + distinct;
  const isFull = distinct >= PAGE_SIZE;
  return ok({
    cards: known,
    isLast: total !== null && end >= total && known.length === cards.length,
    next: total === null ? (isFull ? listingsPath(pack, end) : null) : end < total ? listingsPath(pack, end) : null,
    total,
    others: 0,
  });
}

/** A total of 0 is the page's own word for "none". A page behind the end is what is left when adverts went meanwhile. */
function readNoCards(total: number | null, offset: number): Result<ListingsPage, Fault> {
  if (total !== null && total <= offset) return ok({ cards: [], isLast: true, next: null, total, others: 0 });
  if (total !== null) return err(selectorMissing("listings.row", "list of adverts"));
  const message = "the list of adverts shows none and does not say that there are none";
  return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "listings.row" }));
}

/** "Showing 1-10 of 23": the last number counts. */
function readTotal(page: Markup, pack: Pack): number | null {
  const last = page.all(entryValue(pack, "listings.total")).at(-1)?.line() ?? "";
  return /^\d{1,3}(,?\d{3})*$/.test(last) ? Number(last.replaceAll(",", "")) : null;
}

function offsetIn(url: string): number {
  const asked = Number(new URL(url).searchParams.get("offset") ?? 0);
  return Number.isInteger(asked) && asked > 0 ? asked : 0;
}

function usCard(row: Markup, pack: Pack): SeenListing | null {
  const id = /(\d+)$/.exec(row.attribute(entryValue(pack, "listings.row_id")) ?? "")?.[1];
  if (id === undefined) return null;
  const part = (key: string) => row.first(trustedValue(pack, key) ?? "never-an-element")?.line() ?? null;
  return {
    platformListingId: id,
    title: part("listings.title"),
    state: stateOf(row, entryValue(pack, "listings.live"), entryValue(pack, "listings.not_live")),
    prices: readPrices(part("listings.price") ?? ""),
  };
}

/** Only live UK cards were seen: what another class means is not known until somebody confirmed it. */
function ukCard(row: Markup, pack: Pack): SeenListing | null {
  const reference = row.first(trustedValue(pack, "listings.uk_ref") ?? "never-an-element")?.line() ?? "";
  const id = /#\s*(\d+)/.exec(reference)?.[1];
  if (id === undefined) return null;
  return {
    platformListingId: id,
    title: row.first(trustedValue(pack, "listings.uk_title") ?? "never-an-element")?.line() ?? null,
    state: stateOf(row, trustedValue(pack, "listings.uk_live"), trustedValue(pack, "listings.uk_not_live")),
    prices: [],
  };
}

/** Both classes or neither say nothing. */
function stateOf(card: Markup, live: string | null, notLive: string | null): ListingState | null {
  const isLive = live !== null && card.is(live);
  const isNotLive = notLive !== null && card.is(notLive);
  return isLive === isNotLive ? null : isLive ? "live" : "not_live";
}
