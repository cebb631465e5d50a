// Reads the HTML of a snapshot. Pure, and the only file that knows the HTML parser: adapters see these few verbs.
// Text comes as a person sees it: scripts and styles dropped (SpareRoom rows hold inline script), <br> and blocks as line ends.
import { type CheerioAPI, load } from "cheerio/slim";

/** One element of a page. Selectors are plain CSS; an unreadable selector matches nothing. */
export interface Markup {
  /** All matches below this element, in document order. */
  all(css: string): readonly Markup[];
  /** The first match below this element, or null. */
  first(css: string): Markup | null;
  /** This element or its nearest ancestor that matches, or null. */
  closest(css: string): Markup | null;
  /** The element around this one, or null at the top. */
  parent(): Markup | null;
  is(css: string): boolean;
  attribute(name: string): string | null;
  /** Text with its line ends, outer white space cut: for message bodies. */
  body(): string;
  /** Text on one line, white space collapsed: for names, dates, previews. */
  line(): string;
}

/** Parses the HTML of a whole page. */
export function readMarkup(html: string): Markup {
  const $ = load(html);
  // A page's templates are not on the page: what they hold must not be found.
  $("template, noscript").empty();
  return wrap($, $._root);
}

/** Whether the text is a selector at all. */
export function isSelector(css: string): boolean {
  try {
    load("<p></p>")(css);
    return true;
  } catch {
    return false;
  }
}

/** What a walk over a page meets, in document order. Comments, declarations and the code of scripts and styles are not met. */
export type PageVisitor = {
  /** False: what the element holds is passed over, and `close` is not called for it. */
  open(name: string, attributes: Readonly<Record<string, string>>): boolean;
  text(text: string): void;
  close(name: string): void;
};

/** Deeper elements are passed over: no page of people's making is that deep, and the walk calls itself. */
const WALK_DEPTH_MAX = 256;

/** Shows every element and text of a page to the visitor, as the parser understood them. */
export function walkPage(html: string, visitor: PageVisitor): void {
  walk(load(html)._root, visitor, 0);
}

function walk(node: TreeNode, visitor: PageVisitor, depth: number): void {
  if (node.type === "text") visitor.text(node.data);
  if (node.type === "root") for (const child of node.children) walk(child, visitor, depth);
  if (node.type !== "tag" && node.type !== "script" && node.type !== "style") return;
  if (depth > WALK_DEPTH_MAX || !visitor.open(node.name, node.attribs)) return;
  if (node.type === "tag") for (const child of node.children) walk(child, visitor, depth + 1);
  visitor.close(node.name);
}

/** Any node of the parser's tree; its own type library is not a dependency of ours. */
type TreeNode = Extract<
  Exclude<Parameters<typeof load>[0], string | Uint8Array | readonly unknown[]>,
  { type: unknown }
>;

function wrap($: CheerioAPI, node: TreeNode): Markup {
  const firstOf = (found: TreeNode[]): Markup | null => (found[0] === undefined ? null : wrap($, found[0]));
  return {
    all: (css) => matches(() => $(node).find(css).toArray()).map((found) => wrap($, found)),
    first: (css) => firstOf(matches(() => $(node).find(css).toArray())),
    closest: (css) => firstOf(matches(() => $(node).closest(css).toArray())),
    parent: () => firstOf($(node).parent().toArray()),
    is: (css) => matches(() => $(node).filter(css).toArray()).length > 0,
    attribute: (name) => $(node).attr(name) ?? null,
    body: () => bodyText($, node),
    line: () => textOf(node, " ").replace(/\s+/g, " ").trim(),
  };
}

function matches(find: () => TreeNode[]): TreeNode[] {
  try {
    return find();
  } catch {
    return [];
  }
}

/** Stands for a line end while raw ones are collapsed; HTML cannot hold it. */
const LINE_END = "\u0000";

const BLOCKS = new Set(["p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "blockquote", "pre", "dd", "dt"]);

/**
 * Where line ends are elements, raw white space is only the page's indentation and is collapsed; where there are none, raw line
 * ends are the text's own (white-space: pre-line).
 */
function bodyText($: CheerioAPI, outer: TreeNode): string {
  const node = innermostOf(outer);
  const hasLineElements = $(node).find("br, p, div, li").length > 0;
  if (!hasLineElements) return textOf(node, "").replace(/\r\n?/g, "\n").trim();
  return textOf(node, LINE_END, true)
    .split(LINE_END)
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

/** Goes into wrappers: an element that holds one other element and nothing else ends no line. */
function innermostOf(node: TreeNode): TreeNode {
  if (node.type !== "tag") return node;
  const held = node.children.filter(
    (child) => child.type !== "comment" && !(child.type === "text" && child.data.trim() === ""),
  );
  const only = held.length === 1 ? held[0] : undefined;
  return only?.type === "tag" && only.name !== "br" ? innermostOf(only) : node;
}

/** Concatenated text. `lineEnd` stands for <br> and for the bounds of blocks that have text before them. */
function textOf(node: TreeNode, lineEnd: string, isCollapsing = false): string {
  if (node.type === "text") return isCollapsing ? node.data.replace(/[ \t\r\n\f]+/g, " ") : node.data;
  if (node.type === "tag" && node.name === "br") return lineEnd;
  if (node.type !== "tag" && node.type !== "root") return "";
  if (node.type === "tag" && (node.name === "noscript" || node.name === "template")) return "";
  let text = "";
  for (const child of node.children) {
    const part = textOf(child, lineEnd, isCollapsing);
    const isBlock = child.type === "tag" && BLOCKS.has(child.name);
    const isBound = isBlock || previousIsBlock(child);
    text += isBound && text.trim() !== "" && part.trim() !== "" && !text.endsWith(lineEnd) ? lineEnd + part : part;
  }
  return text;
}

function previousIsBlock(node: TreeNode): boolean {
  let previous = node.prev;
  while (previous !== null && previous.type === "text" && previous.data.trim() === "") previous = previous.prev;
  return previous !== null && previous.type === "tag" && BLOCKS.has(previous.name);
}
