// The showing of one lead as the conversation knows it: times put to the lead, what the lead chose, and when to ask whether it
// stands. D1 is the truth of showings; here is what the talk needs of it. Persisted: keys are added, never renamed.
import type { Refusal } from "../kernel/result.ts";
import { nextStatuses, type ShowingStatus } from "../showing/status.ts";
import { wallClockIn } from "../triage/wall-clock.ts";
import { QUIET_FROM_MINUTE } from "./limits.ts";
import { quietUntilMs } from "./quiet-hours.ts";
import { ASK_MS, ASK_STAGES, type AskStage, EVENING_LEAD_MINUTES, TELL_AGENT_MS } from "./showing-limits.ts";

const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 1_440;

/** A time that was put to the lead; `agentIds` can all keep it, the preferred one first. */
export type OfferedTime = {
  readonly startMs: number;
  readonly endMs: number;
  readonly unitId: string;
  readonly agentIds: readonly string[];
  /** As the lead reads it. */
  readonly label: string;
};

/** One question that is still to come. */
export type Ask = { readonly stage: AskStage; readonly dueAtMs: number };

/** A row of D1's showings as it was told to the conversation. */
export type ToldShowing = {
  readonly id: string;
  readonly unitId: string;
  readonly agentId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly status: ShowingStatus;
  /** Raised by every change of the row: what is older than what is known changes nothing. */
  readonly sequence: number;
  /** IANA zone of the unit: where "3 PM" is meant. */
  readonly zone: string;
  readonly label: string;
};

export type LeadShowing = ToldShowing & {
  /** Still to be asked, earliest first. */
  readonly asks: readonly Ask[];
  /** True once the lead said, after it was booked, that it stands. */
  readonly isConfirmedByLead: boolean;
  /** When the agent is told that nothing was confirmed; null when that is not to come any more. */
  readonly tellAgentAtMs: number | null;
};

/** What becomes of a showing that does not take place as booked, or did. */
export type EndOfShowing = "cancel" | "ask_move" | "no_show" | "completed";

/** What shall be done with D1's row. The id is its idempotency key. */
export type ShowingWish = {
  readonly id: string;
  readonly decisionId: string;
  readonly basis: string;
  readonly isBacklog: boolean;
  readonly what:
    | { readonly kind: "book"; readonly time: OfferedTime }
    | { readonly kind: "move"; readonly showingId: string; readonly time: OfferedTime }
    | { readonly kind: "confirm" | EndOfShowing; readonly showingId: string };
};

/** What came of a wish. `taken`: the time is gone. `refused`: it cannot be done, and a person must look. */
export type WishResult =
  | { readonly came: "done"; readonly showing: ToldShowing }
  | { readonly came: "taken" }
  | { readonly came: "refused"; readonly refusal: Refusal };

/** Whether the lead has a showing that is still to take place. */
export function isLiving(showing: LeadShowing | null): showing is LeadShowing {
  return showing !== null && isToCome(showing.status);
}

/** Whether a showing of this status is still to take place. */
export function isToCome(status: ShowingStatus): boolean {
  return nextStatuses(status).length > 0;
}

/** [C53] [C55] The showing with what is still to be asked of the lead, counted from `nowMs`. */
export function withAsks(told: ToldShowing, nowMs: number): LeadShowing {
  const isAsked = told.status === "confirmed";
  const asks = isAsked ? ASK_STAGES.map((stage) => ({ stage, dueAtMs: askAtMs(told, stage) })) : [];
  const coming = asks.filter(({ dueAtMs }) => dueAtMs > nowMs && dueAtMs < told.startMs);
  const tellAgentAtMs = told.startMs - TELL_AGENT_MS;
  // Who booked an hour ago for the next hour has just said that they come; who wanted another time did not choose one yet.
  const isOpen = coming.length > 0 || told.status === "reschedule_requested";
  return {
    ...told,
    asks: coming,
    isConfirmedByLead: false,
    tellAgentAtMs: isOpen && tellAgentAtMs > nowMs ? tellAgentAtMs : null,
  };
}

/** [C54] A question that would come at night comes in the morning, or, when that is too late, the evening before. */
function askAtMs(told: ToldShowing, stage: AskStage): number {
  const dueAtMs = told.startMs - ASK_MS[stage];
  const morningMs = quietUntilMs(dueAtMs, told.zone);
  if (morningMs === null) return dueAtMs;
  if (morningMs <= told.startMs - TELL_AGENT_MS) return morningMs;
  const minute = wallClockIn(dueAtMs, told.zone)?.minute ?? QUIET_FROM_MINUTE;
  const sinceEvening = minute - QUIET_FROM_MINUTE + (minute >= QUIET_FROM_MINUTE ? 0 : MINUTES_PER_DAY);
  return dueAtMs - (sinceEvening + EVENING_LEAD_MINUTES) * MINUTE_MS;
}
