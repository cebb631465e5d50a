// Takes an e-mail address apart without being fooled: what is not plainly an address is null.
// Display names never come here; the caller hands over the address alone.
import { ADDRESS_CHARS_MAX, LOCAL_PART_CHARS_MAX } from "./limits.ts";

export type MailAddress = {
  /** As written; case may matter to its server. */
  readonly local: string;
  /** Lower case ASCII. An internationalised name stays in its xn-- form, so that it equals no plain name. */
  readonly domain: string;
};

const LOCAL = /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** [L1] The parts around the last @; null for quoted local parts, address literals, non-ASCII domains and anything broken. */
export function readAddress(text: string): MailAddress | null {
  if (text.length > ADDRESS_CHARS_MAX) return null;
  const at = text.lastIndexOf("@");
  if (at < 1 || at > LOCAL_PART_CHARS_MAX) return null;
  const local = text.slice(0, at);
  const domain = asciiLowerCase(text.slice(at + 1));
  const labels = domain.split(".");
  if (!LOCAL.test(local) || labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return { local, domain };
}

/** Folds A to Z alone: the usual folding turns the Kelvin sign into a k. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
