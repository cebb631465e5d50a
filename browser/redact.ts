// A page as it may be kept: its structure without anything that a person wrote or is known by. Pure. Only what is known to be harmless
// stays (known elements, known attributes); everything else is masked or dropped, so that what nobody thought of is not kept either.
import { walkPage } from "./markup.ts";
import { entryValue, type Pack } from "./pack.ts";
import { redactAttribute } from "./redact-attribute.ts";
import { maskText } from "./redact-text.ts";

/** Bytes of an artefact; it is ASCII. A KV value may be far larger, but a person reads this. */
export const ARTEFACT_BYTES_MAX = 200_000;
/** Longer pages are cut before they are parsed. */
const HTML_CHARS_MAX = 3_000_000;
/** Of one text; where it ends says nothing more. */
const TEXT_CHARS_MAX = 300;
/** First line of every artefact, by which a reader tells that its texts are shapes. */
export const ARTEFACT_MARK = "<!-- redacted page: letters are x, digits are 0 -->";
const CUT_MARK = "<!-- cut here -->";

const ELEMENTS = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data datalist
  dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i
  iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p picture
  pre progress q s samp script search section select slot small source span strong style sub summary sup svg g path use circle rect
  line polygon table tbody td template textarea tfoot th thead time title tr track u ul var video wbr`.split(/\s+/),
);
/** A word in angle brackets that a person wrote may be parsed as an element: its name does not stay. */
const UNKNOWN_ELEMENT = "x-unknown";
const VOID_ELEMENTS = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Their attributes tell nothing and may hold anything. */
const BARE_ELEMENTS = new Set(["script", "style", "meta", "path", "use"]);

/** The redacted page, at most ARTEFACT_BYTES_MAX bytes. Path words and parameters that the pack names stay readable. */
export function redactPage(html: string, pack: Pack): string {
  const packWords = wordsOf(pack);
  const written = [`${ARTEFACT_MARK}\n`];
  let left = ARTEFACT_BYTES_MAX - ARTEFACT_MARK.length - 1 - CUT_MARK.length;
  let isCut = false;
  const write = (text: string, closing = ""): boolean => {
    if (isCut) return false;
    if (text.length + closing.length > left) {
      isCut = true;
      written.push(CUT_MARK);
      return false;
    }
    left -= text.length + closing.length;
    written.push(text);
    return true;
  };
  walkPage(html.slice(0, HTML_CHARS_MAX), {
    open: (name, attributes) => {
      const tag = tagOf(name);
      return write(openingOf(tag, attributes, packWords), closingOf(tag));
    },
    text: (text) => void write(/\S/.test(text) ? maskText(text, TEXT_CHARS_MAX) : text.includes("\n") ? "\n" : " "),
    // Its length was set aside when the element was opened.
    close: (name) => void written.push(closingOf(tagOf(name))),
  });
  return written.join("");
}

function tagOf(name: string): string {
  return ELEMENTS.has(name) ? name : UNKNOWN_ELEMENT;
}

function openingOf(tag: string, attributes: Readonly<Record<string, string>>, packWords: ReadonlySet<string>): string {
  const kept = BARE_ELEMENTS.has(tag) ? [] : Object.entries(attributes);
  // A style may hold anything, yet that an element is not drawn is a fact about the page.
  const isHidden = /display\s*:\s*none/i.test(attributes["style"] ?? "") && !("hidden" in attributes);
  const written = kept.map(([name, value]) => redactAttribute(name, value, packWords)).join("");
  return `<${tag}${written}${isHidden ? " hidden" : ""}>`;
}

function closingOf(tag: string): string {
  return VOID_ELEMENTS.has(tag) ? "" : `</${tag}>`;
}

/** Words of the pack's paths and selectors: they were public before the page was opened. */
function wordsOf(pack: Pack): ReadonlySet<string> {
  const readable = Object.entries(pack.entries).filter(([, { kind }]) => kind === "path" || kind === "css");
  return new Set(readable.flatMap(([key]) => entryValue(pack, key).match(/[A-Za-z][\w.-]{2,}/g) ?? []));
}
