// The list of conversations: folders, filters, paging, and the rows, drawn twice as for desktop and phone.

import { html, raw } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import type { Thread } from "../kernel/threads.ts";
import { dateText } from "./date-text.ts";
import { type Html, page } from "./layout.ts";
import { noteOf } from "./notes.ts";
import { PATHS } from "./paths.ts";
import type { SpareroomTwin } from "./switches.ts";

const FOLDERS = { inbox: "Inbox", sent: "Sent", unreplied: "Unreplied", deleted: "Deleted" } as const;
type Folder = keyof typeof FOLDERS;
const PER_PAGE_MAX = 100;
/** Shown of a message in its row, in characters. */
const SNIPPET_LENGTH = 27;

type Query = { folder: Folder; offset: number; perPage: number };

export function inboxPage(c: TwinContext, twin: SpareroomTwin): Response | Promise<Response> {
  const query = readQuery(c, twin);
  const inFolder = twin.inbox().filter((thread) => isIn(query.folder, thread));
  const found = sorted(c, filtered(c, twin, inFolder));
  const rows = found.slice(query.offset, query.offset + query.perPage);
  const unmarked = twin.switches().inbox === "empty_unmarked";
  return page(
    c,
    twin,
    { title: "My messages" },
    html`<div class="mythreads" id="maincontent">
<h1>Messages</h1>
${tabs(twin, query.folder)}
${filterForm(query)}
${unmarked ? "" : html`<p class="count">Displaying <strong>${found.length} conversations</strong></p>`}
${rows.length === 0 && !unmarked ? html`<p class="msg notice">No messages found</p>` : ""}
<div class="mythreads--desktop">${rows.map((thread) => row(twin, thread))}</div>
<div class="mythreads--mobile">${rows.map((thread) => row(twin, thread))}</div>
${pager(query, found.length)}
</div>`,
  );
}

function row(twin: SpareroomTwin, thread: Thread): Html {
  const { unread_mark, date_style } = twin.switches();
  const out = thread.latest.from === "host";
  const outer = [
    twin.cls("msg_row"),
    out ? "msg_row--replied" : "",
    unread_mark === "class" && thread.unread ? "msg_row--unread" : "",
  ];
  const anchor = [twin.cls("thread_item"), out ? "thread_out" : "thread_in", out ? "thread_replied" : ""];
  const count = thread.messageCount > 1 ? ` (${thread.messageCount})` : "";
  return html`
<div class="${names(outer)}">
<script>jQuery(document).ready(function(){jQuery('#thread_${raw(thread.id)}').tooltip({delay:0});});</script>
<a class="${names(anchor)}" data-thread-id="${thread.id}" data-message-id="${thread.latest.id}" href="?thread_id=${thread.id}">
<span class="${twin.cls("name")}">${thread.leadName}${count}</span>
<i class="${twin.cls("threadDate")}">${dateText(thread.latest.atMs, twin.now(), date_style)}</i>
<span class="${twin.cls("snippet")}">${snippet(thread.latest.text)}</span>
<span class="${twin.cls("ad-title")}">${twin.listings.get(thread.listingId)?.title ?? ""}</span>
<script>jQuery('.thread_${raw(thread.id)}').ready(function(){ return false; });</script>
</a>
</div>`;
}

function snippet(text: string): string {
  const line = [...text.replaceAll(/\s+/g, " ").trim()];
  return line.length <= SNIPPET_LENGTH ? line.join("") : `${line.slice(0, SNIPPET_LENGTH).join("")}...`;
}

/** A thread may be in the inbox and in sent. Nothing is ever deleted here. */
function isIn(folder: Folder, thread: Thread): boolean {
  switch (folder) {
    case "inbox":
      return true;
    case "sent":
      return thread.hostCount > 0;
    case "unreplied":
      return thread.latest.from === "lead";
    case "deleted":
      return false;
  }
}

function filtered(c: TwinContext, twin: SpareroomTwin, threads: readonly Thread[]): readonly Thread[] {
  const keywords = (c.req.query("keywords") ?? "").toLowerCase();
  const listing = c.req.query("listing_restrict") ?? "";
  const label = c.req.query("label_id") ?? "";
  const unreplied = ["1", "Y"].includes(c.req.query("only_unreplied") ?? "");
  const says = (thread: Thread) =>
    thread.leadName.toLowerCase().includes(keywords) ||
    twin.threads.messagesOf(thread.id).some((message) => message.text.toLowerCase().includes(keywords));
  return threads.filter(
    (thread) =>
      (listing === "" || thread.listingId === listing) &&
      (label === "" || noteOf(twin, thread.id).labelId === label) &&
      (!unreplied || thread.latest.from === "lead") &&
      (keywords === "" || says(thread)),
  );
}

function sorted(c: TwinContext, threads: readonly Thread[]): readonly Thread[] {
  switch (c.req.query("sort")) {
    case "default_asc":
      return threads.toReversed();
    case "full_name_asc":
      return threads.toSorted((a, b) => a.leadName.localeCompare(b.leadName, "en"));
    default:
      return threads;
  }
}

function readQuery(c: TwinContext, twin: SpareroomTwin): Query {
  const asked = c.req.query("folder") ?? "inbox";
  const folder = Object.hasOwn(FOLDERS, asked) ? (asked as Folder) : "inbox";
  const whole = (name: string, otherwise: number) => {
    const value = Number(c.req.query(name) ?? otherwise);
    return Number.isInteger(value) && value >= 0 ? value : otherwise;
  };
  const perPage = Math.min(whole("max_per_page", twin.switches().page_size), PER_PAGE_MAX);
  return { folder, offset: whole("offset", 0), perPage: perPage === 0 ? PER_PAGE_MAX : perPage };
}

function tabs(twin: SpareroomTwin, active: Folder): Html {
  const shown = Object.entries(FOLDERS).map(([folder, label]) => {
    const text = folder === "inbox" ? `${label} (${twin.inbox().length})` : label;
    return html`<a href="?folder=${folder}" class="${folder === active ? "tab-active" : ""}">${text}</a>`;
  });
  return html`<div class="panel-tab">${shown}</div>`;
}

function filterForm(query: Query): Html {
  return html`<form class="message_filter" method="get" action="${PATHS.threads}">
<input type="hidden" name="folder" value="${query.folder}">
<input type="text" name="keywords" placeholder="Search your messages">
<select name="sort"><option value="default">Newest first</option><option value="default_asc">Oldest first</option><option value="full_name_asc">Name</option></select>
<label><input type="checkbox" name="only_unreplied" value="1"> Only unreplied</label>
<button type="submit">Filter</button>
</form>`;
}

function pager(query: Query, total: number): Html {
  const link = (offset: number, text: string) =>
    html`<a href="?folder=${query.folder}&offset=${offset}&max_per_page=${query.perPage}">${text}</a>`;
  const before = query.offset > 0 ? link(Math.max(0, query.offset - query.perPage), "Previous") : "";
  const after = query.offset + query.perPage < total ? link(query.offset + query.perPage, "Next") : "";
  return html`<p class="paging">${before} ${after}</p>`;
}

function names(all: readonly string[]): string {
  return all.filter((name) => name !== "").join(" ");
}
