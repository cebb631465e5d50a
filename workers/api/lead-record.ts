// What the mails of a thread say of its lead, as one record: each part from the newest mail that has it.
import type { LeadRecord } from "#contracts/api/conversation";
import type { LeadMailFields } from "#domain/lead-mail/lead-fields";

/** `mails` newest first. Null without any. */
export function leadRecordOf(mails: readonly LeadMailFields[]): LeadRecord | null {
  if (mails.length === 0) return null;
  const newest = <T>(part: (fields: LeadMailFields) => T | null): T | null =>
    mails.map(part).find((value) => value !== null) ?? null;
  return {
    name: newest(({ name }) => name),
    email: newest(({ email }) => email),
    phone: newest(({ phone }) => phone),
    moveIn: newest(({ moveIn }) => moveIn),
    moveOut: newest(({ moveOut }) => moveOut),
    occupants: newest(({ occupants }) => occupants?.raw ?? null),
    pets: newest(({ pets }) => pets?.raw ?? null),
    isGuess: mails.some(({ isGuess }) => isGuess),
  };
}
