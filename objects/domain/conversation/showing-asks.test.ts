// The questions whether a showing stands (C53-C57).
import { describe, expect, it } from "vitest";
import { wallClockIn } from "../triage/wall-clock.ts";
import {
  ask,
  BOOK,
  booked,
  bookedAndTold,
  decide,
  HOUR_MS,
  OTHER,
  START_MS,
  settle,
  TOLD,
  ZONE,
} from "./booked-talk.ts";
import { wantedJobs } from "./effect.ts";
import type { ToldShowing } from "./showing.ts";
import { lead, T0 } from "./talk.ts";

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

  it("[C91] is withdrawn when a person changes the showing before it left", () => {
    const talk = bookedAndTold();
    ask(talk, "day_before", START_MS - 24 * HOUR_MS);
    expect(talk.sends).toEqual(["sent", "queued"]);
    const moved = { ...TOLD, sequence: 1, startMs: OTHER.startMs, endMs: OTHER.endMs };
    talk.tell({ do: "tell_showing", showing: moved, nowMs: START_MS - 24 * HOUR_MS });
    expect(talk.sends).toEqual(["sent", "cancelled"]);
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
