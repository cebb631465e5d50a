// Owns the answer to "why this time, or why not": every rule that admits or removes one start, for the unit, for each agent,
// and what comes of it. It judges one instant by plain comparison; that it agrees with offer.ts is tested, not assumed.
import { agentReasons } from "./explain-agent.ts";
import type { Explanation } from "./explanation.ts";
import { instantText } from "./instant-text.ts";
import { byPriority, type SlotScenario } from "./scenario.ts";
import { joinWindows } from "./windows.ts";
import { DAY_MS, MINUTE_MS } from "./zone.ts";

/**
 * [S16] Explains the start `instantMs`. First the rules for all, then each agent's in the order of priority, each closed by
 * that agent's `result`, and last the `result` for the unit: "admits" exactly when findSlots offers the start.
 */
export function explainInstant(scenario: SlotScenario, instantMs: number): readonly Explanation[] {
  const general = [notice(scenario, instantMs), horizon(scenario, instantMs), unitWindow(scenario, instantMs)];
  const isOpen = general.every(({ effect }) => effect === "admits");
  const agents = scenario.agents.toSorted(byPriority).map((agent) => ({
    id: agent.id,
    reasons: agentReasons(scenario, agent, instantMs),
  }));
  const able = agents.filter(({ reasons }) => reasons.at(-1)?.effect === "admits").map(({ id }) => id);
  const result: Explanation = {
    rule: "result",
    effect: isOpen && able.length > 0 ? "admits" : "removes",
    detail: resultText(isOpen, able),
  };
  return [...general, ...agents.flatMap(({ reasons }) => reasons), result];
}

function resultText(isOpen: boolean, able: readonly string[]): string {
  if (!isOpen) return "Not offered: a rule for all agents removes it.";
  return able.length === 0 ? "Not offered: no agent can take it." : `Offered with ${able.join(", ")}.`;
}

function notice({ nowMs, minNoticeMinutes }: SlotScenario, instantMs: number): Explanation {
  const fromMs = nowMs + minNoticeMinutes * MINUTE_MS;
  const bound = `the first allowed start is ${instantText(fromMs)} (${minNoticeMinutes} minutes from now)`;
  return instantMs >= fromMs
    ? { rule: "minimum_notice", effect: "admits", detail: `Late enough: ${bound}.` }
    : { rule: "minimum_notice", effect: "removes", detail: `Too soon: ${bound}.` };
}

function horizon({ nowMs, horizonDays }: SlotScenario, instantMs: number): Explanation {
  const bound = `starts lie before ${instantText(nowMs + horizonDays * DAY_MS)} (${horizonDays} days from now)`;
  return instantMs < nowMs + horizonDays * DAY_MS
    ? { rule: "horizon", effect: "admits", detail: `Near enough: ${bound}.` }
    : { rule: "horizon", effect: "removes", detail: `Too far ahead: ${bound}.` };
}

function unitWindow({ unit, slotMinutes }: SlotScenario, instantMs: number): Explanation {
  const rule = "unit_window";
  if (unit.windows === null) return { rule, effect: "admits", detail: "The unit can be shown at any time." };
  if (unit.windows.length === 0) return { rule, effect: "removes", detail: "The unit can never be shown." };
  const endMs = instantMs + slotMinutes * MINUTE_MS;
  const windows = joinWindows(unit.windows);
  const holding = windows.find(({ startMs, endMs: closesMs }) => startMs <= instantMs && closesMs >= endMs);
  if (holding !== undefined) {
    const text = `${instantText(holding.startMs)} to ${instantText(holding.endMs)}`;
    return { rule, effect: "admits", detail: `The unit can be shown from ${text}.` };
  }
  const begun = windows.find(({ startMs, endMs: closesMs }) => startMs <= instantMs && closesMs > instantMs);
  const detail =
    begun === undefined
      ? "No window of the unit is open at this time."
      : `The unit's window closes at ${instantText(begun.endMs)}, before the showing ends.`;
  return { rule, effect: "removes", detail };
}
