// The filters of the list of units as they stand in the address, and which units they let through.
import type { UnitView } from "#contracts/api/unit";
import { lacksOf, shownByWords, zoneWords } from "../../words/unit.ts";

export type UnitFilter = { readonly q: string; readonly isLackingOnly: boolean };

/** Longer search texts find nothing that shorter ones do not. */
export const SEARCH_CHARS_MAX = 100;

export function parseUnitFilter(query: Readonly<Record<string, string | string[] | undefined>>): UnitFilter {
  const q = typeof query["q"] === "string" ? query["q"].slice(0, SEARCH_CHARS_MAX) : "";
  return { q, isLackingOnly: query["view"] === "incomplete" };
}

/** The same filter as search parameters; undefined takes one away. */
export function unitFilterParams(filter: UnitFilter): { q: string | undefined; view: string | undefined } {
  return { q: filter.q === "" ? undefined : filter.q, view: filter.isLackingOnly ? "incomplete" : undefined };
}

/** The units in which every word of the search stands somewhere: name, zone, who shows it, titles of listings. */
export function filtered(units: readonly UnitView[], filter: UnitFilter): readonly UnitView[] {
  const words = filter.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return units.filter((unit) => {
    if (filter.isLackingOnly && lacksOf(unit).length === 0) return false;
    if (words.length === 0) return true;
    const titles = unit.listings.map((listing) => listing.title ?? "");
    const text = [unit.label, zoneWords(unit.zone), shownByWords(unit), ...titles].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
