// How a lead can be reached outside the platform, read from the lead's own messages. It is what makes two conversations one
// person's. Personal data: whoever gets a contact hashes it or forgets it; it must never reach a log, the audit or a screen.
import { findEmails } from "./email.ts";
import { CONTACTS_MAX, SEARCHED_CHARS_MAX } from "./limits.ts";
import { findPhones } from "./phone.ts";

/** `value`: an address in its compared form (P2), or the digits of E.164 without the plus (P4). */
export type Contact = { readonly kind: "email" | "phone"; readonly value: string };

export type SpokenText = { readonly isLead: boolean; readonly text: string };

/**
 * [P1] [P7] The contacts of a lead, in the order in which they were told. `knownIds`: ids of the thread and its advert,
 * which look like numbers and are none.
 */
export function contactsOfLead(spoken: readonly SpokenText[], knownIds: readonly string[]): readonly Contact[] {
  const ours = new Set<string>();
  const found = new Map<string, Contact>();
  let searched = 0;
  for (const { isLead, text } of spoken) {
    searched += text.length;
    if (searched > SEARCHED_CHARS_MAX) break;
    for (const contact of contactsIn(text, knownIds)) {
      if (!isLead) ours.add(contact.value);
      else if (!ours.has(contact.value)) found.set(contact.value, contact);
      if (found.size === CONTACTS_MAX) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Every contact in one text, whoever wrote it. */
export function contactsIn(text: string, knownIds: readonly string[]): readonly Contact[] {
  return [
    ...findEmails(text).map((value): Contact => ({ kind: "email", value })),
    ...findPhones(text, knownIds).map((value): Contact => ({ kind: "phone", value })),
  ];
}
