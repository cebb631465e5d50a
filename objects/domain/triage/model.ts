// Owns the compact linear model: reads the generated weights once and scores features. It must not read text.
import { FEATURES, type Features } from "./features.ts";
import { WEIGHTS } from "./weights.generated.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BYTES = decodeBase64(WEIGHTS.rows);

/** The logit of every class for a piece of text, in the order of `WEIGHTS.classes`. */
export function logitsOf(features: Features): readonly number[] {
  return WEIGHTS.classes.map(({ scale, bias }, row) => {
    let sum = 0;
    for (const [index, value] of features) sum += value * (BYTES[row * FEATURES + index] ?? 0);
    return sum * scale + bias;
  });
}

/** Probability 0..1 of each class from its logit. */
export function probabilityOf(row: number, logit: number): number {
  const entry = WEIGHTS.classes[row];
  return entry === undefined ? 0 : logistic(entry.slope * logit + entry.shift);
}

/** 1 / (1 + e^-x). */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Signed bytes of a base64 text; the pure room has no decoder of its own. */
export function decodeBase64(text: string): Int8Array {
  const clean = text.replace(/=+$/u, "");
  const bytes = new Int8Array(Math.floor((clean.length * 3) / 4));
  const digits = new Int16Array(128).fill(0);
  for (let index = 0; index < ALPHABET.length; index += 1) digits[ALPHABET.charCodeAt(index)] = index;
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let index = 0; index < clean.length; index += 1) {
    held = (held << 6) | (digits[clean.charCodeAt(index)] ?? 0);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = (held >> bits) & 0xff;
    at += 1;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
