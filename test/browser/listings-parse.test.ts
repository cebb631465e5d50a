// Pages of own adverts to cards: SpareRoom's two shapes as platforms.md describes them, and lists that a pack alone describes.
import { describe, expect, it } from "vitest";
import { type Confirmation, withConfirmations } from "#browser/confirmation";
import { nextPath, parseDescribedListings } from "#browser/described-listings";
import { packFor } from "#browser/platforms/registry";
import { parseListings } from "#browser/platforms/spareroom/parse-listings";
import { readPrices } from "#browser/price-text";

const ORIGIN = "https://www.spareroom.com";
const pack = packFor("spareroom");
const at = (offset: number) => `${ORIGIN}/roommate/mylistings.pl?offset=${offset}`;
const total = (count: number | string) =>
  `<p class="navcurrent">Showing <strong>1-10</strong> of <strong>${count}</strong></p>`;
const us = (id: number, state: string, price = "$1,450 / month") =>
  `<li class="listing-result ${state}" id="advert-${id}"><h3 class="listing-card__title"><a href="/x">Room ${id}</a></h3>
   <p class="listing-card__price">${price}</p><a href="/renew">Renew</a> <a href="/deactivate">Deactivate</a></li>`;
const uk = (id: number, state: string) =>
  `<div class="myListing ${state}"><h2>Flat ${id}</h2><span class="ad_ref">Ad ref # ${id}</span><a>Deactivate</a></div>`;
const read = (html: string, offset = 0) => parseListings(html, at(offset), pack);

describe("SpareRoom's own adverts", () => {
  it("are read with id, title, price and the state of their own card", () => {
    const [live, off] = [us(15000001, "listing-result--live"), us(15000002, "listing-result--not_live", "£180 pw")];
    expect(read(`${total(2)}<ul>${live}${off}</ul>`)).toEqual({
      ok: true,
      value: {
        cards: [
          {
            platformListingId: "15000001",
            title: "Room 15000001",
            state: "live",
            prices: [{ amountCents: 145_000, currency: "USD", period: "month", raw: "$1,450 / month" }],
          },
          {
            platformListingId: "15000002",
            title: "Room 15000002",
            state: "not_live",
            prices: [{ amountCents: 18_000, currency: "GBP", period: "week", raw: "£180 pw" }],
          },
        ],
        isLast: true,
        next: null,
        total: 2,
        others: 0,
      },
    });
  });

  it("are read in the UK shape, where a card that is not live tells nothing until somebody confirmed its class", () => {
    const html = `${total(2)}${uk(15000001, "live")}${uk(15000002, "not_live")}`;
    const cards = [
      { platformListingId: "15000001", title: "Flat 15000001", state: "live", prices: [] },
      { platformListingId: "15000002", title: "Flat 15000002", state: null, prices: [] },
    ];
    expect(read(html)).toMatchObject({ ok: true, value: { cards, isLast: true } });
    const entries = [{ key: "listings.uk_not_live", value: ".not_live" }];
    const confirmation: Confirmation = {
      platform: "spareroom",
      origin: ORIGIN,
      confirmed_on: "2026-12-01",
      by: "a human",
      entries,
    };
    const confirmed = withConfirmations(pack, [confirmation], ORIGIN);
    expect(parseListings(html, at(0), confirmed)).toMatchObject({
      value: { cards: [{ state: "live" }, { state: "not_live" }] },
    });
  });

  it("go on as long as the total says, and are not known to be all when no total is shown", () => {
    const ten = Array.from({ length: 10 }, (_, n) => us(15000001 + n, "listing-result--live")).join("");
    expect(read(total("1,023") + ten)).toMatchObject({
      value: { isLast: false, next: "/roommate/mylistings.pl?offset=10", total: 1023 },
    });
    expect(read(total(20) + ten, 10)).toMatchObject({ value: { isLast: true, next: null } });
    expect(read(ten)).toMatchObject({ value: { isLast: false, next: "/roommate/mylistings.pl?offset=10" } });
    expect(read(us(15000001, "listing-result--live"))).toMatchObject({ value: { isLast: false, next: null } });
  });

  it("are none only when the page says so", () => {
    expect(read(total(0))).toMatchObject({ ok: true, value: { cards: [], isLast: true } });
    expect(read("<h1>My ads</h1>")).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER" } });
    expect(read(total(3))).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "listings.row" } });
  });

  it("name the entry that the page misses", () => {
    const noIds = us(15000001, "listing-result--live").replace("advert-15000001", "advert-");
    expect(read(total(1) + noIds)).toMatchObject({ error: { packKey: "listings.row_id" } });
    expect(read(total(1) + us(15000001, "is-live"))).toMatchObject({ error: { packKey: "listings.live" } });
    const both = us(15000001, "listing-result--live") + noIds;
    expect(read(total(1) + both)).toMatchObject({ ok: true, value: { isLast: false } });
  });
});

describe("a list that its pack describes", () => {
  const origin = "https://www.renthop.com";
  const confirmed = (keys: Record<string, string>) => {
    const entries = Object.entries(keys).map(([key, value]) => ({ key, value }));
    const confirmation: Confirmation = {
      platform: "renthop",
      origin,
      confirmed_on: "2026-12-01",
      by: "a human",
      entries,
    };
    return withConfirmations(packFor("renthop"), [confirmation], origin);
  };
  const idIn = (path: string) => /\/listings\/.*\/(\d+)$/.exec(path)?.[1] ?? null;
  const url = `${origin}/account/listings_bank?page=1&sort=hopscore`;
  const row = (id: string, inner = "") =>
    `<div class="listing-entry"><b>Home ${id}</b><i>$2,900</i><a href="/listings/a/1/${id}">View</a>${inner}</div>`;
  const list = (...rows: string[]) => `<div id="search-results-list">${rows.join("")}</div>`;
  const own = '<a href="/r/listings/post?listing_id=1">Edit</a>';
  const known = { "listings.own": "a[href^='/r/listings/post?']", "listings.title": "b", "listings.price": "i" };
  const parse = (html: string, keys: Record<string, string> = known, visible = {}) =>
    parseDescribedListings({ html, url, visible }, confirmed(keys), idIn);

  it("is read for our own rows alone", () => {
    const html = list(row("31000655"), row("31000701", own));
    expect(parse(html)).toMatchObject({
      value: {
        cards: [{ platformListingId: "31000701", title: "Home 31000701", state: null }],
        others: 1,
        // Nobody confirmed how a next page is shown.
        isLast: false,
      },
    });
    expect(parse(html, { ...known, "listings.next": ".next" })).toMatchObject({ value: { isLast: true } });
  });

  it.each([
    ["Active", "live"],
    ["inactive", "not_live"],
    ["Deactivate", null],
    ["Active until we Deactivate it", null],
    ["", null],
  ])("takes the state %j for %s", (words, state) => {
    const html = list(row("31000701", `${own}<em>${words}</em>`));
    expect(parse(html, { ...known, "listings.state": "em" })).toMatchObject({ value: { cards: [{ state }] } });
  });

  it("is empty only by its confirmed, visible mark", () => {
    expect(parse(list())).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER", packKey: "listings.row" } });
    expect(parse(list(), known, { "listings.empty": null })).toMatchObject({ ok: false });
    expect(parse(list(), known, { "listings.empty": { x: 1, y: 1 } })).toMatchObject({ value: { cards: [] } });
  });

  it("is not read to its end when a row of ours is not understood", () => {
    const keys = { ...known, "listings.next": ".next" };
    const odd = `<div class="listing-entry">${own}</div>`;
    expect(parse(list(row("31000701", own), odd), keys)).toMatchObject({ value: { isLast: false } });
    expect(parse(list(odd), keys)).toMatchObject({ error: { packKey: "listings.row_id" } });
    const twoIds = row("31000701", `${own}<a href="/listings/b/1/31000702">Other</a>`);
    expect(parse(list(twoIds), keys)).toMatchObject({ error: { packKey: "listings.row_id" } });
  });

  it.each([
    ["?page=2&sort=hopscore", "/account/listings_bank?page=2&sort=hopscore"],
    ["/account/listings_bank?sort=hopscore&page=3", "/account/listings_bank?sort=hopscore&page=3"],
    ["?page=2&sort=price", null],
    ["?page=next&sort=hopscore", null],
    ["?page=1&sort=hopscore", null],
    ["/r/listings/deactivate/31000701", null],
    ["?page=1&sort=hopscore&deactivate=yes", null],
    ["https://elsewhere.example/account/listings_bank?page=2&sort=hopscore", null],
    ["javascript:alert(1)", null],
  ])("follows the link %s as %s", (href, path) => {
    expect(nextPath(href, url, "/account/listings_bank?page=1&sort=hopscore")).toBe(path);
  });
});

describe("the words of a price", () => {
  it.each([
    ["$1,950 / month", [[195_000, "USD", "month"]]],
    ["$1,700 per month", [[170_000, "USD", "month"]]],
    ["£650 pcm", [[65_000, "GBP", "month"]]],
    [
      "$900 - $1,200.50 per week",
      [
        [90_000, "USD", "week"],
        [120_050, "USD", "week"],
      ],
    ],
    ["3 months: $3,100", [[310_000, "USD", null]]],
    ["1 Bed $2,900", [[290_000, "USD", null]]],
    ["1450", [[145_000, null, null]]],
    ["1 Bed, 2 Bath", [[null, null, null]]],
    ["Price on request", [[null, null, null]]],
    ["", []],
  ] as const)("%j", (words, prices) => {
    expect(readPrices(words).map(({ amountCents, currency, period }) => [amountCents, currency, period])).toEqual(
      prices,
    );
  });
});
