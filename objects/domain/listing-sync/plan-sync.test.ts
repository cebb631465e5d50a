import { describe, expect, it } from "vitest";
import { isSyncDue, LISTINGS_EVERY_MS, LISTINGS_SIGNAL_AGAIN_MS } from "./limits.ts";
import type { KnownListing, ListedPrice } from "./listing.ts";
import { planSync } from "./plan-sync.ts";

const price = (amountCents: number): ListedPrice => ({ amountCents, currency: "USD", period: "month", raw: "$" });
const listing = (platformListingId: string, change: Partial<KnownListing> = {}): KnownListing => ({
  platformListingId,
  title: `Room ${platformListingId}`,
  state: "live",
  prices: [price(145_000)],
  ...change,
});
const complete = (...listings: KnownListing[]) => ({ listings, isComplete: true });

describe("when adverts are read", () => {
  it("[V6] acts on the first signal, on one whose due time is near, and on none after a read", () => {
    expect(isSyncDue(null, 0)).toBe(true);
    expect(isSyncDue(LISTINGS_SIGNAL_AGAIN_MS, 0)).toBe(true);
    expect(isSyncDue(LISTINGS_EVERY_MS, 0)).toBe(false);
  });
});

describe("the plan of a sync", () => {
  it("[V1] adds what nobody knew, and holds no unit at all", () => {
    const plan = planSync([listing("1")], complete(listing("1"), listing("2")));
    expect(plan.counts).toEqual({ shown: 2, added: 1, changed: 0, gone: 0, isComplete: true });
    expect(plan.shown.flatMap(Object.keys).filter((key) => /unit/i.test(key))).toEqual([]);
  });

  it("[V2] takes over what the card shows, and keeps a title and a price that it does not show", () => {
    const seen = listing("1", { title: "New title", state: "not_live", prices: [price(1), price(2)] });
    expect(planSync([listing("1")], complete(seen))).toMatchObject({ shown: [seen], counts: { changed: 1 } });
    const bare = listing("1", { title: null, state: null, prices: [] });
    expect(planSync([listing("1")], complete(bare)).shown).toEqual([listing("1", { state: null })]);
    expect(planSync([listing("1")], complete(listing("1"))).counts.changed).toBe(0);
  });

  it("[V3] ends what a complete reading does not show, once", () => {
    const known = [listing("1"), listing("2"), listing("3", { state: null }), listing("4", { state: "not_live" })];
    expect(planSync(known, complete(listing("1")))).toMatchObject({ goneIds: ["2", "3"], counts: { gone: 2 } });
    expect(planSync(known, complete()).goneIds).toEqual(["1", "2", "3"]);
  });

  it("[V4] ends nothing on the strength of a reading that was cut short", () => {
    const plan = planSync([listing("1"), listing("2")], { listings: [listing("3")], isComplete: false });
    expect(plan).toMatchObject({ goneIds: [], counts: { shown: 1, added: 1, gone: 0, isComplete: false } });
  });

  it("[V5] counts an advert that stands there twice once, by its first card", () => {
    const plan = planSync([], complete(listing("1", { title: "First" }), listing("1", { title: "Second" })));
    expect(plan.shown).toEqual([listing("1", { title: "First" })]);
    expect(plan.counts.added).toBe(1);
  });
});
