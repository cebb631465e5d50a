// Reads a RentHop lead mail. Nobody has shown one (platforms.md 4: sender domain SEEN-3, subject and body NOT SEEN), so only
// lines that say "Label: value" count, under the names of the renter's form, and the result is marked as a guess.
import { fieldsOf, type LeadField, type LeadMailFields } from "./lead-fields.ts";
import { MESSAGE_CHARS_MAX } from "./limits.ts";
import { isDivider, plainLines } from "./lines.ts";

const LABELS: ReadonlyMap<string, LeadField | "message"> = new Map<string, LeadField | "message">([
  ["name", "name"],
  ["renter name", "name"],
  ["email", "email"],
  ["e-mail", "email"],
  ["phone", "phone"],
  ["phone number", "phone"],
  ["move-in date", "moveIn"],
  ["move-in", "moveIn"],
  ["pets", "pets"],
  ["listing", "listingTitle"],
  ["address", "listingTitle"],
  ["comments", "message"],
  ["message", "message"],
]);
const LABELLED = /^([a-z][a-z -]{0,20}?)\s*:\s*(.*)$/i;

/** [L12] Null without a name and an e-mail address or telephone number. */
export function readRentHopLead(body: string): LeadMailFields | null {
  const found = new Map<LeadField, string[]>();
  const message: string[] = [];
  let isInMessage = false;
  for (const line of plainLines(body)) {
    const [, label = "", value = ""] = LABELLED.exec(line) ?? [];
    const field = LABELS.get(label.toLowerCase());
    if (field === "message") {
      isInMessage = message.length === 0;
      if (isInMessage) message.push(value);
    } else if (field !== undefined) {
      // Inside the message too: there it disagrees with the real one, and the field is left in doubt.
      isInMessage = false;
      if (value !== "") found.set(field, [...(found.get(field) ?? []), value]);
    } else if (isDivider(line)) {
      isInMessage = false;
    } else if (isInMessage) {
      message.push(line);
    }
  }
  const fields = fieldsOf(found);
  if (fields.name === null || (fields.email === null && fields.phone === null)) return null;
  const text = message.join("\n").trim().slice(0, MESSAGE_CHARS_MAX).toWellFormed();
  return { subjectKind: null, ...fields, message: text === "" ? null : text, isGuess: true };
}
