// Whether a value can stand where a pack entry stands: readable by our parser and by a browser alike, and no catch-all. Pure.
// Judges the form of a value only; whether it is right for a page is what evidence and the drift report say.
import { isSelector, readMarkup } from "./markup.ts";
import type { PackEntry } from "./pack.ts";

/** Pseudo-classes that both sides know. The parser knows more (":contains", ":eq"), on which a browser would throw. */
const PSEUDO_CLASSES = new Set([
  ...["is", "not", "where", "has", "root", "empty", "checked", "disabled", "enabled"],
  ...["first-child", "last-child", "only-child", "nth-child", "nth-last-child"],
  ...["first-of-type", "last-of-type", "only-of-type", "nth-of-type", "nth-last-of-type"],
]);
/** A page that every page is: a selector that finds something here tells nothing. */
const ANY_PAGE = readMarkup("<html><head><title>x</title></head><body><div><p><span>x</span></p></div></body></html>");
/** Shorter words stand on every page. */
const TEXT_CHARS_MIN = 4;
const NAME = /^[\w-]+$/;

/** What is wrong with the value, as the rest of a sentence that begins with the entry's key; null when nothing is. */
export function valueProblem({ kind, value }: Pick<PackEntry, "kind" | "value">, builtIn: string): string | null {
  switch (kind) {
    case "css":
      return selectorProblem(value);
    case "attribute":
      return /^[a-z][a-z0-9-]*$/i.test(value) ? null : "is no name of an attribute";
    case "path":
      return pathProblem(value, builtIn);
    case "text":
      return textProblem(value, builtIn);
  }
}

function textProblem(text: string, builtIn: string): string | null {
  // A name (of a parameter in an address) goes into patterns as it is.
  if (NAME.test(builtIn) && !NAME.test(text)) return "is no plain name, as the built-in value is";
  if (text.trim() === text && text.length >= TEXT_CHARS_MIN) return null;
  return `is shorter than ${TEXT_CHARS_MIN} characters or begins or ends with white space`;
}

function selectorProblem(css: string): string | null {
  if (css.trim() === "" || !isSelector(css)) return "is no CSS selector";
  const unquoted = css.replace(/"[^"]*"|'[^']*'/g, "''").replace(/\\./g, "");
  if (unquoted.includes("::")) return "names a pseudo-element, which no page holds";
  const pseudos = [...unquoted.matchAll(/:([a-z-]+)/gi)].map(([, name = ""]) => name.toLowerCase());
  if (pseudos.some((name) => !PSEUDO_CLASSES.has(name)))
    return "uses a pseudo-class that a browser or our parser lacks";
  return ANY_PAGE.first(css) === null ? null : "matches every page";
}

function pathProblem(path: string, builtIn: string): string | null {
  if (!/^\/(?!\/)[^\s\\#]*$/.test(path))
    return 'is no path of the site (it begins with one "/" and holds no space, "\\" or "#")';
  const placeholders = (text: string) =>
    [...text.matchAll(/\{[^}]*\}/g)]
      .map(([name]) => name)
      .sort()
      .join(" ");
  if (placeholders(path) === placeholders(builtIn)) return null;
  return "does not hold exactly the placeholders of the built-in path";
}
