// Owns the writing of numbers as base64 characters in the generated weights: three weights in two, a distance of keys in two.
// Both directions stand here, so that training and reading agree.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGITS = new Uint8Array(128);
for (let index = 0; index < ALPHABET.length; index += 1) DIGITS[ALPHABET.charCodeAt(index)] = index;
/** A weight has four bits: nothing, and so many sizes on either side. */
const SIDES = 7;
const WEIGHT_BITS = 4;
const GROUP = 3;
/** Small weights are told apart more finely than large ones. */
const CURVE = 2;
/** A decoded weight is a whole number of steps up to this. */
export const WEIGHT_STEPS = 127;
/** Features are known by this many bits of their hash. */
const KEY_BITS = 22;
/** The largest number that stands in two characters. */
export const PAIR_MAX = 64 * 64 - 1;
const PAIR_CHARS = 2;

const LEVELS = Int8Array.from({ length: 2 ** WEIGHT_BITS }, (_, code) => {
  const side = Math.min(code, 2 * SIDES) - SIDES;
  const size = Math.round(WEIGHT_STEPS * (Math.abs(side) / SIDES) ** CURVE);
  return side < 0 ? -size : size;
});

/** The part of a feature's hash that stands in the weights. */
export function keyOf(hash: number): number {
  return (hash >>> (32 - KEY_BITS)) + 1;
}

/** Characters of a row: the distance of its key from the one before, then its weights. */
export function rowChars(weights: number): number {
  return PAIR_CHARS + PAIR_CHARS * Math.ceil(weights / GROUP);
}

/** A row: the distance (0..PAIR_MAX), then each weight in steps (-127..127, not whole) as the nearest level. */
export function writeRow(gap: number, steps: readonly number[]): string {
  let text = pairChars(gap);
  for (let at = 0; at < steps.length; at += GROUP) {
    let group = 0;
    for (let place = GROUP - 1; place >= 0; place -= 1)
      group = (group << WEIGHT_BITS) | levelOf(steps[at + place] ?? 0);
    text += pairChars(group);
  }
  return text;
}

/** The distance at the beginning of the row that begins at `row`. */
export function gapAt(text: string, row: number): number {
  return pairAt(text, row);
}

/** The steps of the weight with this number in the row that begins at `row`. */
export function weightAt(text: string, row: number, number: number): number {
  const group = pairAt(text, row + PAIR_CHARS * (1 + Math.floor(number / GROUP)));
  return LEVELS[(group >> (WEIGHT_BITS * (number % GROUP))) & (2 ** WEIGHT_BITS - 1)] as number;
}

/** A number of 0..PAIR_MAX as two characters. */
export function pairChars(value: number): string {
  return (ALPHABET[value >> 6] as string) + (ALPHABET[value & 63] as string);
}

/** The number written by `pairChars`. */
export function pairAt(text: string, at: number): number {
  return ((DIGITS[text.charCodeAt(at)] as number) << 6) | (DIGITS[text.charCodeAt(at + 1)] as number);
}

function levelOf(steps: number): number {
  const side = Math.round(SIDES * (Math.min(Math.abs(steps), WEIGHT_STEPS) / WEIGHT_STEPS) ** (1 / CURVE));
  return SIDES + (steps < 0 ? -side : side);
}
