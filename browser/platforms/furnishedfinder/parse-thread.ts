// FurnishedFinder thread pages to readings. Pure: a look in, a thread or a typed fault out. The address names the thread; its title must
// agree where a name is known. A row of ours that the page drew proves nothing before the server took it.
import type { Fault } from "#contracts/browser";
import type { SightedMessage, ThreadSighting } from "#domain/conversation/sighting";
import { err, ok, type Result } from "#domain/kernel/result";
import type { DrawnRows } from "../../drawn-rows.ts";
import { fault, selectorMissing } from "../../fault.ts";
import { type Markup, readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import type { Snapshot } from "../../snapshot.ts";
import { holds, readMessages, tellsNoSide } from "./parse-message.ts";

/** What a channel id can be: Stream's own alphabet. Anything else never becomes part of an address. */
export const CHANNEL_ID = /^[A-Za-z0-9!][A-Za-z0-9!:._~-]{0,199}$/;

export type ThreadLook = Pick<Snapshot, "url" | "html" | "text" | "visible" | "takenAtMs" | "documentId">;

/** The channel an address names, or null. */
export function channelIn(url: string, pack: Pack): string | null {
  const id = new URL(url).searchParams.get(entryValue(pack, "thread.parameter"));
  return id !== null && CHANNEL_ID.test(id) ? id : null;
}

export type Asked = {
  readonly threadId: string;
  /** The name on the inbox row that was clicked, or null when the thread was asked for by its id. */
  readonly leadName: string | null;
};

/** Reads the thread on screen, after verifying that the address (and the title, where a name is known) is the one asked for. */
export function parseThread(
  look: ThreadLook,
  pack: Pack,
  asked: Asked,
  drawn: DrawnRows,
): Result<ThreadSighting, Fault> {
  const page = readMarkup(look.html);
  if (channelIn(look.url, pack) !== asked.threadId) return err(wrongThread("thread.parameter"));
  if (look.visible["thread.none"]) return err(wrongThread("thread.none"));
  const items = page.all(entryValue(pack, "thread.message"));
  if (items.length === 0 && !look.visible["thread.empty"]) return err(nothingShown(page, pack));
  const title = readTitle(page, pack);
  if (title === null) return err(selectorMissing("thread.verify", "thread page"));
  if (asked.leadName !== null && !isSameName(title, asked.leadName)) return err(wrongThread("thread.verify"));
  if (isDisconnected(look, items, pack)) return err(fault("NETWORK", "the page says that it lost its connection"));

  const messages = readMessages(items, title, pack);
  const isBodyless = items.length > 0 && page.first(entryValue(pack, "thread.body")) === null;
  if (isBodyless && messages.some((message) => message.direction !== "system")) {
    return err(selectorMissing("thread.body", "message"));
  }
  if (tellsNoSide(items, messages, pack)) return err(selectorMissing("thread.heading", "message"));
  const late = drawn(
    look.documentId,
    messages.map((message) => message.platformMessageId ?? message.body),
  );
  return ok({
    threadId: asked.threadId,
    leadName: title,
    listing: readListing(page, pack),
    messages: messages.map((message, index) =>
      late.has(index) && message.state === "visible" && isOurs(message) && !isReceived(items[index], pack)
        ? { ...message, state: "sending" }
        : message,
    ),
    isComplete: !page.all("button").some((button) => isOlderControl(button, pack)),
    takenAtMs: look.takenAtMs,
  });
}

function wrongThread(packKey: string): Fault {
  return fault("WRONG_THREAD", "the page shows another thread than the one asked for, or none", { packKey });
}

/** Not loaded is never read as empty. Message texts without rows around them mean that the rows look different now. */
function nothingShown(page: Markup, pack: Pack): Fault {
  if (page.first(entryValue(pack, "thread.body")) !== null) return selectorMissing("thread.message", "thread page");
  return fault("TIMEOUT", "the thread showed no messages in time", { packKey: "thread.message" });
}

/** The stock title wins over any other heading of that level. */
function readTitle(page: Markup, pack: Pack): string | null {
  const found = page
    .all(entryValue(pack, "thread.verify"))
    .filter((heading) => heading.closest(entryValue(pack, "thread.message")) === null);
  const title = (found.find((heading) => !heading.is("h3")) ?? found[0])?.line() ?? "";
  return title === "" ? null : title;
}

/** One may be cut: "Alex D" and "Alex Dobson". */
export function isSameName(left: string, right: string): boolean {
  const [a, b] = [left.trim().toLowerCase(), right.trim().toLowerCase()];
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}

function isDisconnected(look: ThreadLook, items: readonly Markup[], pack: Pack): boolean {
  const words = "connection failure, reconnecting now";
  const isWritten = (item: Markup) => item.first(entryValue(pack, "thread.body"))?.line().toLowerCase().includes(words);
  return look.text.toLowerCase().includes(words) && !items.some(isWritten);
}

function isReceived(item: Markup | undefined, pack: Pack): boolean {
  return item !== undefined && holds(item, trustedValue(pack, "thread.received"));
}

function isOurs({ direction }: SightedMessage): boolean {
  return direction === "outbound" || direction === "unknown";
}

/** A control that loads older messages stands near them; the one of the inbox stands near its rows. */
function isOlderControl(button: Markup, pack: Pack): boolean {
  if (!/^(load|show|view|see) (more|older|earlier|previous)\b/i.test(button.line())) return false;
  for (let around = button.parent(); around !== null; around = around.parent()) {
    if (around.first(entryValue(pack, "thread.message")) !== null) return true;
    if (around.first(entryValue(pack, "inbox.row")) !== null) return false;
  }
  return false;
}

/** The property is linked above the messages; a link inside a message may be anyone's. Its text may be the price alone. */
function readListing(page: Markup, pack: Pack): ThreadSighting["listing"] {
  for (const link of page.all(entryValue(pack, "thread.listing"))) {
    const id = /\/property\/(\d+_\d+)(?:[/?#]|$)/.exec(link.attribute("href") ?? "")?.[1];
    if (id === undefined || link.closest(entryValue(pack, "thread.message")) !== null) continue;
    const title = link.line().replace(/\s*\$[\d,.]+\s*\/?\s*(month|mo|night)?\s*$/i, "");
    return { platformListingId: id, title: title === "" ? null : title };
  }
  return null;
}
