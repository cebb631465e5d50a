// Makes readable lines of a mail's HTML, in one pass and without a document: each block is a line. Enough to find labels and
// values; not a renderer. Text quoted in blockquote is somebody's history and is left out.
import { BODY_CHARS_MAX } from "./limits.ts";

const BLOCKS: ReadonlySet<string> = new Set(
  "address article blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Elements whose content is no text. */
const SILENT: ReadonlySet<string> = new Set(["script", "style", "head", "title", "template", "noscript"]);
const TAG_NAME = /\/?([a-z][a-z0-9]*)/iy;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bull", "•"],
  ["middot", "·"],
]);
const CODE_POINT_MAX = 0x10ffff;

/** [L14] Lines with something on them; what is blank between blocks is layout. */
export function htmlToText(html: string): string {
  const text = html.slice(0, BODY_CHARS_MAX);
  const out: string[] = [];
  let quoteDepth = 0;
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("<", at);
    const words = text.slice(at, open === -1 ? text.length : open);
    if (quoteDepth === 0) out.push(decodeEntities(words.replace(/\s+/g, " ")));
    if (open === -1) break;
    const tag = tagAt(text, open);
    at = tag.end;
    if (tag.name === "blockquote") quoteDepth = Math.max(0, quoteDepth + (tag.isClosing ? -1 : 1));
    else if (quoteDepth === 0 && tag.name === null) out.push(tag.text);
    if (BLOCKS.has(tag.name ?? "")) out.push("\n");
  }
  const lines = out.join("").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

type Tag = { readonly name: string | null; readonly isClosing: boolean; readonly text: string; readonly end: number };

/** What begins at a "<": a tag, a comment, or the sign itself (then `name` is null and `text` holds it). */
function tagAt(html: string, open: number): Tag {
  const nothing = { name: null, isClosing: false, text: "" };
  if (html.startsWith("<!--", open)) return { ...nothing, end: after(html, "-->", open + 4) };
  if (html.startsWith("<!", open) || html.startsWith("<?", open)) return { ...nothing, end: after(html, ">", open) };
  TAG_NAME.lastIndex = open + 1;
  const match = TAG_NAME.exec(html);
  if (match === null) return { ...nothing, text: "<", end: open + 1 };
  const name = (match[1] ?? "").toLowerCase();
  const isClosing = match[0].startsWith("/");
  const end = after(html, ">", open);
  return { name, isClosing, text: "", end: SILENT.has(name) && !isClosing ? endOfSilent(html, name, end) : end };
}

function endOfSilent(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(html);
  return match === null ? html.length : after(html, ">", match.index);
}

/** Past the next `mark`; past everything when there is none. */
function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function decodeEntities(words: string): string {
  return words.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= CODE_POINT_MAX ? String.fromCodePoint(code).toWellFormed() : "\ufffd";
  });
}
