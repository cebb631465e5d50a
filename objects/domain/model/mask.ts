// Takes personal data out of texts before they leave, and puts it back afterwards: e-mail addresses, telephone and card numbers,
// social security numbers, other long numbers and links, each under a stable placeholder such as [EMAIL_1].
// It must not keep anything: the originals live as long as the one question to the model.
import { err, ok, type Result } from "../kernel/result.ts";
import { passesLuhn } from "../triage/sensitive-data.ts";

const KINDS = ["EMAIL", "PHONE", "CARD", "SSN", "NUMBER", "LINK"] as const;
type Kind = (typeof KINDS)[number];

/** Texts without personal data, in the order given, and what stands behind each placeholder. */
export type Masked = { readonly texts: readonly string[]; readonly originals: ReadonlyMap<string, string> };

/** Shorter runs of digits are rents, years and house numbers. */
const LONG_DIGITS_MIN = 7;
/** E.164 has at most fifteen digits. */
const PHONE_DIGITS_MAX = 15;
/** Shortest and longest card number (ISO/IEC 7812-1). */
const CARD_DIGITS_MIN = 13;
const CARD_DIGITS_MAX = 19;

const PLACEHOLDER = new RegExp(`\\[(?:${KINDS.join("|")})_\\d{1,4}\\]`, "gu");
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** In the order of the alternatives: what is left alone (placeholders, dates, amounts), then what is masked. */
const PARTS = new RegExp(
  [
    `(?<left>\\[(?:${KINDS.join("|")})_\\d{1,4}\\]|(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}/\\d{1,2}/\\d{2,4}(?!\\d)|[$€£] ?(?:\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,6})(?:\\.\\d{1,2})?(?!\\d))`,
    "(?<email>[\\p{L}\\p{N}._%+'-]{1,64}(?: ?@ ?| ?[(\\[]at[)\\]] ?)[\\p{L}\\p{N}-]{1,63}(?:(?:\\.| ?[(\\[]dot[)\\]] ?| dot )[\\p{L}\\p{N}-]{1,63}){1,4})",
    "(?<spoken>\\b[\\p{L}\\p{N}._+-]{1,64} at [\\p{L}\\p{N}-]{1,63} dot (?:com|net|org|edu|co|io|me)\\b)",
    '(?<link>\\b(?:https?://|www\\.)[^\\s<>"\\[\\]]{1,2000}|\\b(?:[a-z0-9-]{1,63}\\.){1,4}(?:com|net|org|io|co|ly|me|gg|app|xyz|link|site|ru|info|biz|top|click)\\b(?:/[^\\s<>"\\[\\]]{0,2000})?)',
    "(?<digits>\\+?\\(?\\d(?:[\\s.()·•*_/\\p{Pd}]{0,3}\\d){6,39})",
  ].join("|"),
  "giu",
);

/** Masks several texts with one numbering: the same address is the same placeholder in all of them. Masking twice changes nothing. */
export function mask(texts: readonly string[]): Masked {
  const folded = texts.map((text) => text.normalize("NFKC").replace(INVISIBLE, ""));
  // A placeholder that somebody typed must never stand for data of somebody else.
  const typed = new Set(folded.flatMap((text) => text.match(PLACEHOLDER) ?? []));
  const originals = new Map<string, string>();
  const names = new Map<string, string>();
  const nameOf = (kind: Kind, value: string): string => {
    const key = `${kind} ${keyOf(kind, value)}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    let number = 1;
    while (typed.has(`[${kind}_${number}]`) || originals.has(`[${kind}_${number}]`)) number += 1;
    const name = `[${kind}_${number}]`;
    names.set(key, name);
    originals.set(name, value);
    return name;
  };
  const masked = folded.map((text) =>
    text.replace(PARTS, (part, ...rest) => {
      const groups: unknown = rest.at(-1);
      const kind = kindOf(part, groups as Partial<Record<string, string>>);
      return kind === null ? part : nameOf(kind, part);
    }),
  );
  return { texts: masked, originals };
}

/** Puts the originals back. The error names a placeholder that nobody gave: the model invented it. */
export function restore(text: string, originals: ReadonlyMap<string, string>): Result<string, string> {
  const invented = (text.match(/\[[A-Z]{2,12}_\d{1,4}\]/gu) ?? []).find((name) => !originals.has(name));
  if (invented !== undefined) return err(invented);
  return ok(text.replace(PLACEHOLDER, (name) => originals.get(name) ?? name));
}

function kindOf(part: string, groups: Partial<Record<string, string>>): Kind | null {
  if (groups["left"] !== undefined) return null;
  if (groups["email"] !== undefined || groups["spoken"] !== undefined) return "EMAIL";
  if (groups["link"] !== undefined) return "LINK";
  return kindOfDigits(part);
}

function kindOfDigits(part: string): Kind | null {
  const digits = digitsOf(part);
  if (digits.length < LONG_DIGITS_MIN) return null;
  if (digits.length >= CARD_DIGITS_MIN && digits.length <= CARD_DIGITS_MAX && passesLuhn(digits)) return "CARD";
  if (digits.length === 9 && /^\d{3}\D+\d{2}\D+\d{4}$/u.test(part)) return "SSN";
  return digits.length <= PHONE_DIGITS_MAX ? "PHONE" : "NUMBER";
}

function keyOf(kind: Kind, value: string): string {
  return kind === "EMAIL" || kind === "LINK" ? value.toLowerCase().replace(/\s/gu, "") : digitsOf(value);
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, "");
}
