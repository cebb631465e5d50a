// What the assistant was about to say of a showing when a person changed it (C91).
import { describe, expect, it } from "vitest";
import type { OfferedTime, ToldShowing } from "./showing.ts";
import { asked, lead, ours, REPLY, T0, type Talk } from "./talk.ts";

const HOUR_MS = 3_600_000;
const TIME: OfferedTime = {
  ...{ startMs: T0 + 60 * HOUR_MS, endMs: T0 + 61 * HOUR_MS, unitId: "un_1", agentIds: ["us_1"] },
  label: "Sunday, Jan 17, 3:00 PM",
};
const TOLD: ToldShowing = {
  ...{ id: "sh_1", unitId: "un_1", agentId: "us_1", startMs: TIME.startMs, endMs: TIME.endMs },
  ...{ status: "confirmed", sequence: 0, zone: "America/New_York", label: TIME.label },
};
const MOVED = { startMs: TIME.startMs + HOUR_MS, endMs: TIME.endMs + HOUR_MS } as const;
const DAY_BEFORE_MS = TIME.startMs - 24 * HOUR_MS;
const WORDS = "Your showing is booked.";

/** D1 booked the time, and the text that says so waits. */
function booked(sendMode: "auto_send" | "draft_only" = "auto_send"): Talk {
  const talk = asked();
  const reason = { code: "slot_chosen", sentence: "" };
  const decision = { ...REPLY, nextAction: "book_slot", selectedSlot: 0, reason, reply: WORDS } as const;
  const basis = talk.now.pending?.basis ?? "none";
  talk.tell({ do: "record_decision", basis, decision, provider: "t@1", sendMode, chosen: TIME, nowMs: T0 });
  const wishId = talk.now.wish?.id ?? "none";
  talk.tell({ do: "settle_wish", wishId, result: { came: "done", showing: TOLD }, instead: null, nowMs: T0 });
  return talk;
}

const tell = (talk: Talk, changed: Partial<ToldShowing>, nowMs = T0) =>
  talk.tell({ do: "tell_showing", showing: { ...TOLD, ...changed }, nowMs });

describe("a text about a showing that did not leave yet", () => {
  it.each([
    ["cancels it", { status: "cancelled" }],
    ["moves it", MOVED],
    ["asks the lead for another time", { status: "reschedule_requested" }],
  ] as const)("[C91] is withdrawn when a person %s, and the person tells the lead", (_what, changed) => {
    for (const sendMode of ["auto_send", "draft_only"] as const) {
      const talk = booked(sendMode);
      tell(talk, { sequence: 1, ...changed });
      expect(talk.sends[0]).toBe("cancelled");
      expect(talk.now.handOff?.reason.code).toBe("showing_changed");
    }
  });

  it("[C91] stays when the showing is told again as it is, or by a person who confirms it", () => {
    const talk = booked();
    tell(talk, {});
    tell(talk, { sequence: 1 });
    expect(talk.sends).toEqual(["queued"]);
    expect(talk.now.handOff).toBeNull();
  });

  it("[C91] is withdrawn without a word to anybody when it only reminds", () => {
    const talk = booked();
    const rows = [lead("Is it available?")];
    talk.click(rows);
    talk.read([...rows, ours(WORDS)]);
    const ask = { showingId: "sh_1", stage: "day_before", body: "Still coming?" } as const;
    talk.tell({ do: "record_ask", ...ask, sendMode: "auto_send", nowMs: DAY_BEFORE_MS });
    expect(talk.sends).toEqual(["sent", "queued"]);
    tell(talk, { sequence: 1, ...MOVED }, DAY_BEFORE_MS);
    expect(talk.sends).toEqual(["sent", "cancelled"]);
    expect(talk.now.handOff).toBeNull();
  });
});
