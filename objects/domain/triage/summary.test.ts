import { describe, expect, it } from "vitest";
import { SUMMARY_LINE_CHARS_MAX, SUMMARY_LINES_MAX, type SummaryInput, summaryOf } from "./summary.ts";

const RECORD = { unit: { rentMonthly: 1450 }, records: {} };
const INPUT: SummaryInput = {
  leadName: "Jamie Park",
  home: "12 Harbour Lane",
  said: ["What is the rent? Are dogs allowed? I could come Thursday at 3pm."],
  decision: { intents: ["pricing_question", "policy_question"], guardrails: [] },
  reason: { code: "fact_missing", sentence: "No record holds what the lead asks for." },
  record: RECORD,
};
const summary = (change: Partial<SummaryInput> = {}) => summaryOf({ ...INPUT, ...change });

describe("the summary of a hand-off", () => {
  it("[T80] tells who and which home, what was said, and what to do", () => {
    expect(summary()).toEqual([
      "Jamie Park, 12 Harbour Lane",
      expect.stringMatching(/^Asks about the price, asks about the rules; open: rent, pets; mentions Thu 3:00 PM/),
      "No record of pets; on record: rent. Next: find out and answer.",
    ]);
  });

  it("[T80] keeps to three lines of 140 characters, whatever it is given", () => {
    const texts = [
      "",
      "x".repeat(10_000),
      "why? ".repeat(3_000),
      "¿Cuánto es la renta? ¿Aceptan mascotas? ¿Hay estacionamiento? ¿Incluye agua? ¿Cuál es el depósito?",
      `${"rent? pets? parking? deposit? laundry? utilities? ".repeat(20)} monday 3pm tuesday 4pm friday at noon`,
      "\u202Egnp.exe\u0000 \n\n\n tomorrow",
      "👩‍👩‍👧".repeat(400),
    ];
    for (const text of texts) {
      for (const leadName of [null, "L".repeat(500), "Ana\nB"]) {
        for (const code of ["emergency", "legal_threat", "sensitive_data", "nobody_knows", "__proto__"]) {
          const lines = summary({ said: [text], leadName, reason: { code, sentence: "" } });
          expect(lines.length).toBeLessThanOrEqual(SUMMARY_LINES_MAX);
          for (const line of lines) {
            expect([...line].length).toBeLessThanOrEqual(SUMMARY_LINE_CHARS_MAX);
            expect(line).not.toMatch(/\p{C}/u);
          }
        }
      }
    }
  });

  it("[T81] says only what is there: no name, no home, no times, no facts", () => {
    const lines = summary({ leadName: null, home: null, said: ["Hmm, well."], decision: null, record: null });
    expect(lines).toEqual([
      "A lead without a name, home not linked yet",
      "“Hmm, well.”",
      expect.stringMatching(/^Next: /),
    ]);
  });

  it("[T81] quotes once, shortly, and no number, address or abuse", () => {
    const quote = (text: string, guardrails: string[] = []) =>
      summary({ said: [text], decision: { intents: ["unknown"], guardrails } })[1] ?? "";
    expect(quote("Hello there “friend”")).toContain("“Hello there 'friend'”");
    expect((quote("word ".repeat(100)).match(/“.*”/u)?.[0] ?? "").length).toBeLessThanOrEqual(62);
    for (const text of [
      "Call me at 212 555 0147",
      "My card is 4111 1111 1111 1111",
      "write to ana@mail.example",
      "My SSN is 078-05-1120",
    ]) {
      expect(quote(text)).not.toContain("“");
    }
    expect(quote("You idiots", ["T21 abuse"])).not.toContain("“");
  });

  it("[T81] writes morning or afternoon only where it was said", () => {
    const said = (text: string) => summary({ said: [text], decision: null })[1];
    expect(said("Tomorrow after 5 works")).toMatch(/^Mentions tomorrow after 5:00;/);
    expect(said("Friday at 3:30?")).toMatch(/^Mentions Fri 3:30;/);
    expect(said("March 5 at 10am")).toMatch(/^Mentions Mar 5 10:00 AM;/);
  });

  it("[T82] calls a question by its name, and misses no record of what none should hold", () => {
    expect(summary({ said: ["so is it taken or what"], record: { unit: {}, records: {} } })[2]).toMatch(
      /^No record of availability\./,
    );
    const people = { said: ["what kind of people live in the area"], reason: { code: "fair_housing", sentence: "" } };
    expect(summary(people)[2]).toBe("Next: answer the same as to everybody; describe the home only.");
  });

  it("[T82] names a next step for every reason, also for one that nobody foresaw", () => {
    const last = (code: string) => summary({ said: [], reason: { code, sentence: "" } }).at(-1);
    expect(last("emergency")).toBe("Next: call or answer at once; danger first.");
    expect(last("slot_conditional")).toBe("Next: answer the condition, then set the time.");
    expect(last("low_confidence")).toBe("Next: read and answer.");
    expect(last("constructor")).toBe("Next: read and answer.");
  });
});
