// The showing of a lead who asked not to be contacted: it stands, nothing is said, and a person is told (C80); what it came to is
// not said before it begins (C90).
import { describe, expect, it } from "vitest";
import { allowed } from "./allowed.ts";
import { actorOf, type ConversationCommand } from "./command.ts";
import { wantedJobs } from "./effect.ts";
import type { ToldShowing } from "./showing.ts";
import { STANDS_CODE } from "./showing-stands.ts";
import { asked, lead, T0, type Talk } from "./talk.ts";

const HOUR_MS = 3_600_000;
const START_MS = T0 + 60 * HOUR_MS;
const TOLD: ToldShowing = {
  id: "sh_1",
  unitId: "un_1",
  agentId: "us_1",
  startMs: START_MS,
  endMs: START_MS + HOUR_MS,
  status: "confirmed",
  sequence: 0,
  zone: "America/New_York",
  label: "Sunday, Jan 17, 3:00 PM",
};
const byHand = { do: "suppress", userId: "us_1", nowMs: T0 + 1 } as const;
const elsewhere = { do: "suppress_same_person", saidIn: "cv_9", askedAtMs: T0 + 1, nowMs: T0 + 1 } as const;
const keep = { do: "keep_showing", userId: "us_2", nowMs: T0 + 2 } as const;

function told(talk: Talk, change: Partial<ToldShowing> = {}, nowMs = T0): void {
  talk.tell({ do: "tell_showing", showing: { ...TOLD, ...change }, nowMs });
}

function booked(status: ToldShowing["status"] = "confirmed"): Talk {
  const talk = asked();
  told(talk, { status });
  return talk;
}

const waiting = (talk: Talk) => talk.now.handOff?.reason.code ?? null;

describe("the showing of a suppressed lead", () => {
  it.each(["pending", "confirmed", "reschedule_requested"] as const)(
    "[C80] stands while it is %s, is asked about no more, and becomes work for a person",
    (status) => {
      for (const word of [byHand, elsewhere]) {
        const talk = booked(status);
        talk.tell(word);
        expect(waiting(talk)).toBe(STANDS_CODE);
        expect(talk.now.showing).toMatchObject({ id: "sh_1", status });
        expect([talk.now.wish, wantedJobs(talk.now)]).toEqual([null, []]);
        talk.tell({
          do: "record_ask",
          showingId: "sh_1",
          stage: "day_before",
          body: "?",
          sendMode: "auto_send",
          nowMs: START_MS - HOUR_MS,
        });
        talk.tell({ do: "tick", nowMs: START_MS - HOUR_MS });
        expect(talk.sends).toEqual([]);
        expect(talk.happened("hand_off_opened")).toBe(1);
      }
    },
  );

  it("[C80] is no work when it is over, or when its time has passed", () => {
    for (const status of ["cancelled", "completed", "no_show"] as const) {
      const talk = booked();
      told(talk, { status, sequence: 1 });
      talk.tell(byHand);
      expect(waiting(talk)).toBeNull();
    }
    const late = booked();
    late.tell({ ...byHand, nowMs: TOLD.endMs });
    expect(waiting(late)).toBeNull();
  });

  it("[C80] leaves open work as it is, and is told of a showing that comes later", () => {
    const talk = booked();
    talk.tell({ do: "open_hand_off", reason: { code: "dead_letter", sentence: "" }, nowMs: T0 });
    talk.tell(elsewhere);
    expect(waiting(talk)).toBe("dead_letter");
    const other = asked();
    other.tell(byHand);
    expect(waiting(other)).toBeNull();
    told(other);
    expect(waiting(other)).toBe(STANDS_CODE);
  });

  it("[C80] is settled by calling it off, by how it went, by keeping it, and by a lift", () => {
    const settled: readonly ((talk: Talk) => void)[] = [
      (talk) => told(talk, { status: "cancelled", sequence: 1 }),
      (talk) => told(talk, { status: "no_show", sequence: 1 }, TOLD.endMs),
      (talk) => talk.tell(keep),
      (talk) => talk.tell({ do: "lift_suppression", userId: "us_2", nowMs: T0 + 2 }),
    ];
    for (const settle of settled) {
      const talk = booked();
      talk.tell(byHand);
      settle(talk);
      expect(waiting(talk)).toBeNull();
      expect(talk.sends).toEqual([]);
    }
  });

  it("[C80] is kept once; moved or confirmed after that, nobody is asked again", () => {
    const talk = booked();
    talk.tell(byHand);
    expect(allowed(talk.now).keepShowing).toBeNull();
    talk.tell(keep);
    const before = talk.events.length;
    expect(talk.tell(keep)).toBeNull();
    expect(talk.events).toHaveLength(before);
    expect(allowed(talk.now).keepShowing?.code).toBe("NOT_NOW");
    told(talk, { startMs: START_MS + HOUR_MS, endMs: START_MS + 2 * HOUR_MS, sequence: 1 });
    talk.tell({ ...elsewhere, askedAtMs: T0 + 9 });
    expect(waiting(talk)).toBeNull();
    const command: ConversationCommand = keep;
    expect(actorOf(command)).toBe("agent:us_2");
  });

  it("[C80] keeps other work that is open when a person says that it stands", () => {
    const talk = asked();
    talk.decided({ nextAction: "hand_off", reply: null });
    talk.tell(keep);
    expect(talk.now.handOff).not.toBeNull();
    talk.read([lead("Is it available?"), lead("Hello?")]);
    expect(talk.now.handOff).not.toBeNull();
  });
});

describe("an outcome", () => {
  const outcome = (talk: Talk, which: "no_show" | "completed" | "not_interested", nowMs: number) =>
    talk.tell({ do: "set_outcome", userId: "us_1", outcome: which, nowMs });

  it("[C90] that says how the showing went is refused until it begins, and changes nothing", () => {
    for (const which of ["no_show", "completed"] as const) {
      const talk = booked();
      expect(outcome(talk, which, START_MS - 1)).toBe("NOT_STARTED");
      expect(talk.now).toMatchObject({ workflowState: "showing", wish: null });
      expect(outcome(talk, which, START_MS)).toBeNull();
      expect(talk.now.wish?.what).toEqual({ kind: which, showingId: "sh_1" });
    }
  });

  it("[C90] is free where no showing is ahead, and where it says something else", () => {
    expect(outcome(asked(), "completed", T0)).toBeNull();
    expect(outcome(booked("cancelled"), "no_show", T0)).toBeNull();
    expect(outcome(booked(), "not_interested", T0)).toBeNull();
  });
});
