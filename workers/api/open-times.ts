// The open times of a unit as the viewer may know them: an admin all, an agent their own times at units that are theirs (H11).
// The slot engine decides; here its answers get names, and a time that it does not offer becomes a refusal with the reason.
import type { ExplanationView } from "#contracts/api/showing";
import { explainInstant } from "#domain/slots/explain";
import type { Explanation } from "#domain/slots/explanation";
import { findSlots } from "#domain/slots/offer";
import type { SlotScenario } from "#domain/slots/scenario";
import { localDateOf } from "#domain/slots/zone";
import type { Deps } from "#workers/deps";
import { memberNames } from "#workers/store/organisations";
import { type ScenarioOptions, scenarioFor } from "#workers/store/scenario";
import type { Viewer } from "./api-env.ts";
import { notFound, Problem } from "./problem.ts";
import { agentScope } from "./scope.ts";

const DAY_MS = 86_400_000;

/** What does not block although it is there. */
export type Exceptions = Omit<ScenarioOptions, "onlyAgentId">;

/** The scenario that the viewer may ask. Throws NOT_FOUND for a unit that is not theirs. */
export async function scenarioOf(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  options: Exceptions = {},
): Promise<SlotScenario> {
  const onlyAgentId = agentScope(viewer);
  const scenario = await scenarioFor(deps.db, viewer.organisationId, unitId, deps.now(), { ...options, onlyAgentId });
  if (scenario === null || (onlyAgentId !== null && scenario.agents.length === 0)) throw notFound();
  return scenario;
}

/** The open times of `days` local days of the unit. `from` null: beginning today. */
export async function openTimes(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  { from, days }: { readonly from: string | null; readonly days: number },
  options: Exceptions = {},
) {
  const scenario = await scenarioOf(deps, viewer, unitId, options);
  const { zone } = scenario.unit;
  const first = from ?? localDateOf(scenario.nowMs, zone);
  const beyond = new Date(Date.parse(first) + days * DAY_MS).toISOString().slice(0, 10);
  const slots = findSlots(scenario).filter(({ startMs }) => {
    const day = localDateOf(startMs, zone);
    return day >= first && day < beyond;
  });
  const nameOf = await namesOf(deps, viewer, scenario);
  return {
    zone,
    slots: slots.map(({ startMs, endMs, agentIds }) => ({
      start: new Date(startMs).toISOString(),
      end: new Date(endMs).toISOString(),
      agents: agentIds.map((id) => ({ id, name: nameOf(id) })),
    })),
  };
}

/** Why a start is open or not. */
export async function explainTime(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  atMs: number,
  options: Exceptions = {},
): Promise<ExplanationView> {
  const scenario = await scenarioOf(deps, viewer, unitId, options);
  const reasons = explainInstant(scenario, atMs);
  const nameOf = await namesOf(deps, viewer, scenario);
  return {
    at: new Date(atMs).toISOString(),
    isOpen: reasons.at(-1)?.effect === "admits",
    reasons: reasons.map(({ rule, agentId, effect, detail }) => ({
      rule,
      agent: agentId === undefined ? null : { id: agentId, name: nameOf(agentId) },
      effect,
      detail: scenario.agents.reduce((text, { id }) => text.replaceAll(id, nameOf(id)), detail),
    })),
  };
}

/** [H12] The agents who can take the start, first choice first; of the one agent asked for, if any. Throws NOT_OFFERED. */
export function agentsFor(scenario: SlotScenario, startMs: number, agentId: string | null): readonly string[] {
  const slot = findSlots(scenario).find((one) => one.startMs === startMs);
  const able = (slot?.agentIds ?? []).filter((id) => agentId === null || id === agentId);
  if (able.length > 0) return able;
  const removed = explainInstant(scenario, startMs).filter((reason) => isAgainst(reason, agentId));
  const why = removed[0]?.detail ?? "No agent of this unit can be there.";
  const details = removed.map(({ rule, detail }) => ({ path: rule, message: detail }));
  throw new Problem("NOT_OFFERED", `That time is not open. ${why} Choose another time.`, details);
}

function isAgainst({ rule, effect, agentId: ofAgent }: Explanation, agentId: string | null): boolean {
  if (effect !== "removes" || rule === "result") return false;
  return ofAgent === undefined || agentId === null || ofAgent === agentId;
}

async function namesOf(deps: Deps, viewer: Viewer, scenario: SlotScenario): Promise<(id: string) => string> {
  const names = await memberNames(
    deps.db,
    viewer.organisationId,
    scenario.agents.map(({ id }) => id),
  );
  return (id) => names.get(id) ?? id;
}
