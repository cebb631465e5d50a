// A page of own adverts that its pack alone describes: nobody showed one on Roomies, Leasebreak, RentHop or FurnishedFinder, so every
// entry of such a list is confirmed for the site at hand before the page is opened. Pure: page and pack in, cards or a typed fault out.
import type { Fault } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { ListedPrice, ListingState, SeenListing } from "#domain/listing-sync/listing";
import { fault, selectorMissing } from "./fault.ts";
import type { ListingsPage } from "./listing-pages.ts";
import { type Markup, readMarkup } from "./markup.ts";
import { entryValue, type Pack, pathFor, trustedValue } from "./pack.ts";
import { PRICES_MAX, readPrices } from "./price-text.ts";
import type { ReadyRule, Snapshot } from "./snapshot.ts";

/** The id of an advert in the path of an address of its page, or null. */
export type ListingIdIn = (path: string) => string | null;

/** What of a snapshot is read. */
export type DescribedListings = Pick<Snapshot, "html" | "url" | "visible">;

/** Ids of all five platforms (platforms.md), FurnishedFinder's with its unit. */
const LISTING_ID = /(\d{5,9}(?:_\d{1,4})?)$/;
/** Closed lists and whole words alone: "Deactivate" on a card is no state. */
const LIVE_WORDS = /^(active|live|published|online|listed|available)\.?$/i;
const NOT_LIVE_WORDS =
  /^(inactive|not live|not active|deactivated|expired|unpublished|offline|unlisted|paused|hidden|draft|rented|archived)\.?$/i;

/** The list shows cards, its confirmed mark of being empty, or whatever `signs` the platform shows to the signed out. */
export function listingsReady(pack: Pack, signs: readonly string[]): ReadyRule {
  const empty = trustedValue(pack, "listings.empty");
  return {
    any: [entryValue(pack, "listings.row"), ...(empty === null ? [] : [empty]), ...signs],
    visible: empty === null ? {} : { "listings.empty": empty },
  };
}

/** Reads one page of the list, in page order. No cards without the page's own, visible mark of being empty is a fault. */
export function parseDescribedListings(
  page: DescribedListings,
  pack: Pack,
  listingIdIn: ListingIdIn,
): Result<ListingsPage, Fault> {
  const markup = readMarkup(page.html);
  const rows = markup.all(entryValue(pack, "listings.row"));
  const { next, isEnd } = followUp(markup, page, pack);
  if (rows.length === 0) {
    const isEmpty = page.visible["listings.empty"] !== undefined && page.visible["listings.empty"] !== null;
    if (isEmpty) return ok({ cards: [], isLast: true, next: null, total: null, others: 0 });
    const message = "the list of adverts shows none and does not say that there are none";
    return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "listings.row" }));
  }
  const own = rows.filter((row) => isOwn(row, pack));
  const cards = own.flatMap((row) => readCard(row, page, pack, listingIdIn) ?? []);
  if (own.length > 0 && cards.length === 0) return err(selectorMissing("listings.row_id", "advert"));
  // A card that was not understood may be any advert: then the list was not read to its end.
  const isLast = isEnd && cards.length === own.length;
  return ok({ cards, isLast, next, total: null, others: rows.length - own.length });
}

/** Where a list is shared, ours are those that carry the confirmed sign. */
function isOwn(row: Markup, pack: Pack): boolean {
  if (pack.entries["listings.own"] === undefined) return true;
  const sign = trustedValue(pack, "listings.own");
  return sign !== null && (row.is(sign) || row.first(sign) !== null);
}

function readCard(row: Markup, page: DescribedListings, pack: Pack, listingIdIn: ListingIdIn): SeenListing | null {
  const platformListingId = attributeId(row, pack) ?? linkedId(row, page, listingIdIn);
  if (platformListingId === null) return null;
  const parts = (key: string) => row.all(trustedValue(pack, key) ?? "never-an-element");
  return {
    platformListingId,
    title: parts("listings.title")[0]?.line() ?? null,
    state: stateIn(parts("listings.state")[0]?.line() ?? ""),
    prices: parts("listings.price").flatMap(pricesOf).slice(0, PRICES_MAX),
  };
}

function attributeId(row: Markup, pack: Pack): string | null {
  const name = trustedValue(pack, "listings.row_id");
  if (name === null) return null;
  const held = row.attribute(name) ?? row.first(`[${name}]`)?.attribute(name) ?? "";
  return LISTING_ID.exec(held.trim())?.[1] ?? null;
}

/** The id that the card's links to the advert's own page agree on; two different ones name none. */
function linkedId(row: Markup, page: DescribedListings, listingIdIn: ListingIdIn): string | null {
  const ids = row.all("a[href]").flatMap((link) => {
    const href = link.attribute("href") ?? "";
    return URL.canParse(href, page.url) ? (listingIdIn(new URL(href, page.url).pathname) ?? []) : [];
  });
  const [first, ...others] = new Set(ids);
  return first !== undefined && others.length === 0 ? first : null;
}

function stateIn(words: string): ListingState | null {
  if (LIVE_WORDS.test(words)) return "live";
  return NOT_LIVE_WORDS.test(words) ? "not_live" : null;
}

/** The line around a price may say what it is for ("3 months: $1,450"), when it holds that price alone. */
function pricesOf(price: Markup): readonly ListedPrice[] {
  const around = price.closest("li, tr");
  const prices = readPrices(price.line());
  const line = around === null ? "" : around.line();
  const isItsOwnLine = prices.length === 1 && readPrices(line).length === 1;
  return isItsOwnLine ? prices.map((one) => ({ ...one, raw: readPrices(line)[0]?.raw ?? one.raw })) : prices;
}

/** What follows the page. Without a confirmed entry for the link to a next page nothing says that this one is the last. */
function followUp(markup: Markup, page: DescribedListings, pack: Pack): { next: string | null; isEnd: boolean } {
  const css = trustedValue(pack, "listings.next");
  if (css === null) return { next: null, isEnd: false };
  const link = markup.first(css);
  if (link === null) return { next: null, isEnd: true };
  return { next: nextPath(link.attribute("href") ?? "", page.url, pathFor(pack, "listings.path")), isEnd: false };
}

/**
 * The path behind a link to the next page, or null for a link that is none: it leads to the list itself and differs from the list's own
 * address in one parameter, a number. A wrong selector must not end in a "Deactivate" link that acts on a GET.
 */
export function nextPath(href: string, pageUrl: string, firstPath: string): string | null {
  if (!URL.canParse(href, pageUrl)) return null;
  const next = new URL(href, pageUrl);
  const first = new URL(firstPath, pageUrl);
  if (next.origin !== first.origin || next.pathname !== first.pathname) return null;
  const names = new Set([...next.searchParams.keys(), ...first.searchParams.keys()]);
  const differing = [...names].filter((name) => next.searchParams.get(name) !== first.searchParams.get(name));
  const [only, ...more] = differing;
  if (only === undefined || more.length > 0) return null;
  return /^\d{1,6}$/.test(next.searchParams.get(only) ?? "") ? next.pathname + next.search : null;
}
