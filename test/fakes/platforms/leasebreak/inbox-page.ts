// The list of conversations. Its shape is reconstructed: nobody has shown one of this platform.

import { html } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import type { Thread } from "../kernel/threads.ts";
import { dayText } from "./date-text.ts";
import { type Html, page } from "./layout.ts";
import { PATHS, threadPath } from "./paths.ts";
import type { LeasebreakTwin } from "./switches.ts";

/** Shown of a message in its row, in characters. */
const PREVIEW_LENGTH = 40;

export function inboxPage(c: TwinContext, twin: LeasebreakTwin): Response | Promise<Response> {
  const unreadOnly = c.req.query("filter") === "unread";
  const threads = twin.inbox().filter((thread) => !unreadOnly || thread.unread);
  return page(
    c,
    twin,
    { title: "Messages" },
    html`<h1>Messages</h1>
<p class="filters"><a href="${PATHS.inbox}">All</a> <a href="${PATHS.inbox}?filter=unread">Unread only</a></p>
<div id="messages-grid" class="grid-view">
<table class="items">
<thead><tr><th>From</th><th>Listing</th><th>Message</th><th>Received</th></tr></thead>
<tbody>
${threads.length === 0 ? noRows(twin) : threads.map((thread, index) => row(twin, thread, index))}
<tr class="${twin.cls("thread-row")} promo"><td colspan="4">Get more messages: <a href="${PATHS.dashboard}">feature your listing</a></td></tr>
</tbody>
</table>
</div>`,
  );
}

function row(twin: LeasebreakTwin, thread: Thread, index: number): Html {
  const { latest } = thread;
  const unread = thread.unread && twin.switches().unread_mark === "class";
  const look = `${twin.cls("thread-row")} ${index % 2 === 0 ? "odd" : "even"}${unread ? " unread" : ""}`;
  return html`<tr class="${look}" data-thread-id="${thread.id}">
<td><span class="${twin.cls("thread-name")}">${thread.leadName}</span></td>
<td class="thread-listing">${twin.listings.get(thread.listingId)?.title ?? ""}</td>
<td><a class="${twin.cls("thread-preview")}" href="${threadPath(thread.id)}">${preview(latest.text)}</a></td>
<td><time class="${twin.cls("thread-date")}" datetime="${new Date(latest.atMs).toISOString()}">${dayText(latest.atMs)}</time></td>
</tr>
`;
}

function noRows(twin: LeasebreakTwin): Html | "" {
  if (twin.switches().inbox === "empty_unmarked") return "";
  return html`<tr><td colspan="4" class="empty"><span class="empty">No messages found.</span></td></tr>`;
}

function preview(text: string): string {
  const line = [...text.replaceAll(/\s+/g, " ").trim()];
  return line.length <= PREVIEW_LENGTH ? line.join("") : `${line.slice(0, PREVIEW_LENGTH).join("")}...`;
}
