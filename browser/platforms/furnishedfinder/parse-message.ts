// One row of a FurnishedFinder thread to a message. Pure. The kit's side classes are not known to have survived the site's own styling, so
// the heading "Message from X," is read too; what neither tells stays unknown.
import type { SightedDirection, SightedMessage, SightedState } from "#domain/conversation/sighting";
import { readClockText } from "../../clock-text.ts";
import type { Markup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import { readStatusWords } from "../../status-words.ts";

/** Reads all rows of a thread. `title` is the lead's name in the header. */
export function readMessages(items: readonly Markup[], title: string, pack: Pack): readonly SightedMessage[] {
  const names = items.map((item) => headingOf(item, pack));
  const hasLead = names.some((name) => name !== null && isFirstName(name, title));
  return items.map((item, index) => readMessage(item, { name: names[index] ?? null, title, hasLead }, pack));
}

/** Whether nothing on the rows of people tells who wrote: then all of them would be nobody's, and be lost without a word. */
export function tellsNoSide(items: readonly Markup[], messages: readonly SightedMessage[], pack: Pack): boolean {
  const people = messages.filter((message) => message.direction !== "system");
  const isUnsaid = people.length > 0 && people.every((message) => message.direction === "unknown");
  return isUnsaid && items.every((item) => headingOf(item, pack) === null);
}

/** "Message from Alex," → "Alex"; null without such a heading. */
function headingOf(item: Markup, pack: Pack): string | null {
  const heading = item.first(entryValue(pack, "thread.heading"))?.line() ?? "";
  const name = /^Message from (.+?),?$/i.exec(heading)?.[1]?.trim() ?? "";
  return name === "" ? null : name;
}

function isFirstName(name: string, title: string): boolean {
  return title.toLowerCase() === name.toLowerCase() || title.toLowerCase().startsWith(`${name.toLowerCase()} `);
}

type Speaker = {
  /** Whom the heading names, or null without one. */
  readonly name: string | null;
  readonly title: string;
  /** Whether any heading of the thread names the lead. */
  readonly hasLead: boolean;
};

function readMessage(item: Markup, speaker: Speaker, pack: Pack): SightedMessage {
  const body = item.first(entryValue(pack, "thread.body"));
  const direction = readDirection(item, body, speaker, pack);
  const id = item.attribute(entryValue(pack, "thread.message_id")) ?? "";
  const time = item.first(entryValue(pack, "thread.time"))?.attribute("datetime") ?? "";
  return {
    platformMessageId: id === "" ? null : id,
    direction,
    // A row of a person without a text shows a picture or a file.
    body: body !== null ? body.body() : direction === "system" ? item.body() : "",
    // Only the last message of a group carries a time. The others keep none rather than a borrowed one.
    sentAt: readClockText(time, { zone: "UTC", nowMs: 0 }),
    state: direction === "outbound" || direction === "unknown" ? readState(item, pack) : "visible",
  };
}

/**
 * The kit's own classes tell the sides where the site kept them. Otherwise the heading does: the lead's first name is the lead, another
 * name is ours once the lead was heard too. Neither class nor heading nor text of a person: a note of the platform.
 */
function readDirection(item: Markup, body: Markup | null, speaker: Speaker, pack: Pack): SightedDirection {
  if (body !== null && /^this message was deleted/i.test(body.line())) return "system";
  const [isIn, isOut] = ["thread.inbound", "thread.outbound"].map((key) => holds(item, entryValue(pack, key)));
  if (isIn !== isOut) return isOut ? "outbound" : "inbound";
  if (speaker.name === null) return body === null ? "system" : "unknown";
  if (isFirstName(speaker.name, speaker.title)) return "inbound";
  return speaker.hasLead ? "outbound" : "unknown";
}

/** Whether the row is, or holds, what the selector means; never without a selector. */
export function holds(item: Markup, css: string | null): boolean {
  return css !== null && (item.is(css) || item.first(css) !== null);
}

/** Signs against a message count even where they are guesses; only a sign for it must be trusted. */
function readState(item: Markup, pack: Pack): SightedState {
  if (holds(item, entryValue(pack, "send.failed"))) return "failed";
  if (holds(item, trustedValue(pack, "send.held"))) return "held";
  if (holds(item, entryValue(pack, "thread.sending"))) return "sending";
  const quiet = ["thread.body", "thread.heading", "thread.time"].map((key) => entryValue(pack, key)).join(", ");
  const leaves = item.all("*").filter((leaf) => leaf.first("*") === null && leaf.closest(quiet) === null);
  return readStatusWords(leaves.map((leaf) => leaf.line()).join(" ")) ?? "visible";
}
