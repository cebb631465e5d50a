// What renters see: cards of ads, the manager's page, one ad with the renter's form. A renter's form that is filled in
// is a lead's message; the host's own session must never post one.

import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { readForm } from "../kernel/form-state.ts";
import type { Listing } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { dollars } from "./ad-fields.ts";
import { csrfField, type Html, notFound, page } from "./layout.ts";
import { adPath, managerPath, PATHS } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

const MANAGER = `${DEMO_ACCOUNT.firstName} ${DEMO_ACCOUNT.lastName}`;

export function addPublicPages(app: TwinApp, twin: RenthopTwin): void {
  app.get("/", (c) => {
    const words = (c.req.query("q") ?? "").toLowerCase();
    const found = twin.listings.all().filter(({ title, area }) => `${title} ${area}`.toLowerCase().includes(words));
    return cardsPage(c, twin, "Apartments for rent", found);
  });
  app.get(managerPath(MANAGER), (c) => cardsPage(c, twin, `Listings by ${MANAGER}`, twin.listings.all()));
  app.get("/listings/:street/:unit/:id", (c) => {
    const listing = twin.listings.get(c.req.param("id"));
    return listing === null ? notFound(c, twin) : adPage(c, twin, listing);
  });
  app.post(PATHS.contact, async (c) => {
    if (twin.sessions.current(c) !== null) return twin.forbid(c, "renter's form by the host");
    const form = await readForm(c);
    const listingId = form.get("listing_id");
    const refused = twin.formState.refusal(c, `contact.${listingId}`, form.get("csrf_token"));
    if (refused !== null) return refused;
    const details = { email: form.get("renter_email"), phone: form.get("renter_phone") };
    const words = { name: form.get("renter_name"), text: form.get("renter_comments"), listingId, details };
    const stored = twin.threads.leadWrites(words);
    const told = stored.ok ? "Your message was sent to the listing agent." : stored.error;
    return page(c, twin, { title: "Contact", status: stored.ok ? 200 : 400 }, html`<p>${told}</p>`);
  });
}

function cardsPage(
  c: TwinContext,
  twin: RenthopTwin,
  title: string,
  listings: readonly Listing[],
): Response | Promise<Response> {
  return page(c, twin, { title }, html`<h1>${title}</h1>${listings.map((listing) => card(twin, listing))}`);
}

function card(twin: RenthopTwin, listing: Listing): Html {
  const id = `listing-${listing.id}`;
  return html`<div class="${twin.cls("search-listing")}" id="${id}" listing_id="${listing.id}">
<a id="${id}-title" href="${adPath(listing)}">${listing.title}</a>
<div id="${id}-neighborhoods">${listing.area}</div>
<div id="${id}-info"><span id="${id}-price">${dollars(listing.priceCents)}</span> 1 Bed 1 Bath</div>
<div>By <a href="${managerPath(MANAGER)}">${MANAGER}</a> · 8 hours ago</div>
<a href="${adPath(listing)}">Check Availability</a>
</div>
`;
}

function adPage(c: TwinContext, twin: RenthopTwin, listing: Listing): Response | Promise<Response> {
  return page(
    c,
    twin,
    { title: listing.title },
    html`<h1>${listing.title}</h1>
<p>${listing.area} · ${dollars(listing.priceCents)}</p>
<form id="id-contact-form" method="post" action="${PATHS.contact}">
${csrfField(c, twin, `contact.${listing.id}`)}
<input type="hidden" name="listing_id" value="${listing.id}">
<p><label for="renter_name">Name</label> <input type="text" id="renter_name" name="renter_name"></p>
<p><label for="renter_email">Email</label> <input type="email" id="renter_email" name="renter_email"></p>
<p><label for="renter_phone">Phone</label> <input type="tel" id="renter_phone" name="renter_phone"></p>
<p><label for="renter_comments">Comments</label> <textarea id="renter_comments" name="renter_comments" rows="4"></textarea></p>
<button type="submit">Send</button>
</form>`,
  );
}
