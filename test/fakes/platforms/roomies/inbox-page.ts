// The list of conversations, with the filter links that look like rows and the rows drawn twice.

import { html } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import type { Thread } from "../kernel/threads.ts";
import { type Html, page } from "./layout.ts";
import { PATHS, threadPath } from "./paths.ts";
import { relativeTime } from "./relative-time.ts";
import type { RoomiesTwin } from "./switches.ts";

/** Shown of a message in its row, in characters. */
const PREVIEW_LENGTH = 60;

export function inboxPage(c: TwinContext, twin: RoomiesTwin, onlyUnread: boolean): Response | Promise<Response> {
  const { page_size, inbox, duplicate_lists } = twin.switches();
  const found = twin.inbox().filter((thread) => !onlyUnread || thread.unread);
  const asked = Number(c.req.query("page") ?? 1);
  const number = Number.isInteger(asked) && asked >= 1 ? asked : 1;
  const rows = found.slice((number - 1) * page_size, number * page_size);
  const isEmptyMarked = rows.length === 0 && inbox !== "empty_unmarked";
  return page(
    c,
    twin,
    { title: "Inbox" },
    html`<div class="flex items-center gap-4 mb-2">
<h1 class="text-lg">Inbox</h1>
<nav class="ml-auto flex gap-4 text-sm">${filterLinks(twin, onlyUnread)}</nav>
</div>
${isEmptyMarked ? html`<p class="inbox-empty text-center text-gray-600">You have no messages yet</p>` : ""}
<div class="hidden lg:block bg-white shadow">${rows.map((thread) => row(twin, thread))}</div>
${duplicate_lists === "on" ? html`<div class="lg:hidden bg-white shadow">${rows.map((thread) => row(twin, thread))}</div>` : ""}
${number * page_size < found.length ? html`<p class="mt-4"><a rel="next" href="?page=${number + 1}">Next</a></p>` : ""}`,
  );
}

/** They lead below /inbox/ as a conversation does, and carry the hover class of a row. */
function filterLinks(twin: RoomiesTwin, onlyUnread: boolean): Html {
  return onlyUnread
    ? html`<a href="${PATHS.inbox}">All messages</a>`
    : html`<a href="${PATHS.unread}" class="${twin.cls("hover:bg-teal-lightest")} px-4">Unread only</a>`;
}

function row(twin: RoomiesTwin, thread: Thread): Html {
  const { unread_mark, name_count } = twin.switches();
  const count = name_count === "on" && thread.messageCount > 1 ? ` (${thread.messageCount})` : "";
  const isUnreadMarked = unread_mark === "dot" && thread.unread;
  return html`
<a href="${threadPath(thread.id)}" class="flex gap-4 p-4 border-b no-underline ${twin.cls("hover:bg-teal-lightest")}">
<div class="w-10 h-10 rounded-full bg-teal text-white text-center">${initial(thread.leadName)}</div>
<div class="flex-1 min-w-0">
<div class="${twin.cls("font-semibold")} text-gray-800">${thread.leadName}${count}</div>
<div class="text-gray-700 text-sm ${twin.cls("truncate")}">${thread.latest.from === "host" ? "You: " : ""}${preview(thread.latest.text)}</div>
</div>
${isUnreadMarked ? html`<span class="unread-dot w-2 h-2 rounded-full bg-brand-orange"></span>` : ""}
<div class="text-gray-600 text-xs">${relativeTime(thread.latest.atMs, twin.now())}</div>
</a>`;
}

function initial(name: string): string {
  return ([...name.trim()][0] ?? "?").toUpperCase();
}

function preview(text: string): string {
  const line = [...text.replaceAll(/\s+/g, " ").trim()];
  return line.length <= PREVIEW_LENGTH ? line.join("") : `${line.slice(0, PREVIEW_LENGTH).join("")}...`;
}
