// Holds the slot engine against the oracle on random scenarios, and every explanation against both. Counts; judges nothing else.
import { explainInstant } from "#domain/slots/explain";
import { findSlots } from "#domain/slots/offer";
import type { Slot, SlotScenario } from "#domain/slots/scenario";
import { makeChance } from "../faults/chance.ts";
import { oracleSlots } from "./slots-oracle.ts";
import { randomScenario } from "./slots-scenarios.ts";

/** Starts of each scenario that are explained: as many that are offered as that are not. */
const EXPLAINED_OF_EACH = 2;
const CASES_KEPT_MAX = 1_000;
const MINUTE = 60_000;

type Case = { readonly scenario: SlotScenario; readonly expected: readonly Slot[] };
const cases = new Map<number, Case>();

export type Difference = { readonly seed: number; readonly what: string };
export type DifferentialReport = {
  readonly scenarios: number;
  /** Slots on which both agreed, over all scenarios. */
  readonly slots: number;
  /** Scenarios with at least one slot. */
  readonly withSlots: number;
  readonly explained: number;
  readonly differences: readonly Difference[];
};

/** Compares the scenarios of the seeds from `firstSeed`; stops after `differencesMax`. `find` is the engine. */
export function compareWithOracle(
  count: number,
  firstSeed: number,
  { find = findSlots, differencesMax = Number.POSITIVE_INFINITY, explains = true } = {},
): DifferentialReport {
  const differences: Difference[] = [];
  let scenarios = 0;
  let slots = 0;
  let withSlots = 0;
  let explained = 0;
  for (let seed = firstSeed; seed < firstSeed + count && differences.length < differencesMax; seed++) {
    const { scenario, expected } = caseOf(seed);
    const found = find(scenario);
    scenarios++;
    const what = firstDifference(found, expected);
    if (what !== null) differences.push({ seed, what });
    slots += expected.length;
    withSlots += expected.length > 0 ? 1 : 0;
    if (!explains) continue;
    for (const startMs of startsToExplain(scenario, expected, seed)) {
      explained++;
      const wrong = wrongExplanation(scenario, expected, startMs);
      if (wrong !== null) differences.push({ seed, what: wrong });
    }
  }
  return { scenarios, slots, withSlots, explained, differences };
}

/** The scenario of a seed with the oracle's answer; the first ones are kept, for they are asked again with every plant. */
function caseOf(seed: number): Case {
  const kept = cases.get(seed);
  if (kept !== undefined) return kept;
  const { scenario, stretch } = randomScenario(seed);
  const made = { scenario, expected: oracleSlots(scenario, stretch) };
  if (cases.size < CASES_KEPT_MAX) cases.set(seed, made);
  return made;
}

function firstDifference(found: readonly Slot[], expected: readonly Slot[]): string | null {
  for (let index = 0; index < Math.max(found.length, expected.length); index++) {
    const [mine, theirs] = [slotText(found[index]), slotText(expected[index])];
    if (mine !== theirs) return `slot ${index}: the engine says ${mine}, the oracle ${theirs}`;
  }
  return null;
}

function slotText(slot: Slot | undefined): string {
  if (slot === undefined) return "nothing";
  return `${new Date(slot.startMs).toISOString()} to ${new Date(slot.endMs).toISOString()} ${slot.agentIds.join("+")}`;
}

/** Offered starts, and starts at a small distance from them or anywhere. */
function startsToExplain(scenario: SlotScenario, slots: readonly Slot[], seed: number): readonly number[] {
  const chance = makeChance(seed);
  const starts: number[] = [];
  for (let count = 0; count < EXPLAINED_OF_EACH; count++) {
    const slot = slots[Math.floor(chance.between(0, slots.length))];
    const anywhere = scenario.nowMs + Math.floor(chance.between(-100, scenario.horizonDays * 1_440 + 100)) * MINUTE;
    const wholeMinute = Math.floor(anywhere / MINUTE) * MINUTE;
    if (slot !== undefined) starts.push(slot.startMs);
    starts.push(slot === undefined ? wholeMinute : slot.startMs + Math.floor(chance.between(-8, 9)) * 5 * MINUTE);
  }
  return starts;
}

/** An explanation admits what is offered, with exactly the agents, and gives a reason for whatever it removes. */
function wrongExplanation(scenario: SlotScenario, expected: readonly Slot[], startMs: number): string | null {
  const reasons = explainInstant(scenario, startMs);
  const slot = expected.find((each) => each.startMs === startMs);
  const last = reasons.at(-1);
  const able = reasons.flatMap(({ rule, agentId, effect }) =>
    rule === "result" && agentId !== undefined && effect === "admits" ? [agentId] : [],
  );
  const isOffered = last?.rule === "result" && last.effect === "admits";
  const at = new Date(startMs).toISOString();
  if (isOffered !== (slot !== undefined)) return `${at}: explained as ${last?.effect}, which the oracle denies`;
  if (slot !== undefined && able.join() !== slot.agentIds.join()) {
    return `${at}: explained for ${able.join()}, the oracle says ${slot.agentIds.join()}`;
  }
  const hasReason = reasons.some(({ rule, effect }) => rule !== "result" && effect === "removes");
  return isOffered || hasReason || scenario.agents.length === 0 ? null : `${at}: removed without a reason`;
}
