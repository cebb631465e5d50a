// The showing of a lead: wishes, what came of them, and the questions whether it stands (C51-C58).
import { describe, expect, it } from "vitest";
import type { Decision } from "../triage/decision.ts";
import { wallClockIn } from "../triage/wall-clock.ts";
import { wantedJobs } from "./effect.ts";
import type { OfferedTime, ToldShowing, WishResult } from "./showing.ts";
import { asked, lead, ours, T0, type Talk } from "./talk.ts";

const HOUR_MS = 3_600_000;
/** 2027-01-15, 3:00 AM in New York is T0's hour; the showing is two days later at 3 PM there. */
const ZONE = "America/New_York";
const START_MS = T0 + 60 * HOUR_MS;
const TIME: OfferedTime = {
  startMs: START_MS,
  endMs: START_MS + HOUR_MS / 2,
  unitId: "un_1",
  agentIds: ["us_1", "us_2"],
  label: "Sunday, Jan 17, 3:00 PM",
};
const OTHER: OfferedTime = { ...TIME, startMs: START_MS + HOUR_MS, endMs: START_MS + 1.5 * HOUR_MS, label: "4 PM" };
const TOLD: ToldShowing = {
  id: "sh_1",
  unitId: "un_1",
  agentId: "us_1",
  startMs: TIME.startMs,
  endMs: TIME.endMs,
  status: "confirmed",
  sequence: 0,
  zone: ZONE,
  label: TIME.label,
};
const BOOK: Partial<Decision> = {
  nextAction: "book_slot",
  reason: { code: "slot_chosen", sentence: "" },
  reply: "We are booking this time for you.",
  selectedSlot: 0,
};

function choose(talk: Talk, chosen: OfferedTime | null = TIME, nowMs = T0): void {
  const basis = talk.now.pending?.basis ?? "none";
  const decision = { ...DECIDED, ...BOOK };
  talk.tell({ do: "record_decision", basis, decision, provider: "t@1", sendMode: "auto_send", chosen, nowMs });
}

const DECIDED: Decision = {
  intents: ["slot_selection"],
  outcome: null,
  risk: "low",
  confidence: 0.9,
  nextAction: "reply",
  reason: { code: "answered", sentence: "" },
  reply: "Thank you.",
  selectedSlot: null,
  facts: [],
  guardrails: [],
};

function settle(talk: Talk, result: WishResult, instead: Decision | null = null, nowMs = T0): void {
  const wishId = talk.now.wish?.id ?? "none";
  const other = instead === null ? null : { decision: instead, offered: [OTHER] };
  talk.tell({ do: "settle_wish", wishId, result, instead: other, nowMs });
}

function booked(told: ToldShowing = TOLD, nowMs = T0): Talk {
  const talk = asked();
  choose(talk);
  settle(talk, { came: "done", showing: told }, null, nowMs);
  return talk;
}

/** And the lead read that it is. */
function bookedAndTold(): Talk {
  const talk = booked();
  const rows = [lead("Is it available?")];
  talk.click(rows);
  talk.read([...rows, ours(String(BOOK.reply))]);
  return talk;
}

function ask(talk: Talk, stage: "day_before" | "same_day", nowMs: number): void {
  talk.tell({ do: "record_ask", showingId: "sh_1", stage, body: "Still coming?", sendMode: "auto_send", nowMs });
}

function decide(talk: Talk, decision: Partial<Decision>): void {
  talk.decided({ ...DECIDED, ...decision }, "auto_send");
}

describe("a wish", () => {
  it("[C51] waits for D1 before anything is said, and is then answered with the words that were decided", () => {
    const talk = asked();
    choose(talk);
    expect(talk.sends).toEqual([]);
    expect(wantedJobs(talk.now)).toEqual([{ key: "book:cv_1.3", topic: "book", dueAtMs: 0 }]);
    settle(talk, { came: "done", showing: TOLD });
    expect(talk.now.wish).toBeNull();
    expect(talk.now.sends[0]).toMatchObject({ state: "queued", body: BOOK.reply });
    expect(talk.now).toMatchObject({ workflowState: "showing", outcome: "showing_confirmed" });
  });

  it("[C51] is settled once, and only by its own id", () => {
    const talk = asked();
    choose(talk);
    talk.tell({ do: "settle_wish", wishId: "cv_1.99", result: { came: "taken" }, instead: null, nowMs: T0 });
    expect(talk.now.wish).not.toBeNull();
    settle(talk, { came: "done", showing: TOLD });
    talk.tell({ do: "settle_wish", wishId: "cv_1.3", result: { came: "taken" }, instead: null, nowMs: T0 });
    expect(talk.now.handOff).toBeNull();
    expect(talk.now.sends).toHaveLength(1);
  });

  it("[C51] says nothing when the lead wrote again meanwhile, and knows the showing all the same", () => {
    const talk = asked();
    choose(talk);
    talk.read([lead("Is it available?"), lead("And where is it?")]);
    settle(talk, { came: "done", showing: TOLD });
    expect(talk.sends).toEqual([]);
    expect(talk.now.showing?.id).toBe("sh_1");
    expect(talk.now.pending).not.toBeNull();
  });

  it("[C51] says nothing when a person took over meanwhile", () => {
    const talk = asked();
    choose(talk);
    talk.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: T0 });
    settle(talk, { came: "done", showing: TOLD });
    expect(talk.sends).toEqual([]);
    expect(talk.now.workflowState).toBe("showing");
  });

  it("[C51] moves the showing there is instead of booking a second one", () => {
    const talk = booked();
    talk.read([lead("Is it available?"), lead("Could we do 4?")]);
    choose(talk, OTHER);
    expect(talk.now.wish?.what).toEqual({ kind: "move", showingId: "sh_1", time: OTHER });
  });

  it("[C51] brings a person when a showing is cancelled that is not on record here", () => {
    const talk = asked();
    decide(talk, { intents: ["cancel"], reason: { code: "cancelled", sentence: "" } });
    expect(talk.now.handOff?.reason.code).toBe("showing_change");
    expect(talk.now.wish).toBeNull();
  });

  it.each([
    ["cancel", { intents: ["cancel"], reason: { code: "cancelled", sentence: "" } }],
    ["cancel", { intents: ["not_interested"], outcome: "not_interested" }],
    ["confirm", { intents: ["confirmation"], reason: { code: "confirmed", sentence: "" } }],
    ["ask_move", { intents: ["reschedule"], reason: { code: "reschedule", sentence: "" } }],
  ] as const)("[C51] is to %s the showing when the lead says so", (kind, decision) => {
    const talk = booked();
    talk.read([lead("Is it available?"), lead("News about the showing")]);
    decide(talk, { ...decision, intents: [...decision.intents] });
    expect(talk.now.wish?.what).toEqual({ kind, showingId: "sh_1" });
  });

  it("[C51] brings a person when D1 refuses it", () => {
    const talk = asked();
    choose(talk);
    const refusal = { code: "SHOWING_FINAL", message: "It is over.", next: "Look at the day." };
    settle(talk, { came: "refused", refusal });
    expect(talk.now.handOff?.reason).toEqual({ code: "showing_refused", sentence: "It is over. Look at the day." });
    expect(talk.sends).toEqual([]);
  });

  it.each([
    ["cancelled it", { sequence: 1, status: "cancelled" }],
    ["moved it", { sequence: 1, startMs: OTHER.startMs, endMs: OTHER.endMs }],
  ] as const)("[C51] brings a person when somebody %s before the lead was told that it is booked", (_what, changed) => {
    const talk = asked();
    choose(talk);
    settle(talk, { came: "done", showing: { ...TOLD, ...changed } });
    expect(talk.sends).toEqual([]);
    expect(talk.now.handOff?.reason.code).toBe("showing_changed");
  });

  it("[C51] thanks nobody for coming to a showing that was cancelled meanwhile", () => {
    const off: ToldShowing = { ...TOLD, sequence: 1, status: "cancelled" };
    const confirmed = { intents: ["confirmation"], reason: { code: "confirmed", sentence: "" } } as const;
    const late = booked();
    late.read([lead("Is it available?"), lead("Yes, I am coming")]);
    decide(late, { ...confirmed, intents: [...confirmed.intents] });
    late.tell({ do: "tell_showing", showing: off, nowMs: T0 });
    settle(late, { came: "done", showing: TOLD });
    const before = bookedAndTold();
    before.tell({ do: "tell_showing", showing: off, nowMs: T0 });
    before.read([lead("Is it available?"), ours(String(BOOK.reply)), lead("Yes, I am coming")]);
    decide(before, { ...confirmed, intents: [...confirmed.intents] });
    expect([late, before].map(({ now }) => now.handOff?.reason.code)).toEqual(["showing_changed", "showing_change"]);
    // Each said once that it is booked, and nothing since.
    for (const talk of [late, before]) expect(talk.sends).toHaveLength(1);
  });

  it("[C58] offers other times when the chosen one is gone", () => {
    const talk = asked();
    choose(talk);
    const decision: Decision = { ...DECIDED, nextAction: "offer_slots", reply: "That one is gone." };
    settle(talk, { came: "taken" }, decision);
    expect(talk.now.sends.map(({ body }) => body)).toEqual(["That one is gone."]);
    expect(talk.now.offered).toEqual([OTHER]);
    expect(talk.now).toMatchObject({ showing: null, workflowState: "lead" });
  });

  it("[C58] brings a person when the chosen time is gone and no other is open", () => {
    const talk = asked();
    choose(talk);
    settle(talk, { came: "taken" });
    expect(talk.now.handOff?.reason.code).toBe("no_slots");
  });
});

describe("the showing on record", () => {
  it("[C52] goes back to lead when it is cancelled, and is taken over once", () => {
    const talk = booked();
    const events = talk.events.length;
    talk.tell({ do: "tell_showing", showing: TOLD, nowMs: T0 });
    expect(talk.events).toHaveLength(events);
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, status: "cancelled" }, nowMs: T0 });
    expect(talk.now).toMatchObject({ workflowState: "lead", outcome: null, showing: { asks: [] } });
  });
});

describe("several tellings", () => {
  it("[C52] keep to the newest, in whatever order they come", () => {
    const talk = booked();
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 2, status: "cancelled" }, nowMs: T0 });
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, status: "reschedule_requested" }, nowMs: T0 });
    expect(talk.now).toMatchObject({ workflowState: "lead", showing: { status: "cancelled" } });
  });

  it("[C52] of several showings are about the next one", () => {
    const talk = booked();
    const later = { ...TOLD, id: "sh_2", startMs: START_MS + HOUR_MS };
    talk.tell({ do: "tell_showing", showing: later, nowMs: T0 });
    talk.tell({ do: "tell_showing", showing: { ...TOLD, id: "sh_0", status: "cancelled" }, nowMs: T0 });
    expect(talk.now.showing?.id).toBe("sh_1");
    talk.tell({ do: "tell_showing", showing: { ...TOLD, id: "sh_3", startMs: START_MS - HOUR_MS }, nowMs: T0 });
    expect(talk.now.showing?.id).toBe("sh_3");
  });

  it("[C51] leave the next message of the lead undecided until it is known what came of the wish", () => {
    const talk = asked();
    choose(talk);
    talk.read([lead("Is it available?"), lead("And where is it?")]);
    expect(wantedJobs(talk.now).map(({ topic }) => topic)).toEqual(["book"]);
    decide(talk, { reply: "Here." });
    expect(talk.now.pending).not.toBeNull();
    settle(talk, { came: "done", showing: TOLD });
    expect(wantedJobs(talk.now).map(({ topic }) => topic)).toContain("decide");
  });
});

describe("an outcome that a person sets", () => {
  it.each([
    ["not_interested", "cancel"],
    ["wants_reschedule", "ask_move"],
    ["no_show", "no_show"],
    ["completed", "completed"],
  ] as const)("[C79] %s says of the showing: %s, and nothing to the lead", (outcome, kind) => {
    const talk = booked();
    talk.tell({ do: "set_outcome", userId: "us_1", outcome, nowMs: START_MS });
    expect(talk.now.wish?.what).toEqual({ kind, showingId: "sh_1" });
    settle(talk, { came: "done", showing: { ...TOLD, sequence: 1, status: "cancelled" } });
    expect(talk.now).toMatchObject({ workflowState: "outcome", outcome, handOff: null });
    expect(talk.now.sends).toHaveLength(1);
  });

  it("[C79] says nothing of a showing where there is none", () => {
    const talk = asked();
    talk.tell({ do: "set_outcome", userId: "us_1", outcome: "not_interested", nowMs: T0 });
    expect(talk.now.wish).toBeNull();
  });
});

describe("a showing that is over", () => {
  it.each(["no_show", "completed"] as const)("[C59] arms a follow-up: %s", (status) => {
    const talk = booked();
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, status }, nowMs: START_MS + HOUR_MS });
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, status }, nowMs: START_MS + 2 * HOUR_MS });
    expect(talk.now.followUps).toMatchObject({
      armed: 1,
      current: { stage: "follow_up_1", occasion: status, dueAtMs: START_MS + 25 * HOUR_MS },
    });
  });
});

describe("the question whether it stands", () => {
  const dueHours = (told: ToldShowing, nowMs = T0) =>
    booked(told, nowMs).now.showing?.asks.map(({ stage, dueAtMs }) => [stage, (told.startMs - dueAtMs) / HOUR_MS]);

  it("[C53] comes 24 h and 3 h before", () => {
    expect(dueHours(TOLD)).toEqual([
      ["day_before", 24],
      ["same_day", 3],
    ]);
  });

  it("[C53] is left out when its time had passed at the booking", () => {
    expect(dueHours(TOLD, START_MS - 20 * HOUR_MS)).toEqual([["same_day", 3]]);
    expect(dueHours(TOLD, START_MS - HOUR_MS)).toEqual([]);
  });

  it.each([
    ["10:00", -5, 600, 2],
    ["9:00, where eight is too late", -6, 540, 12.5],
  ])("[C54] spares the night for a showing at %s", (_words, shiftHours, minute, hoursBefore) => {
    const startMs = START_MS + shiftHours * HOUR_MS;
    expect(wallClockIn(startMs, ZONE)?.minute).toBe(minute);
    expect(dueHours({ ...TOLD, startMs, endMs: startMs + 1 })?.at(-1)).toEqual(["same_day", hoursBefore]);
  });

  it("[C55] is asked anew for a showing that was moved", () => {
    const talk = booked();
    ask(talk, "day_before", START_MS - 24 * HOUR_MS);
    const moved = { ...TOLD, sequence: 1, startMs: START_MS + 48 * HOUR_MS, endMs: START_MS + 49 * HOUR_MS };
    talk.tell({ do: "tell_showing", showing: moved, nowMs: START_MS - 20 * HOUR_MS });
    expect(talk.now.showing?.asks.map(({ stage }) => stage)).toEqual(["day_before", "same_day"]);
  });

  it("[C56] is written once, when it is due", () => {
    const talk = booked();
    ask(talk, "day_before", START_MS - 25 * HOUR_MS);
    expect(talk.now.sends).toHaveLength(1);
    ask(talk, "day_before", START_MS - 24 * HOUR_MS);
    ask(talk, "day_before", START_MS - 24 * HOUR_MS);
    expect(talk.now.sends.map(({ body }) => body)).toEqual([BOOK.reply, "Still coming?"]);
    expect(wantedJobs(talk.now)).toContainEqual({ key: "ask:same_day", topic: "ask", dueAtMs: START_MS - 3 * HOUR_MS });
  });

  it("[C56] is not written while a person leads the talk, and not for a showing that was cancelled", () => {
    const led = booked();
    led.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: T0 });
    ask(led, "day_before", START_MS - 24 * HOUR_MS);
    const cancelled = booked();
    cancelled.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, status: "cancelled" }, nowMs: T0 });
    ask(cancelled, "day_before", START_MS - 24 * HOUR_MS);
    for (const talk of [led, cancelled]) {
      expect(talk.now.sends).toHaveLength(1);
      expect(wantedJobs(talk.now).filter(({ topic }) => topic === "ask")).toEqual([]);
    }
  });

  it("[C57] tells the agent once when nobody confirmed", () => {
    const talk = booked();
    const lateMs = START_MS - 1.5 * HOUR_MS;
    talk.tell({ do: "tick", nowMs: lateMs - 1 });
    expect(talk.now.handOff).toBeNull();
    talk.tell({ do: "tick", nowMs: lateMs });
    expect(talk.now.handOff?.reason.code).toBe("showing_unconfirmed");
    talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: lateMs });
    talk.tell({ do: "tick", nowMs: lateMs + 1 });
    expect(talk.now.handOff).toBeNull();
  });

  it("[C57] tells the agent when the lead wanted another time and chose none", () => {
    const talk = bookedAndTold();
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, status: "reschedule_requested" }, nowMs: T0 });
    expect(talk.now.showing?.asks).toEqual([]);
    talk.tell({ do: "tick", nowMs: START_MS - 1.5 * HOUR_MS });
    expect(talk.now.handOff?.reason.code).toBe("showing_unconfirmed");
  });

  it("[C57] leaves the agent alone when the lead confirmed", () => {
    const talk = booked();
    talk.read([lead("Is it available?"), lead("Yes, I am coming")]);
    decide(talk, { intents: ["confirmation"], reason: { code: "confirmed", sentence: "" } });
    settle(talk, { came: "done", showing: TOLD });
    expect(talk.now.showing?.isConfirmedByLead).toBe(true);
    talk.tell({ do: "tick", nowMs: START_MS - HOUR_MS });
    expect(talk.now.handOff).toBeNull();
  });
});
