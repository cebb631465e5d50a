// One hand-off, one word to the lead, one deadline (C83-C88).
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decision } from "../triage/decision.ts";
import { auditNote } from "./audit.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { HandOffGrounds } from "./hand-off.ts";
import { BACKLOG_MS, HAND_OFF_DEADLINE_MS } from "./limits.ts";
import { HOLD_MS, lead, ours, REPLY, type Row, sightingOf, T0, Talk } from "./talk.ts";

const GROUNDS: HandOffGrounds = {
  ...{ home: "12 Harbour Lane", unit: {}, records: {}, organisationName: "Harbour" },
  businessHours: null,
};
const TO_PERSON: Decision = {
  ...REPLY,
  intents: ["policy_question"],
  nextAction: "hand_off",
  reason: { code: "fact_missing", sentence: "No record holds what the lead asks for." },
  reply: null,
};
const DANGER: Decision = {
  ...TO_PERSON,
  intents: ["emergency"],
  risk: "critical",
  reason: { code: "emergency", sentence: "The message speaks of danger." },
};
/** T0 is a Friday, 08:00 UTC. */
const CLOSED: BusinessHours = {
  zone: "UTC",
  weekly: [{ weekday: 5, fromMinute: 9 * 60, toMinute: 17 * 60 }],
  closedDates: [],
};
const OPENING = Date.parse(new Date(T0).toISOString().slice(0, 10)) + 9 * 3_600_000;

class Case extends Talk {
  readonly rows: Row[] = [];
  leadWrites(body: string, nowMs = T0): this {
    this.rows.push(lead(body, `p${this.rows.length}`));
    this.read(this.rows, nowMs);
    return this;
  }
  decide(decision: Decision, sendMode: "auto_send" | "draft_only" = "auto_send", nowMs = T0): this {
    const basis = this.now.pending?.basis ?? "none";
    const grounds = { ...GROUNDS, businessHours: this.hours };
    const told = { basis, decision, provider: "test@1", sendMode, grounds, nowMs };
    this.tell({ do: "record_decision", ...told });
    return this;
  }
  leaves(nowMs = T0): string | null {
    const refusal = this.click(this.rows, nowMs);
    if (refusal !== null) return refusal;
    this.rows.push(ours(this.now.sends.at(-1)?.body ?? "", `p${this.rows.length}`));
    this.read(this.rows, nowMs + HOLD_MS);
    return null;
  }
  get handOff() {
    const { handOff } = this.now;
    if (handOff === null) throw new Error("there is no hand-off");
    return handOff;
  }
  /** The texts that tell the lead that a person answers. */
  get told() {
    return this.now.sends.filter(({ author }) => "handOffAtMs" in author);
  }
}

const handedOff = (sendMode: "auto_send" | "draft_only" = "auto_send", hours: BusinessHours | null = null) => {
  const talk = new Case();
  talk.hours = hours;
  return talk.leadWrites("Can I pay in cash?").decide(TO_PERSON, sendMode);
};

describe("a hand-off", () => {
  it("[C82] is due five minutes after the next opening while it is closed", () => {
    expect(handedOff().handOff.deadlineAtMs).toBe(T0 + HAND_OFF_DEADLINE_MS);
    expect(handedOff("auto_send", CLOSED).handOff.deadlineAtMs).toBe(OPENING + HAND_OFF_DEADLINE_MS);
  });

  it("[C82] knows the hours as they are when it is decided, also where the thread was read before", () => {
    const talk = new Case().leadWrites("Can I pay in cash?");
    talk.hours = CLOSED;
    talk.decide(TO_PERSON);
    expect(talk.handOff.deadlineAtMs).toBe(OPENING + HAND_OFF_DEADLINE_MS);
    expect(talk.told[0]?.body).toContain("Our office is closed");
  });

  it("[C83] takes in what the lead writes meanwhile, and is due when it was", () => {
    const talk = handedOff();
    const { deadlineAtMs, openedAtMs, summary } = talk.handOff;
    expect(summary[0]).toBe("Jamie, 12 Harbour Lane");
    talk.leaves();
    talk.leadWrites("Are dogs allowed?", T0 + 60_000).decide(TO_PERSON, "auto_send", T0 + 90_000);
    expect(talk.handOff).toMatchObject({ deadlineAtMs, openedAtMs });
    expect(talk.handOff.summary[1]).toContain("pets");
    expect(talk.happened("hand_off_opened")).toBe(1);
  });

  it("[C84] is raised by danger, and is due at once then, the same one", () => {
    const talk = handedOff("auto_send", CLOSED);
    talk.leadWrites("I smell gas", T0 + 60_000).decide(DANGER, "auto_send", T0 + 61_000);
    expect(talk.handOff).toMatchObject({
      risk: "critical",
      reason: { code: "emergency" },
      deadlineAtMs: T0 + 61_000,
      openedAtMs: T0,
    });
    talk.leadWrites("And a question", T0 + 70_000).decide(TO_PERSON, "auto_send", T0 + 71_000);
    expect(talk.handOff).toMatchObject({ risk: "critical", reason: { code: "emergency" }, deadlineAtMs: T0 + 61_000 });
    expect(talk.happened("hand_off_opened")).toBe(1);
    expect(new Case().leadWrites("I smell gas").decide(DANGER).handOff.deadlineAtMs).toBe(T0);
  });
});

describe("the word that a person answers", () => {
  it("[C85] is queued in the commit that opens the hand-off, in the epoch after it, and leaves", () => {
    const talk = new Case().leadWrites("Can I pay in cash?");
    const before = talk.events.length;
    talk.decide(TO_PERSON);
    const types = talk.events.slice(before).map(({ type }) => type);
    expect(types).toEqual([
      "decided",
      "hand_off_opened",
      "owner_changed",
      "hand_off_summed",
      "send_written",
      "hand_off_acknowledged",
      "send",
      "send",
    ]);
    expect(talk.told).toMatchObject([{ state: "queued", epoch: talk.now.epoch, approvedBy: "policy" }]);
    expect(talk.told[0]?.body).toContain("A colleague will read it and answer you shortly.");
    expect(talk.leaves()).toBeNull();
    expect(talk.sends).toEqual(["sent"]);
  });

  it("[C85] is an offer to the person where nothing leaves by itself", () => {
    const talk = handedOff("draft_only", CLOSED);
    expect(talk.sends).toEqual([]);
    expect(talk.handOff.acknowledgement).toMatchObject({
      kind: "offered",
      body: expect.stringContaining("today after 9:00 AM"),
    });
  });

  it("[C85] is void when sending by itself was switched off before it left", () => {
    const talk = handedOff();
    const sendId = talk.told[0]?.id ?? "";
    talk.tell({ do: "claim_send", sendId, token: "a", sendMode: "draft_only", nowMs: T0 + HOLD_MS });
    expect(talk.sends).toEqual(["cancelled"]);
    expect(talk.handOff.acknowledgement).toMatchObject({ kind: "none", why: { code: "draft_only" } });
    talk.leadWrites("Hello?", T0 + 60_000).decide(TO_PERSON, "auto_send", T0 + 61_000);
    expect(talk.told).toHaveLength(1);
  });

  it("[C85] is queued, too, where D1 could not do what the lead chose", () => {
    const time = {
      startMs: T0 + 90_000_000,
      endMs: T0 + 91_800_000,
      unitId: "un_1",
      agentIds: ["us_1"],
      label: "3 PM",
    };
    const ends = [
      { came: "refused", refusal: { code: "NOT_NOW", message: "The unit is gone.", next: "Offer another." } } as const,
      { came: "taken" } as const,
    ];
    for (const result of ends) {
      const talk = new Case().leadWrites("The first one, please");
      const book: Decision = { ...REPLY, nextAction: "book_slot", reply: "It is booked." };
      const decision = {
        basis: "m1",
        decision: book,
        provider: "test@1",
        sendMode: "auto_send",
        chosen: time,
      } as const;
      talk.tell({ do: "record_decision", ...decision, grounds: GROUNDS, nowMs: T0 });
      expect(talk.sends).toEqual([]);
      const wishId = talk.now.wish?.id ?? "";
      talk.tell({ do: "settle_wish", wishId, result, instead: null, grounds: GROUNDS, nowMs: T0 + 1_000 });
      expect(talk.handOff.reason.code).toBe(result.came === "taken" ? "no_slots" : "showing_refused");
      expect(talk.handOff.summary[0]).toBe("Jamie, 12 Harbour Lane");
      expect(talk.told.map(({ state }) => state)).toEqual(["queued"]);
    }
  });

  it("[C23] [C85] is not written where no message of the lead led to the hand-off", () => {
    const talk = new Case().leadWrites("Is it available?");
    const reason = { code: "dead_letter", sentence: "Sending failed after many tries." };
    talk.tell({ do: "open_hand_off", reason, nowMs: T0 });
    expect(talk.told).toEqual([]);
    expect(talk.handOff).toMatchObject({ acknowledgement: { kind: "none", why: { code: "not_the_lead" } } });
    expect(talk.handOff.summary).toEqual([
      "Jamie, Sunny room",
      expect.stringContaining("available"),
      "Next: read the thread and answer.",
    ]);
  });

  it("[C86] is written again when a new message of the lead made it void, and never after it left", () => {
    const talk = handedOff().leadWrites("And are dogs allowed?", T0 + 1_000);
    expect(talk.sends).toEqual(["cancelled"]);
    talk.decide(TO_PERSON, "auto_send", T0 + 40_000);
    expect(talk.sends).toEqual(["cancelled", "queued"]);
    talk.leaves(T0 + 41_000);
    talk.leadWrites("Hello?", T0 + 80_000).decide(TO_PERSON, "auto_send", T0 + 120_000);
    expect(talk.sends).toEqual(["cancelled", "sent"]);
    expect(talk.handOff.acknowledgement.kind).toBe("written");
    const dayLater = T0 + 25 * 3_600_000;
    talk.leadWrites("Anybody?", dayLater).decide(TO_PERSON, "auto_send", dayLater + 1_000);
    expect(talk.told).toHaveLength(2);
  });

  it("[C86] is not written again in the next hand-off of the same day, but on the next day", () => {
    const talk = handedOff();
    talk.leaves();
    const again = (nowMs: number) => {
      talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: nowMs - 1_000 });
      talk.leadWrites(`Hello at ${nowMs}?`, nowMs).decide(TO_PERSON, "auto_send", nowMs);
    };
    again(T0 + 3_600_000);
    expect(talk.handOff.acknowledgement).toMatchObject({ kind: "none", why: { code: "acknowledged" } });
    expect(talk.told).toHaveLength(1);
    again(T0 + 25 * 3_600_000);
    expect(talk.told).toHaveLength(2);
  });

  it("[C86] is not written where a person led already, nor when a person took it back", () => {
    const led = new Case().leadWrites("Hi");
    led.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: T0 });
    led.decide(TO_PERSON);
    expect(led.handOff).toMatchObject({ acknowledgement: { kind: "none", why: { code: "person_leads" } } });
    const talk = handedOff();
    talk.tell({ do: "cancel_send", userId: "us_1", sendId: talk.told[0]?.id ?? "", nowMs: T0 });
    talk.leadWrites("Hello?", T0 + 60_000).decide(TO_PERSON, "auto_send", T0 + 61_000);
    expect(talk.sends).toEqual(["cancelled"]);
  });

  it("[C86] is not written for a decision that came too late, and not for words of long ago", () => {
    const talk = handedOff();
    talk.leadWrites("And are dogs allowed?", T0 + 1_000);
    const late = { basis: "m1", decision: TO_PERSON, provider: "test@1", sendMode: "auto_send" } as const;
    const before = talk.events.length;
    talk.tell({ do: "record_decision", ...late, grounds: GROUNDS, nowMs: T0 + 2_000 });
    expect(talk.events).toHaveLength(before);
    const old = new Case();
    old.rows.push({ ...lead("Can I pay in cash?"), sentAt: { ms: T0 - 2 * BACKLOG_MS, precision: "exact", raw: "" } });
    old.read(old.rows);
    old.decide(TO_PERSON);
    expect(old.handOff).toMatchObject({ acknowledgement: { kind: "none", why: { code: "backlog" } } });
  });

  it("[C21] [C86] is void when the same person said elsewhere that they want nothing more", () => {
    const talk = handedOff();
    talk.tell({ do: "suppress_same_person", saidIn: "cv_2", askedAtMs: T0, nowMs: T0 + 1_000 });
    expect(talk.sends).toEqual(["cancelled"]);
    expect(talk.handOff).toMatchObject({ acknowledgement: { kind: "none", why: { code: "suppressed" } } });
  });

  it("[C87] never leaves after a person's answer, here or on the platform, nor after the hand-off ended", () => {
    const ends: ((talk: Case) => unknown)[] = [
      (talk) => talk.reply("Yes, you can."),
      (talk) => talk.read([...talk.rows, ours("I wrote this there", "p9")], T0 + 1_000),
      (talk) => talk.tell({ do: "set_outcome", userId: "us_1", outcome: "completed", nowMs: T0 }),
      (talk) => talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: T0 }),
      (talk) => talk.tell({ do: "suppress", userId: "us_1", nowMs: T0 }),
    ];
    for (const end of ends) {
      const talk = handedOff();
      end(talk);
      expect(talk.told.map(({ state }) => state)).toEqual(["cancelled"]);
    }
    const offered = handedOff("draft_only");
    offered.read([...offered.rows, ours("I wrote this there", "p9")], T0 + 1_000);
    expect(offered.handOff.acknowledgement).toMatchObject({ kind: "none", why: { code: "person_wrote" } });
  });

  it("[C88] answers nothing: the lead waits, no follow-up is armed, and giving back makes an answer due", () => {
    const talk = handedOff();
    talk.leaves();
    expect(talk.happened("follow_up_armed")).toBe(0);
    talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: T0 + 60_000 });
    expect(talk.now.pending).toMatchObject({ basis: "m1", dueAtMs: T0 + 60_000 });
  });

  it("[C28] [C85] leaves neither its text nor the summary in an audit line", () => {
    const talk = handedOff();
    const lines = JSON.stringify(talk.events.map(auditNote));
    expect(lines).toContain("hand_off.acknowledged");
    for (const word of ["colleague", "Harbour", "Jamie", "cash"]) expect(lines).not.toContain(word);
  });
});

describe("a lead who writes however often and fast", () => {
  it("[C83] [C86] gets one hand-off, one deadline, and one word that leaves", () => {
    const step = fc.record({
      what: fc.constantFrom("write", "decide", "danger", "leave", "tick", "claim", "restart"),
      afterMs: fc.integer({ min: 0, max: 120_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const talk = handedOff();
        const { openedAtMs, deadlineAtMs } = talk.handOff;
        let nowMs = T0;
        for (const { what, afterMs } of steps) {
          nowMs += afterMs;
          play(talk, what, nowMs);
          const { handOff } = talk;
          expect(handOff.openedAtMs).toBe(openedAtMs);
          expect(handOff.deadlineAtMs).toBeLessThanOrEqual(deadlineAtMs);
          expect(talk.told.filter(({ state }) => state !== "cancelled").length).toBeLessThanOrEqual(1);
          if (handOff.risk !== "critical") expect(handOff.deadlineAtMs).toBe(deadlineAtMs);
        }
        expect(talk.happened("hand_off_opened")).toBe(1);
        expect(talk.told.filter(({ deliveringAtMs }) => deliveringAtMs !== null).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});

function play(talk: Case, what: string, nowMs: number): void {
  const newest = talk.now.sends.at(-1);
  switch (what) {
    case "write":
      talk.leadWrites(`And at ${nowMs}, ${talk.rows.length}?`, nowMs);
      return;
    case "decide":
      talk.decide(TO_PERSON, "auto_send", nowMs);
      return;
    case "danger":
      talk.decide(DANGER, "auto_send", nowMs);
      return;
    case "leave":
      if (newest?.state === "queued") talk.leaves(nowMs);
      return;
    case "claim":
      talk.tell({ do: "claim_send", sendId: newest?.id ?? "", token: "b", sendMode: "auto_send", nowMs });
      talk.tell({
        do: "allow_delivery",
        sendId: newest?.id ?? "",
        token: "b",
        preImage: sightingOf([...talk.rows, lead("One more", `p${talk.rows.length}`)], nowMs, true),
        nowMs,
      });
      talk.rows.push(lead("One more", `p${talk.rows.length}`));
      return;
    default:
      talk.tell({ do: what === "tick" ? "tick" : "restart", nowMs });
  }
}
