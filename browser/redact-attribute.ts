// What of an attribute may stay when a page is kept for a person to see what changed. Pure. Names that the page's makers gave (classes,
// ids, test ids, field names) stay, for a pack is made of them; values become their shape; what is not known is dropped.
import { maskText } from "./redact-text.ts";

const VALUE_CHARS_MAX = 120;
const NAMES_CHARS_MAX = 600;

/** Their values are names given by the page's makers. */
const NAMES = new Set([
  ...["class", "id", "name", "type", "role", "for", "rel", "method", "enctype", "autocomplete", "lang", "dir"],
  ...["data-testid", "data-test", "data-test-id", "data-cy", "data-qa", "x-ref", "slot", "itemprop"],
  ...["aria-hidden", "aria-expanded", "aria-selected", "aria-current", "aria-controls", "aria-labelledby"],
]);
const ADDRESSES = new Set(["href", "action", "formaction", "src", "poster", "data-href", "data-url", "data-src"]);
/** Their values become their shape. */
const SHAPES = new Set([
  "value",
  "title",
  "alt",
  "placeholder",
  "content",
  "datetime",
  "label",
  "aria-label",
  "tabindex",
]);
/** Stay without a value. */
const FLAGS = new Set([
  ...["hidden", "disabled", "checked", "selected", "required", "readonly", "multiple", "open"],
  ...["novalidate", "autofocus", "x-cloak", "contenteditable"],
]);
const CODE = /^(?:x|v|ng)-[a-z0-9:_.-]{1,40}$/;
const DATA = /^data-[a-z0-9_-]{1,40}$/;

/** Path segments that name a kind of page and nobody. */
const PATH_WORDS = new Set(
  `account accounts ad ads admin api assets chat compose contact conversation conversations css dashboard detail edit flatshare help
  home images img inbox index js lead leads listing listings login logoff logon logout member members message messages my new post
  profile profiles property rental rentals reply room roommate rooms search send sent settings sign-in sign-out signin static thread
  threads unread unit units user users`.split(/\s+/),
);

/** The attribute as it may be written into the artefact, with a space before it; "" when it is dropped. */
export function redactAttribute(name: string, value: string, packWords: ReadonlySet<string>): string {
  if (FLAGS.has(name)) return ` ${name}`;
  const kept = keptValue(name, value, packWords);
  return kept === null ? "" : ` ${name}="${kept}"`;
}

function keptValue(name: string, value: string, packWords: ReadonlySet<string>): string | null {
  if (NAMES.has(name)) return namesOf(value);
  if (ADDRESSES.has(name)) return addressOf(value, packWords);
  if (SHAPES.has(name) || DATA.test(name)) return maskText(value, VALUE_CHARS_MAX);
  return CODE.test(name) ? codeOf(value) : null;
}

/** Letters of any script but these are no page maker's name: such a token becomes its shape, as do long numbers and random tokens. */
const PAGE_NAME = /^[A-Za-z_!-][\w:./%#()[\]!-]{0,79}$/;
const DIGITS_MAX = 5;
/** Letters and digits in one run of this length: a token, and no word with a number behind it. */
const RANDOM_RUN = /(?=[A-Za-z0-9]{12})[A-Za-z]*\d[A-Za-z]*\d/;

function namesOf(value: string): string {
  const tokens = value.split(/\s+/).filter((token) => token !== "");
  return tokens.map(nameOf).join(" ").slice(0, NAMES_CHARS_MAX);
}

function nameOf(token: string): string {
  const digits = token.replace(/\D/g, "").length;
  if (!PAGE_NAME.test(token) || RANDOM_RUN.test(token)) return maskText(token, VALUE_CHARS_MAX);
  // "msg_700200300" → "msg_000000000"; "py-2" and "row-v2" stay.
  return digits > DIGITS_MAX ? token.replace(/\d/g, "0") : token.replace(/\d{4,}/g, (run) => "0".repeat(run.length));
}

/** Scheme, known words of the path and names of parameters stay; hosts, ids, slugs, values and fragments become their shape. */
function addressOf(value: string, packWords: ReadonlySet<string>): string {
  const [, scheme = "", rest = ""] = /^\s*([a-z][a-z0-9+.-]*:)?(.*)$/is.exec(value) ?? [];
  const isWeb = scheme === "" || /^https?:$/i.test(scheme);
  if (!isWeb) return `${maskText(scheme, VALUE_CHARS_MAX)}...`;
  const [, host = "", path = "", query = "", fragment = ""] =
    /^(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(rest) ?? [];
  const segments = path.split("/").map((segment) => (isKnownSegment(segment, packWords) ? segment : mask(segment)));
  const parameters = query
    .slice(1)
    .split("&")
    .map((parameter) => parameterOf(parameter, packWords));
  const tail = `${query === "" ? "" : `?${parameters.join("&amp;")}`}${mask(fragment)}`;
  return `${scheme.toLowerCase()}${mask(host)}${segments.join("/")}${tail}`.slice(0, NAMES_CHARS_MAX);
}

function isKnownSegment(segment: string, packWords: ReadonlySet<string>): boolean {
  return PATH_WORDS.has(segment) || packWords.has(segment);
}

function parameterOf(parameter: string, packWords: ReadonlySet<string>): string {
  const [, name = "", value = ""] = /^([^=]*)(=.*)?$/s.exec(parameter) ?? [];
  const isName = packWords.has(name) || /^[a-z][a-z_-]{0,30}$/.test(name);
  return `${isName ? name : mask(name)}${mask(value)}`;
}

/** "messageItem({…})": what comes before the first quote or brace names things of the page; the rest may be anybody's data. */
function codeOf(value: string): string {
  const [head = ""] = /^[\w$.\s()[\],!?:|=+-]*/.exec(value) ?? [];
  const kept = head.slice(0, VALUE_CHARS_MAX).replace(/\d{4,}/g, (run) => "0".repeat(run.length));
  return `${kept}${mask(value.slice(head.length))}`;
}

function mask(text: string): string {
  return maskText(text, VALUE_CHARS_MAX);
}
