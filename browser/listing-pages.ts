// Goes through the pages of an account's own adverts: opens each, has it read, and knows when to stop. Only GETs of the list itself:
// an advert's own links (renew, deactivate) are never followed.
import type { Fault, ListingsReading } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { SeenListing } from "#domain/listing-sync/listing";
import type { Site } from "./adapter.ts";
import { selectorMissing } from "./fault.ts";
import { requireConfirmed } from "./pack.ts";
import type { Snapshot } from "./snapshot.ts";

/** Pages of one reading: 250 adverts at SpareRoom's ten a page. An account with more is read in part, from its newest. */
export const LISTING_PAGES_MAX = 25;
/** Adverts of one reading; an agency has some hundreds over all its accounts. */
export const LISTINGS_MAX = 500;
/** After this long no further page is opened: a message may be waiting to leave through the same account. */
const LISTING_READ_MS_MAX = 60_000;
/** Characters of a title that are kept; platforms cut theirs far below. */
const TITLE_CHARS_MAX = 300;
/** Statuses of an address that the platform no longer knows. */
const ABSENT_STATUSES: readonly (number | null)[] = [404, 410];

/** One page of the list. */
export type ListingsPage = {
  readonly cards: readonly SeenListing[];
  /** The page itself says that nothing follows, and every card on it was understood. */
  readonly isLast: boolean;
  /** Path of the page that follows; null when there is none, or when it cannot be told. */
  readonly next: string | null;
  /** How many adverts the platform says there are; null when it does not say. */
  readonly total: number | null;
  /** Cards of other people on a list that is shared. */
  readonly others: number;
};

/** What differs by platform. */
export type ListingsDesk = {
  readonly firstPath: string;
  readonly open: (path: string) => Promise<Result<Snapshot, Fault>>;
  readonly parse: (snapshot: Snapshot) => Result<ListingsPage, Fault>;
};

/** Reads all pages, within the limits. A fault on any page is the fault of the whole: half a list is never handed out as one. */
export async function readListingPages(site: Site, desk: ListingsDesk): Promise<Result<ListingsReading, Fault>> {
  const allowed = requireConfirmed(site.pack, "listings");
  if (!allowed.ok) return allowed;
  const beganAtMs = site.now();
  const found = new Map<string, SeenListing>();
  const opened = new Set<string>();
  let others = 0;
  for (let path: string = desk.firstPath; ; ) {
    opened.add(path);
    const read = await readOne(desk, path);
    if (!read.ok) return read;
    const { cards, isLast, next, total } = read.value;
    others += read.value.others;
    const before = found.size;
    for (const card of cards) {
      if (found.size >= LISTINGS_MAX) break;
      if (!found.has(card.platformListingId)) found.set(card.platformListingId, tidy(card));
    }
    const isStuck = cards.length > 0 && found.size === before;
    const isEnough =
      opened.size >= LISTING_PAGES_MAX || found.size >= LISTINGS_MAX || site.now() - beganAtMs >= LISTING_READ_MS_MAX;
    if (!isLast && !isStuck && !isEnough && next !== null && !opened.has(next)) {
      path = next;
      continue;
    }
    // A shared list without a single card of ours: more likely the sign of ours changed than that all of them are gone.
    if (found.size === 0 && others > 0) return err(selectorMissing("listings.own", "list of adverts"));
    const isComplete = isLast && (total === null || found.size === total);
    return ok({ listings: [...found.values()], isComplete, takenAtMs: site.now() });
  }
}

async function readOne(desk: ListingsDesk, path: string): Promise<Result<ListingsPage, Fault>> {
  const opened = await desk.open(path);
  if (!opened.ok) return opened;
  if (ABSENT_STATUSES.includes(opened.value.status)) return err(selectorMissing("listings.path", "site"));
  return desk.parse(opened.value);
}

function tidy(card: SeenListing): SeenListing {
  const title = card.title?.slice(0, TITLE_CHARS_MAX).trim() ?? "";
  return { ...card, title: title === "" ? null : title };
}
