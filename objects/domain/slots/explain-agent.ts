// Owns one agent's part of an explanation: the rules of the day, the steps, the bookings and the maximum.
import { dateText } from "../kernel/civil-day.ts";
import { type DayInterval, type DayRules, dayRules, daysAround, instantOf, intervalsOf } from "./day-rules.ts";
import type { Explanation } from "./explanation.ts";
import { byTime } from "./free-intervals.ts";
import { showingsByDay } from "./full-days.ts";
import { clockText, instantText } from "./instant-text.ts";
import { isBlocking, type SlotAgent, type SlotBooking, type SlotScenario } from "./scenario.ts";
import { DAY_MS, localDay, MINUTE_MS, type ZoneLine, zoneLine } from "./zone.ts";

type Reason = Omit<Explanation, "agentId">;
/** The asked start, and the agent's blocking bookings. */
type Asked = {
  readonly scenario: SlotScenario;
  readonly agent: SlotAgent;
  readonly line: ZoneLine;
  readonly startMs: number;
  readonly endMs: number;
  readonly bookings: readonly SlotBooking[];
};

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** [S16] The rules for one agent, closed by `result`: whether the agent could take the start if the rules for all admit it. */
export function agentReasons(scenario: SlotScenario, agent: SlotAgent, startMs: number): readonly Explanation[] {
  const asked: Asked = {
    scenario,
    agent,
    line: zoneLine(agent.zone, startMs - 3 * DAY_MS, startMs + 3 * DAY_MS),
    startMs,
    endMs: startMs + scenario.slotMinutes * MINUTE_MS,
    bookings: scenario.bookings
      .filter(({ agentId, status }) => agentId === agent.id && isBlocking(status))
      .toSorted(byTime),
  };
  const rules = ruleReasons(asked);
  const taken = bookingReasons(asked);
  const isFree = rules.isAdmitted && taken.every(({ effect }) => effect === "admits");
  const result: Reason = isFree
    ? { rule: "result", effect: "admits", detail: `${agent.id} can take this time.` }
    : { rule: "result", effect: "removes", detail: `${agent.id} cannot take this time.` };
  return [...rules.reasons, ...taken, result].map((reason) => ({
    rule: reason.rule,
    agentId: agent.id,
    effect: reason.effect,
    detail: reason.detail,
  }));
}

/** The intervals that hold the start, each with its steps and its end; one that admits is enough. */
function ruleReasons(asked: Asked): { readonly isAdmitted: boolean; readonly reasons: readonly Reason[] } {
  const { agent, line, startMs } = asked;
  const rules = dayRules(agent);
  const reasons: Reason[] = [];
  let isAdmitted = false;
  const [firstDay, lastDay] = daysAround(line, startMs, startMs);
  for (let day = firstDay; day <= lastDay; day++) {
    for (const interval of intervalsOf(rules, day)) {
      const fromMs = instantOf(line, day, interval.fromMinute);
      const toMs = instantOf(line, day, interval.toMinute);
      if (startMs < fromMs || startMs >= toMs) continue;
      const steps = stepReasons(asked, fromMs, toMs);
      isAdmitted ||= steps.every(({ effect }) => effect === "admits");
      const detail = `${dayText(rules, day)} ${intervalText(interval)} (${agent.zone}) holds it.`;
      reasons.push({ rule: ruleOf(rules, day), effect: "admits", detail }, ...steps);
    }
  }
  if (reasons.length > 0) return { isAdmitted, reasons };
  const today = localDay(line, startMs);
  return {
    isAdmitted,
    reasons: [{ rule: ruleOf(rules, today), effect: "removes", detail: offText(rules, today, agent) }],
  };
}

function stepReasons({ scenario, endMs, startMs }: Asked, fromMs: number, toMs: number): readonly Reason[] {
  const isStep = (startMs - fromMs) % (scenario.stepMinutes * MINUTE_MS) === 0;
  const steps = `${scenario.stepMinutes}-minute steps from ${instantText(fromMs)}`;
  const ends = `the interval ends at ${instantText(toMs)}`;
  return [
    isStep
      ? { rule: "step_grid", effect: "admits", detail: `One of the ${steps}.` }
      : { rule: "step_grid", effect: "removes", detail: `Not one of the ${steps}.` },
    endMs <= toMs
      ? { rule: "interval_end", effect: "admits", detail: `Done in time: ${ends}.` }
      : { rule: "interval_end", effect: "removes", detail: `Not done in time: ${ends}.` },
  ];
}

function bookingReasons(asked: Asked): readonly Reason[] {
  const { agent, scenario, startMs, endMs, bookings } = asked;
  const bufferMs = agent.bufferMinutes * MINUTE_MS;
  const reasons: Reason[] = [];
  let sharing = 0;
  for (const booking of bookings) {
    const span = `${instantText(booking.startMs)} to ${instantText(booking.endMs)}`;
    const isOver = booking.startMs < endMs && booking.endMs > startMs;
    if (booking.unitId === scenario.unit.id) {
      if (booking.startMs === startMs && booking.endMs === endMs) sharing++;
      else if (isOver)
        reasons.push({ rule: "same_unit_booking", effect: "removes", detail: `Overlaps a showing here, ${span}.` });
    } else if (isOver) {
      reasons.push({ rule: "booking", effect: "removes", detail: `In unit ${booking.unitId}, ${span}.` });
    } else if (booking.startMs - bufferMs < endMs && booking.endMs + bufferMs > startMs) {
      const detail = `Within ${agent.bufferMinutes} minutes of a showing in unit ${booking.unitId}, ${span}.`;
      reasons.push({ rule: "booking_buffer", effect: "removes", detail });
    }
  }
  if (reasons.length === 0) reasons.push({ rule: "booking", effect: "admits", detail: "No showing is in the way." });
  return [...reasons, ...groupReasons(asked, sharing), ...maximumReasons(asked, sharing > 0)];
}

function groupReasons({ scenario }: Asked, sharing: number): readonly Reason[] {
  const { groupSize } = scenario.unit;
  if (sharing === 0) return [];
  const detail = `${sharing} of ${groupSize} who may share this time are booked.`;
  return [{ rule: "group_size", effect: sharing < groupSize ? "admits" : "removes", detail }];
}

function maximumReasons({ agent, line, bookings, startMs }: Asked, isJoining: boolean): readonly Reason[] {
  const { maxPerDay } = agent;
  if (maxPerDay === null) return [];
  const today = localDay(line, startMs);
  const held = showingsByDay(line, bookings).get(today) ?? 0;
  const count = `${held} of ${maxPerDay} showings on ${dateText(today)}`;
  if (isJoining) return [{ rule: "max_per_day", effect: "admits", detail: `${count}; joining is always allowed.` }];
  return [{ rule: "max_per_day", effect: held < maxPerDay ? "admits" : "removes", detail: `${count}.` }];
}

function ruleOf(rules: DayRules, day: number): "weekly_rule" | "date_override" {
  return rules.overrides.has(day) ? "date_override" : "weekly_rule";
}

function dayText(rules: DayRules, day: number): string {
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? "";
  return rules.overrides.has(day) ? `The override of ${dateText(day)}` : `${weekday}'s rule for ${dateText(day)}`;
}

function offText(rules: DayRules, day: number, agent: SlotAgent): string {
  const intervals = intervalsOf(rules, day);
  const has = intervals.length === 0 ? "has no times" : `has ${intervals.map(intervalText).join(", ")}`;
  return `${dayText(rules, day)} ${has} (${agent.zone}), and no interval holds this time.`;
}

function intervalText({ fromMinute, toMinute }: DayInterval): string {
  return `${clockText(fromMinute)}–${clockText(toMinute)}`;
}
