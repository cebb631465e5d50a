// The form of an ad: new ones (never to be posted by an automation) and the price of one that is there already.

import { html } from "hono/html";
import { type FormFields, readForm } from "../kernel/form-state.ts";
import type { Listing } from "../kernel/listings.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { AD_FIELDS, type AdFields, fieldsOf, saveFields } from "./ad-fields.ts";
import { csrfField, notFound, page } from "./layout.ts";
import { editPath, PATHS } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

/** What the form takes as a price: whole dollars a month, as the platform's own ads have them. */
const PRICE_SHAPE = /^\d{1,6}$/;
const SAVED = { yes: "Your listing was saved.", review: "Your listing was saved and is being reviewed." };
const NO_FIELDS: AdFields = { address: "", unit: "", display_address: "", description: "" };

type Shown = { readonly id: string; readonly price: string; readonly fields: AdFields; readonly invalid: boolean };

export function addPostPages(app: TwinApp, twin: RenthopTwin): void {
  app.get(PATHS.post, (c) => {
    const id = c.req.query("listing_id");
    if (id === undefined) return formPage(c, twin, { id: "", price: "", fields: NO_FIELDS, invalid: false });
    const listing = twin.listings.get(id);
    if (listing === null) return notFound(c, twin);
    const price = String(listing.priceCents / 100);
    return formPage(c, twin, { id, price, fields: fieldsOf(twin, listing), invalid: false });
  });
  app.post(PATHS.post, async (c) => {
    const form = await readForm(c);
    const listing = twin.listings.get(form.get("listing_id"));
    return listing === null ? twin.forbid(c, "new ad") : save(c, twin, listing, form);
  });
}

function save(c: TwinContext, twin: RenthopTwin, listing: Listing, form: FormFields): Response | Promise<Response> {
  const refused = twin.formState.refusal(c, `ad.${listing.id}`, form.get("csrf_token"));
  if (refused !== null) return refused;
  const { price_save } = twin.switches();
  const price = form.get("price").trim();
  const fields: AdFields = {
    address: form.get("address"),
    unit: form.get("unit"),
    display_address: form.get("display_address"),
    description: form.get("description"),
  };
  const valid = PRICE_SHAPE.test(price) && Number(price) > 0 && fields.address.trim() !== "";
  if (!valid || price_save === "invalid") return formPage(c, twin, { id: listing.id, price, fields, invalid: true });
  if (price_save === "ok") {
    saveFields(twin, listing, fields);
    twin.listings.setPrice(listing.id, { priceCents: Number(price) * 100, period: "month" });
  }
  return c.redirect(`${editPath(listing.id)}&saved=${price_save === "moderated" ? "review" : "yes"}`);
}

function formPage(c: TwinContext, twin: RenthopTwin, shown: Shown): Response | Promise<Response> {
  const saved = c.req.query("saved");
  const told = saved === "yes" || saved === "review" ? SAVED[saved] : null;
  const inputs = AD_FIELDS.filter((name) => name !== "description").map(
    (name) =>
      html`<p><label for="${name}">${name}</label> <input type="text" id="${name}" name="${name}" value="${shown.fields[name]}"></p>`,
  );
  return page(
    c,
    twin,
    { title: shown.id === "" ? "Create Listing" : "Edit Listing" },
    html`<h1>${shown.id === "" ? "Create Listing" : "Edit Listing"}</h1>
${told === null ? "" : html`<p class="form-saved">${told}</p>`}
${shown.invalid ? html`<p class="form-error">Please enter the right price and address.</p>` : ""}
<form id="listing-form" method="post" action="${PATHS.post}">
${csrfField(c, twin, `ad.${shown.id}`)}
<input type="hidden" name="listing_id" value="${shown.id}">
${inputs}
<p><label for="price">price</label> <input type="text" id="price" name="price" value="${shown.price}"></p>
<p><label><input type="checkbox" id="building_features_1" name="building_features[]" value="1"> Elevator</label>
<label><input type="checkbox" id="pet_features_1" name="pet_features[]" value="1"> Cats</label>
<label><input type="checkbox" id="fee_features_1" name="fee_features[]" value="1"> No fee</label></p>
<p><label for="description">description</label> <textarea id="description" name="description">${shown.fields.description}</textarea></p>
<div id="upload_container"><button type="button" id="upload_browse_files">Browse files</button></div>
<button type="submit">Save + Post</button>
</form>`,
  );
}
