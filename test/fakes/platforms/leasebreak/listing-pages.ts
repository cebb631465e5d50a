// Pages of listings that anyone may read: the home page, the search results, and one listing with its price table.

import { html } from "hono/html";
import type { Listing } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { type Html, page } from "./layout.ts";
import { dollars, termsOf } from "./lease-terms.ts";
import { listingPath, PATHS } from "./paths.ts";
import type { LeasebreakTwin } from "./switches.ts";

export function addListingPages(app: TwinApp, twin: LeasebreakTwin): void {
  app.get("/", (c) => page(c, twin, { title: "Short Term Rentals" }, results(twin, twin.listings.all())));
  app.get(PATHS.search, (c) => {
    const words = (c.req.query("q") ?? "").toLowerCase();
    const found = twin.listings
      .all()
      .filter(({ id, title, area }) => [id, title, area].join(" ").toLowerCase().includes(words));
    return page(c, twin, { title: "Search" }, results(twin, found));
  });
  app.get("/short-term-rental-details/:id/:slug", (c) => listingPage(c, twin, c.req.param("id")));
  app.get("/rental-details/:id/", (c) => listingPage(c, twin, c.req.param("id")));
}

function results(twin: LeasebreakTwin, listings: readonly Listing[]): Html {
  return html`<h1>Short term rentals, sublets and lease breaks</h1>
<ul class="results">${listings.map(
    (listing) =>
      html`<li><a href="${listingPath(listing)}">${listing.title}</a>, ${listing.area}, from ${dollars(lowest(twin, listing))}</li>`,
  )}</ul>`;
}

function listingPage(c: TwinContext, twin: LeasebreakTwin, id: string): Response | Promise<Response> {
  const listing = twin.listings.get(id);
  if (listing === null) {
    return page(c, twin, { title: "Error 404", status: 404 }, html`<h1>Error 404</h1><p>No such listing.</p>`);
  }
  return page(
    c,
    twin,
    { title: listing.title },
    html`<h2>${listing.title}</h2>
<div class="title-detail-apartments-text">${listing.area}</div>
<div class="title-detail-icons">
<span class="title-icon">Bedrooms <span class="nums-icon">1</span></span>
<span class="title-icon">Bathrooms <span class="nums-icon">1</span></span>
<span class="title-icon">Move-In <span class="date-icon">12/01/2026</span></span>
<span class="title-icon">Move-Out <span class="date-icon">11/30/2027</span></span>
</div>
${termTable(twin, listing)}
<dl class="listing-details">
<dt class="listing-details-title">Listing #</dt><dd class="listing-details-value">${listing.id}</dd>
<dt class="listing-details-title">Broker Fee</dt><dd class="listing-details-value">No Fee</dd>
<dt class="listing-details-title last-updated-details-title">Last updated</dt><dd class="listing-details-value">11/18/2026</dd>
</dl>`,
  );
}

function termTable(twin: LeasebreakTwin, listing: Listing): Html {
  return html`<h3>Pricing Based on Lease Term</h3>
<table class="items pricing-table">
<thead><tr><th>Term</th><th>$</th></tr></thead>
<tbody>${termsOf(twin, listing).map(({ term, priceCents }) => html`<tr><td>${term}</td><td>${dollars(priceCents)}</td></tr>`)}</tbody>
</table>`;
}

function lowest(twin: LeasebreakTwin, listing: Listing): number {
  return Math.min(...termsOf(twin, listing).map(({ priceCents }) => priceCents));
}
