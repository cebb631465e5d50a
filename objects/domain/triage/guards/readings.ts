// Owns the readings of one text that the guardrails look at: as it is read everywhere, with the words as they were typed, with
// disguise undone, and what it hides. A rule fires when it fires on one of them.
import { disguiseVariants, foldDisguise, normalise } from "../normalise.ts";
import { encodedReadings } from "./encoded-text.ts";

/** Every reading of a raw text, the plain one first; no repeats. */
export function guardReadings(text: string): readonly string[] {
  const flat = normalise(text).replace(/\n+/gu, " . ");
  const typed = foldDisguise(text)
    .replace(/[’'`´]/gu, "")
    .replace(/\s+/gu, " ");
  return [...new Set([flat, typed, ...disguiseVariants(flat), ...encodedReadings(text)])];
}
