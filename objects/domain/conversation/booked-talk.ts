// What tests of showings say to a conversation: a time that was offered, chosen, booked and told. Used by tests alone.
import type { Decision } from "../triage/decision.ts";
import type { OfferedTime, ToldShowing, WishResult } from "./showing.ts";
import { asked, lead, ours, T0, type Talk } from "./talk.ts";

export const HOUR_MS = 3_600_000;
/** 2027-01-15, 3:00 AM in New York is T0's hour; the showing is two days later at 3 PM there. */
export const ZONE = "America/New_York";
export const START_MS = T0 + 60 * HOUR_MS;
export const TIME: OfferedTime = {
  startMs: START_MS,
  endMs: START_MS + HOUR_MS / 2,
  unitId: "un_1",
  agentIds: ["us_1", "us_2"],
  label: "Sunday, Jan 17, 3:00 PM",
};
export const OTHER: OfferedTime = {
  ...TIME,
  startMs: START_MS + HOUR_MS,
  endMs: START_MS + 1.5 * HOUR_MS,
  label: "4 PM",
};
export const TOLD: ToldShowing = {
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
export const BOOK: Partial<Decision> = {
  nextAction: "book_slot",
  reason: { code: "slot_chosen", sentence: "" },
  reply: "We are booking this time for you.",
  selectedSlot: 0,
};

export function choose(
  talk: Talk,
  chosen: OfferedTime | null = TIME,
  nowMs = T0,
  sendMode: "auto_send" | "draft_only" = "auto_send",
): void {
  const basis = talk.now.pending?.basis ?? "none";
  const decision = { ...DECIDED, ...BOOK };
  talk.tell({ do: "record_decision", basis, decision, provider: "t@1", sendMode, chosen, nowMs });
}

export const DECIDED: Decision = {
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

export function settle(talk: Talk, result: WishResult, instead: Decision | null = null, nowMs = T0): void {
  const wishId = talk.now.wish?.id ?? "none";
  const other = instead === null ? null : { decision: instead, offered: [OTHER] };
  talk.tell({ do: "settle_wish", wishId, result, instead: other, nowMs });
}

export function booked(told: ToldShowing = TOLD, nowMs = T0): Talk {
  const talk = asked();
  choose(talk);
  settle(talk, { came: "done", showing: told }, null, nowMs);
  return talk;
}

/** And the lead read that it is. */
export function bookedAndTold(): Talk {
  const talk = booked();
  const rows = [lead("Is it available?")];
  talk.click(rows);
  talk.read([...rows, ours(String(BOOK.reply))]);
  return talk;
}

export function ask(talk: Talk, stage: "day_before" | "same_day", nowMs: number): void {
  talk.tell({ do: "record_ask", showingId: "sh_1", stage, body: "Still coming?", sendMode: "auto_send", nowMs });
}

export function decide(talk: Talk, decision: Partial<Decision>): void {
  talk.decided({ ...DECIDED, ...decision }, "auto_send");
}
