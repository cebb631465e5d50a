// Roomies thread pages to readings. Pure: one look (Alpine state and visible parts, page-code.ts) and time in, a thread or a typed fault
// out. State wins over the visible parts; an empty thread and one that is not loaded yet are never mistaken for each other.
import * as z from "zod";
import type { Fault } from "#contracts/browser";
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
import { readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import type { Snapshot } from "../../snapshot.ts";
import { readStatusWords } from "../../status-words.ts";

/** `/inbox/<digits>`; shorter numbers were never seen. */
export const THREAD_ID = /^\d{5,}$/;

const looseText = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const stateSchema = z.object({
  id: looseText,
  content: z.string().nullish().catch(null),
  system: z.unknown(),
  created_at: looseText,
  isSender: z.boolean().nullish().catch(null),
});
const itemSchema = z.object({
  state: stateSchema.nullable(),
  /** Index of the row that this one lies in, or -1. */
  outer: z.number(),
  isShown: z.boolean(),
  body: z.string().nullable(),
  bubble: z.string().nullable(),
  datetime: z.string().nullable(),
  clock: z.string(),
  status: z.string(),
  isHeld: z.boolean(),
  isFailed: z.boolean(),
});
const probedSchema = z.object({
  items: z.array(itemSchema),
  header: z.string(),
  hasOlder: z.boolean(),
  forms: z.array(z.string()),
});
type Item = z.infer<typeof itemSchema>;
export type ProbedThread = z.infer<typeof probedSchema>;

/** What the page code answered, or null for a page on which it could not run. */
export function readProbed(snapshot: Pick<Snapshot, "probed">): ProbedThread | null {
  return probedSchema.safeParse(snapshot.probed).data ?? null;
}

/** Whether rows stand there that Alpine has not filled yet: they have neither state nor text. */
export function isFilling(probed: ProbedThread | null): boolean {
  return probed?.items.some((item) => item.state === null && (item.body ?? "").trim() === "") ?? false;
}

type ThreadLook = Pick<Snapshot, "url" | "text" | "html" | "visible" | "takenAtMs" | "documentId" | "probed">;
/** Which rows the page drew by itself since it was opened (drawn-rows.ts). */
type Drawn = (documentId: number, keys: readonly string[]) => ReadonlySet<number>;

/** Reads the thread on screen, after verifying that address and composer both name it. */
export function parseThread(
  look: ThreadLook,
  pack: Pack,
  threadId: string,
  drawn: Drawn,
): Result<ThreadSighting, Fault> {
  if (threadIdIn(new URL(look.url).pathname) !== threadId) return err(wrongThread());
  const probed = readProbed(look);
  if (probed === null) return err(selectorMissing("thread.message", "thread page"));
  const posts = probed.forms.map((action) => threadIdIn(new URL(action, look.url).pathname));
  if (posts.some((id) => id !== null && id !== threadId)) return err(wrongThread());

  const isLoading = countOf(look.text, pack) > probed.items.reduce((sum, item) => sum + countOf(bodyOf(item), pack), 0);
  if (isLoading || isFilling(probed)) {
    // A row that waits for its text has the element for it; one without was not filled late but looks different now.
    const isBodyMissing = !isLoading && probed.items.some((item) => item.state === null && item.body === null);
    if (isBodyMissing) return err(selectorMissing("thread.body", "message"));
    return err(fault("TIMEOUT", "the thread is still loading its messages", { packKey: "thread.loading" }));
  }
  const read: SightedMessage[] = [];
  for (const item of ownRows(probed.items)) {
    const message = readMessage(item);
    if (!message.ok) return message;
    read.push(message.value);
  }
  const messages = withoutCopies(read);
  if (messages.length === 0 && look.visible["thread.empty"] == null) {
    return err(selectorMissing("thread.message", "thread page"));
  }
  if (messages.length > 0 && messages.every((message) => message.sentAt.raw === "")) {
    return err(selectorMissing("thread.time", "thread page"));
  }
  // A row that was just sent may lack its sender for a while; a thread without any side is a page that changed, and its messages would
  // be nobody's.
  const people = messages.filter((message) => message.direction !== "system");
  if (people.length > 0 && people.every((message) => message.direction === "unknown")) {
    return err(selectorMissing("thread.bubble", "thread page"));
  }
  const late = drawn(
    look.documentId,
    messages.map((message) => message.platformMessageId ?? message.body),
  );
  return ok({
    threadId,
    leadName: readLeadName(look.html, probed, pack),
    listing: readListing(look.html, pack),
    // Roomies numbers what it took. A row of ours that was drawn here and has no number yet was accepted by nobody.
    messages: messages.map((message, index) =>
      late.has(index) && isOurs(message) && message.platformMessageId === null && message.state === "visible"
        ? { ...message, state: "sending" }
        : message,
    ),
    isComplete: !probed.hasOlder,
    takenAtMs: look.takenAtMs,
  });
}

/** The id in an address of a thread, or null for every other address ("/inbox/unread"). */
export function threadIdIn(pathname: string): string | null {
  const id = /\/inbox\/([^/]+)\/?$/.exec(pathname)?.[1] ?? "";
  return THREAD_ID.test(id) ? id : null;
}

function wrongThread(): Fault {
  return fault("WRONG_THREAD", "the page shows another thread than the one asked for", { packKey: "thread.path" });
}

/** Lead and host may write "Loading messages" too: only what stands outside the messages means that they load. */
function countOf(text: string, pack: Pack): number {
  return text.toLowerCase().split(entryValue(pack, "thread.loading").toLowerCase()).length - 1;
}

function bodyOf(item: Item): string {
  return item.state?.content ?? item.body ?? "";
}

/** Rows lie in rows, and a list may be there twice: one stands for all, the one with an id before the others. */
function ownRows(items: readonly Item[]): readonly Item[] {
  const isNumbered = (item: Item | undefined) => /^\d+$/.test(item?.state?.id ?? "");
  return items.filter((item, index) => {
    const outer = items[item.outer];
    if (outer !== undefined && (isNumbered(outer) || !isNumbered(item))) return false;
    const hasBetterInner = !isNumbered(item) && items.some((inner) => inner.outer === index && isNumbered(inner));
    return !hasBetterInner && (isNumbered(item) || item.isShown);
  });
}

function withoutCopies(messages: readonly SightedMessage[]): readonly SightedMessage[] {
  const isSameRow = (left: SightedMessage, right: SightedMessage) =>
    left.direction === right.direction && left.body === right.body && left.sentAt.raw === right.sentAt.raw;
  return messages.filter((message, index) => {
    const id = message.platformMessageId;
    if (id !== null) return messages.findIndex((other) => other.platformMessageId === id) === index;
    const isTimed = message.sentAt.raw !== "";
    return !(isTimed && messages.some((other) => other.platformMessageId !== null && isSameRow(other, message)));
  });
}

function readMessage(item: Item): Result<SightedMessage, Fault> {
  const direction = readDirection(item);
  if (direction === null) return err(selectorMissing("thread.bubble", "message"));
  if (item.state?.content == null && item.body === null) return err(selectorMissing("thread.body", "message"));
  const id = item.state?.id ?? "";
  return ok({
    platformMessageId: /^\d+$/.test(id) ? id : null,
    direction,
    body: bodyOf(item),
    sentAt: readTime(item),
    state: direction === "outbound" || direction === "unknown" ? readState(item) : "visible",
  });
}

/**
 * The state's own flag decides; a state without it says nothing of the sender. Without state the colours speak: ours are teal with
 * white text. Null: the row shows no bubble to judge by.
 */
function readDirection({ state, bubble }: Item): SightedDirection | null {
  if (state !== null) {
    if (state.system === true || state.system === 1) return "system";
    return state.isSender == null ? "unknown" : state.isSender ? "outbound" : "inbound";
  }
  if (bubble === null) return null;
  const isTeal = /(^|\s)bg-teal(-|\s|$)/.test(bubble);
  const isWhite = /(^|\s)text-white(\s|$)/.test(bubble);
  return isTeal !== isWhite ? "unknown" : isTeal ? "outbound" : "inbound";
}

/** A clock without a date names no day, and the browser's zone is not the lead's: it stays as text. */
function readTime({ state, datetime, clock }: Item): SightedTime {
  for (const raw of [state?.created_at, datetime]) {
    if (raw == null || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(raw)) continue;
    const time = readClockText(raw, { zone: "UTC", nowMs: 0 });
    if (time.ms !== null) return time;
  }
  return { ms: null, precision: "none", raw: clock.replace(/\s+/g, " ").trim() };
}

function readState({ isFailed, isHeld, status }: Item): SightedState {
  if (isFailed) return "failed";
  return isHeld ? "held" : (readStatusWords(status) ?? "visible");
}

function isOurs({ direction }: SightedMessage): boolean {
  return direction === "outbound" || direction === "unknown";
}

/** The last line above "looking for accommodation" (an avatar's initial may stand before it), without a count of messages. */
function readLeadName(html: string, probed: ProbedThread, pack: Pack): string | null {
  const confirmed = trustedValue(pack, "thread.name");
  const shown = confirmed === null ? null : (readMarkup(html).first(confirmed)?.line() ?? null);
  const lines = probed.header
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const name = (shown ?? lines.at(-1) ?? "").replace(/\s*\(\d+\)$/, "").replace(/\s+(is|,|-|·)$/i, "");
  return name === "" ? null : name.trim();
}

/** The advert is linked above the messages. A "More" link leads to an advert too and is none. */
function readListing(html: string, pack: Pack): ThreadSighting["listing"] {
  const page = readMarkup(html);
  for (const link of page.all(entryValue(pack, "thread.listing"))) {
    const id = /\/rooms\/(\d+)(?:[/?#]|$)/.exec(link.attribute("href") ?? "")?.[1];
    const title = link.line();
    if (id === undefined || /^more\b/i.test(title) || link.closest(entryValue(pack, "thread.message")) !== null)
      continue;
    return { platformListingId: id, title: title === "" ? null : title };
  }
  return null;
}
