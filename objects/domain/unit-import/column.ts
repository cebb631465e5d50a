// Owns what a column of the table is, by its header: a part of the unit itself, a fact that triage asks for, or nothing known.
import { ALL_TOPICS } from "../triage/topics.ts";

export type Column =
  | { readonly kind: "label" }
  | { readonly kind: "zone" }
  | { readonly kind: "group_size" }
  | { readonly kind: "fact"; readonly name: string }
  | { readonly kind: "unknown" };

/** Headers of the unit's own columns, plain. */
const OWN: Readonly<Record<string, Column>> = {
  ...named({ kind: "label" }, ["label", "unit", "unit name", "name", "property", "property name", "home", "title"]),
  ...named({ kind: "zone" }, ["zone", "time zone", "tz"]),
  ...named({ kind: "group_size" }, ["group size", "maximum group", "leads per showing"]),
};

/**
 * Other words for exactly the same fact, so that a table and a record that was there before do not hold it twice. Words that
 * mean something near by (pet deposit, weekly rent) are facts of their own.
 */
export const SAME_FACT: Readonly<Record<string, readonly string[]>> = {
  rentMonthly: ["rent", "monthlyRent", "price", "rentPerMonth"],
  deposit: ["securityDeposit", "depositAmount"],
  applicationFee: ["appFee"],
  brokerFee: ["agencyFee"],
  moveInCost: ["moveInCosts", "upfrontCost", "moveInTotal"],
  availableFrom: ["availableDate", "moveInDate", "moveIn"],
  pets: ["petPolicy", "petsAllowed", "pet"],
  petFee: ["petFees"],
  parkingFee: ["parkingCost", "parkingPrice"],
  leaseTerms: ["leaseTerm", "leaseLength", "lease"],
  guarantor: ["guarantors", "guarantorPolicy"],
  utilities: ["utilitiesIncluded", "includedUtilities", "bills", "utility"],
  incomeRequirement: ["minIncome", "incomeRequired", "income", "minimumIncome"],
  creditScore: ["minCreditScore", "creditRequirement", "credit"],
  application: ["howToApply", "applicationProcess", "apply"],
  bedrooms: ["beds", "bedroomCount"],
  bathrooms: ["baths", "bathroom"],
  squareFeet: ["sqft", "squareFootage"],
  address: ["streetAddress"],
  floor: ["floorNumber"],
  neighborhood: ["neighbourhood"],
  furnished: ["furnishing"],
  smoking: ["smokingPolicy"],
};

/** Plain form → fact name. */
const FACTS: ReadonlyMap<string, string> = new Map([
  ...ALL_TOPICS.flatMap((topic) => [...topic.facts, ...(topic.within?.facts ?? [])]).map(pair),
  ...Object.entries(SAME_FACT).flatMap(([name, others]) =>
    others.map((other): [string, string] => [plainHeader(other), name]),
  ),
]);

/** [U1] What a header's column is. */
export function columnOf(header: string): Column {
  const plain = plainHeader(header);
  const own = Object.hasOwn(OWN, plain) ? OWN[plain] : undefined;
  if (own !== undefined) return own;
  const name = FACTS.get(plain);
  return name === undefined ? { kind: "unknown" } : { kind: "fact", name };
}

/** What two columns must not both be; null for columns that are left out. */
export function meaningOf(column: Column): string | null {
  if (column.kind === "unknown") return null;
  return column.kind === "fact" ? `fact:${column.name}` : column.kind;
}

function pair(name: string): [string, string] {
  return [plainHeader(name), name];
}

function plainHeader(header: string): string {
  const withoutRemarks = header.normalize("NFKC").replace(/\([^()]*\)|\[[^[\]]*\]/gu, "");
  return withoutRemarks.toLowerCase().replace(/[^a-z0-9]/gu, "");
}

function named(column: Column, headers: readonly string[]): Record<string, Column> {
  return Object.fromEntries(headers.map((header) => [plainHeader(header), column]));
}
