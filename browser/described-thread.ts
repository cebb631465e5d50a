// Reads a thread page that its pack alone describes, after verifying that it is the right one. Pure: page, pack and zone in, a
// sighting or a typed fault out.
import type { Fault } from "#contracts/browser";
import type { SightedDirection, SightedMessage, SightedState, ThreadSighting } from "#domain/conversation/sighting";
import { err, ok, type Result } from "#domain/kernel/result";
import type { DescribedPage } from "./described-pages.ts";
import { readMarkedTime } from "./described-time.ts";
import { fault, selectorMissing } from "./fault.ts";
import { type Markup, readMarkup } from "./markup.ts";
import { entryValue, type Pack, trustedValue } from "./pack.ts";
import { threadUrlPattern } from "./thread-address.ts";

/** What a platform adds to its pack. */
export type ThreadWords = {
  /** IANA zone in which the platform writes its times. */
  readonly zone: string;
  /** The ad id in the address of an ad's public page, or null. */
  readonly listingIdIn: (path: string) => string | null;
};

/** Reads the page of one thread. An empty thread is empty only when the page says so. */
export function parseDescribedThread(
  page: DescribedPage,
  pack: Pack,
  threadId: string,
  words: ThreadWords,
): Result<ThreadSighting, Fault> {
  const markup = readMarkup(page.html);
  const verified = verifyThread(markup, page, pack, threadId);
  if (!verified.ok) return verified;
  const items = uniqueItems(markup.all(entryValue(pack, "thread.message")), pack);
  if (items.length === 0 && !saysEmpty(markup, page, pack))
    return err(selectorMissing("thread.message", "thread page"));

  const messages: SightedMessage[] = [];
  for (const item of items) {
    const message = readMessage(item, page, pack, words);
    if (!message.ok) return message;
    messages.push(message.value);
  }
  if (messages.length > 0 && messages.every((message) => message.sentAt.raw === "")) {
    return err(selectorMissing("thread.time", "thread page"));
  }
  return ok({
    threadId,
    leadName: readLeadName(markup, items, pack),
    listing: readListing(markup, page, pack, words),
    messages,
    isComplete: !markup
      .all("a, button")
      .some((link) => /^(load|show|view|see)?\s*(older|earlier|previous) messages?\b/i.test(link.line())),
    takenAtMs: page.takenAtMs,
  });
}

/**
 * Attributes in which an element other than an input may name its thread: those the selector asks for without a value, and the one
 * that inbox rows use. Empty for a plain `input[name=...]`, whose value names it.
 */
export function identityAttributes(pack: Pack): readonly string[] {
  const asked = [...(trustedValue(pack, "thread.verify") ?? "").matchAll(/\[([a-z][\w-]*)\]/gi)].map(
    ([, name]) => name,
  );
  const names = [...asked, trustedValue(pack, "inbox.row_id")];
  return names.filter((name) => typeof name === "string" && name.startsWith("data-")) as string[];
}

/** Everything on the page that names a thread must name this one; a page that names none is known by its address. */
function verifyThread(markup: Markup, page: DescribedPage, pack: Pack, threadId: string): Result<void, Fault> {
  const css = trustedValue(pack, "thread.verify");
  const elements = css === null ? [] : markup.all(css);
  const names = [...identityAttributes(pack), "value"];
  const held = elements.map((element) => names.map((name) => element.attribute(name)).find((id) => id !== null));
  if (held.some((id) => id === undefined)) return err(selectorMissing("thread.verify", "thread page"));
  const pattern = new RegExp(threadUrlPattern(entryValue(pack, "thread.path"), threadId));
  const isRight = held.length > 0 ? held.every((id) => id === threadId) : pattern.test(page.url);
  if (isRight) return ok(undefined);
  const message = "the page shows another thread than the one asked for";
  return err(fault("WRONG_THREAD", message, { packKey: held.length > 0 ? "thread.verify" : "thread.path" }));
}

function saysEmpty(markup: Markup, page: DescribedPage, pack: Pack): boolean {
  const css = trustedValue(pack, "thread.empty");
  return css !== null && markup.first(css) !== null && page.visible["thread.empty"] !== null;
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
  const name = trustedValue(pack, "thread.message_id");
  if (name === null) return null;
  const held = (item.attribute(name) ?? item.first(`[${name}]`)?.attribute(name) ?? "").trim();
  // An element's own id carries a prefix: "msg_123".
  const id = name === "id" ? (/\d[\w-]*$/.exec(held)?.[0] ?? "") : held;
  return id === "" ? null : id;
}

function readMessage(item: Markup, page: DescribedPage, pack: Pack, words: ThreadWords): Result<SightedMessage, Fault> {
  const body = partOf(item, entryValue(pack, "thread.body"));
  const direction = readDirection(item, pack, body !== null);
  if (!direction.ok) return direction;
  if (body === null && direction.value !== "system") return err(selectorMissing("thread.body", "message"));
  const timeElement = partOf(item, entryValue(pack, "thread.time"));
  return ok({
    platformMessageId: readMessageId(item, pack),
    direction: direction.value,
    body: (body ?? item).body(),
    sentAt: readMarkedTime(timeElement, { zone: words.zone, nowMs: page.takenAtMs }).time,
    state: direction.value === "outbound" ? readState(item, pack) : "visible",
  });
}

/** A message with a body must say which way it went. An item without one is the platform's own note. */
function readDirection(item: Markup, pack: Pack, hasBody: boolean): Result<SightedDirection, Fault> {
  const isMarked = (key: string) => partOf(item, entryValue(pack, key)) !== null;
  const isInbound = isMarked("thread.inbound");
  const isOutbound = isMarked("thread.outbound");
  if (isInbound && isOutbound)
    return err(fault("SELECTOR_MISSING", "a message says both ways", { packKey: "thread.inbound" }));
  if (isInbound) return ok("inbound");
  if (isOutbound) return ok("outbound");
  return hasBody ? err(selectorMissing("thread.inbound", "message")) : ok("system");
}

function readState(item: Markup, pack: Pack): SightedState {
  const isMarked = (key: string) => {
    const css = trustedValue(pack, key);
    return css !== null && partOf(item, css) !== null;
  };
  if (isMarked("send.failed")) return "failed";
  if (isMarked("send.held")) return "held";
  // Where messages have ids of the platform's own, a row of ours without one was drawn before the answer came.
  const isDrawnEarly = trustedValue(pack, "thread.message_id") !== null && readMessageId(item, pack) === null;
  return isDrawnEarly ? "sending" : "visible";
}

/** The name stands in a message of the lead or in the heading; a name inside another message is not the lead's. */
function readLeadName(markup: Markup, items: readonly Markup[], pack: Pack): string | null {
  const css = trustedValue(pack, "thread.name");
  if (css === null) return null;
  const inbound = items.find((item) => partOf(item, entryValue(pack, "thread.inbound")) !== null);
  const heading = markup.all(css).find((found) => found.closest(entryValue(pack, "thread.message")) === null);
  const name = (inbound?.first(css) ?? heading)?.line() ?? "";
  return name === "" ? null : name;
}

function readListing(
  markup: Markup,
  page: DescribedPage,
  pack: Pack,
  { listingIdIn }: ThreadWords,
): ThreadSighting["listing"] {
  const css = trustedValue(pack, "thread.listing");
  const element = css === null ? null : markup.first(css);
  if (element === null) return null;
  const href = element.attribute("href") ?? element.first("a[href]")?.attribute("href") ?? "";
  const fromHref = URL.canParse(href, page.url) ? listingIdIn(new URL(href, page.url).pathname) : null;
  const platformListingId = fromHref ?? element.attribute("data-listing-id");
  if (platformListingId === null) return null;
  const title = element.line();
  return { platformListingId, title: title === "" ? null : title };
}

/** The element itself or the first match in it. */
function partOf(item: Markup, css: string): Markup | null {
  return item.is(css) ? item : item.first(css);
}
