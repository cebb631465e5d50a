// What a text of the assistant says about the lead's showing. Reads the product's own lines, so that new words are read too.
import { LINES } from "#domain/triage/templates";

/** `label`: the time as the lead reads it. */
export type Told = { readonly says: "booked"; readonly label: string } | { readonly says: "cancelled" | "offers" };

const OFFERS = [LINES.offer, LINES.otherTimes, LINES.whichOffered, LINES.noMatch, LINES.taken, LINES.rescheduled];

/** Null when it says nothing of a showing. */
export function toldIn(text: string): Told | null {
  const [booked] = LINES.booked;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const at = lines.indexOf(booked);
  if (at >= 0) return { says: "booked", label: lines[at + 1] ?? "" };
  if (text.includes(LINES.cancelled[0])) return { says: "cancelled" };
  return OFFERS.some(([line]) => text.includes(line)) ? { says: "offers" } : null;
}
