// Owns the undoing of what hides a text from a reader but not from a machine: base64, hexadecimal, ROT13, reversed letters,
// invisible tag characters. It gives readings for the guardrails; it judges nothing.
import { foldDisguise, normalise } from "../normalise.ts";

const BASE64 = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,}={0,2}(?![A-Za-z0-9+/=])/gu;
const HEX = /(?<![0-9a-f])(?:[0-9a-f]{2}){8,}(?![0-9a-f])/giu;
const HEX_ESCAPES = /(?:\\x[0-9a-f]{2}){3,}/giu;
const TAGS = /[\u{E0020}-\u{E007E}]/gu;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** So many runs of one text are undone, and so often when one hides another. */
const RUNS_MAX = 8;
const DEPTH_MAX = 2;
/** A run that turns into this share of letters and blanks was text. */
const LETTERS_MIN = 0.85;
/** Frequent words: a text that has none of them before, but some after, was rotated or reversed. */
const FREQUENT =
  /\b(?:the|you|your|me|and|all|to|of|is|in|that|this|what|rules|ignore|instructions|prompt|give|tell|say)\b/gu;

/** Readings of what the text hides, in reading form; empty for a text that hides nothing. */
export function encodedReadings(text: string): readonly string[] {
  const hidden = [...decoded(text, DEPTH_MAX), invisible(text), ...turned(text)].filter((one) => one !== "");
  return hidden.map((one) => normalise(one).replace(/\n+/gu, " . "));
}

function decoded(text: string, depth: number): readonly string[] {
  if (depth === 0) return [];
  const found = [
    ...runs(text, BASE64).map(fromBase64),
    ...runs(text, HEX).map((run) => fromBytes(run.match(/../gu) ?? [])),
    ...runs(text, HEX_ESCAPES).map((run) => fromBytes(run.match(/[0-9a-f]{2}/giu) ?? [])),
  ].filter(isText);
  return found.flatMap((one) => [one, ...decoded(one, depth - 1)]);
}

function runs(text: string, pattern: RegExp): readonly string[] {
  return (text.match(pattern) ?? []).slice(0, RUNS_MAX);
}

function fromBase64(run: string): string {
  let bits = 0;
  let held = 0;
  let out = "";
  for (const letter of run.replace(/=+$/u, "")) {
    held = ((held << 6) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 0xff);
  }
  return out;
}

function fromBytes(pairs: readonly string[]): string {
  return pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
}

function isText(one: string): boolean {
  return one.length > 2 && (one.match(/[a-z0-9 .,!?'"+/=]/giu) ?? []).length / one.length >= LETTERS_MIN;
}

function invisible(text: string): string {
  return (text.match(TAGS) ?? []).map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xe0000)).join("");
}

/** ROT13, and the letters from the last to the first, where that brings out more frequent words than were there. */
function turned(text: string): readonly string[] {
  const plain = foldDisguise(text);
  const had = plain.match(FREQUENT)?.length ?? 0;
  const rotated = plain.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
  return [rotated, [...plain].reverse().join("")].filter((one) => (one.match(FREQUENT)?.length ?? 0) > had);
}
