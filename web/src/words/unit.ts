// A unit in words: its facts as people call them, who shows it, what it lacks, when it can be shown.
import type { UnitView } from "#contracts/api/unit";
import type { ImportAnswer } from "#contracts/api/unit-import";
import { factWords } from "./decision.ts";

/** Facts that leads ask about, by the names under which replies look for them; the most asked first. */
export const ASKED_FACTS: Readonly<Record<string, string>> = {
  rentMonthly: "Monthly rent",
  availableFrom: "Available from",
  deposit: "Deposit",
  pets: "Pets",
  leaseTerms: "Lease terms",
  utilities: "Utilities",
  parking: "Parking",
  laundry: "Laundry",
  furnished: "Furnished",
  bedrooms: "Bedrooms",
  bathrooms: "Bathrooms",
  squareFeet: "Square feet",
  address: "Address",
  floor: "Floor",
  elevator: "Elevator",
  neighborhood: "Neighborhood",
  transit: "Transit nearby",
  heating: "Heating",
  airConditioning: "Air conditioning",
  internet: "Internet",
  amenities: "Amenities",
  balcony: "Balcony or garden",
  applicationFee: "Application fee",
  brokerFee: "Broker fee",
  moveInCost: "Move-in cost",
  petFee: "Pet fee",
  parkingFee: "Parking fee",
  application: "How to apply",
  incomeRequirement: "Income requirement",
  creditScore: "Credit score",
  guarantor: "Guarantors",
  guests: "Guests",
  smoking: "Smoking",
};
/** The first of them, which are asked for in most conversations. */
export const MOST_ASKED = Object.keys(ASKED_FACTS).slice(0, 8);

export type Lack = { readonly tone: "warn" | "plain"; readonly words: string };

/** The fact's name as people call it. */
export function factTitle(name: string): string {
  const words = ASKED_FACTS[name] ?? factWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name for what somebody typed: "Monthly rent" → rentMonthly, "Pet deposit" → petDeposit; "" when no name can be made. */
export function factName(typed: string): string {
  const plain = typed.trim().toLowerCase();
  const known = Object.entries(ASKED_FACTS).find(([name, words]) =>
    [name.toLowerCase(), words.toLowerCase()].includes(plain),
  );
  if (known !== undefined) return known[0];
  if (/^[a-z][A-Za-z0-9_]*$/.test(typed.trim())) return typed.trim();
  const parts = plain.split(/[^a-z0-9]+/).filter((part) => part !== "");
  return parts.map((part, n) => (n === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join("");
}

/** A value as it goes on record: a plain number is a number, as in a table that is imported. */
export function factValue(typed: string): string | number {
  const text = typed.trim();
  return /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

/** What keeps a unit from being shown or answered about. */
export function lacksOf(unit: UnitView): readonly Lack[] {
  const lacks: Lack[] = [];
  const stale = unit.facts.filter((fact) => fact.isStale).length;
  if (!unit.assignments.some((one) => one.isActive)) lacks.push({ tone: "warn", words: "No agent" });
  else if (!unit.hasTimes && unit.windows?.length !== 0) lacks.push({ tone: "warn", words: "No times yet" });
  if (unit.facts.length === stale) lacks.push({ tone: "warn", words: "No facts" });
  else if (stale > 0)
    lacks.push({ tone: "warn", words: stale === 1 ? "1 fact out of date" : `${stale} facts out of date` });
  if (unit.windows?.length === 0) lacks.push({ tone: "plain", words: "Not shown" });
  return lacks;
}

/** Who is asked to show it, first choice first. */
export function shownByWords(unit: UnitView): string {
  const names = unit.assignments.filter((one) => one.isActive).map((one) => one.user.name);
  return names.length === 0 ? "Nobody shows it" : names.join(", ");
}

export function listingsWords(count: number): string {
  return count === 0 ? "no listing" : count === 1 ? "1 listing" : `${count} listings`;
}

/** The place in a zone's name: "America/New_York" → "New York". */
export function zoneWords(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** What a table of units would do, or did: "2 new, 1 changed, 10 as they were". */
export function importWords(answer: ImportAnswer): string {
  const parts = [
    [answer.created.length, "new"],
    [answer.changed.length, "changed"],
    [answer.unchanged, "as they were"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return said.length === 0 ? "no unit" : said.join(", ");
}

/** A column of a table that is imported, or a field of a unit. */
export function fieldWords(field: string): string {
  if (field === "zone") return "Time zone";
  return field === "groupSize" ? "Group size" : factTitle(field);
}
