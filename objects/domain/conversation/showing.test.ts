// The showing of a lead: wishes, and what came of them (C51, C52, C58, C59).
import { describe, expect, it } from "vitest";
import type { Decision } from "../triage/decision.ts";
import {
  BOOK,
  booked,
  bookedAndTold,
  choose,
  DECIDED,
  decide,
  HOUR_MS,
  OTHER,
  START_MS,
  settle,
  TIME,
  TOLD,
} from "./booked-talk.ts";
import { wantedJobs } from "./effect.ts";
import type { ToldShowing } from "./showing.ts";
import { asked, lead, ours, T0 } from "./talk.ts";

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

  it.each([
    ["cancels it", { status: "cancelled" }],
    ["moves it", { startMs: OTHER.startMs, endMs: OTHER.endMs }],
    ["asks the lead for another time", { status: "reschedule_requested" }],
  ] as const)("[C91] is not told as booked when a person %s before that left: the person tells", (_what, changed) => {
    for (const sendMode of ["auto_send", "draft_only"] as const) {
      const talk = asked();
      choose(talk, TIME, T0, sendMode);
      settle(talk, { came: "done", showing: TOLD });
      talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1, ...changed }, nowMs: T0 });
      expect(talk.sends[0]).toBe("cancelled");
      expect(talk.now.handOff?.reason.code).toBe("showing_changed");
    }
  });

  it("[C91] is told as booked when the showing is told again as it is, or by a person who confirms it", () => {
    const talk = booked();
    talk.tell({ do: "tell_showing", showing: TOLD, nowMs: T0 });
    talk.tell({ do: "tell_showing", showing: { ...TOLD, sequence: 1 }, nowMs: T0 });
    expect(talk.sends).toEqual(["queued"]);
    expect(talk.now.handOff).toBeNull();
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
