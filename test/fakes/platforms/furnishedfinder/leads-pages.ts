// The page of leads, and of one lead: each conversation is one request. A click on a row leaves the page.

import { html } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import type { Thread } from "../kernel/threads.ts";
import { priceText } from "./channel-state.ts";
import { type Html, memberPage } from "./layout.ts";
import { LEAD_KINDS, leadFields, leadId, leadKind, leadName, receivedOn, stayInRow } from "./lead-details.ts";
import { channelPath, PATHS } from "./paths.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

const LEADS_SCRIPT = `
for (const row of document.querySelectorAll("tr[data-href], button[data-href]")) {
  row.addEventListener("click", (event) => {
    event.stopPropagation();
    location.assign(row.dataset.href);
  });
}
`;

export function leadsPage(c: TwinContext, twin: FurnishedfinderTwin): Response | Promise<Response> {
  const leads = twin.inbox();
  const unmarked = twin.switches().inbox === "empty_unmarked";
  const none = leads.length === 0 && !unmarked ? html`<p class="no-leads">You have no tenant leads yet</p>` : "";
  return memberPage(
    c,
    twin,
    { title: "Tenant Leads", script: LEADS_SCRIPT },
    html`<h1>Tenant Leads</h1>${none}${LEAD_KINDS.map((kind) => {
      const rows = leads.filter((thread) => leadKind(thread) === kind);
      return rows.length === 0 ? "" : html`<h2>${kind}</h2>${table(twin, rows)}`;
    })}`,
  );
}

export function leadPage(c: TwinContext, twin: FurnishedfinderTwin, id: string): Response | Promise<Response> {
  const thread = twin.threads.all().find((each) => leadId(each) === id);
  if (thread === undefined) {
    return memberPage(c, twin, { title: "Tenant Leads", status: 404 }, html`<h1>We could not find this lead</h1>`);
  }
  return memberPage(
    c,
    twin,
    { title: "Tenant Lead", script: LEADS_SCRIPT },
    html`<p><a href="${PATHS.leads}">Back to leads</a></p>
<h1>${leadName(thread)}</h1>
${leadFields(thread, receivedAtMs(twin, thread)).map(
  ([label, value]) => html`<div class="lead-field"><p class="lead-label">${label}</p>
<p>${value}</p></div>`,
)}
<button type="button" data-href="${channelPath(thread.id)}">Reply To Tenant</button>`,
  );
}

function table(twin: FurnishedfinderTwin, threads: readonly Thread[]): Html {
  return html`<table><thead><tr><th>Property</th><th>Area</th><th>Tenant</th><th>Dates</th><th>Rent</th><th>Received</th><th></th></tr></thead><tbody>${threads.map(
    (thread) => {
      const listing = twin.listings.get(thread.listingId);
      const rent = listing === null ? "" : (priceText(listing).split("/")[0] ?? "");
      return html`
<tr data-href="${PATHS.leads}?leadId=${leadId(thread)}"><td>${thread.listingId}</td><td>${listing?.area ?? ""}</td><td>${leadName(thread)}</td><td>${stayInRow(thread)}</td><td>${rent}</td><td>${receivedOn(thread, receivedAtMs(twin, thread))}</td><td><button type="button" data-href="${channelPath(thread.id)}">Reply To Tenant</button></td></tr>`;
    },
  )}</tbody></table>`;
}

function receivedAtMs(twin: FurnishedfinderTwin, thread: Thread): number {
  return twin.threads.messagesOf(thread.id)[0]?.atMs ?? thread.latest.atMs;
}
