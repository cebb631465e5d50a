import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DecisionInput, OfferedSlot, Turn } from "./decision.ts";
import { decide } from "./policy.ts";
import { withoutQuoted } from "./quoted-text.ts";

const THURSDAY: OfferedSlot = {
  start: "2026-03-05T20:00:00Z",
  end: "2026-03-05T20:30:00Z",
  label: "Thu 5 Mar, 3:00 PM",
};
const FRIDAY: OfferedSlot = {
  start: "2026-03-06T15:00:00Z",
  end: "2026-03-06T15:30:00Z",
  label: "Fri 6 Mar, 10:00 AM",
};
const MONDAY: OfferedSlot = {
  start: "2026-03-09T15:00:00Z",
  end: "2026-03-09T15:30:00Z",
  label: "Mon 9 Mar, 11:00 AM",
};
const OFFER: Turn = {
  from: "us",
  text: "These times are open: Thu 5 Mar, 3:00 PM or Fri 6 Mar, 10:00 AM. Which one suits you?",
};
const BOOKED: Turn = { from: "us", text: "Your showing is confirmed for Thu 5 Mar, 3:00 PM." };
const UNIT = {
  rentMonthly: 2400,
  deposit: 2000,
  pets: "cats only",
  availableFrom: "2026-03-01",
  leaseTerms: "12 months",
};

function input(text: string, over: Partial<DecisionInput> = {}): DecisionInput {
  return {
    text,
    platform: null,
    history: [],
    unit: {},
    records: {},
    slots: [],
    now: "2026-03-04T15:00:00Z",
    zone: "America/New_York",
    leadName: null,
    organisationName: null,
    ...over,
  };
}

describe("the decision policy", () => {
  it("[T1] gives the same decision for the same input, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.boolean(), (text, offered) => {
        const one = input(text, { unit: UNIT, slots: [THURSDAY, FRIDAY], history: offered ? [OFFER] : [] });
        const decision = decide(one);
        expect(decide(one)).toEqual(decision);
        expect(decision.confidence).toBeGreaterThanOrEqual(0);
        expect(decision.confidence).toBeLessThanOrEqual(1);
        expect(decision.intents.length).toBeGreaterThan(0);
        expect(decision.nextAction === "book_slot").toBe(decision.selectedSlot !== null);
        if (decision.nextAction === "hand_off")
          expect([decision.reply, decision.outcome]).toEqual([null, "human_required"]);
      }),
      { numRuns: 200 },
    );
  });

  it("[T4] answers two questions of one message together", () => {
    const decision = decide(input("is this available? also are cats ok", { unit: UNIT }));
    expect([...decision.intents].sort()).toEqual(["availability_question", "policy_question"]);
    expect(decision.nextAction).toBe("reply");
    expect(decision.facts.map((fact) => fact.name).sort()).toEqual(["availableFrom", "pets"]);
  });

  it("[T5] hands what it does not understand to a person", () => {
    const decision = decide(input("purple monkey umbrella elephants", { unit: UNIT }));
    expect(decision.intents).toEqual(["unknown"]);
    expect(decision.nextAction).toBe("hand_off");
  });

  it("[T9] asks instead of guessing when a yes could mean two times", () => {
    const decision = decide(input("yes that works", { history: [OFFER], slots: [THURSDAY, FRIDAY] }));
    expect([decision.nextAction, decision.selectedSlot]).toEqual(["ask", null]);
    expect(decision.reply).toContain(THURSDAY.label);
  });

  it("[T10] offers open times instead of booking one that our words did not offer", () => {
    const decision = decide(input("Thursday at 3 works", { slots: [THURSDAY, FRIDAY] }));
    expect([decision.nextAction, decision.selectedSlot]).toEqual(["offer_slots", null]);
  });

  it("[T10] lists the open times when a place is chosen in a list we never sent", () => {
    const decision = decide(input("the second one works", { slots: [THURSDAY, FRIDAY] }));
    expect([decision.nextAction, decision.selectedSlot]).toEqual(["ask", null]);
  });

  it("[T9] offers an open time that fits when none of the offered ones does", () => {
    const slots = [THURSDAY, FRIDAY, MONDAY];
    const decision = decide(input("those are no good for me sorry, anything monday?", { history: [OFFER], slots }));
    expect([decision.nextAction, decision.selectedSlot]).toEqual(["offer_slots", null]);
    expect(decision.reply).toContain(MONDAY.label);
    expect(decision.reply).not.toContain(THURSDAY.label);
  });

  it("[T11] takes a yes after a reminder as the confirmation of the showing", () => {
    const reminder: Turn = {
      from: "us",
      text: "Reminder: your showing is tomorrow at 3:00 PM. Please reply to confirm.",
    };
    const decision = decide(input("yes", { history: [BOOKED, reminder] }));
    expect([decision.intents, decision.outcome]).toEqual([["confirmation"], "showing_confirmed"]);
  });

  it("[T12] states only facts that are recorded and names their record", () => {
    const decision = decide(
      input("how much is the deposit?", { unit: UNIT, records: { deposit: "unit_facts/un_1/deposit" } }),
    );
    expect(decision.facts).toEqual([{ name: "deposit", value: 2000, record: "unit_facts/un_1/deposit" }]);
    expect(decision.reply).toContain("2000");
    expect(decision.reply).not.toContain("2400");
  });

  it("[T13] hands a message off when one of its questions has no fact", () => {
    const decision = decide(input("how much is the deposit and is there an elevator?", { unit: UNIT }));
    expect([decision.nextAction, decision.reason.code]).toEqual(["hand_off", "fact_missing"]);
    expect(decide(input("how much is rent?")).reason.code).toBe("unit_missing");
    expect(decide(input("is the rent negotiable?", { unit: UNIT })).nextAction).toBe("hand_off");
  });

  it("[T14] offers two to four labels to who asks for a showing, and a person when none is open", () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ ...THURSDAY, label: `Thu 5 Mar, ${index + 1}:00 PM` }));
    const decision = decide(input("can I come see it?", { slots: many }));
    expect(decision.nextAction).toBe("offer_slots");
    expect(many.filter((slot) => decision.reply?.includes(slot.label))).toHaveLength(4);
    expect(decide(input("can I come see it?", { unit: UNIT })).reason.code).toBe("no_slots");
  });

  it("[T15] answers availability from the record and offers times with it", () => {
    expect(decide(input("is it still available?", { unit: UNIT })).nextAction).toBe("reply");
    const decision = decide(input("is it still available?", { unit: UNIT, slots: [THURSDAY, FRIDAY] }));
    expect(decision.nextAction).toBe("offer_slots");
    expect(decision.reply).toContain("2026-03-01");
    expect(decide(input("is it still available?", { unit: { pets: "no" } })).reason.code).toBe("fact_missing");
  });

  it("[T16] never acts by itself below a confidence of 0.55", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "is",
            "it",
            "rent",
            "see",
            "no",
            "later",
            "yes",
            "dog",
            "the",
            "move",
            "other",
            "stop",
            "thanks",
          ),
          { maxLength: 8 },
        ),
        (words) => {
          const decision = decide(input(words.join(" "), { unit: UNIT, slots: [THURSDAY] }));
          if (decision.confidence < 0.55) expect(decision.nextAction).toBe("hand_off");
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(["thanks!", "ok cool", "🙏", "Thank you so much, have a great weekend"])("[T17] ignores %s", (text) => {
    expect(decide(input(text, { history: [BOOKED] })).nextAction).toBe("ignore");
  });

  it("[T18] hands off instead of giving the same answer twice", () => {
    const first = decide(input("how much is the deposit?", { unit: UNIT, history: [OFFER] }));
    const history: readonly Turn[] = [OFFER, { from: "us", text: first.reply ?? "" }];
    expect(decide(input("how much is the deposit?", { unit: UNIT, history })).reason.code).toBe("would_repeat");
  });

  it("[T19] says that it is automated on the first reply only, greets by name and signs", () => {
    const over = { unit: UNIT, leadName: "Ana Lopez", organisationName: "Harbour Lettings" };
    const first = decide(input("how much is rent?", over)).reply ?? "";
    expect(first).toMatch(/^Hi Ana,/u);
    expect(first).toContain("Harbour Lettings");
    expect(first).toContain("Automated reply");
    const later = decide(input("how much is rent?", { ...over, history: [OFFER] })).reply ?? "";
    expect(later).not.toContain("Automated reply");
  });

  it("[T29] suppresses and stays silent when asked to stop", () => {
    for (const text of [
      "STOP",
      "please stop texting me",
      "take me off your list",
      "no me escriban mas",
      "kindly cease all further correspondence",
      "what the hell, stop texting me",
    ]) {
      const decision = decide(input(text, { unit: UNIT }));
      expect([text, decision.nextAction, decision.reply]).toEqual([text, "suppress", null]);
    }
    expect(decide(input("stop texting me, there is a fire in my kitchen")).nextAction).toBe("hand_off");
  });

  it("[T117] opts nobody out who wants off a list of times, out of a package, or off a shortlist", () => {
    for (const text of [
      "take me off the 2pm, I can only come at 5",
      "Take my name off the Saturday list, thank you kindly",
      "can I opt out of the wifi and pay less?",
      "We've removed this from our shortlist, thanks anyway",
    ])
      expect([text, decide(input(text, { unit: UNIT })).nextAction === "suppress"]).toEqual([text, false]);
  });

  it("[T118] answers what is asked now, and not what the mail below it asked", () => {
    const text =
      "Is it still available?\n\nOn Mar 4 Lease Team wrote:\n> Would you like to book a showing?\n> Is a garage included?";
    expect(decide(input(text, { unit: UNIT })).intents).toEqual(["availability_question"]);
    expect(withoutQuoted("> nothing but a quote")).toBe("> nothing but a quote");
    expect(withoutQuoted("Sí\n-----Mensaje original-----\n¿Puede venir?").trim()).toBe("Sí");
    expect(withoutQuoted("no quote here")).toBe("no quote here");
  });

  it("[T30] admits to be automated and offers a person", () => {
    const decision = decide(input("are you a bot?", { history: [OFFER] }));
    expect([decision.intents, decision.nextAction]).toEqual([["bot_challenge"], "reply"]);
    expect(decision.reply).toMatch(/automated assistant of the agency.*person/u);
  });

  it("[T31] offers other times to who must reschedule, never the booked one", () => {
    const decision = decide(
      input("something came up, can we reschedule?", { history: [OFFER, BOOKED], slots: [THURSDAY, FRIDAY, MONDAY] }),
    );
    expect([decision.nextAction, decision.outcome]).toEqual(["offer_slots", "wants_reschedule"]);
    expect(decision.reply).toContain(MONDAY.label);
    expect(decision.reply).not.toContain(THURSDAY.label);
    expect(decide(input("can we reschedule?", { history: [BOOKED] })).reason.code).toBe("no_slots");
  });

  it("[T32] acknowledges a cancellation", () => {
    const decision = decide(input("please cancel my showing", { history: [BOOKED] }));
    expect([decision.intents, decision.nextAction]).toEqual([["cancel"], "reply"]);
  });

  it("[T33] lets go politely of who is not interested or not yet", () => {
    const gone = decide(input("I found another place, thanks", { unit: UNIT }));
    expect([gone.outcome, gone.nextAction]).toEqual(["not_interested", "reply"]);
    const later = decide(input("let me talk to my husband and get back to you", { unit: UNIT }));
    expect([later.intents, later.outcome]).toEqual([["deferred"], null]);
  });

  it("[T34] answers a nudge with the answer that was owed", () => {
    const history: readonly Turn[] = [{ from: "lead", text: "how much is the deposit?" }];
    const decision = decide(input("hello??", { unit: UNIT, history }));
    expect([decision.intents, decision.nextAction]).toEqual([["follow_up_nudge"], "reply"]);
    expect(decision.reply).toContain("2000");
    expect(decide(input("any update?", { unit: UNIT, history: [OFFER] })).reason.code).toBe("nothing_to_answer");
  });

  it("[T35] hands complaints and wishes for another home to a person", () => {
    expect(decide(input("nobody showed up, what a waste of my time", { unit: UNIT })).reason.code).toBe("complaint");
    expect(decide(input("do you have anything bigger?", { unit: UNIT })).reason.code).toBe("another_unit");
  });

  it("[T36] reads Spanish and answers in Spanish", () => {
    const decision = decide(input("hola, todavía está disponible? cuánto es el depósito", { unit: UNIT }));
    expect([...decision.intents].sort()).toEqual(["availability_question", "pricing_question"]);
    expect(decision.reply).toContain("El depósito es 2000.");
  });

  it("[T38] never offers a home whose record says it is gone", () => {
    const over = { unit: { ...UNIT, status: "rented" }, slots: [THURSDAY] };
    expect(decide(input("can I see it?", over)).reason.code).toBe("unit_gone");
    const decision = decide(input("is it still available?", over));
    expect([decision.nextAction, decision.reply?.includes("rented")]).toEqual(["reply", true]);
  });
});
