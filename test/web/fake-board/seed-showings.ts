// The day that the fake board starts with: Ben's showings around `nowMs` (one of every status, one that nobody closed, one
// in another zone, one of another agent), and his follow-ups. Everybody here is invented.
import type { FollowUpList } from "#contracts/api/follow-up";
import type { ShowingView } from "#contracts/api/showing";
import { nextStatuses, type ShowingStatus } from "#domain/showing/status";
import { localDateOf } from "#domain/slots/zone";
import { CASES } from "./seed.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const BEN = { id: "us_agent", name: "Ben Ito" };
export const ANA = { id: "us_admin", name: "Ana Duarte" };
export const NEW_YORK = "America/New_York";
export const KENT = { id: "un_1", name: "118 Kent Ave, 4C", zone: NEW_YORK };
const SUNSET = {
  id: "un_2",
  name: "2210 Sunset Crest Boulevard, Building 7, Unit 1204 (corner, river side)",
  zone: "America/Los_Angeles",
};
const QUEENS = { id: "un_3", name: "41-20 Queens Blvd, 2F", zone: NEW_YORK };

/** Showing ids by the state they stand for. */
export const SHOWINGS = {
  unclosed: "sh_unclosed",
  done: "sh_done",
  running: "sh_running",
  pending: "sh_pending",
  confirmed: "sh_confirmed",
  elsewhere: "sh_elsewhere",
  cancelled: "sh_cancelled",
  tomorrow: "sh_tomorrow",
  anas: "sh_anas",
} as const;

type Seed = {
  readonly unit?: ShowingView["unit"];
  readonly agent?: ShowingView["agent"];
  readonly leadName?: string | null;
  readonly conversationId?: string | null;
  readonly isLeadSure?: boolean;
  readonly isSuppressed?: boolean;
};

export function makeShowing(id: string, startMs: number, status: ShowingStatus, more: Seed = {}): ShowingView {
  const { unit = KENT, agent = BEN, leadName = "Maya Okonkwo", conversationId = null } = more;
  const { isLeadSure = false, isSuppressed = false } = more;
  return {
    id,
    unit,
    agent,
    conversationId,
    leadName,
    start: new Date(startMs).toISOString(),
    end: new Date(startMs + 30 * MINUTE_MS).toISOString(),
    day: localDateOf(startMs, NEW_YORK),
    status,
    mayBecome: [...nextStatuses(status)],
    leadConfirmedAt: isLeadSure ? new Date(startMs - DAY_MS).toISOString() : null,
    isLeadSuppressed: isSuppressed,
    isKeepAsked: isSuppressed,
    sequence: 1,
  };
}

export function seedShowings(nowMs: number): ShowingView[] {
  const half = Math.floor(nowMs / (30 * MINUTE_MS)) * 30 * MINUTE_MS;
  const lead = (leadName: string, conversationId: string) => ({ leadName, conversationId });
  const coming = Array.from({ length: 60 }, (_, n) =>
    makeShowing(`sh_more${n}`, half + (2 + Math.floor(n / 3)) * DAY_MS + (n % 3) * HOUR_MS, "confirmed", {
      unit: n % 2 === 0 ? QUEENS : KENT,
      leadName: n % 4 === 0 ? null : "Priya Raghunathan",
    }),
  );
  return [
    makeShowing(SHOWINGS.unclosed, half - DAY_MS, "confirmed", { ...lead("Li Wei", CASES.closed) }),
    makeShowing("sh_earlier", half - 3 * DAY_MS, "no_show", { ...lead("Maya Okonkwo", CASES.draft) }),
    makeShowing(SHOWINGS.done, half - 2 * HOUR_MS, "completed", { unit: QUEENS, leadName: "Tomás Echeverría" }),
    makeShowing(SHOWINGS.running, half, "confirmed", {
      unit: QUEENS,
      ...lead("نور الحداد", CASES.rightToLeft),
      isLeadSure: true,
    }),
    makeShowing(SHOWINGS.pending, half + 2 * HOUR_MS, "pending", { ...lead("Maya Okonkwo", CASES.draft) }),
    makeShowing(SHOWINGS.confirmed, half + 3 * HOUR_MS, "confirmed", {
      ...lead("Priya Raghunathan", CASES.approved),
      isLeadSure: true,
    }),
    makeShowing(SHOWINGS.elsewhere, half + 5 * HOUR_MS, "reschedule_requested", {
      unit: SUNSET,
      ...lead("Bartholomew Featherstonehaugh-Cholmondeley de la Fontaine", CASES.handOff),
    }),
    makeShowing(SHOWINGS.cancelled, half + 6 * HOUR_MS, "cancelled", { leadName: "J." }),
    makeShowing(SHOWINGS.tomorrow, half + DAY_MS, "confirmed", {
      ...lead("Grace O’Malley", CASES.suppressed),
      isSuppressed: true,
    }),
    makeShowing(SHOWINGS.anas, half + DAY_MS + HOUR_MS, "confirmed", { agent: ANA, leadName: "Søren Ødegård 🏡✨" }),
    ...coming,
  ];
}

export type FakeFollowUp = FollowUpList["followUps"][number];

export function seedFollowUps(nowMs: number): FakeFollowUp[] {
  const row = (
    n: number,
    conversationId: string,
    leadName: string | null,
    dueMs: number,
    ownerMode: FakeFollowUp["conversation"]["ownerMode"],
  ): FakeFollowUp => ({
    id: `${conversationId}.f${n}`,
    stage: n === 1 ? "follow_up_1" : "follow_up_2",
    dueAt: new Date(dueMs).toISOString(),
    isDue: dueMs <= nowMs,
    owner: BEN,
    writer: ownerMode === "human" ? "agent" : "assistant",
    leftToPerson: null,
    conversation: {
      id: conversationId,
      platform: "spareroom",
      leadName,
      listingTitle: "Sunny room near the park",
      unit: n === 1 ? { id: KENT.id, name: KENT.name } : null,
      ownerMode,
    },
  });
  return [
    row(1, CASES.failed, "Grace O’Malley", nowMs - 3 * HOUR_MS, "human"),
    row(2, CASES.markup, "Robert'); <b>Tables</b>", nowMs - 20 * MINUTE_MS, "ai"),
    row(1, CASES.unlinked, "Søren Ødegård 🏡✨", nowMs + 4 * HOUR_MS, "ai"),
    {
      ...row(2, CASES.unknown, null, nowMs + 26 * HOUR_MS, "ai_reminders_only"),
      writer: "agent",
      leftToPerson: { code: "asked_something", sentence: "The lead asked something that no record answers." },
    },
  ];
}
