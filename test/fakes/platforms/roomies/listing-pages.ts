// The public page of a room, and the host's own adverts. Read only: the price form of the platform was never seen.

import { html, raw } from "hono/html";
import { type Listing, pageOf } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { type Html, page } from "./layout.ts";
import { PATHS, roomPath } from "./paths.ts";
import type { RoomiesTwin } from "./switches.ts";

/** The bogus first day that public pages are known to carry. */
const BOGUS_START = "1965-01-01";

export function addListingPages(app: TwinApp, twin: RoomiesTwin): void {
  app.get("/rooms/:id{[0-9]{6,7}}", (c) => roomPage(c, twin, c.req.param("id")));
  app.get(PATHS.dashboard, (c) => dashboard(c, twin));
}

function roomPage(c: TwinContext, twin: RoomiesTwin, id: string): Response | Promise<Response> {
  const listing = twin.listings.get(id);
  if (listing === null) return page(c, twin, { title: "Room not found", status: 404 }, html`<h1>Room not found</h1>`);
  return page(
    c,
    twin,
    {
      title: listing.title,
      head: html`<script type="application/ld+json">${raw(JSON.stringify(linkedData(listing)))}</script>`,
    },
    html`<h1>${listing.title}</h1>
<p class="text-gray-700">${listing.area}</p>
<p class="font-semibold">${dollars(listing)} / ${listing.period}</p>`,
  );
}

function dashboard(c: TwinContext, twin: RoomiesTwin): Response | Promise<Response> {
  const { listings, listings_page_size } = twin.switches();
  const { shown, next } = pageOf(twin.ownListings(), c.req.query("page"), listings_page_size);
  return page(
    c,
    twin,
    { title: "Dashboard" },
    html`<h1>Manage your listings</h1>
${shown.map((listing) => card(c, twin, listing))}
${listings === "empty" ? html`<p class="listings-empty">You have no listings yet</p>` : ""}
${next === null ? "" : html`<a class="listings-more" href="?page=${next}">More listings</a>`}`,
  );
}

/** "Deactivate" stands on the card of a live room, so the word says nothing about its state. */
function card(c: TwinContext, twin: RoomiesTwin, listing: Listing): Html {
  const action = listing.live ? "deactivate" : "repost";
  return html`<div class="listing-card bg-white shadow p-4 mb-2">
<a class="font-semibold" href="${roomPath(listing.id)}">${listing.title}</a>
<p class="text-gray-700 text-sm">${listing.area}</p>
<p class="listing-price">${dollars(listing)} per ${listing.period}</p>
<p class="listing-state">${listing.live ? "Active" : "Inactive"}</p>
<div class="flex items-center gap-4">
<a href="${roomPath(listing.id)}/edit">Edit listing</a>
<form method="post" action="${roomPath(listing.id)}/${action}">
<input type="hidden" name="_token" value="${twin.formState.issue(c, `${action}.${listing.id}`)}">
<button type="submit" role="menuitem">${listing.live ? "Deactivate" : "Repost"}</button>
</form>
</div>
</div>`;
}

function linkedData(listing: Listing) {
  return {
    "@context": "https://schema.org",
    "@type": "RealEstateListing",
    name: listing.title,
    url: roomPath(listing.id),
    availabilityStarts: BOGUS_START,
    offers: { "@type": "Offer", price: listing.priceCents / 100, priceCurrency: "USD" },
  };
}

function dollars(listing: Listing): string {
  return `$${(listing.priceCents / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })}`;
}
