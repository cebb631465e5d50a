// The organisation's own answers (T70..T74): which question they answer, and when they must not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DecisionInput, OfferedSlot } from "./decision.ts";
import { checkKnowledge } from "./knowledge-check.ts";
import type { KnowledgeEntry } from "./knowledge-entry.ts";
import { decide } from "./policy.ts";

const THURSDAY: OfferedSlot = {
  start: "2026-03-05T20:00:00Z",
  end: "2026-03-05T20:30:00Z",
  label: "Thu 5 Mar, 3:00 PM",
};

function entry(id: string, question: string, answer: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry {
  return { id, question, answer, unitId: null, validUntil: null, ...more };
}

const BIKES = entry("kn_bikes", "Is there a bike room?\nCan I store my bike?", "Yes, there is a locked bike room.");
const PARCELS = entry("kn_parcels", "Where do I pick up packages?", "Packages are kept at the front desk.");
const WALLS = entry("kn_walls", "Can the walls be painted?", "Yes, in light colors.");
const POOL = entry("kn_pool", "¿Hay piscina en el edificio?", "Sí, hay una piscina en la azotea.");
const ALL = [BIKES, PARCELS, WALLS, POOL];

function input(text: string, over: Partial<DecisionInput> = {}): DecisionInput {
  return {
    text,
    platform: null,
    history: [],
    unit: { rentMonthly: 2400 },
    records: {},
    slots: [],
    now: "2026-03-04T15:00:00Z",
    zone: "America/New_York",
    leadName: null,
    organisationName: null,
    knowledge: ALL,
    ...over,
  };
}

const reasonOf = (text: string, over: Partial<DecisionInput> = {}) => decide(input(text, over)).reason.code;

describe("knowledge", () => {
  it.each([
    ["do you have a bike room in the building?", BIKES],
    ["hello, can i store my bikes here?", BIKES],
    ["Hi! quick question: where can I pick up my packages?", PARCELS],
    ["can the walls be painted", WALLS],
    ["I was wondering whether there is a bike room?", BIKES],
    ["could you tell me if you have a bike room", BIKES],
    ["hola, ¿hay una piscina?", POOL],
  ])("[T70] answers %j from its entry, which is the fact's record", (text, { id, answer }) => {
    const decision = decide(input(text));
    expect(decision).toMatchObject({ nextAction: "reply", outcome: "general_question" });
    expect(decision.reply).toContain(answer);
    expect(decision.facts).toEqual([{ name: "knowledge", value: answer, record: `knowledge/${id}` }]);
    expect(decision.intents).not.toContain("unknown");
    expect(decide(input(text, { knowledge: [] })).nextAction).toBe("hand_off");
  });

  it("[T70] answers beside facts of the record and an offer of times, each with its record", () => {
    const text = "Can I see it? How much is the rent? And is there a bike room? Where do I pick up packages?";
    const decision = decide(input(text, { slots: [THURSDAY] }));
    expect(decision.nextAction).toBe("offer_slots");
    expect(decision.facts.map(({ record }) => record)).toEqual([
      "unit/rentMonthly",
      "knowledge/kn_bikes",
      "knowledge/kn_parcels",
      `slots/${THURSDAY.start}`,
    ]);
    expect(decision.reply).toContain(`${BIKES.answer}\n${PARCELS.answer}\n`);
  });

  it.each([
    "where is the bike room?",
    "how much is the bike room?",
    "how much do you charge for the bike room?",
    "is there a bike room and a pool?",
    "is there a bike room for two bikes?",
    "do I have to store my bike?",
    "can the walls be painted black?",
    "can the doors be painted?",
    "is there no bike room?",
    "will there be a bike room?",
    "was there a bike room?",
    "can there be a bike room?",
    "is there a locked bike room?",
    "are the walls painted?",
    "can you paint the walls?",
    "is there a bike?",
    "can you store my bike?",
    "is there a package room?",
    "is there a gym?",
  ])("[T70] leaves %j to a person: it is another question", (text) => {
    expect(decide(input(text))).toMatchObject({ nextAction: "hand_off", facts: [] });
  });

  it("[T70] does not answer one question of two", () => {
    expect(decide(input("Is there a bike room? And is there a sauna?")).nextAction).toBe("hand_off");
    expect(reasonOf("Is there a bike room? Are cats allowed in the bike room?")).toBe("fact_missing");
  });

  it("[T70] leaves to the record what the record holds", () => {
    const rent = entry("kn_rent", "How much is the rent?", "It depends.");
    const decision = decide(input("how much is the rent?", { knowledge: [rent] }));
    expect(decision.facts.map(({ record }) => record)).toEqual(["unit/rentMonthly"]);
    expect(decide(input("how much is the rent?", { unit: {}, knowledge: [rent] })).reply).toContain("It depends.");
  });

  it("[T71] takes a unit's entry before the organisation's", () => {
    const own = entry("kn_own", "Is there a bike room?", "No, this home has none.", { unitId: "un_1" });
    expect(decide(input("is there a bike room?", { knowledge: [BIKES, own] })).facts[0]?.record).toBe(
      "knowledge/kn_own",
    );
  });

  it("[T71] answers nothing when two entries match and answer differently", () => {
    const other = entry("kn_other", "Do you have a bike room?", "No.");
    expect(reasonOf("is there a bike room?", { knowledge: [BIKES, other] })).toBe("fact_missing");
    const same = { ...other, answer: BIKES.answer };
    expect(reasonOf("is there a bike room?", { knowledge: [BIKES, same] })).toBe("facts");
  });

  it("[T72] hands a question to a person whose entry is out of date, also where the organisation has another", () => {
    const past = { validUntil: "2026-03-04T15:00:00.000Z" };
    expect(reasonOf("is there a bike room?", { knowledge: [{ ...BIKES, ...past }] })).toBe("fact_stale");
    const own = entry("kn_own", "Is there a bike room?", "Closed.", { unitId: "un_1", ...past });
    expect(reasonOf("is there a bike room?", { knowledge: [BIKES, own] })).toBe("fact_stale");
    const soon = { ...BIKES, validUntil: "2026-03-04T15:00:01Z" };
    expect(reasonOf("is there a bike room?", { knowledge: [soon] })).toBe("facts");
    const renewed = [
      { ...BIKES, ...past },
      { ...BIKES, id: "kn_new" },
    ];
    expect(decide(input("is there a bike room?", { knowledge: renewed })).facts[0]?.record).toBe("knowledge/kn_new");
    expect(reasonOf("is there a bike room?", { knowledge: [soon], now: null })).toBe("fact_stale");
  });

  it("[T72] counts a fact past its date as missing, and says that it is out of date", () => {
    const unit = { rentMonthly: 2400, deposit: 2000, pets: "cats only" };
    const factsValidUntil = { pets: "2026-03-04T00:00:00Z", rentMonthly: "2026-04-01T00:00:00Z" };
    expect(reasonOf("are cats allowed?", { unit, factsValidUntil })).toBe("fact_stale");
    expect(reasonOf("how much is the rent? are cats allowed?", { unit, factsValidUntil })).toBe("fact_stale");
    expect(reasonOf("how much is the rent?", { unit, factsValidUntil })).toBe("facts");
    expect(reasonOf("how much is the rent?", { unit, factsValidUntil, now: "2026-05-01T00:00:00Z" })).toBe(
      "fact_stale",
    );
    expect(reasonOf("what do I pay to move in?", { unit, factsValidUntil, now: "2026-05-01T00:00:00Z" })).toBe(
      "fact_stale",
    );
    expect(reasonOf("is parking included?", { unit, factsValidUntil })).toBe("fact_missing");
    const told = entry("kn_cats", "Are cats allowed?", "Two cats at most.");
    expect(reasonOf("are cats allowed?", { unit, factsValidUntil, knowledge: [told] })).toBe("facts");
  });

  it.each([
    ["Is there a bike room? You will hear from my lawyer", "legal_threat"],
    ["Is there a bike room? I smell gas in the hallway", "emergency"],
    ["Is there a bike room? I want to talk to a real person", "human_requested"],
  ])("[T73] decides %j before any entry", (text, code) => {
    expect(reasonOf(text)).toBe(code);
    expect(decide(input("STOP. Is there a bike room?")).nextAction).toBe("suppress");
  });

  it("[T73] never lets an entry answer what a guardrail stops", () => {
    const stops = [
      "You idiots.",
      "I will sue you.",
      "My card is 4111 1111 1111 1111.",
      "There is a fire.",
      "Do you take section 8?",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...stops), fc.constantFrom(...ALL), fc.boolean(), (stop, { question }, first) => {
        const asked = question.split("\n")[0] ?? "";
        const decision = decide(input(first ? `${stop} ${asked}` : `${asked} ${stop}`));
        expect([decision.nextAction, decision.reply]).toEqual(["hand_off", null]);
      }),
    );
  });

  it.each([
    ["Is there a bike room?", "It is a safe neighborhood.", "answer_blocked"],
    ["Is there a bike room?", "We guarantee a place.", "answer_blocked"],
    ["Is there a bike room?", "Your showing is confirmed for Monday.", "answer_reads_as_showing"],
    ["Is there a bike room?", "Here are the times, which one suits you?", "answer_reads_as_showing"],
    ["Is there a bike room?", "The showing is cancelled.", "answer_reads_as_showing"],
    ["Is there a bike room?", " \n ", "answer_empty"],
    ["Is there a bike room?", "word ".repeat(200), "answer_too_long"],
    ["", "Yes.", "question_empty"],
    ["How much is it?", "A lot.", "question_vague"],
    ["word ".repeat(200), "Yes.", "question_too_long"],
    ["Do you accept section 8 vouchers?", "Yes.", "question_guarded"],
  ])("[T74] does not take %j with %j", (question, answer, code) => {
    const checked = checkKnowledge({ question, answer });
    expect(checked.ok ? [] : checked.error.map((problem) => problem.code)).toContain(code);
  });

  it("[T74] keeps one wording a line and the answer in one paragraph", () => {
    const checked = checkKnowledge({
      question: "  Is there a gym? \n\n Do you have a gym?",
      answer: " Yes,\n 6 am to 10 pm. ",
    });
    expect(checked).toEqual({
      ok: true,
      value: { question: "Is there a gym?\nDo you have a gym?", answer: "Yes, 6 am to 10 pm." },
    });
  });

  it("[T74] does not use an answer that the rules of today refuse", () => {
    for (const answer of ["It is a safe neighborhood.", "See you at the showing."]) {
      const decision = decide(input("is there a bike room?", { knowledge: [{ ...BIKES, answer }] }));
      expect([decision.nextAction, decision.reply]).toEqual(["hand_off", null]);
    }
  });

  it("[T79] decides as before without knowledge, templates and dates", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 120 }),
        fc.constantFrom("", "is there a bike room?", "how much is rent?"),
        (text, more) => {
          const { knowledge: _, ...bare } = input(`${text} ${more}`, { slots: [THURSDAY] });
          expect(decide({ ...bare, knowledge: [], templates: [], factsValidUntil: {} })).toEqual(decide(bare));
        },
      ),
      { numRuns: 60 },
    );
  });
});
