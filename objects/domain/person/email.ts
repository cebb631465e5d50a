// Finds e-mail addresses in what people write and brings them to the form in which they are compared. Reads character by
// character with a fixed reach, so that no text takes longer than its length.
import { DOMAIN_CHARS_MAX, LOCAL_PART_CHARS_MAX } from "./limits.ts";

const LOCAL_CHAR = /[a-z0-9._%+'-]/;
const DOMAIN_CHAR = /[a-z0-9.-]/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^[a-z]{2,24}$/;
/** "jane (at) mail (dot) example": how people hide an address from a platform. The words alone could be prose. */
const HIDDEN_AT = /\s{0,3}[[(]\s{0,3}at\s{0,3}[\])]\s{0,3}/g;
const HIDDEN_DOT = /\s{0,3}[[(]\s{0,3}dot\s{0,3}[\])]\s{0,3}/g;

/** [P3] Relays and notices of the platforms: shared by everybody who writes there. */
const PLATFORM_DOMAINS = [
  "spareroom.com",
  "spareroom.co.uk",
  "roomies.com",
  "leasebreak.com",
  "renthop.com",
  "furnishedfinder.com",
];
const NOBODYS = /^(?:no[._-]?reply|do[._-]?not[._-]?reply|mailer-daemon|postmaster|notifications?)$/;

/**
 * [P2] What a mailbox name cannot hold at these providers, by their own rules for names: there "jane+flats" and "jane" are
 * one mailbox. Everywhere else a plus or a dot may tell two persons apart, and stays.
 */
const TAGLESS = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "proton.me",
  "protonmail.com",
]);
const GOOGLE = new Set(["gmail.com", "googlemail.com"]);

/** The addresses in a text, in their compared form, in order; one may come twice. */
export function findEmails(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(HIDDEN_AT, "@").replace(HIDDEN_DOT, ".");
  const found: string[] = [];
  for (let at = plain.indexOf("@"); at !== -1; at = plain.indexOf("@", at + 1)) {
    const address = comparedForm(localBefore(plain, at), domainAfter(plain, at));
    if (address !== null) found.push(address);
  }
  return found;
}

function localBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start <= LOCAL_PART_CHARS_MAX && LOCAL_CHAR.test(text.charAt(start - 1))) start--;
  // Another @ in front of it: that is no address.
  if (text.charAt(start - 1) === "@") return "";
  return text.slice(start, at).replace(/^['.%-]{1,64}/, "");
}

function domainAfter(text: string, at: number): string {
  let end = at + 1;
  while (end < text.length && end - at <= DOMAIN_CHARS_MAX + 1 && DOMAIN_CHAR.test(text.charAt(end))) end++;
  // Nor with one behind it.
  if (text.charAt(end) === "@") return "";
  return text.slice(at + 1, end).replace(/[.-]{1,253}$/, "");
}

function comparedForm(local: string, domain: string): string | null {
  if (local.length === 0 || local.length > LOCAL_PART_CHARS_MAX || domain.length > DOMAIN_CHARS_MAX) return null;
  if (local.endsWith(".") || local.includes("..")) return null;
  const labels = domain.split(".");
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !TOP_LABEL.test(labels.at(-1) ?? "")) {
    return null;
  }
  if (NOBODYS.test(local) || PLATFORM_DOMAINS.some((own) => domain === own || domain.endsWith(`.${own}`))) return null;
  if (!TAGLESS.has(domain)) return `${local}@${domain}`;
  const untagged = local.split("+")[0] ?? "";
  const name = GOOGLE.has(domain) ? untagged.replaceAll(".", "") : untagged;
  if (name === "") return null;
  return `${name}@${GOOGLE.has(domain) ? "gmail.com" : domain}`;
}
