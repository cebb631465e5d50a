// Roomies' inbox page to a reading. Pure: HTML, pack and time in, rows or a typed fault out. The filter links ("Unread only") match the
// row's selector and are told apart by their address alone.
import type { Fault, InboxReading, InboxRow } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import { fault, selectorMissing } from "../../fault.ts";
import { type Markup, readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import { rowMark } from "../../row-mark.ts";
import type { Snapshot } from "../../snapshot.ts";
import { threadIdIn } from "./parse-thread.ts";

type InboxLook = Pick<Snapshot, "url" | "html" | "visible" | "takenAtMs">;

/**
 * Reads the rows in page order. The list may be there twice, for desktop and mobile: each thread counts once. No rows without the
 * confirmed, visible mark of an empty inbox is a fault.
 */
export function parseInbox(look: InboxLook, pack: Pack): Result<InboxReading, Fault> {
  const rows = new Map<string, InboxRow>();
  for (const anchor of readMarkup(look.html).all(entryValue(pack, "inbox.row"))) {
    const threadId = idOfAnchor(anchor, look.url, pack);
    if (threadId === null || rows.has(threadId)) continue;
    const name = anchor.first(entryValue(pack, "inbox.name"))?.line() ?? "";
    if (name === "") return err(selectorMissing("inbox.name", "inbox row"));
    rows.set(threadId, readRow({ anchor, name, threadId, position: rows.size, pack }));
  }
  if (rows.size === 0 && look.visible["inbox.empty"] == null) {
    const message = "the inbox shows no rows and does not say that it is empty";
    return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "inbox.row" }));
  }
  return ok({ rows: [...rows.values()], takenAtMs: look.takenAtMs });
}

function idOfAnchor(anchor: Markup, pageUrl: string, pack: Pack): string | null {
  const href = anchor.attribute(entryValue(pack, "inbox.row_id")) ?? "";
  if (!URL.canParse(href, pageUrl)) return null;
  const url = new URL(href, pageUrl);
  return url.origin === new URL(pageUrl).origin ? threadIdIn(url.pathname) : null;
}

type RowSource = {
  readonly anchor: Markup;
  readonly name: string;
  readonly threadId: string;
  readonly position: number;
  readonly pack: Pack;
};

function readRow({ anchor, name, threadId, position, pack }: RowSource): InboxRow {
  // "Jane (3)": the count of messages is not part of the name.
  const [, leadName = "", count = ""] = /^(.*?)\s*(?:\((\d+)\))?$/.exec(name) ?? [];
  const shown = anchor.first(entryValue(pack, "inbox.preview"))?.line() ?? "";
  // Avatar initial and name may lead the text: "J Jane You: Sounds good".
  const said = shown.replace(leadOf(leadName), "");
  const preview = said.replace(/^You:\s*/, "");
  const unread = trustedValue(pack, "inbox.unread");
  const isUnread = unread === null ? null : anchor.is(unread) || anchor.first(unread) !== null;
  // A row shows only a relative time, which is no part of a mark. Without a count the unread mark tells a repeated text.
  const mark = rowMark([said, count === "" ? String(isUnread) : count]);
  return {
    threadId,
    position,
    leadName,
    preview,
    previewDirection: said === "" ? "unknown" : said === preview ? "inbound" : "outbound",
    isUnread,
    mark,
  };
}

function leadOf(leadName: string): RegExp {
  const escaped = leadName.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.slice(0, 1)} ${escaped}\\s+(?=You:)`);
}
