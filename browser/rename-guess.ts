// When a selector matches nothing: whether one name in it (a class, an id, the value of an attribute) was probably renamed. Pure. A guess
// for a person to look at; nothing acts on it.
import type { Markup } from "./markup.ts";

/** Elements looked at; a page that has more is not searched to its end. */
const ELEMENTS_MAX = 20_000;
/** Names that are compared with each name of the selector. */
const NAMES_MAX = 5_000;
/** Longer ones are data, not names. */
const NAME_CHARS_MAX = 80;
/** Share of a name's letters that may differ. */
const CHANGED_SHARE_MAX = 0.5;

type NameInSelector = {
  readonly name: string;
  readonly at: number;
  /** What the name is a value of: "class", "id", or another attribute. */
  readonly attribute: string;
};

/** The selector with one name replaced by the nearest one of the page, or null when none is near or the result finds nothing. */
export function guessRename(page: Markup, css: string): string | null {
  let best: { readonly css: string; readonly distance: number } | null = null;
  for (const { name, at, attribute } of namesIn(css)) {
    for (const candidate of namesOnPage(page, attribute)) {
      if (candidate === name || candidate.length > NAME_CHARS_MAX) continue;
      const distance = distanceOf(name, candidate);
      if (distance > nearnessMax(name, candidate) || (best !== null && distance >= best.distance)) continue;
      const renamed = `${css.slice(0, at)}${escaped(candidate, attribute)}${css.slice(at + name.length)}`;
      if (page.first(renamed) !== null) best = { css: renamed, distance };
    }
  }
  return best?.css ?? null;
}

function namesIn(css: string): readonly NameInSelector[] {
  const pattern = /\.([\w-]+)|#([\w-]+)|\[([\w-]+)[*^$~|]?=['"]?([^'"\]]+)/g;
  return [...css.matchAll(pattern)].map((match) => {
    const [whole, className, id, attribute, value] = match;
    const name = className ?? id ?? value ?? "";
    const kind = className !== undefined ? "class" : id !== undefined ? "id" : (attribute ?? "");
    return { name, at: match.index + whole.lastIndexOf(name), attribute: kind };
  });
}

function namesOnPage(page: Markup, attribute: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of page.all(`[${attribute}]`).slice(0, ELEMENTS_MAX)) {
    const value = element.attribute(attribute) ?? "";
    for (const name of attribute === "class" ? value.split(/\s+/) : [value]) {
      if (name !== "" && names.size < NAMES_MAX) names.add(name);
    }
  }
  return names;
}

/** A name that the other begins or ends with counts as near: "row" and "row-v2". */
function nearnessMax(name: string, candidate: string): number {
  const isExtended = [candidate.startsWith(name), candidate.endsWith(name), name.startsWith(candidate)].some(Boolean);
  return Math.floor(Math.max(name.length, candidate.length) * CHANGED_SHARE_MAX) + (isExtended ? 2 : 0);
}

/** Class and id names stand in a selector without quotes. */
function escaped(name: string, attribute: string): string {
  return attribute === "class" || attribute === "id" ? name.replace(/[^\w-]/g, "\\$&") : name;
}

/** Letters to insert, remove or replace. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    let diagonal = row[0] ?? 0;
    row = row.map((above, j) => (j === 0 ? i + 1 : above));
    for (let j = 1; j <= to.length; j += 1) {
      const above = row[j] ?? 0;
      const replaced = diagonal + (to[j - 1] === letter ? 0 : 1);
      diagonal = above;
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, replaced);
    }
  }
  return row[to.length] ?? 0;
}
