// Reads the body of a FurnishedFinder lead mail (platforms.md 5.3): labels alone on a line with the value on the next one,
// between boilerplate that speaks of travelers and a lead's prose that may hold any of the labels.
import { type Found, fieldsOf, type LeadField, type LeadMailFields } from "./lead-fields.ts";
import { MESSAGE_CHARS_MAX } from "./limits.ts";
import { isDivider, plainLines } from "./lines.ts";
import { readSubject } from "./subject.ts";

const LABELS: ReadonlyMap<string, LeadField> = new Map([
  ["move-in", "moveIn"],
  ["move in", "moveIn"],
  ["move-out", "moveOut"],
  ["move out", "moveOut"],
  ["occupants", "occupants"],
  ["pets", "pets"],
  ["email", "email"],
  ["phone", "phone"],
]);
const HEADINGS: ReadonlySet<string> = new Set(["traveler details", "stay details"]);
const LISTING_HEADING = "your matched listing";
const OPENINGS: ReadonlySet<string> = new Set(["new booking inquiry", "new traveler message", "new housing request"]);
const MATCH_WORDS: ReadonlySet<string> = new Set(["exact", "close", "good"]);
const ENDINGS = /^(?:reply to this (?:message|inquiry)|speed wins the booking|property manager\b)/i;
const BADGE = /^(?:phone number|phone|email|linkedin|identity) verified$/i;
const INTERESTED = / is interested in your property[.!]?$/i;

/** [L7] [L8] [L9] [L11] Null for a subject that is none of the five. */
export function readFurnishedFinderLead(subject: string, body: string): LeadMailFields | null {
  const known = readSubject(subject);
  if (known === null) return null;
  const lines = plainLines(body);
  const found = new Map<LeadField, readonly string[]>(labelledValues(lines));
  // What the subject says is the platform's own; the body is asked only where it is silent.
  found.set("name", known.name === null ? interestedNames(lines) : [known.name]);
  found.set("listingTitle", known.listingTitle === null ? matchedListings(lines) : [known.listingTitle]);
  return { subjectKind: known.kind, ...fieldsOf(found), message: messageOf(lines), isGuess: false };
}

function labelledValues(lines: readonly string[]): Found {
  const found = new Map<LeadField, string[]>();
  let isInDetails = false;
  for (const [i, line] of lines.entries()) {
    if (HEADINGS.has(key(line))) isInDetails = true;
    else if (endsDetails(line)) isInDetails = false;
    const field = isInDetails ? LABELS.get(key(line)) : undefined;
    if (field === undefined) continue;
    const value = valueAfter(lines, i);
    if (value !== null) found.set(field, [...(found.get(field) ?? []), value]);
  }
  return found;
}

/** The next line with something on it; null when that is a label, a divider or the like: then the value is missing. */
function valueAfter(lines: readonly string[], at: number): string | null {
  const value = lines.slice(at + 1).find((line) => line !== "");
  return value === undefined || isFurniture(value) ? null : value;
}

function interestedNames(lines: readonly string[]): string[] {
  return lines.filter((line) => INTERESTED.test(line)).map((line) => line.replace(INTERESTED, ""));
}

function matchedListings(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => {
    const title = key(line) === LISTING_HEADING ? valueAfter(lines, i) : null;
    return title === null || MATCH_WORDS.has(key(title)) ? [] : [title];
  });
}

/** What stands between the opening and the details. */
function messageOf(lines: readonly string[]): string | null {
  const interested = lines.findIndex((line) => INTERESTED.test(line));
  const opening = interested === -1 ? lines.findIndex((line) => OPENINGS.has(key(line))) : interested;
  if (opening === -1) return null;
  const after = lines.slice(opening + 1);
  const end = after.findIndex((line) => HEADINGS.has(key(line)) || endsDetails(line));
  const text = withoutEmptyEnds(end === -1 ? after : after.slice(0, end)).join("\n");
  return text === "" ? null : text.slice(0, MESSAGE_CHARS_MAX).toWellFormed();
}

function withoutEmptyEnds(lines: readonly string[]): readonly string[] {
  const isText = (line: string): boolean => line !== "" && !isDivider(line);
  return lines.slice(lines.findIndex(isText), lines.findLastIndex(isText) + 1);
}

function endsDetails(line: string): boolean {
  return key(line) === LISTING_HEADING || ENDINGS.test(line);
}

/** A line of the mail's own that is never a value. */
function isFurniture(line: string): boolean {
  const word = key(line);
  return (
    LABELS.has(word) ||
    HEADINGS.has(word) ||
    BADGE.test(line) ||
    endsDetails(line) ||
    isDivider(line) ||
    /^[-–—]{1,2}$/.test(line)
  );
}

function key(line: string): string {
  return line.toLowerCase().replace(/\s*:$/, "");
}
