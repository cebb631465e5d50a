// The host's own adverts (US cards) and the public page of one advert. Read only; renewing is forbidden.

import { html } from "hono/html";
import type { Listing } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { type Html, page } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { SpareroomTwin } from "./switches.ts";

export function addListingPages(app: TwinApp, twin: SpareroomTwin): void {
  app.get(PATHS.listings, (c) => (c.req.query("format") === "json" ? c.json(asJson(c, twin)) : listingsPage(c, twin)));
  app.get(PATHS.advert, (c) => advertPage(c, twin, c.req.query("flatshare_id") ?? ""));
  app.get("/:id{[0-9]{8,9}}", (c) => advertPage(c, twin, c.req.param("id")));
}

function listingsPage(c: TwinContext, twin: SpareroomTwin): Response | Promise<Response> {
  const all = twin.ownListings();
  const { cards, listings, listings_page_size: perPage, listings_total } = twin.switches();
  const asked = Number(c.req.query("offset") ?? 0);
  const offset = Number.isInteger(asked) && asked >= 0 ? asked : 0;
  const shown = all.slice(offset, offset + perPage);
  const range = `${shown.length === 0 ? 0 : offset + 1}-${offset + shown.length}`;
  const hasTotal = listings_total === "shown" && listings !== "empty_unmarked";
  return page(
    c,
    twin,
    { title: "My ads" },
    html`<h1>My ads</h1>
${hasTotal ? html`<p class="navcurrent">Showing <strong>${range}</strong> of <strong>${all.length}</strong></p>` : ""}
${cards === "uk" ? shown.map(ukCard) : html`<ul class="listing-results">${shown.map((listing) => card(twin, listing))}</ul>`}
${offset + perPage < all.length ? html`<p><a href="?offset=${offset + perPage}">Next</a></p>` : ""}`,
  );
}

function card(twin: SpareroomTwin, listing: Listing): Html {
  const state = listing.live ? "listing-result--live" : "listing-result--not_live";
  return html`<li class="${twin.cls("listing-result")} ${state}" id="advert-${listing.id}">
<h3 class="listing-card__title"><a href="${PATHS.advert}?flatshare_id=${listing.id}">${listing.title}</a></h3>
<p class="listing-card__location">${listing.area}</p>
<p class="listing-card__price">${priceText(listing)}</p>
<p class="listing-card__actions"><a href="${PATHS.renew}?advert_id=${listing.id}">Renew</a> <a href="${PATHS.deactivate}?advert_id=${listing.id}">Deactivate</a></p>
</li>`;
}

/** "Deactivate" and the renew link stand on cards of either state. */
function ukCard(listing: Listing): Html {
  return html`<div class="myListing ${listing.live ? "live" : "not_live"}">
<h2>${listing.title}</h2>
<span class="ad_ref">Ad ref # ${listing.id}</span>
<p><a class="myListing-link__activate--renew" data-advert-id="${listing.id}" data-renew-available="true" href="${PATHS.renew}?advert_id=${listing.id}">Renew</a> <a href="${PATHS.deactivate}?advert_id=${listing.id}">Deactivate</a></p>
</div>`;
}

function advertPage(c: TwinContext, twin: SpareroomTwin, id: string): Response | Promise<Response> {
  const listing = twin.listings.get(id);
  if (listing === null) return page(c, twin, { title: "Ad not found", status: 404 }, html`<h1>Ad not found</h1>`);
  return page(
    c,
    twin,
    { title: listing.title },
    html`<h1>${listing.title}</h1><p>${listing.area}</p><p>${priceText(listing)}</p><p>Ad ref # ${listing.id}</p>`,
  );
}

function asJson(c: TwinContext, twin: SpareroomTwin) {
  const perPage = twin.switches().listings_page_size;
  const most = Number(c.req.query("max_per_page") ?? perPage);
  const offered = twin.ownListings().slice(0, Number.isInteger(most) && most > 0 ? most : perPage);
  const dateLive = (listing: Listing) => ({ advert_id: listing.id, date_live_iso8601: "2026-11-01T00:00:00Z" });
  return { myads: { offered: offered.map(dateLive), wanted: [] } };
}

function priceText(listing: Listing): string {
  const dollars = (listing.priceCents / 100).toLocaleString("en-US", { maximumFractionDigits: 2 });
  return `$${dollars} / ${listing.period}`;
}
