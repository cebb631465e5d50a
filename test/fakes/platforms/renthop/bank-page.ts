// The listings bank: the host's own ads among those of other people, which an automation must never take for ours.

import { html } from "hono/html";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { pageOf } from "../kernel/listings.ts";
import type { TwinContext } from "../kernel/site.ts";
import { dollars } from "./ad-fields.ts";
import { type Html, page } from "./layout.ts";
import { adPath, editPath, PATHS } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

type Owner = { readonly name: string; readonly username: string; readonly phone: string };
type Entry = {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly priceCents: number;
  readonly owner: Owner;
};

const OWN: Owner = {
  name: `${DEMO_ACCOUNT.firstName} ${DEMO_ACCOUNT.lastName}`,
  username: DEMO_ACCOUNT.username,
  phone: CANARY.phone,
};
/** Stands before the host's ads. */
const FIRST_OF_OTHERS: Entry = {
  id: "31000655",
  title: "Loft on Wythe Avenue",
  area: "Williamsburg, Brooklyn",
  priceCents: 410_000,
  owner: { name: "Otto Other", username: "otto-other", phone: "(212) 555-0100" },
};
/** Stands after them, with the same address as one of them. */
const LAST_OF_OTHERS: Entry = {
  id: "31000656",
  title: "Sunny room on Halsey Street",
  area: "Bedford-Stuyvesant, Brooklyn",
  priceCents: 139_500,
  owner: { name: "Olga Other", username: "olga-other", phone: "(212) 555-0101" },
};

/** Takes page, max_price (dollars) and usernames[]; the order is always the same. */
export function bankPage(c: TwinContext, twin: RenthopTwin): Response | Promise<Response> {
  const usernames = c.req.queries("usernames[]") ?? [];
  const mostCents = wholeOr(c.req.query("max_price"), Number.POSITIVE_INFINITY) * 100;
  const { listings, listings_page_size } = twin.switches();
  const own: readonly Entry[] = twin.ownListings().map((listing) => ({ ...listing, owner: OWN }));
  const all = listings === "normal" ? [FIRST_OF_OTHERS, ...own, LAST_OF_OTHERS] : [];
  const found = all.filter(
    ({ owner, priceCents }) =>
      (usernames.length === 0 || usernames.includes(owner.username)) && priceCents <= mostCents,
  );
  const { shown, next } = pageOf(found, c.req.query("page"), listings_page_size);
  return page(
    c,
    twin,
    { title: "Listings Bank" },
    html`<h1>Listings Bank</h1>
<p>${found.length} listings</p>
<div id="search-results-list">${shown.map((entry) => row(twin, entry))}</div>
${listings === "empty" ? html`<p class="bank-empty">No listings match.</p>` : ""}
${next === null ? "" : html`<a class="bank-next" href="${PATHS.bank}?page=${next}&sort=hopscore">Next</a>`}`,
  );
}

/** The parts go by position: address and area, price and rooms, name, phone, link. */
function row(twin: RenthopTwin, entry: Entry): Html {
  return html`<div class="${twin.cls("listing-entry")}">
<div><div class="entry-address">${entry.title}</div><div>${entry.area}</div></div>
<div><div class="entry-price">${dollars(entry.priceCents)}</div><div>1 Bed, 1 Bath</div></div>
<div>${entry.owner.name}</div>
<div>${entry.owner.phone}</div>
<div><a href="${adPath(entry)}">View</a>${entry.owner === OWN ? ownLinks(entry.id) : ""}</div>
</div>
`;
}

function ownLinks(id: string): Html {
  return html` <a href="${editPath(id)}">Edit</a> <a href="/r/listings/repost/${id}">Repost</a> <a href="/r/listings/deactivate/${id}">Deactivate</a>`;
}

function wholeOr(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : otherwise;
}
