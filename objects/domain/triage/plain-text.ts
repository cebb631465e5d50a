// Owns the short way to the reading form, for text without disguise: one walk over the characters.
// It gives up (null) on whatever it does not know for sure; normalise.ts then goes the long way, with the same result.

const CODES_KNOWN = 0x250;
/** Folds to Greek, and what stands beside Greek is judged by the word. */
const MICRO = 0xb5;
const RIGHT_QUOTE = 0x2019;
const [TAB, NEWLINE, SPACE, HASH, AMPERSAND, QUOTE, DOT, LESS, BACKTICK] = [9, 10, 32, 35, 38, 39, 46, 60, 96];
/** Beyond the Latin letters: joiners and variation signs that show nothing, dashes, quotes, bullet, dots, euro. */
const SIGNS_KNOWN = [0x200b, 0x200d, 0xfe0f, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026, 0x20ac];
const SINGLES_SUSPICIOUS = 3;
const PLAIN_CHARS_MAX = 4_000;
/** Anything but what a keyboard without accents writes. */
const UNUSUAL = /[^\n -~]/u;

export type PlainText = {
  /** Lower case, no accents, no apostrophes, letters said thrice said once, spaces single. */
  readonly text: string;
  /** True when lone letters stand in a row, which may be one word spaced out. */
  readonly spaced: boolean;
};
/** What a character becomes once disguise is undone. */
type Fold = (character: string) => string;

/** Makes the short way from the fold of single characters. */
export function makePlainReader(fold: Fold): (text: string) => PlainText | null {
  const known = [...Array(CODES_KNOWN).keys(), ...SIGNS_KNOWN].filter((code) => code !== MICRO);
  const folds = new Map(known.map((code) => [code, fold(String.fromCharCode(code))]));
  folds.set(TAB, " ").set(RIGHT_QUOTE, "");
  return (text) => {
    if (text.length > PLAIN_CHARS_MAX) return null;
    const folded = UNUSUAL.test(text) ? foldUnusual(text, folds) : text;
    return folded === null ? null : tidy(folded.toLowerCase());
  };
}

/** Folds all that is unusual; null when a character is not known. */
function foldUnusual(text: string, folds: ReadonlyMap<number, string>): string | null {
  let written = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || (code >= SPACE && code < 127)) continue;
    if (isEmojiAt(text, at)) {
      at += 1;
      continue;
    }
    const folded = folds.get(code);
    if (folded === undefined) return null;
    written += text.slice(from, at) + folded;
    from = at + 1;
  }
  return written + text.slice(from);
}

/** An emoji that folds to itself: no skin tone, no letter or digit in a box. */
function isEmojiAt(text: string, at: number): boolean {
  const [high, low] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (low < 0xdc00 || low > 0xdfff) return false;
  return (
    (high === 0xd83c && low >= 0xdf00 && low < 0xdffb) ||
    (high === 0xd83d && low < 0xdfff) ||
    (high === 0xd83e && low < 0xdfe0)
  );
}

/** Keeps spaces single and letters at most twice in a row; what stays is taken over in stretches, each beginning at `from`. */
function tidy(text: string): PlainText | null {
  let written = "";
  let from = 0;
  let last = NEWLINE;
  let repeats = 0;
  let word = 0;
  let singles = 0;
  let spaced = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      repeats = code === last && code >= 97 ? repeats + 1 : 0;
      if (repeats < 2) {
        last = code;
        word += 1;
        continue;
      }
      if (repeats === 2) {
        // Said thrice: the second goes as well.
        written = (written + text.slice(from, at)).slice(0, -1);
        from = at;
        word -= 1;
      }
    } else if (isMarkupAt(text, at, code)) {
      return null;
    } else if (!isDropped(code, last)) {
      if (code === NEWLINE && last === SPACE) {
        written = (written + text.slice(from, at)).slice(0, -1);
        from = at;
      }
      singles = word === 1 && (code === SPACE || code === DOT) ? singles + 1 : 0;
      if (singles >= SINGLES_SUSPICIOUS) spaced = true;
      word = 0;
      last = code;
      continue;
    }
    written += text.slice(from, at);
    from = at + 1;
  }
  written += text.slice(from);
  return { text: isBlank(last) ? written.slice(0, -1) : written, spaced };
}

/** A tag or an entity may begin here. */
function isMarkupAt(text: string, at: number, code: number): boolean {
  if (code !== AMPERSAND) return code === LESS;
  const next = text.charCodeAt(at + 1);
  return (next >= 97 && next <= 122) || next === HASH;
}

function isDropped(code: number, last: number): boolean {
  return code === QUOTE || code === BACKTICK || (isBlank(code) && (last === NEWLINE || last === code));
}

function isBlank(code: number): boolean {
  return code === SPACE || code === NEWLINE;
}
