// The times that may be put to a lead now, in the order in which they are offered, as triage reads them and as D1 books them.
import type { DecisionRequest } from "#contracts/actors";
import { isLiving, type OfferedTime } from "#domain/conversation/showing";
import { findSlots } from "#domain/slots/offer";
import { pickOffer } from "#domain/slots/pick-offer";
import type { Slot } from "#domain/slots/scenario";
import type { Decision, OfferedSlot } from "#domain/triage/decision";
import { languageOf } from "#domain/triage/language";
import { normalise } from "#domain/triage/normalise";
import { slotLabel } from "#domain/triage/slot-label";
import { SLOTS_OFFERED_MAX } from "#domain/triage/templates";
import type { Deps } from "../deps.ts";
import { scenarioFor } from "../store/scenario.ts";

/** Open times against which "Thursday at 3" is read. Two weeks of half hours of one agent are fewer. */
const TIMES_READ_MAX = 200;

export type OpenTimes = {
  /** Both lists have the same order. */
  readonly slots: readonly OfferedSlot[];
  readonly times: readonly OfferedTime[];
  /** Indexes of the times that were put to this lead before, open or not. */
  readonly offered: readonly number[];
};

export const NO_TIMES: OpenTimes = { slots: [], times: [], offered: [] };

/** The open times of the lead's unit, best first. Those that were put to the lead stay in, for "the second one" to be read. */
export async function openTimesFor(
  deps: Deps,
  organisationId: string,
  conversationId: string,
  request: DecisionRequest,
): Promise<OpenTimes> {
  const { unitId } = request;
  if (unitId === null) return NO_TIMES;
  const showing = isLiving(request.showing) ? request.showing : null;
  const scenario = await scenarioFor(deps.db, organisationId, unitId, deps.now(), {
    exceptConversationId: conversationId,
    exceptShowingId: showing?.id ?? null,
  });
  if (scenario === null) return NO_TIMES;
  const { zone } = scenario.unit;
  const language = languageOf(normalise(request.text));
  const open = findSlots(scenario).filter(({ startMs }) => startMs !== showing?.startMs);
  const known = request.offered.filter((time) => time.unitId === unitId);
  const knownStarts = new Set(known.map(({ startMs }) => startMs));
  const fresh = open.filter(({ startMs }) => !knownStarts.has(startMs));
  const picked = pickOffer(fresh, { zone, count: SLOTS_OFFERED_MAX });
  const rest = fresh.filter((slot) => !picked.includes(slot)).slice(0, TIMES_READ_MAX);
  const timeOf = ({ startMs, endMs, agentIds }: Slot): OfferedTime => ({
    ...{ startMs, endMs, unitId, agentIds: [...agentIds] },
    label: slotLabel(startMs, zone, language),
  });
  // Who was offered times and asks again is offered others; only where there are none, the same ones.
  const again = picked.length === 0 ? known : [];
  const times = [
    ...picked.map(timeOf),
    ...again,
    ...rest.map(timeOf),
    ...known.filter((time) => !again.includes(time)),
  ];
  return {
    times,
    slots: times.map(({ startMs, endMs, label }) => ({ start: iso(startMs), end: iso(endMs), label })),
    offered: times.flatMap(({ startMs }, index) => (knownStarts.has(startMs) ? [index] : [])),
  };
}

/** The times that the reply of a decision puts to the lead, in its order. */
export function timesIn(decision: Decision, { slots, times }: OpenTimes): readonly OfferedTime[] {
  if (decision.reply === null || decision.nextAction === "book_slot") return [];
  const named = new Set(decision.facts.map(({ record }) => record));
  return slots
    .flatMap((slot, index) => (named.has(`slots/${slot.start}`) ? (times[index] ?? []) : []))
    .slice(0, SLOTS_OFFERED_MAX);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
