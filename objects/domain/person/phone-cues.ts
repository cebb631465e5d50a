// What stands beside a run of digits and says what it is: a number to call, a price, an id, a piece of something longer (P5).
// Looks at a few characters on either side and at nothing else.
import { type DigitRun, lineAfter, lineBefore } from "./digit-groups.ts";

const CALLING =
  /\b(?:call|calling|text|texting|txt|phone|cell|cellphone|mobile|number|tel|telephone|whats ?app|sms|reach|contact|ring|dial|imessage|telegram)\b/gi;
/** What names something else: an id, a place, a day, a sum. "listing number" is one of them although "number" calls. */
const OTHER =
  /\b(?:ids?|refs?|reference|listings?|ads?|advert|thread|post|posting|order|case|ticket|code|zip|postcode|unit|apt|apartment|suite|room|account|acct|acc|bank|card|routing|confirmation|booking|invoice|license|permit|mls|year|date|usd|gbp|rent|budget|price|deposit|afford|income|salary|between)\b(?: {1,2}(?:number|no|nr)\b)?|[$£€]/gi;
/** Characters before a number that make it a piece of a word, an id, a path, an address or a sum. */
const TIED_BEFORE = /[\p{L}\d_=#$£€@%&/\\^*~]$/u;
const TIED_AFTER = /^(?:[\p{L}\d_@%=]|[/\\:,]\d)/u;
/** "x12", "ext. 12": an extension belongs to a number. */
const EXTENSION = /^(?:x|ext)\.? ?\d/i;

/** Nothing is tied to the front of group `i`. */
export function isOpenBefore(text: string, run: DigitRun, i: number): boolean {
  const group = run.groups[i];
  if (group === undefined) return false;
  if (i > 0) return group.gap.includes(" ");
  const before = text.slice(Math.max(0, group.start - 3), group.start).replace(/[+(]{1,2}$/, "");
  if (!TIED_BEFORE.test(before)) return true;
  // "212-555-0142/347-555-0199": two numbers.
  return run.groups.length > 1 && /\d\/$/.test(before);
}

/** Nothing is tied to the end of group `last`. */
export function isOpenAfter(text: string, run: DigitRun, last: number): boolean {
  const group = run.groups[last];
  const next = run.groups[last + 1];
  if (group === undefined) return false;
  if (next !== undefined) return next.gap.includes(" ");
  const after = text.slice(group.end, group.end + 6);
  if (!TIED_AFTER.test(after) || EXTENSION.test(after)) return true;
  return run.groups.length > 1 && /^\/\d/.test(after);
}

/** What the words beside it call it; null when they do not say. The nearest word before it is believed first. */
export function calledBy(text: string, run: DigitRun, i: number, last: number): "number" | "other" | null {
  const [first, end] = [run.groups[i], run.groups[last]];
  if (first === undefined || end === undefined) return null;
  const before = lineBefore(text, first.start);
  const after = lineAfter(text, end.end);
  const calling = lastEndOf(CALLING, before.words);
  const other = lastEndOf(OTHER, before.words);
  if (calling !== other) return calling > other ? "number" : "other";
  if (lastEndOf(CALLING, after.words) >= 0) return "number";
  // Alone on its line, as below a name.
  const isAlone = before.isWhole && after.isWhole && /^[ +(]*$/.test(before.words) && after.words.trim() === "";
  return isAlone ? "number" : null;
}

/** Where the last match ends; -1 without one. */
function lastEndOf(pattern: RegExp, words: string): number {
  let end = -1;
  for (const match of words.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
