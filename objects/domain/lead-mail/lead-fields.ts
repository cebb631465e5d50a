// What a lead mail tells of a lead, and how each value is checked. The shape is stored as JSON (lead_mails.fields in D1):
// a key may be added, never renamed or given another meaning without a migration.

import { PHONE_DIGITS_MAX, PHONE_DIGITS_MIN } from "./limits.ts";
import { plainField } from "./lines.ts";
import { readAddress } from "./mail-address.ts";
import { isDayLike, type MailDay, readMailDay } from "./mail-date.ts";
import type { SubjectKind } from "./subject.ts";

export type LeadMailFields = {
  /** Which of the known subjects; null where the platform's subjects are not known. */
  readonly subjectKind: SubjectKind | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly moveIn: MailDay | null;
  readonly moveOut: MailDay | null;
  /** `count` null: the words name no plain number, e.g. "5+". */
  readonly occupants: { readonly count: number | null; readonly raw: string } | null;
  readonly pets: { readonly answer: "yes" | "no" | null; readonly raw: string } | null;
  /** What the lead wrote, lines kept. */
  readonly message: string | null;
  readonly listingTitle: string | null;
  /** Fields that stood there with different values, and are null for that. */
  readonly doubts: readonly LeadField[];
  /** True while nobody has seen a mail of this shape: a person should look before it is relied on. */
  readonly isGuess: boolean;
};

export type LeadField = "name" | "email" | "phone" | "moveIn" | "moveOut" | "occupants" | "pets" | "listingTitle";

/** Values as they stood beside their labels, each one plain line. */
export type Found = ReadonlyMap<LeadField, readonly string[]>;

/** The words are cut from the field's own line; null when they are no value of that field. */
const READERS: Readonly<Record<LeadField, (words: string) => string | null>> = {
  name: plainField,
  listingTitle: plainField,
  email: readEmail,
  phone: readPhone,
  moveIn: readDayWords,
  moveOut: readDayWords,
  occupants: (words) => (/^\d{1,2}\+?(?:\s+[\p{L}\s,&\d]{1,40})?$/u.test(words) ? words : null),
  pets: (words) => (words.length <= PETS_CHARS_MAX && !/[?]/.test(words) ? plainField(words) : null),
};
/** Longer than "Yes, two small dogs and one indoor cat": that is prose. */
const PETS_CHARS_MAX = 60;

/** [L8] [L9] Everything but the message, with the doubts. */
export function fieldsOf(found: Found): Omit<LeadMailFields, "subjectKind" | "message" | "isGuess"> {
  const doubts: LeadField[] = [];
  const one = (field: LeadField): string | null => {
    const values = (found.get(field) ?? []).flatMap((words) => READERS[field](words) ?? []);
    const [first = null, ...others] = new Set(values);
    if (others.length === 0) return first;
    doubts.push(field);
    return null;
  };
  const day = (field: "moveIn" | "moveOut"): MailDay | null => {
    const words = one(field);
    return words === null ? null : readMailDay(words);
  };
  return {
    name: one("name"),
    email: one("email"),
    phone: one("phone"),
    moveIn: day("moveIn"),
    moveOut: day("moveOut"),
    occupants: occupantsOf(one("occupants")),
    pets: petsOf(one("pets")),
    listingTitle: one("listingTitle"),
    doubts,
  };
}

function occupantsOf(raw: string | null): LeadMailFields["occupants"] {
  if (raw === null) return null;
  return { raw, count: /^\d+(?!\d|\+)/.test(raw) ? Number.parseInt(raw, 10) : null };
}

function petsOf(raw: string | null): LeadMailFields["pets"] {
  if (raw === null) return null;
  const answer = /^(?:yes|no)(?![\p{L}\d])/iu.exec(raw)?.[0].toLowerCase();
  return { raw, answer: answer === "yes" || answer === "no" ? answer : null };
}

function readDayWords(words: string): string | null {
  return isDayLike(words) ? plainField(words) : null;
}

/** One address, as itself or as the text and the target of a mailto link. */
function readEmail(words: string): string | null {
  const parts = words.split(/[\s<>()[\],;]+/).map((part) => part.replace(/^mailto:/i, ""));
  const addresses = parts.flatMap((part) => readAddress(part) ?? []);
  const [first, ...others] = new Set(addresses.map(({ local, domain }) => `${local}@${domain}`));
  return first === undefined || others.length > 0 ? null : first;
}

function readPhone(words: string): string | null {
  if (!/^\+?[\d\s().\-/]+(?:(?:x|ext\.?)\s*\d{1,6})?$/i.test(words)) return null;
  const digits = words.replace(/(?:x|ext).*$/i, "").replace(/\D/g, "").length;
  return digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX ? plainField(words) : null;
}
