// The host's own listings and the form of their prices by term. Its shape is reconstructed: nobody has shown one.

import { html } from "hono/html";
import { type FormFields, readForm } from "../kernel/form-state.ts";
import { type Listing, pageOf } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { csrfField, type Html, page } from "./layout.ts";
import { dollars, type LeaseTerm, saveTerms, termsOf } from "./lease-terms.ts";
import { editPath, listingPath, PATHS } from "./paths.ts";
import type { LeasebreakTwin } from "./switches.ts";

/** What the form takes as a price: dollars with at most two places, and no sign. */
const PRICE_SHAPE = /^\d{1,6}(\.\d{1,2})?$/;
const SAVED = { yes: "Your listing has been saved.", review: "Your changes will appear once they were reviewed." };

export function addOwnListingPages(app: TwinApp, twin: LeasebreakTwin): void {
  app.get(PATHS.ownListings, (c) => ownListings(c, twin));
  app.get(editPath(":id"), (c) => {
    const listing = twin.listings.get(c.req.param("id"));
    if (listing === null) return c.notFound();
    return editPage(c, twin, listing, { terms: inFields(termsOf(twin, listing)), invalid: false });
  });
  app.post(editPath(":id"), async (c) => {
    const listing = twin.listings.get(c.req.param("id"));
    if (listing === null) return c.notFound();
    return save(c, twin, listing, await readForm(c));
  });
}

function ownListings(c: TwinContext, twin: LeasebreakTwin): Response | Promise<Response> {
  const { listings, listings_page_size } = twin.switches();
  const { shown, next } = pageOf(twin.ownListings(), c.req.query("page"), listings_page_size);
  return page(
    c,
    twin,
    { title: "My Listings" },
    html`<h1>My Listings</h1>${shown.map((listing) => card(twin, listing))}
${listings === "empty" ? html`<div class="empty-listings">No results found.</div>` : ""}
${next === null ? "" : html`<ul class="pager"><li class="next"><a href="?page=${next}">Next</a></li></ul>`}`,
  );
}

function card(twin: LeasebreakTwin, listing: Listing): Html {
  const state = listing.live ? "active" : "inactive";
  const prices = termsOf(twin, listing).map(
    ({ term, priceCents }) => html`<li>${term}: <span class="my-listing-price">${dollars(priceCents)}</span></li>`,
  );
  return html`<div class="${twin.cls("my-listing")} my-listing--${state}" data-listing-id="${listing.id}">
<h3><a class="my-listing-title" href="${listingPath(listing)}">${listing.title}</a></h3>
<p>${listing.area} · Listing # ${listing.id} · <span class="my-listing-state">${state}</span></p>
<ul>${prices}</ul>
<p><a href="${editPath(listing.id)}">Edit</a> <a href="${PATHS.ownListings}/${listing.id}/renew">Renew</a> <a href="${PATHS.ownListings}/${listing.id}/deactivate">Deactivate</a> <a href="${PATHS.ownListings}/${listing.id}/delete">Delete</a></p>
</div>`;
}

type TermField = { readonly term: string; readonly price: string };

function editPage(
  c: TwinContext,
  twin: LeasebreakTwin,
  listing: Listing,
  shown: { terms: readonly TermField[]; invalid: boolean },
): Response | Promise<Response> {
  const saved = c.req.query("saved");
  const told = saved === "yes" || saved === "review" ? SAVED[saved] : null;
  return page(
    c,
    twin,
    { title: "Edit Listing" },
    html`<h1>Edit Listing</h1>
${told === null ? "" : html`<div class="flash-success">${told}</div>`}
<form id="listing-form" method="post" action="${editPath(listing.id)}">
${csrfField(c, twin, `price.${listing.id}`)}
<h3>Pricing Based on Lease Term</h3>
<table class="items"><tbody>${shown.terms.map(
      ({ term, price }, index) =>
        html`<tr><td>${term}</td><td>$ <input type="text" id="ListingTerm_${index}_price" name="${fieldName(index)}" value="${price}" aria-label="${term}"></td></tr>`,
    )}</tbody></table>
${shown.invalid ? html`<div class="errorMessage">Price is not valid.</div>` : ""}
<button type="submit" name="yt0">Save</button>
</form>`,
  );
}

function save(c: TwinContext, twin: LeasebreakTwin, listing: Listing, form: FormFields): Response | Promise<Response> {
  const refused = twin.formState.refusal(c, `price.${listing.id}`, form.get("YII_CSRF_TOKEN"));
  if (refused !== null) return refused;
  const { price_save } = twin.switches();
  const given = termsOf(twin, listing).map(({ term }, index) => ({ term, price: form.get(fieldName(index)).trim() }));
  const valid = given.every(({ price }) => PRICE_SHAPE.test(price) && Number(price) > 0);
  if (!valid || price_save === "invalid") return editPage(c, twin, listing, { terms: given, invalid: true });
  if (price_save === "ok") {
    const terms = given.map(({ term, price }) => ({ term, priceCents: Math.round(Number(price) * 100) }));
    saveTerms(twin, listing, terms);
  }
  return c.redirect(`${editPath(listing.id)}?saved=${price_save === "moderated" ? "review" : "yes"}`);
}

function inFields(terms: readonly LeaseTerm[]): readonly TermField[] {
  return terms.map(({ term, priceCents }) => ({ term, price: String(priceCents / 100) }));
}

function fieldName(index: number): string {
  return `ListingTerm[${index}][price]`;
}
