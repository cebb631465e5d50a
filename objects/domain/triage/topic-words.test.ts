import { describe, expect, test } from "vitest";
import type { DecisionInput } from "./decision.ts";
import { decide } from "./policy.ts";
import { readMessage } from "./reading.ts";

const UNIT = {
  rentMonthly: 1850,
  deposit: 1850,
  leaseTerms: "12 months, renewal possible",
  pets: "cats only",
  squareFeet: 850,
  bathrooms: 1,
  smoking: "no smoking",
  transit: "subway line 7 in 5 minutes",
  maxOccupants: 2,
  paymentMethods: "bank transfer or online portal",
};

function input(text: string): DecisionInput {
  const nobody = { platform: null, leadName: null, organisationName: null };
  return { text, history: [], unit: UNIT, records: {}, slots: [], now: null, zone: null, ...nobody };
}

const touchedIn = (text: string) => readMessage(text).asked.map(({ id }) => id);

describe("other ways to ask", () => {
  test.each([
    ["puedo pagar en efectivo?", ["payment"]],
    ["is rent by auto pay or cheque", ["payment"]],
    ["can i pay rent w a credit card?", ["payment"]],
    ["shortest you'd let me sign for?", ["lease_terms"]],
    ["what if i need out early?", ["early_end"]],
    ["¿El gas va aparte o está incluido?", ["utilities"]],
    ["whats the process", ["application"]],
    ["addy?", ["address"]],
    ["viene amoblado?", ["furnished"]],
    ["no manches qué caro, ¿incluye luz?", ["utilities"]],
    ["bearded dragon ok?", ["pets"]],
    ["My 15-year-old dog sleeps all day. Allowed?", ["pets"]],
  ])("[T120] hears what %j asks for", (text, topics) => {
    expect(touchedIn(text)).toEqual(topics);
  });

  test.each([
    "can you run a credit check?",
    "who do I make the cashier's check out to?",
    "which bank do I make the transfer to?",
  ])("[T120] hears no way of paying in %j", (text) => {
    expect(touchedIn(text)).not.toContain("payment");
  });

  test.each([
    "Can I sublet it in the summer?",
    "Can I break the lease early?",
    "What size is the bed?",
    "How far is it from the hospital?",
    "Would I have my own bathroom?",
    "Are there smoke detectors?",
    "What hours do the roommates work?",
    "my company pays the rent, they need an invoice. possible?",
  ])("[T120] answers %j with no fact that says something else", (text) => {
    expect(decide(input(text))).toMatchObject({ nextAction: "hand_off", facts: [] });
  });
});
