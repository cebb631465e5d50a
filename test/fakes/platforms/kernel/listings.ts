// The host's adverts in a twin. Starts with the demo adverts of the platform; a price form may change a price.

import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { DemoListing } from "./demo-listings.ts";

export type Listing = DemoListing & { readonly live: boolean };

export type Listings = {
  /** In the order they were seeded. */
  all(): readonly Listing[];
  get(id: string): Listing | null;
  setPrice(id: string, price: { priceCents: number; period: Listing["period"] }): void;
  setLive(id: string, live: boolean): void;
  add(listing: DemoListing): void;
  /** The platform forgets the advert. */
  remove(id: string): void;
};

/** One page of a list, and the number of the one that follows; pages count from 1. */
export function pageOf<Item>(
  items: readonly Item[],
  asked: string | undefined,
  perPage: number,
): { readonly shown: readonly Item[]; readonly next: number | null } {
  const number = asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const end = number * perPage;
  return { shown: items.slice(end - perPage, end), next: end < items.length ? number + 1 : null };
}

export function makeListings(db: DatabaseSync): Listings {
  return {
    all: () => db.prepare("SELECT * FROM listings ORDER BY position").all().map(toListing),
    get(id) {
      const row = db.prepare("SELECT * FROM listings WHERE id = ?").get(id);
      return row === undefined ? null : toListing(row);
    },
    setPrice(id, price) {
      db.prepare("UPDATE listings SET price_cents = ?, period = ? WHERE id = ?").run(
        price.priceCents,
        price.period,
        id,
      );
    },
    setLive(id, live) {
      db.prepare("UPDATE listings SET live = ? WHERE id = ?").run(live ? 1 : 0, id);
    },
    add(listing) {
      db.prepare(
        "INSERT INTO listings (id, position, title, area, price_cents, period, live) VALUES (?, (SELECT count(*) FROM listings), ?, ?, ?, ?, 1)",
      ).run(listing.id, listing.title, listing.area, listing.priceCents, listing.period);
    },
    remove(id) {
      db.prepare("DELETE FROM listings WHERE id = ?").run(id);
    },
  };
}

function toListing(row: Record<string, SQLOutputValue>): Listing {
  return {
    id: String(row["id"]),
    title: String(row["title"]),
    area: String(row["area"]),
    priceCents: Number(row["price_cents"]),
    period: row["period"] === "week" ? "week" : "month",
    live: row["live"] === 1,
  };
}
