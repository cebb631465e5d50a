// SpareRoom pages to readings. Pure: HTML, pack and time in, a reading or a typed fault out. Strict where a wrong reading would
// reach the wrong person or lose a lead, tolerant about parts that may be absent.
import type { Fault, InboxReading, InboxRow } from "#contracts/browser";
import type {
  SightedDirection,
  SightedMessage,
  SightedState,
  SightedTime,
  ThreadSighting,
} from "#domain/conversation/sighting";
import { err, ok, type Result } from "#domain/kernel/result";
import { readClockText } from "../../clock-text.ts";
import { fault, selectorMissing } from "../../fault.ts";
import { type Markup, readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import { rowMark } from "../../row-mark.ts";

/** SpareRoom writes its times in this zone, whatever the reader's. */
const SPAREROOM_ZONE = "America/New_York";

/** `<user>_<ad>`; the second half is the ad id. */
export const THREAD_ID = /^\d+_(\d+)$/;

/**
 * Reads an inbox page, in page order (which is by newest inbound message and not by date). The list may be on the page twice, for
 * desktop and mobile: each thread counts once. No rows without SpareRoom's own words for "empty" is a fault.
 */
export function parseInbox(html: string, pack: Pack, nowMs: number): Result<InboxReading, Fault> {
  const page = readMarkup(html);
  const anchors = page.all(entryValue(pack, "inbox.row"));
  if (anchors.length === 0) return readNoRows(page, pack, nowMs);

  const rows = new Map<string, InboxRow>();
  let isNameMissing = false;
  for (const anchor of anchors) {
    const parts = rowParts(anchor, pack);
    const threadId = readThreadId(anchor, pack);
    if (threadId === null || rows.has(threadId)) continue;
    const name = parts(entryValue(pack, "inbox.name"));
    if (name === null) {
      isNameMissing = true;
      continue;
    }
    rows.set(threadId, readRow({ anchor, parts, name, threadId, position: rows.size, pack, nowMs }));
  }
  if (isNameMissing) return err(selectorMissing("inbox.name", "inbox row"));
  if (rows.size === 0) return err(selectorMissing("inbox.row_id", "inbox"));
  return ok({ rows: [...rows.values()], takenAtMs: nowMs });
}

function readNoRows(page: Markup, pack: Pack, nowMs: number): Result<InboxReading, Fault> {
  const words = entryValue(pack, "inbox.empty_words").toLowerCase();
  const isEmpty = page
    .all(entryValue(pack, "inbox.empty"))
    .some((notice) => notice.line().toLowerCase().includes(words));
  const hasThreads = page.first("a[href*='thread_id='], [data-thread-id]") !== null;
  if (hasThreads) return err(selectorMissing("inbox.row", "inbox"));
  if (isEmpty) return ok({ rows: [], takenAtMs: nowMs });
  const message = "the inbox shows no rows and does not say that it is empty";
  return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "inbox.row" }));
}

/** Parts are looked for inside the anchor first, then in the row around it. */
function rowParts(anchor: Markup, pack: Pack): (css: string) => Markup | null {
  const isOwnRow = (row: Markup | null) => row !== null && row.all(entryValue(pack, "inbox.row")).length === 1;
  const around = anchor.closest("div.msg_row");
  return (css) => anchor.first(css) ?? (isOwnRow(around) ? (around?.first(css) ?? null) : null);
}

function readThreadId(anchor: Markup, pack: Pack): string | null {
  const attribute = entryValue(pack, "inbox.row_id");
  const fromHref = /[?&]thread_id=([^&#]+)/.exec(anchor.attribute("href") ?? "")?.[1];
  const candidates = [anchor.attribute(attribute), anchor.closest(`[${attribute}]`)?.attribute(attribute), fromHref];
  return candidates.find((id) => id !== null && id !== undefined && THREAD_ID.test(id)) ?? null;
}

type RowSource = {
  readonly anchor: Markup;
  readonly parts: (css: string) => Markup | null;
  readonly name: Markup;
  readonly threadId: string;
  readonly position: number;
  readonly pack: Pack;
  readonly nowMs: number;
};

function readRow({ anchor, parts, name, threadId, position, pack, nowMs }: RowSource): InboxRow {
  // "Alex P (3)": the count of messages is not part of the name.
  const [, leadName = "", count = ""] = /^(.*?)\s*(?:\((\d+)\))?$/.exec(name.line()) ?? [];
  const preview = parts(entryValue(pack, "inbox.preview"))?.line() ?? "";
  const latestAttribute = entryValue(pack, "inbox.latest_id");
  const latestId =
    anchor.attribute(latestAttribute) ?? anchor.closest(`[${latestAttribute}]`)?.attribute(latestAttribute);
  const date = readClockText(parts(entryValue(pack, "inbox.date"))?.line() ?? "", { zone: SPAREROOM_ZONE, nowMs });
  const unread = trustedValue(pack, "inbox.unread");
  const isUnread =
    unread === null ? null : anchor.is(unread) || anchor.closest(unread) !== null || parts(unread) !== null;
  const mark = rowMark([latestId ?? String(date.ms), count, preview]);
  return { threadId, position, leadName, preview, previewDirection: readRowDirection(anchor), isUnread, mark };
}

function readRowDirection(anchor: Markup): InboxRow["previewDirection"] {
  if (anchor.is(".thread_in")) return anchor.is(".thread_out") ? "unknown" : "inbound";
  return anchor.is(".thread_out") ? "outbound" : "unknown";
}

/** Reads the page of one thread, after verifying that every hidden thread_id on it names this thread. */
export function parseThread(html: string, pack: Pack, threadId: string, nowMs: number): Result<ThreadSighting, Fault> {
  const page = readMarkup(html);
  const named = page.all(entryValue(pack, "thread.verify"));
  if (named.length === 0) return err(selectorMissing("thread.verify", "thread page"));
  if (named.some((input) => input.attribute("value") !== threadId)) {
    return err(
      fault("WRONG_THREAD", "the page shows another thread than the one asked for", { packKey: "thread.verify" }),
    );
  }
  const items = uniqueItems(page.all(entryValue(pack, "thread.message")), pack);
  if (items.length === 0) return err(selectorMissing("thread.message", "thread page"));

  const messages: SightedMessage[] = [];
  for (const item of items) {
    const message = readMessage(item, pack, nowMs);
    if (!message.ok) return message;
    messages.push(message.value);
  }
  if (messages.every((message) => message.sentAt.raw === "")) return err(selectorMissing("thread.time", "thread page"));
  // Every message has an id but a row of ours that was just drawn; a thread without any is a page that changed.
  if (messages.every((message) => message.platformMessageId === null)) {
    return err(selectorMissing("thread.message_id", "message"));
  }

  const title = page.first(trustedValue(pack, "thread.listing") ?? "never-an-element")?.line() ?? "";
  const adId = THREAD_ID.exec(threadId)?.[1];
  return ok({
    threadId,
    leadName: readLeadName(items, pack),
    listing: adId === undefined ? null : { platformListingId: adId, title: title === "" ? null : title },
    messages,
    isComplete: !page
      .all("a, button")
      .some((link) => /^(load|show|view|see)?\s*(older|earlier|previous) messages?\b/i.test(link.line())),
    takenAtMs: nowMs,
  });
}

/** The list may be on the page twice (desktop, mobile): an item with an id counts once. */
function uniqueItems(items: readonly Markup[], pack: Pack): readonly Markup[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const id = readMessageId(item, pack);
    if (id === null) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function readMessageId(item: Markup, pack: Pack): string | null {
  return /(\d+)$/.exec(item.attribute(entryValue(pack, "thread.message_id")) ?? "")?.[1] ?? null;
}

function readMessage(item: Markup, pack: Pack, nowMs: number): Result<SightedMessage, Fault> {
  const direction = readDirection(item, pack);
  if (!direction.ok) return direction;
  const body = item.first(entryValue(pack, "thread.body"));
  if (body === null && direction.value !== "system") return err(selectorMissing("thread.body", "message"));
  return ok({
    platformMessageId: readMessageId(item, pack),
    direction: direction.value,
    body: (body ?? item).body(),
    sentAt: readTime(item, pack, nowMs),
    state: direction.value === "outbound" ? readState(item, pack) : "visible",
  });
}

/** An item from a person must say which way it went. An item from nobody is the platform's own note. */
function readDirection(item: Markup, pack: Pack): Result<SightedDirection, Fault> {
  if (item.is(entryValue(pack, "thread.inbound"))) return ok("inbound");
  if (item.is(entryValue(pack, "thread.outbound"))) return ok("outbound");
  const isFromPerson = item.first(entryValue(pack, "thread.name")) !== null;
  return isFromPerson ? err(selectorMissing("thread.inbound", "message")) : ok("system");
}

function readTime(item: Markup, pack: Pack, nowMs: number): SightedTime {
  const raw = item.first(entryValue(pack, "thread.time"))?.line() ?? "";
  return readClockText(raw, { zone: SPAREROOM_ZONE, nowMs });
}

/** That a message may be held is documented, its wording is not: the words of the row's own status are read generously. */
const STATUS_WORDS: readonly (readonly [RegExp, SightedState])[] = [
  [/\b(not sent|failed|rejected|refused|blocked|undelivered)\b/i, "failed"],
  [/\b(held|await\w*|moderat\w*|approv\w*|pending|review\w*|being checked)\b/i, "held"],
  [/\bsending\b/i, "sending"],
];

function readState(item: Markup, pack: Pack): SightedState {
  const matches = (css: string | null) => css !== null && (item.is(css) || item.first(css) !== null);
  if (matches(trustedValue(pack, "send.failed"))) return "failed";
  if (matches(trustedValue(pack, "send.held"))) return "held";
  const status = item.first(entryValue(pack, "thread.status"))?.line() ?? "";
  const said = STATUS_WORDS.find(([pattern]) => pattern.test(status))?.[1];
  // The platform gives every message an id of its own. A row of ours without one was drawn before the answer came.
  return said ?? (readMessageId(item, pack) === null ? "sending" : "visible");
}

/** The details of a sender read "Alex P View the profile of Alex P". */
function readLeadName(items: readonly Markup[], pack: Pack): string | null {
  const details = items
    .find((item) => item.is(entryValue(pack, "thread.inbound")))
    ?.first(entryValue(pack, "thread.name"));
  const [before = "", after = ""] = (details?.line() ?? "").split(/view the profile of/i);
  const name = before.trim() === "" ? after.trim() : before.trim();
  return name === "" ? null : name;
}
