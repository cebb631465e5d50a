import { describe, expect, it } from "vitest";
import type { DecisionInput, OfferedSlot, Turn } from "./decision.ts";
import { decide } from "./policy.ts";

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
const SATURDAY: OfferedSlot = {
  start: "2026-03-07T16:00:00Z",
  end: "2026-03-07T16:30:00Z",
  label: "Sat 7 Mar, 11:00 AM",
};
const OFFER: Turn = {
  from: "us",
  text: "These times are open: Thu 5 Mar, 3:00 PM or Fri 6 Mar, 10:00 AM. Which one suits you?",
};
const BOOKED: readonly Turn[] = [OFFER, { from: "us", text: "Your showing is confirmed for Thu 5 Mar, 3:00 PM." }];
const UNIT = {
  rentMonthly: 2400,
  deposit: 2000,
  pets: "cats only",
  availableFrom: "2026-03-01",
  application: "online",
};

function decided(text: string, over: Partial<DecisionInput> = {}) {
  return decide({
    text,
    platform: null,
    history: [],
    unit: UNIT,
    records: {},
    slots: [],
    now: "2026-03-04T15:00:00Z",
    zone: "America/New_York",
    leadName: null,
    organisationName: null,
    ...over,
  });
}

const taken = (text: string, over: Partial<DecisionInput> = {}) => {
  const { nextAction, reason } = decided(text, over);
  return [text, nextAction, reason.code];
};

describe("a time that is named with a condition", () => {
  it("[T126] is no choice", () => {
    const text = "Friday 10am but only if the credit check is a soft pull";
    expect(
      taken(text, { history: [OFFER], slots: [THURSDAY, FRIDAY], unit: { application: "online, credit check" } }),
    ).toEqual([text, "hand_off", "slot_conditional"]);
  });
});

describe("what only a person may answer", () => {
  it.each([
    ["what's the door code? I'm outside", "access_asked"],
    ["just leave the key under the mat", "access_asked"],
    ["who else has applied for it?", "others_asked"],
    ["can you give me the current tenant's phone number", "others_asked"],
    ["I'd like to Venmo the deposit right now, what's the handle", "payment_asked"],
    ["can you promise me that it is still there on Sunday?", "promise_asked"],
    ["put it in writing that the deposit is waived", "promise_asked"],
    ["do you want a copy of my divorce papers?", "papers_asked"],
  ])("[T101] hands over: %s", (text, code) => {
    const { nextAction, reply, reason, guardrails } = decided(text, { slots: [THURSDAY] });
    expect([nextAction, reply]).toEqual(["hand_off", null]);
    if (guardrails.length === 0) expect(reason.code).toBe(code);
  });

  it("[T101] answers a plain question about the same things", () => {
    for (const text of ["how much is the deposit?", "is there a fee to apply? how do I apply?"])
      expect(decided(text).nextAction).not.toBe("book_slot");
    expect(decided("how much is the deposit?").nextAction).toBe("reply");
  });

  it("[T105] lets a person read a threat before it suppresses", () => {
    for (const text of ["stop texting me or my lawyer will call you", "stop messaging me you idiots"]) {
      const { nextAction, intents, reply, guardrails } = decided(text);
      expect([text, nextAction, reply]).toEqual([text, "hand_off", null]);
      expect([intents.includes("unsubscribe"), guardrails.includes("T29 opt_out")]).toEqual([true, true]);
    }
  });

  it.each(["I submitted the form on Tuesday, any news?", "have I been approved yet?", "any word on my application?"])(
    "[T106] hands over how an application stands: %s",
    (text) => {
      expect(decided(text, { history: [OFFER] }).nextAction).toBe("hand_off");
    },
  );

  it("[T113] hands over a complaint or another home beside a question", () => {
    expect(decided("nobody showed up yesterday. can we find another time?", { slots: [FRIDAY] }).nextAction).toBe(
      "hand_off",
    );
    expect(decided("any other place of yours that allows dogs?").reason.code).toBe("another_unit");
  });
});

describe("what a booked visit makes of plain words", () => {
  it("[T107] brings a person to who stands at the door, and to questions about the visit itself", () => {
    for (const text of [
      "I'm outside, nobody's here",
      "estoy en la puerta",
      "running 15 minutes late",
      "how long does the viewing take?",
    ])
      expect([text, decided(text, { history: BOOKED }).nextAction]).toEqual([text, "hand_off"]);
  });

  it("[T107] takes a question for another day as a move, not as an end", () => {
    const text = "I can't come Thursday, sorry. Is Saturday still possible?";
    expect(taken(text, { history: BOOKED, slots: [THURSDAY, SATURDAY] })).toEqual([text, "offer_slots", "reschedule"]);
  });

  it("[T9] books no time that a bound turns down", () => {
    const decision = decided("Friday, but not before noon", {
      history: [OFFER],
      slots: [THURSDAY, FRIDAY],
      unit: { application: "online, credit check" },
    });
    expect([decision.nextAction, decision.selectedSlot]).toEqual(["ask", null]);
  });
});

describe("what plain words mean where they stand", () => {
  it.each(["👍 3pm", "I'll be 10 minutes early, is that ok?", "great, it's in my calendar", "on my way!"])(
    "[T107] confirms the booked visit: %s",
    (text) => {
      expect(taken(text, { history: BOOKED })).toEqual([text, "reply", "confirmed"]);
    },
  );

  it("[T107] moves a booked visit, or ends it when no new time is wanted", () => {
    const over = { history: BOOKED, slots: [THURSDAY, FRIDAY, SATURDAY] };
    for (const text of ["thursday doesn't work for me anymore, what else do you have", "can't make 3, running so late"])
      expect(taken(text, over)).toEqual([text, "offer_slots", "reschedule"]);
    const text = "I can't come and I don't need another time";
    expect(taken(text, over)).toEqual([text, "reply", "cancelled"]);
  });

  it.each(["[photo]", "7", "sdfkjh"])("[T108] brings somebody who looks what %s is", (text) => {
    const { nextAction, intents, reason } = decided(text);
    expect([nextAction, intents, reason.code]).toEqual(["hand_off", ["unknown"], "wordless"]);
  });

  it("[T109] asks which time when the lead agrees and names none", () => {
    expect(taken("ok great", { history: [OFFER] })).toEqual(["ok great", "ask", "slot_unclear"]);
    expect(decided("thanks!", { history: BOOKED }).nextAction).toBe("ignore");
  });

  it.each(["hi", "Good morning sir", "Hello dear, how are you doing today?", "hola, buenas tardes"])(
    "[T110] asks what the lead would like to know: %s",
    (text) => {
      expect(taken(text)).toEqual([text, "ask", "greeting"]);
    },
  );

  it("[T111] books the time that is taken, whoever comes along", () => {
    const text = "We take the Friday one, my husband comes too";
    const decision = decided(text, {
      history: [OFFER],
      slots: [THURSDAY, FRIDAY],
      unit: { application: "online, credit check" },
    });
    expect([decision.nextAction, decision.selectedSlot]).toEqual(["book_slot", 1]);
  });

  it("[T112] gives the price and open times together", () => {
    const decision = decided("what's the rent and could we pop by on saturday", { slots: [SATURDAY] });
    expect(decision.nextAction).toBe("offer_slots");
    expect(decision.reply).toContain("2400");
    expect(decision.reply).toContain(SATURDAY.label);
  });

  it("[T103] takes praise, self-blame and care for what they are", () => {
    for (const text of [
      "That kitchen is fire! is it still available?",
      "sorry for bugging you again, I feel stupid. is it still available?",
      "I was scammed once so I ask: is the listing real? is it still available?",
    ])
      expect([text, decided(text).nextAction]).toEqual([text, "reply"]);
  });
});
