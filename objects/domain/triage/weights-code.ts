// Owns the writing of numbers as base64 characters in the generated weights: a weight in one, a distance of keys in two.
// Both directions stand here, so that training and reading agree.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGITS = new Uint8Array(128);
for (let index = 0; index < ALPHABET.length; index += 1) DIGITS[ALPHABET.charCodeAt(index)] = index;
const SIDES = 31;
/** Small weights are told apart more finely than large ones. */
const CURVE = 1.5;
/** A decoded weight is a whole number of steps up to this. */
export const WEIGHT_STEPS = 127;
/** Features are known by this many bits of their hash. */
const KEY_BITS = 22;
export const GAP_MAX = 64 * 64 - 1;
/** Characters of the distance before each row. */
export const GAP_CHARS = 2;

const LEVELS = Int8Array.from(ALPHABET, (_, code) => {
  const side = code - SIDES;
  const size = Math.round(WEIGHT_STEPS * (Math.min(Math.abs(side), SIDES) / SIDES) ** CURVE);
  return side < 0 ? -size : size;
});

/** The part of a feature's hash that stands in the weights. */
export function keyOf(hash: number): number {
  return (hash >>> (32 - KEY_BITS)) + 1;
}

/** One weight in steps (-127..127, not whole) as the character of the nearest level. */
export function weightChar(steps: number): string {
  const side = Math.round(SIDES * (Math.min(Math.abs(steps), WEIGHT_STEPS) / WEIGHT_STEPS) ** (1 / CURVE));
  return ALPHABET[SIDES + (steps < 0 ? -side : side)] as string;
}

/** The steps written by `weightChar`. */
export function weightAt(text: string, at: number): number {
  return LEVELS[DIGITS[text.charCodeAt(at)] as number] as number;
}

/** A distance of 0..GAP_MAX as two characters. */
export function gapChars(gap: number): string {
  return (ALPHABET[gap >> 6] as string) + (ALPHABET[gap & 63] as string);
}

/** The distance written by `gapChars`. */
export function gapAt(text: string, at: number): number {
  return ((DIGITS[text.charCodeAt(at)] as number) << 6) | (DIGITS[text.charCodeAt(at + 1)] as number);
}
