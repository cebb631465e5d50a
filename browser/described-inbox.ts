// Reads an inbox that its pack alone describes. Pure: page, pack and zone in, a reading or a typed fault out. Strict where a wrong
// reading would lose a lead or reach the wrong person, tolerant about parts that may be absent.
import type { Fault, InboxReading, InboxRow } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { DescribedPage } from "./described-pages.ts";
import { readMarkedTime } from "./described-time.ts";
import { fault, selectorMissing } from "./fault.ts";
import { type Markup, readMarkup } from "./markup.ts";
import { entryValue, type Pack, trustedValue } from "./pack.ts";
import { rowMark } from "./row-mark.ts";
import { THREAD_ID, threadIdIn } from "./thread-address.ts";

/** Statuses of an address that the platform no longer knows. */
const ABSENT_STATUSES: readonly (number | null)[] = [404, 410];

/**
 * Reads the rows in page order; a thread that is listed twice (desktop and mobile) counts once, rows without a thread id (promotions,
 * filters) do not count. No rows without the page's own, visible mark of being empty is a fault.
 */
export function parseDescribedInbox(page: DescribedPage, pack: Pack, zone: string): Result<InboxReading, Fault> {
  if (ABSENT_STATUSES.includes(page.status)) return err(selectorMissing("inbox.path", "site"));
  const markup = readMarkup(page.html);
  const elements = markup.all(entryValue(pack, "inbox.row"));
  if (elements.length === 0) return readNoRows(markup, page, pack);

  const rows = new Map<string, InboxRow>();
  for (const element of elements) {
    const threadId = rowThreadId(element, page, pack);
    if (threadId === null || rows.has(threadId)) continue;
    const row = readRow({ element, threadId, position: rows.size, page, pack, zone });
    if (row === null) return err(selectorMissing("inbox.name", "inbox row"));
    rows.set(threadId, row);
  }
  if (rows.size === 0) return err(selectorMissing("inbox.row_id", "inbox"));
  return ok({ rows: [...rows.values()], takenAtMs: page.takenAtMs });
}

function readNoRows(markup: Markup, page: DescribedPage, pack: Pack): Result<InboxReading, Fault> {
  const idAttribute = trustedValue(pack, "inbox.row_id");
  const hasIds = idAttribute?.startsWith("data-") === true && markup.first(`[${idAttribute}]`) !== null;
  if (hasIds || linkedThreadId(markup, page, pack) !== null) return err(selectorMissing("inbox.row", "inbox"));
  const isEmpty = markup.first(entryValue(pack, "inbox.empty")) !== null && page.visible["inbox.empty"] !== null;
  if (isEmpty) return ok({ rows: [], takenAtMs: page.takenAtMs });
  const message = "the inbox shows no rows and does not say that it is empty";
  return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "inbox.row" }));
}

/** The id from the row's attribute, else from the row's own link or the first link in it that leads to a thread. */
function rowThreadId(row: Markup, page: DescribedPage, pack: Pack): string | null {
  return attributeId(row, pack) ?? linkedThreadId(row, page, pack);
}

function attributeId(row: Markup, pack: Pack): string | null {
  const name = trustedValue(pack, "inbox.row_id");
  if (name === null) return null;
  const held = (row.attribute(name) ?? row.first(`[${name}]`)?.attribute(name) ?? "").trim();
  // A link is read as one (linkedThreadId), not as an id.
  if (name === "href") return null;
  // An element's own id carries a prefix: "thread-123".
  const id = name === "id" ? (/\d[\w-]*$/.exec(held)?.[0] ?? "") : held;
  return THREAD_ID.test(id) ? id : null;
}

function linkedThreadId(within: Markup, page: DescribedPage, pack: Pack): string | null {
  const template = trustedValue(pack, "thread.path");
  if (template === null) return null;
  for (const link of [within, ...within.all("a[href]")]) {
    const id = threadIdIn(template, link.attribute("href") ?? "", page.url);
    if (id !== null) return id;
  }
  return null;
}

type RowSource = {
  readonly element: Markup;
  readonly threadId: string;
  readonly position: number;
  readonly page: DescribedPage;
  readonly pack: Pack;
  readonly zone: string;
};

/** Null when the row does not name the lead. */
function readRow({ element, threadId, position, page, pack, zone }: RowSource): InboxRow | null {
  const part = (key: string): Markup | null => {
    const css = trustedValue(pack, key);
    if (css === null) return null;
    return element.is(css) ? element : element.first(css);
  };
  // "Alex P (3)": the count of messages is not part of the name.
  const [, leadName = "", count = ""] = /^(.*?)\s*(?:\((\d+)\))?$/.exec(part("inbox.name")?.line() ?? "") ?? [];
  if (leadName === "") return null;
  const [, own, preview = ""] = /^(You: )?(.*)$/.exec(part("inbox.preview")?.line() ?? "") ?? [];
  const unread = trustedValue(pack, "inbox.unread");
  const isUnread = unread === null ? null : element.is(unread) || element.first(unread) !== null;
  const date = readMarkedTime(part("inbox.date"), { zone, nowMs: page.takenAtMs });
  // Without a date that stands still, "unread" is the only sign of a second message with the same words.
  const moment = date.isRelative || date.time.raw === "" ? String(isUnread) : String(date.time.ms ?? date.time.raw);
  return {
    threadId,
    position,
    leadName,
    preview,
    previewDirection: own === undefined ? "unknown" : "outbound",
    isUnread,
    mark: rowMark([moment, count, preview]),
  };
}
