// Makes plain lines of a mail's text: no control or direction characters, no quoted history, bounded in every way.
import { BODY_CHARS_MAX, BODY_LINES_MAX, FIELD_CHARS_MAX, LINE_CHARS_MAX } from "./limits.ts";

// Controls, direction marks and invisible characters; the joiners that build emoji and Persian words stay.
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;
const DIVIDER = /^[-_=*~·•–—―─━\s]{3,}$/;
const QUOTED = /^>/;
const ORIGINAL_MESSAGE = /^[-_]{2,}\s*(?:original message|forwarded message)/i;
const ATTRIBUTION_OPENING = /^on\b/i;
const ATTRIBUTION_ENDING = /\bwrote:$/i;
const OLD_HEADER = [/^from:\s/i, /^(?:sent|date):\s/i] as const;

/** [L13] One line: invisible characters gone, spaces folded, at most `charsMax` long, without half a character at its end. */
export function plainLine(text: string, charsMax: number): string {
  // Cut first, so that what follows is bounded; the spare half leaves room for what is folded away.
  const rough = text.slice(0, charsMax * 2).replace(/[\t\n\r\u2028\u2029]/g, " ");
  const folded = rough.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
  return folded
    .slice(0, charsMax)
    .toWellFormed()
    .replace(/\ufffd$/, "")
    .trimEnd();
}

/** [L13] A field of one line; null when nothing is left of it. */
export function plainField(text: string): string | null {
  const line = plainLine(text, FIELD_CHARS_MAX);
  return line === "" ? null : line;
}

/** [L11] The lines of a body in their order, blank ones as "", up to where quoted history begins. */
export function plainLines(body: string): readonly string[] {
  const lines = body
    .slice(0, BODY_CHARS_MAX)
    .split(LINE_BREAK)
    .slice(0, BODY_LINES_MAX)
    .map((line) => plainLine(line, LINE_CHARS_MAX));
  const history = lines.findIndex((_, i) => beginsHistory(lines, i));
  return (history === -1 ? lines : lines.slice(0, history)).filter((line) => !QUOTED.test(line));
}

/** [L11] A row of dashes or the like. */
export function isDivider(line: string): boolean {
  return DIVIDER.test(line);
}

function beginsHistory(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  const next = lines[at + 1] ?? "";
  if (ORIGINAL_MESSAGE.test(line)) return true;
  if (OLD_HEADER[0].test(line) && OLD_HEADER[1].test(next)) return true;
  // "On Tuesday Ana wrote:" may be broken over two lines.
  return ATTRIBUTION_OPENING.test(line) && (ATTRIBUTION_ENDING.test(line) || ATTRIBUTION_ENDING.test(next));
}
