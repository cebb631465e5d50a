// The words of follow-ups (T60-T66): what they come back to, in which language, and what they leave to a person.
import { describe, expect, it } from "vitest";
import { offersTimes, readContext } from "./conversation-context.ts";
import type { Turn } from "./decision.ts";
import { CLOSINGS, OPENINGS, STILL_FREE } from "./follow-up-lines.ts";
import { type FollowUpInput, followUpText } from "./follow-up-text.ts";
import { checkOutbound } from "./outbound-check.ts";
import { NEAR_IDENTICAL_MIN, similarity } from "./similarity.ts";

const lead = (text: string): Turn => ({ from: "lead", text });
const us = (text: string): Turn => ({ from: "us", text });
const FREE = { unit: { status: "available", rentMonthly: 2400 }, records: { status: "unit_facts/un_1/status" } };

function input(history: readonly Turn[], more: Partial<FollowUpInput> = {}): FollowUpInput {
  const heardAt = history.findLastIndex((turn) => turn.from === "lead");
  return {
    stage: "follow_up_1",
    occasion: "unanswered",
    history,
    answered: history.slice(heardAt + 1).map((turn) => turn.text),
    decision: null,
    isFirstOfAssistant: false,
    unit: {},
    records: {},
    leadName: "Ana",
    organisationName: "Harbour Lettings",
    ...more,
  };
}

function bodyOf(made: FollowUpInput): string {
  const text = followUpText(made);
  if (text.kind !== "text") throw new Error(text.reason.code);
  return text.body;
}

function reasonOf(made: FollowUpInput): string {
  const text = followUpText(made);
  return text.kind === "person" ? text.reason.code : "text";
}

const PETS = [lead("Are cats allowed? And is parking included?"), us("Hi Ana,\n\nPets: cats only.")];
const OFFERED = [
  lead("Can I see it?"),
  us("These times are open for a showing:\n1. Thu 5 Mar, 3:00 PM\n2. Fri 6 Mar, 10:00 AM\nWhich one suits you?"),
];

describe("the text of a follow-up", () => {
  it("[T60] comes back to the times we sent, to our question, to what was asked, or to the home", () => {
    expect(bodyOf(input(OFFERED))).toContain("We sent you some times for a showing.");
    expect(bodyOf(input([lead("Hello"), us("Thank you for writing. When would you move in?")]))).toContain(
      "We asked you something",
    );
    expect(bodyOf(input(PETS))).toContain("You asked about pets and parking.");
    expect(bodyOf(input([lead("I like it"), us("Thank you.")]))).toContain("Are you still interested in the home?");
    expect(bodyOf(input([us("Hello, we have a home for you.")]))).toContain("Are you still interested in the home?");
  });

  it("[T60] comes back to a showing that is over", () => {
    expect(bodyOf(input(OFFERED, { occasion: "no_show" }))).toContain("We did not meet at the showing.");
    expect(bodyOf(input(OFFERED, { occasion: "completed" }))).toContain("Thank you for coming to see the home.");
  });

  it("[T60] keeps to its subject in the second stage and says that it is the last", () => {
    const first = bodyOf(input(OFFERED));
    const second = bodyOf(input([...OFFERED, us(first)], { stage: "follow_up_2", answered: [OFFERED[1]?.text ?? ""] }));
    expect(second).toContain("showing times that we sent");
    expect(second).toContain("This is the last time we write about it by ourselves.");
    expect(similarity(first, second)).toBeLessThan(NEAR_IDENTICAL_MIN);
  });

  it("[T61] states that the home can be had only when a record says so, and carries the record", () => {
    expect(followUpText(input(PETS, FREE))).toMatchObject({
      kind: "text",
      body: expect.stringContaining("The home is still available."),
      facts: [{ name: "status", value: "available", record: "unit_facts/un_1/status" }],
    });
    expect(followUpText(input(PETS, { unit: { availableFrom: "2026-03-01" } }))).toMatchObject({
      body: expect.stringContaining("It is available from 2026-03-01."),
      facts: [{ name: "availableFrom" }],
    });
    const silent = followUpText(input(PETS, { unit: { rentMonthly: 2400, status: "application pending" } }));
    expect(silent).toMatchObject({ facts: [] });
    expect(JSON.stringify(silent)).not.toMatch(/available|2400|pending/);
  });

  it("[T62] greets by first name, signs, and says that it is automated when it is the assistant's first word", () => {
    expect(bodyOf(input(PETS))).toMatch(/^Hi Ana,\n\n.*\n\nHarbour Lettings$/s);
    expect(bodyOf(input(PETS, { isFirstOfAssistant: true }))).toContain(
      "(Automated reply; ask for a person any time.)",
    );
    expect(bodyOf(input(PETS, { leadName: null }))).toMatch(/^Hi,/);
  });

  it("[T62, T78] greets and signs in the organisation's words where it has some", () => {
    const templates = [
      { kind: "greeting", language: "en", text: "Dear {lead_name}," },
      { kind: "signature", language: "en", text: "Warmly, {organisation}" },
    ] as const;
    const body = bodyOf(input(PETS, { templates, isFirstOfAssistant: true }));
    expect(body).toMatch(/^Dear Ana,\n\n.*\n\nWarmly, Harbour Lettings\n\(Automated reply;/s);
  });

  it("[T62] always says how to be left alone", () => {
    for (const stage of ["follow_up_1", "follow_up_2"] as const) {
      expect(bodyOf(input(PETS, { stage }))).toMatch(/stop writing|we will stop|not hear from us/);
    }
  });

  it("[T63] speaks the language of the lead", () => {
    const spanish = [lead("Hola, ¿se aceptan mascotas en el apartamento?"), us("Hola Ana,\n\nMascotas: solo gatos.")];
    const body = bodyOf(input(spanish, { ...FREE, isFirstOfAssistant: true }));
    expect(body).toContain("Hola Ana,");
    expect(body).toContain("Nos preguntó sobre mascotas.");
    expect(body).toContain("La vivienda sigue disponible.");
    expect(body).toContain("Respuesta automática");
    expect(bodyOf(input([lead("👍"), us("Ok.")]))).toContain("Hi Ana,");
  });

  it("[T64] never repeats what we wrote before, and leaves it to a person when it has no other words", () => {
    const history: Turn[] = [...PETS];
    const bodies: string[] = [];
    for (let round = 0; round < 4; round++) {
      const body = bodyOf(input(history, { answered: [PETS[1]?.text ?? ""] }));
      for (const earlier of bodies) expect(similarity(earlier, body)).toBeLessThan(NEAR_IDENTICAL_MIN);
      bodies.push(body);
      history.push(us(body));
    }
    expect(reasonOf(input(history, { answered: [PETS[1]?.text ?? ""] }))).toBe("would_repeat");
  });

  it("[T65] leaves to a person: a home that is gone, a lead who asked for time, last words that were risky", () => {
    expect(reasonOf(input(PETS, { unit: { status: "rented" } }))).toBe("unit_gone");
    expect(reasonOf(input(PETS, { decision: { intents: ["deferred"], risk: "low" } }))).toBe("deferred");
    expect(reasonOf(input(PETS, { decision: { intents: ["complaint"], risk: "high" } }))).toBe("risky");
    expect(reasonOf(input(PETS, { decision: { intents: ["policy_question"], risk: "low" } }))).toBe("text");
  });

  it("[T66] passes the outbound rules, and one that does not is left to a person", () => {
    for (const [subject, openings] of Object.entries(OPENINGS)) {
      for (const wording of [...openings, ...CLOSINGS.follow_up_1, ...CLOSINGS.follow_up_2]) {
        for (const words of wording) expect(checkOutbound(words, { facts: [] }), `${subject}: ${words}`).toEqual([]);
      }
    }
    const organisationName = "Homes in a safe neighborhood";
    expect(reasonOf(input(PETS, { organisationName }))).toBe("outbound_blocked");
  });

  it("[T67] reads neither as an offer nor as a booking: a later yes is about nothing but what we offered in earnest", () => {
    const slots = [{ start: "2026-03-05T20:00:00Z", end: "2026-03-05T20:30:00Z", label: "Thu 5 Mar, 3:00 PM" }];
    const all = [...Object.values(OPENINGS).flat(), ...Object.values(CLOSINGS).flat(), STILL_FREE].flat();
    for (const words of all) {
      expect(readContext([us(words.replace("{topics}", "pets"))], slots, "America/New_York").phase, words).toBe(
        "talking",
      );
      expect(offersTimes(words), words).toBe(false);
    }
  });

  it("[T64] has pairings that differ enough from each other, for every subject, stage and language", () => {
    const cases = [OFFERED, PETS, [lead("Hello"), us("When would you move in?")], [lead("I like it"), us("Thanks.")]];
    for (const history of cases) {
      for (const occasion of ["unanswered", "no_show", "completed"] as const) {
        for (const spoken of ["", "Hola, quisiera ver el apartamento, gracias"]) {
          const said = spoken === "" ? history : [lead(spoken), ...history];
          const turns: Turn[] = [...said];
          const answered = [history.at(-1)?.text ?? ""];
          for (const stage of ["follow_up_1", "follow_up_2", "follow_up_1", "follow_up_2"] as const) {
            const text = followUpText(input(turns, { stage, occasion, answered }));
            expect(text.kind).toBe("text");
            if (text.kind === "text") turns.push(us(text.body));
          }
        }
      }
    }
  });
});
