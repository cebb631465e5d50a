// The host's dashboard with its properties, and the public page of one. Read only: the rate form was never seen.

import { html } from "hono/html";
import { pageOf } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { priceText } from "./channel-state.ts";
import { memberPage, publicPage } from "./layout.ts";
import { PATHS, propertyPath } from "./paths.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

export function addPropertyPages(app: TwinApp, twin: FurnishedfinderTwin): void {
  app.get(PATHS.dashboard, (c) => dashboard(c, twin));
  app.get("/property/:id", (c) => {
    const listing = twin.listings.get(c.req.param("id"));
    if (listing === null) {
      return publicPage(c, twin, { title: "Property not found", status: 404 }, html`<h1>Property not found</h1>`);
    }
    return publicPage(
      c,
      twin,
      { title: listing.title },
      html`<h1>${listing.title}</h1><p>${listing.area}</p><p data-testid="price">${priceText(listing)}</p><p>Property ID: ${listing.id}</p>`,
    );
  });
}

function dashboard(c: TwinContext, twin: FurnishedfinderTwin): Response | Promise<Response> {
  const { listings, listings_page_size } = twin.switches();
  const { shown, next } = pageOf(twin.ownListings(), c.req.query("page"), listings_page_size);
  return memberPage(
    c,
    twin,
    { title: "Dashboard" },
    html`<h1>Dashboard</h1>
<p><a href="${PATHS.messages}?filter=all">Messages</a></p>
${shown.map(
  (listing) => html`<div class="property-card" data-testid="property-card-${listing.id}">
<a href="${propertyPath(listing.id)}">${listing.title}</a>
<p>${listing.area}</p>
<p data-testid="price">${priceText(listing)}</p>
<p class="property-state">${listing.live ? "Active" : "Inactive"}</p>
</div>`,
)}
${listings === "empty" ? html`<p class="properties-empty">You have no properties yet</p>` : ""}
${next === null ? "" : html`<a class="properties-next" href="?page=${next}">Next</a>`}`,
  );
}
