// Owns the short way to the reading form, for text without disguise: one walk over the characters.
// It gives up (null) on whatever it does not know for sure; normalise.ts then goes the long way, with the same result.

const CODES_KNOWN = 0x250;
/** Folds to Greek, and what stands beside Greek is judged by the word. */
const MICRO = 0xb5;
const [TAB, NEWLINE, SPACE, QUOTE, AMPERSAND, DOT, LESS, BACKTICK] = [9, 10, 32, 39, 38, 46, 60, 96];
/** Beyond the Latin letters: joiners and variation signs that show nothing, dashes, quotes, bullet, dots, euro. */
const SIGNS_KNOWN = [0x200b, 0x200d, 0xfe0f, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026, 0x20ac];
const SINGLES_SUSPICIOUS = 3;
const PLAIN_CHARS_MAX = 4_000;
const CODES = new Uint16Array(4 * PLAIN_CHARS_MAX);

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
  const latin = Array.from({ length: CODES_KNOWN }, (_, code) => codesOf(fold(String.fromCharCode(code))));
  const signs = new Map(SIGNS_KNOWN.map((code) => [code, codesOf(fold(String.fromCharCode(code)))]));
  const writer = new PlainWriter();
  return (text) => {
    if (text.length > PLAIN_CHARS_MAX) return null;
    writer.begin();
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) {
        if (isEmojiAt(text, at)) {
          writer.push(code);
          writer.push(text.charCodeAt(++at));
          continue;
        }
        const folded = code === MICRO ? undefined : code < CODES_KNOWN ? latin[code] : signs.get(code);
        if (folded === undefined) return null;
        for (const one of folded) writer.push(one);
      } else if (code === LESS || (code === AMPERSAND && /[a-z#]/iu.test(text[at + 1] ?? ""))) return null;
      else writer.push(code >= 65 && code <= 90 ? code + 32 : code);
    }
    return writer.end();
  };
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

function codesOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** Writes folded characters, keeping spaces single and letters at most twice in a row. */
class PlainWriter {
  private length = 0;
  private repeats = 0;
  private singles = 0;
  private word = 0;
  private spaced = false;

  begin(): void {
    this.length = 0;
    this.repeats = 0;
    this.singles = 0;
    this.word = 0;
    this.spaced = false;
  }

  push(code: number): void {
    const last = this.length === 0 ? NEWLINE : (CODES[this.length - 1] as number);
    if (code === SPACE || code === TAB) {
      if (last !== SPACE && last !== NEWLINE) this.write(SPACE);
    } else if (code === NEWLINE) {
      if (last === SPACE) this.length -= 1;
      if (this.length > 0 && CODES[this.length - 1] !== NEWLINE) this.write(NEWLINE);
    } else if (code >= SPACE && code !== 127 && code !== QUOTE && code !== BACKTICK && code !== 0x2019) {
      this.repeats = code === last && code >= 97 && code <= 122 ? this.repeats + 1 : 0;
      if (this.repeats === 2) {
        this.length -= 1;
        this.word -= 1;
      }
      if (this.repeats < 2) this.write(code);
    }
  }

  end(): PlainText {
    const last = CODES[this.length - 1];
    if (this.length > 0 && (last === SPACE || last === NEWLINE)) this.length -= 1;
    return {
      text: String.fromCharCode.apply(null, CODES.subarray(0, this.length) as unknown as number[]),
      spaced: this.spaced,
    };
  }

  private write(code: number): void {
    CODES[this.length] = code;
    this.length += 1;
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      this.word += 1;
      return;
    }
    this.singles = this.word === 1 && (code === SPACE || code === DOT) ? this.singles + 1 : 0;
    if (this.singles >= SINGLES_SUSPICIOUS) this.spaced = true;
    this.word = 0;
  }
}
