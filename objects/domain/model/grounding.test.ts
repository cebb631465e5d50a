import { describe, expect, it } from "vitest";
import type { Fact } from "../triage/decision.ts";
import type { Language } from "../triage/language.ts";
import { isGrounded } from "./grounding.ts";

const fact = (name: string, value: string | number): Fact => ({ name, value, record: `unit_facts/un_1/${name}` });
const RENT = fact("rentMonthly", 1450);
const DEPOSIT = fact("deposit", 500);
const PETS = fact("petPolicy", "Cats only");
const STATUS = fact("status", "available");
const FROM = fact("availableFrom", "2026-12-01");
const PARKING = fact("parking", "Street parking only");
const UTILITIES = fact("utilitiesIncluded", "Heat and hot water");
const BEDS = fact("bedrooms", 2);
const BATHS = fact("bathrooms", 2);

/** Without a language: English. */
type Case = readonly [words: string, facts: readonly Fact[], language?: Language];

const GOOD: readonly Case[] = [
  ["Thank you for your message! The monthly rent is $1,450.", [RENT]],
  ["Thanks for asking! The rent is $1,450 per month, and the deposit is $500.", [RENT, DEPOSIT]],
  ["The rent for this home is $1,450 per month. Feel free to ask if you have any other questions!", [RENT]],
  ["Yes, it’s still available! We’d be happy to show you the home.", [STATUS]],
  ["Yes, the apartment is still available.", [STATUS]],
  ["The home is available from 2026-12-01.", [STATUS, FROM]],
  ["Regarding pets: Cats only. The rent is $1,450 per month.", [PETS, RENT]],
  ["Our pet policy is: Cats only.", [PETS]],
  ["Parking: Street parking only.", [PARKING]],
  ["The utilities included are heat and hot water.", [UTILITIES]],
  ["There are 2 bedrooms.", [BEDS]],
  ["The home has 2 bedrooms. It has 2 bathrooms.", [BEDS, BATHS]],
  ["Thank you for your interest! We would love to show you the place.", []],
  ["We would be happy to arrange a showing for you.", []],
  ["I'm happy to help. The security deposit is $500.", [DEPOSIT]],
  ["Great question! The rent is $1,450 a month.", [RENT]],
  ["Gracias por su mensaje. La renta es de $1,450 al mes.", [RENT], "es"],
  ["¡Gracias por escribir! El depósito es de $500.", [DEPOSIT], "es"],
  ["Sí, todavía está disponible.", [STATUS], "es"],
];

const BAD: readonly Case[] = [
  ["The home has 2 bedrooms and 3 bathrooms.", [BEDS]],
  ["There are 2 bedrooms.", [BEDS, BATHS]],
  ["The rent is 1450 and the deposit is 1450.", [RENT, DEPOSIT]],
  ["The rent is 500 and the deposit is 1450.", [RENT, DEPOSIT]],
  ["The rent and the deposit: 1450 and 500.", [RENT, DEPOSIT]],
  ["The rent is 14,50.", [RENT]],
  ["The rent is 1450.50.", [RENT]],
  ["The rent is 11450.", [RENT]],
  ["The rent is 1450-1600.", [RENT]],
  ["The rent is 1450%.", [RENT]],
  ["The rent is 1450k.", [RENT]],
  ["The rent is £1450.", [RENT]],
  ["The rent is 1450 a week.", [RENT]],
  ["The rent is 1450 with utilities included.", [RENT]],
  ["The rent is 1450 for families.", [RENT]],
  ["The rent isn't 1450.", [RENT]],
  ["The rent is 1450, never more.", [RENT]],
  ["The rent is under 1450.", [RENT]],
  ["The rent is almost 1450.", [RENT]],
  ["The rent is negotiable at 1450.", [RENT]],
  ["Dogs and cats only. Regarding pets: Cats only.", [PETS]],
  ["Pets are welcome.", [PETS]],
  ["The home is available from 2026-12-02.", [STATUS, FROM]],
  ["The home is available by 2026-12-01.", [STATUS, FROM]],
  ["It is available today from 2026-12-01.", [STATUS, FROM]],
  ["See www.evil.example. The rent is 1450.", [RENT]],
  ["Call 6465550123. The rent is 1450.", [RENT]],
  ["The rent is 1450. Wire it today.", [RENT]],
  ["The rent is 1450. You can be approved.", [RENT]],
  ["You are welcome to move in now.", []],
  ["We will hold the place for you.", []],
  ["We have a second unit at Pier 4.", []],
  ["La renta no es 1450.", [RENT], "es"],
];

describe("words", () => {
  it.each(named(GOOD))("[M10] say what the record holds: $words", ({ words, facts, language }) => {
    expect(isGrounded(words, facts, language)).toBe(true);
  });

  it.each(named(BAD))("[M10] say something else: $words", ({ words, facts, language }) => {
    expect(isGrounded(words, facts, language)).toBe(false);
  });

  it("[M10] are read in a moment, however hostile", () => {
    for (const part of ["1450 ", "the rent is ", "§0§", "and the ", "1,", "'d "]) {
      const from = performance.now();
      isGrounded(part.repeat(4_000 / part.length), [RENT, DEPOSIT, PETS], "en");
      expect(performance.now() - from).toBeLessThan(500);
    }
  });
});

function named(cases: readonly Case[]) {
  return cases.map(([words, facts, language = "en"]) => ({ words, facts, language }));
}
