// Owns whether a message turns the offered times down.
import { isNo, REFUSES } from "./cues.ts";
import type { Reading } from "./reading.ts";

/** True when the lead turns the offered times down without naming another. */
export function refusesOffer(reading: Reading): boolean {
  return isNo(reading.normalised) || REFUSES.test(reading.normalised);
}
