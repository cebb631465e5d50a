// The owner's list of conversations. Its shape is reconstructed: nobody has shown one of this platform.

import { html } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import type { Thread } from "../kernel/threads.ts";
import { agoText } from "./date-text.ts";
import { type Html, page } from "./layout.ts";
import { PATHS, threadPath } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

/** Shown of a message in its row, in characters. */
const PREVIEW_LENGTH = 60;

/** `threads` are those of the chosen tab. */
export function inboxPage(c: TwinContext, twin: RenthopTwin, threads: readonly Thread[]): Response | Promise<Response> {
  const empty = threads.length === 0 && twin.switches().inbox !== "empty_unmarked";
  return page(
    c,
    twin,
    { title: "Messages" },
    html`<h1>Messages</h1>
<p class="conversation-tabs"><a href="${PATHS.inbox}">All</a> <a href="${PATHS.inbox}/unread">Unread</a></p>
${empty ? html`<p class="conversation-list-empty">You have no messages yet.</p>` : ""}
<ul id="conversation-list">${threads.map((thread) => row(twin, thread))}</ul>`,
  );
}

function row(twin: RenthopTwin, thread: Thread): Html {
  const { latest } = thread;
  const unread = thread.unread && twin.switches().unread_mark === "class";
  const at = new Date(latest.atMs).toISOString();
  return html`<li class="${twin.cls("conversation-row")}${unread ? " is-unread" : ""}" data-conversation-id="${thread.id}">
<a href="${threadPath(thread.id)}">
<span class="${twin.cls("conversation-name")}">${thread.leadName}</span>
<time class="${twin.cls("conversation-date")}" datetime="${at}">${agoText(latest.atMs, twin.now())}</time>
<span class="${twin.cls("conversation-preview")}">${preview(latest.text)}</span>
<span class="conversation-ad">${twin.listings.get(thread.listingId)?.title ?? ""}</span>
</a>
</li>
`;
}

function preview(text: string): string {
  const line = [...text.replaceAll(/\s+/g, " ").trim()];
  return line.length <= PREVIEW_LENGTH ? line.join("") : `${line.slice(0, PREVIEW_LENGTH).join("")}…`;
}
