// The organisation's own words (T75..T79): what is refused, and that whatever is accepted still reads back as what it is for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offersTimes, readContext, talkOf } from "./conversation-context.ts";
import type { DecisionInput, OfferedSlot, Turn } from "./decision.ts";
import { fill } from "./own-words.ts";
import { decide, decideTaken } from "./policy.ts";
import { reminderText } from "./showing-texts.ts";
import { checkTemplate } from "./template-check.ts";
import { type ReplyTemplate, TEMPLATE_KINDS, type TemplateKind, VARIABLES_OF } from "./template-kinds.ts";
import { ourWords, previewReply } from "./template-preview.ts";
import { LINES } from "./templates.ts";

const ZONE = "America/New_York";
const SLOTS: readonly OfferedSlot[] = [
  { start: "2026-03-05T20:00:00Z", end: "2026-03-05T20:30:00Z", label: "Thu 5 Mar, 3:00 PM" },
  { start: "2026-03-06T15:00:00Z", end: "2026-03-06T15:30:00Z", label: "Fri 6 Mar, 10:00 AM" },
  { start: "2026-03-09T15:00:00Z", end: "2026-03-09T15:30:00Z", label: "Mon 9 Mar, 11:00 AM" },
  { start: "2026-03-10T22:00:00Z", end: "2026-03-10T22:30:00Z", label: "Tue 10 Mar, 6:00 PM" },
];
const OFFER: Turn = {
  from: "us",
  text: "These times are open: Thu 5 Mar, 3:00 PM or Fri 6 Mar, 10:00 AM. Which one suits you?",
};

function input(text: string, over: Partial<DecisionInput> = {}): DecisionInput {
  return {
    text,
    platform: null,
    history: [],
    unit: { rentMonthly: 2400, pets: "cats only" },
    records: {},
    slots: SLOTS,
    now: "2026-03-04T15:00:00Z",
    zone: ZONE,
    leadName: "Ana",
    organisationName: "Harbour Lettings",
    ...over,
  };
}

function codesOf(kind: TemplateKind, text: string): readonly string[] {
  const checked = checkTemplate(kind, text);
  return checked.ok ? [] : checked.error.map((problem) => problem.code);
}

const phaseAfter = (text: string) => readContext([{ from: "us", text }], SLOTS, ZONE);

const SPOKEN: Partial<Record<TemplateKind, DecisionInput>> = {
  offer: input("can I come see it?"),
  rescheduled: input("can we reschedule?", { history: [OFFER, { from: "us", text: "See you at the showing." }] }),
  whichOffered: input("yes that works", { history: [OFFER] }),
  booked: input("Thursday at 3 works", { history: [OFFER] }),
  confirmed: input("yes, see you there", {
    history: [{ from: "us", text: "Your showing is confirmed for Thu 5 Mar, 3:00 PM." }],
  }),
  cancelled: input("please cancel my showing", {
    history: [{ from: "us", text: "Your showing is confirmed for Thu 5 Mar, 3:00 PM." }],
  }),
  closing: input("I found another place, thanks"),
  later: input("let me talk to my husband and get back to you"),
  howHelp: input("hello"),
  answerPricing: input("how much is the rent?", { slots: [] }),
  answerPolicy: input("are cats allowed?", { slots: [] }),
  greeting: input("how much is the rent?"),
  signature: input("how much is the rent?"),
};

describe("templates", () => {
  it.each([
    ["howHelp", "", "empty"],
    ["howHelp", "word ".repeat(200), "too_long"],
    ["howHelp", "Hello\u200b there", "unreadable"],
    ["howHelp", "Hello {lead_nam}", "unknown_variable"],
    ["howHelp", "What would you like to know? {times}", "unknown_variable"],
    ["howHelp", "What would you like to know? {", "unknown_variable"],
    ["offer", "Come and see it. Which one suits you?", "missing_variable"],
    ["offer", "{times} Which one suits you? {times}", "missing_variable"],
    ["answerPricing", "Happy to help.", "missing_variable"],
    ["closing", "Thank you. It is a safe neighborhood, good luck.", "blocked"],
    ["closing", "I am a real person, good luck.", "blocked"],
    ["answerUnit", "We guarantee it. {facts}", "blocked"],
  ] as const)("[T75] refuses %s %j", (kind, text, code) => {
    expect(codesOf(kind, text)).toContain(code);
  });

  it.each([
    ["howHelp", "Our homes start at $1,500. What would you like to know?", "states_number"],
    ["signature", "Call 555 0100 200", "states_number"],
    ["offer", "We show every Thursday.\n{times}\nWhich one suits you?", "states_time"],
    ["offer", "Come at 4 pm.\n{times}\nWhich one suits you?", "states_time"],
    ["later", "Write us again tomorrow.", "states_time"],
    ["answerPolicy", "Pets are welcome! {facts}", "states_fact"],
    ["closing", "Parking is included, think about it.", "states_fact"],
    ["howHelp", "It is still available. What would you like to know?", "states_fact"],
  ] as const)("[T76] refuses %s %j", (kind, text, code) => {
    expect(codesOf(kind, text)).toContain(code);
  });

  it("[T76] lets words of the same day say today, and no others", () => {
    expect(codesOf("askSameDay", "The showing is today: {time}. Are you still coming?")).toEqual([]);
    expect(codesOf("askDayBefore", "The showing is today: {time}. Are you still coming?")).toContain("states_time");
  });

  it.each([
    ["offer", "We can meet.\n{times}\nTell us."],
    ["offer", "Your showing is confirmed.\n{times}\nWhich one suits you?"],
    ["booked", "Thank you: {time}"],
    ["confirmed", "Thank you."],
    ["cancelled", "Thank you for letting us know."],
    ["askSameDay", "See you at {time}."],
    ["closing", "See you at the showing."],
    ["greeting", "Hello {lead_name}, please confirm your showing."],
    ["answerPolicy", "{facts}\nThe showing is cancelled."],
  ] as const)("[T77] refuses %s %j, which would be read as something else", (kind, text) => {
    expect(codesOf(kind, text)).toContain("reads_as_other");
  });

  it("[T77] accepts our own words, in both languages", () => {
    for (const kind of TEMPLATE_KINDS) {
      for (const language of ["en", "es"] as const) {
        const value = ourWords(kind, language);
        expect([kind, language, checkTemplate(kind, value)]).toEqual([kind, language, { ok: true, value }]);
      }
    }
  });

  const fragments = fc.constantFrom(
    ...[
      "Thank you for writing.",
      "Which one suits you?",
      "Which of these works?",
      "See you at the showing.",
      "Thursday",
      "at 3 pm",
    ],
    ...[
      "The showing is cancelled.",
      "Please confirm.",
      "Are you still coming?",
      "Your showing is booked for",
      "We would love to meet you!",
    ],
    ...[
      "How about",
      "Would any of these work?",
      "works for you",
      "available times",
      "See",
      "you",
      "confirmed",
      "on",
      "Just write.",
      "\n",
    ],
    ...[
      "Por favor confirme que viene.",
      "¿Cuál le conviene?",
      "Nos vemos en la visita.",
      "La visita está cancelada.",
      "Gracias",
    ],
    ...[
      "{times}",
      "{time}",
      "{facts}",
      "{organisation}",
      "{lead_name}",
      "—",
      "…",
      "reminder",
      "Let us know which",
      "no longer booked",
    ],
  );
  const texts = fc.array(fragments, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
  const drafts = fc.tuple(fc.constantFrom(...TEMPLATE_KINDS), texts).map(([kind, text]) => {
    const [needed] = VARIABLES_OF[kind].required;
    return { kind, text: needed === undefined || text.includes(`{${needed}}`) ? text : `${text}\n{${needed}}` };
  });

  it("[T77] does not read words together that a variable keeps apart", () => {
    expect(checkTemplate("booked", "See {time} you. Thank you for writing.").ok).toBe(false);
    expect(checkTemplate("booked", "See you {time}. Thank you for writing.").ok).toBe(true);
  });

  it("[T77] reads whatever is accepted back as what it is for, with any number of times", () => {
    let accepted = 0;
    fc.assert(
      fc.property(drafts, fc.integer({ min: 1, max: SLOTS.length }), ({ kind, text }, count) => {
        const checked = checkTemplate(kind, text);
        if (!checked.ok) return;
        accepted += 1;
        const shown = SLOTS.slice(0, count).map(({ label }, at) => `${at + 1}. ${label}`);
        const filled = fill(checked.value, {
          ...{
            times: shown.join("\n"),
            time: SLOTS[0]?.label ?? "",
            facts: "The rent is 2400 per month.\nPets: cats only.",
          },
          ...{ lead_name: "Ana", organisation: "Harbour Lettings" },
        });
        const reply = `Hi Ana,\n\n${filled}\n\nHarbour Lettings`;
        const { phase, offered } = phaseAfter(reply);
        switch (talkOf(LINES[kind as keyof typeof LINES]?.[0] ?? "")) {
          case "booking":
            expect([phase, offersTimes(reply)]).toEqual(["booked", false]);
            break;
          case "asking":
            expect(phase).toBe("confirming");
            break;
          case "cancellation":
            expect([phase, offersTimes(reply)]).toEqual(["talking", false]);
            break;
          default:
            if (VARIABLES_OF[kind].required[0] === "times") {
              expect([phase, offersTimes(reply), offered]).toEqual([
                "offered",
                true,
                SLOTS.slice(0, count).map((_, at) => at),
              ]);
            } else expect([phase, offersTimes(reply)]).toEqual(["talking", false]);
        }
      }),
      { numRuns: 4_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it("[T77] lets a time be chosen among those that the organisation's own words offered, in a whole conversation", () => {
    const templates: readonly ReplyTemplate[] = [
      { kind: "greeting", language: "en", text: "Dear {lead_name}," },
      {
        kind: "offer",
        language: "en",
        text: "We would love to show you around: {times}. Which of these would you like?",
      },
      { kind: "signature", language: "en", text: "Warmly, {organisation}" },
    ];
    const first = decide(input("can I come see it?", { templates }));
    expect(first.reply).toBe(
      `Dear Ana,\n\nWe would love to show you around:\n${SLOTS.map(({ label }, at) => `${at + 1}. ${label}`).join("\n")}\nWhich of these would you like?\n\nWarmly, Harbour Lettings\n(Automated reply; ask for a person any time.)`,
    );
    const history: readonly Turn[] = [{ from: "us", text: first.reply ?? "" }];
    expect(decide(input("the second one please", { history, templates }))).toMatchObject({
      nextAction: "book_slot",
      selectedSlot: 1,
    });
  });

  it("[T78] replaces words of its kind and language, and no others", () => {
    for (const [kind, spoken] of Object.entries(SPOKEN)) {
      const plain = decide(spoken);
      const text =
        { greeting: "Dear {lead_name},", signature: "Warmly, {organisation}" }[kind] ??
        `Well. ${ourWords(kind as TemplateKind, "en")}`;
      const own: ReplyTemplate = { kind: kind as TemplateKind, language: "en", text };
      const other: ReplyTemplate = { ...own, language: "es" };
      expect([kind, decide({ ...spoken, templates: [other] }).reply]).toEqual([kind, plain.reply]);
      const worded = decide({ ...spoken, templates: [other, own] });
      expect([kind, worded.reply === plain.reply]).toEqual([kind, false]);
      expect(worded.reply).toMatch(/Well\.|Dear Ana,|Warmly, Harbour Lettings/u);
      expect({ ...worded, reply: "" }).toEqual({ ...plain, reply: "" });
    }
  });

  it("[T78] words the kinds of answers apart, and what a time that is gone is replaced with", () => {
    const templates: readonly ReplyTemplate[] = [
      { kind: "answerPolicy", language: "en", text: "Here is what we know:\n{facts}" },
      { kind: "taken", language: "en", text: "Oh no, somebody was faster! {times} Which one suits you?" },
    ];
    const reply = decide(input("are cats allowed? how much is the rent?", { slots: [], templates })).reply;
    expect(reply).toContain("Here is what we know:\nPets: cats only.\nThe rent is 2400 per month.");
    expect(decideTaken(input("Thursday at 3", { history: [OFFER], templates })).reply).toContain(
      "somebody was faster!\n1. Mon 9 Mar",
    );
  });

  it("[T78] uses ours without a value for a variable, and for what the rules of today refuse", () => {
    const greeting: ReplyTemplate = { kind: "greeting", language: "en", text: "Dear {lead_name}," };
    expect(decide(input("how much is rent?", { templates: [greeting], leadName: null })).reply).toMatch(/^Hi,\n/u);
    const refused: ReplyTemplate = { kind: "closing", language: "en", text: "See you at the showing." };
    const leaving = input("I found another place, thanks");
    expect(decide({ ...leaving, templates: [refused] }).reply).toBe(decide(leaving).reply);
  });

  it("[T78] words reminders of a showing", () => {
    const asked = {
      ...({
        stage: "day_before",
        startMs: Date.parse("2026-03-05T20:00:00Z"),
        zone: ZONE,
        isConfirmedByLead: false,
      } as const),
      ...{
        leadName: "Ana",
        organisationName: "Harbour Lettings",
        history: [{ from: "lead", text: "thanks" }] as const,
      },
    };
    const own: ReplyTemplate = {
      kind: "askDayBefore",
      language: "en",
      text: "We expect you on {time}. Please confirm that you are coming.",
    };
    const text = reminderText({ ...asked, templates: [own] });
    expect(text).toContain("We expect you on Thursday, Mar 5, 3:00 PM. Please confirm");
    expect(phaseAfter(text).phase).toBe("confirming");
  });

  it("[T79] never lets a template say what we say about ourselves", () => {
    const templates = TEMPLATE_KINDS.map(
      (kind): ReplyTemplate => ({ kind, language: "en", text: ourWords(kind, "en") }),
    );
    const reply = decide(input("are you a bot? how much is the rent?", { templates })).reply ?? "";
    expect(reply).toContain(LINES.bot[0]);
    expect(reply).toContain("(Automated reply; ask for a person any time.)");
  });

  it("[T78] shows a whole reply in the organisation's words, and the same one in ours when they are ours", () => {
    const of = (kind: TemplateKind, language: "en" | "es", templates: readonly ReplyTemplate[]) =>
      previewReply({
        ...{ kind, language, templates, nowMs: Date.parse("2026-03-04T15:30:00Z"), zone: ZONE },
        ...{ unit: { rentMonthly: 2400, pets: "cats only" }, records: {}, organisationName: "Harbour Lettings" },
      });
    for (const kind of TEMPLATE_KINDS) {
      for (const language of ["en", "es"] as const) {
        const ours: ReplyTemplate = { kind, language, text: ourWords(kind, language) };
        const plain = of(kind, language, []);
        // A question about the choice already asks which one: there ours has no second sentence.
        if (kind !== "whichOffered" && kind !== "noMatch") expect(of(kind, language, [ours])).toBe(plain);
      }
    }
    expect(of("answerUnit", "en", [])).toBeNull();
    const own: ReplyTemplate = { kind: "answerPolicy", language: "en", text: "Good to know: {facts}" };
    expect(of("answerPolicy", "en", [own])).toContain(
      "Hi Alex,\n\nGood to know:\nPets: cats only.\n\nHarbour Lettings",
    );
    const offer: ReplyTemplate = { kind: "offer", language: "en", text: "Come by! {times} Which one suits you?" };
    expect(of("offer", "en", [offer])).toContain("Come by!\n1. Friday, Mar 6, 9:00 AM\n2. Saturday, Mar 7, 9:00 AM");
  });
});
