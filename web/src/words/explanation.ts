// Why a time is open or not, in words: names for the rules, and instants as the clock of the place shows them.
import type { ExplanationView } from "#contracts/api/showing";
import { dateShort, placeClock, placeDate, placeTime } from "./place-time.ts";

type Reason = ExplanationView["reasons"][number];

/** Of everybody, or of one agent; without the closing results. */
export type ReasonGroup = {
  readonly agent: { readonly id: string; readonly name: string } | null;
  /** Null: not told. */
  readonly isOpen: boolean | null;
  readonly reasons: readonly Reason[];
};

const RULE_WORDS: Readonly<Record<string, string>> = {
  minimum_notice: "Notice",
  horizon: "How far ahead",
  unit_window: "Hours of the unit",
  weekly_rule: "Weekly hours",
  date_override: "Hours of that day",
  step_grid: "Start times",
  interval_end: "End of the hours",
  booking: "Other showings",
  booking_buffer: "Time to get there",
  same_unit_booking: "Showing at this unit",
  group_size: "Shared showing",
  max_per_day: "Showings in a day",
};

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z/g;
const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;
const UNIT = /\bin unit ([^\s,]+)/gi;

/** The name of a rule; a newer one than this page knows keeps its own. */
export function ruleWords(rule: string): string {
  return RULE_WORDS[rule] ?? rule.replaceAll("_", " ");
}

/** The server's sentence with the place's clock instead of UTC, and names instead of ids. */
export function reasonWords(detail: string, zone: string, unitNames: ReadonlyMap<string, string>): string {
  let lastDate = "";
  return detail
    .replace(INSTANT, (instant) => {
      const date = placeDate(instant, zone);
      const isSame = date === lastDate;
      lastDate = date;
      return isSame ? placeClock(instant, zone) : `${dateShort(date)}, ${placeTime(instant, zone)}`;
    })
    .replace(DATE, (date) => dateShort(date))
    .replace(UNIT, (_, id: string) => `at ${unitNames.get(id) ?? "another unit"}`)
    .replace(/^at /, "At ");
}

/** First what holds for everybody, then agent by agent in the order of choice; in each, what is against it first. */
export function reasonGroups(explanation: ExplanationView): readonly ReasonGroup[] {
  const groups: { agent: ReasonGroup["agent"]; isOpen: boolean | null; reasons: Reason[] }[] = [];
  for (const reason of explanation.reasons) {
    if (reason.rule === "result") continue;
    let group = groups.find((one) => one.agent?.id === reason.agent?.id);
    if (group === undefined) {
      group = { agent: reason.agent, isOpen: true, reasons: [] };
      groups.push(group);
    }
    group.reasons.push(reason);
  }
  const isAgainst = (reason: Reason) => Number(reason.effect === "removes");
  return groups.map((group) => ({
    ...group,
    reasons: group.reasons.toSorted((a, b) => isAgainst(b) - isAgainst(a)),
    isOpen: resultOf(explanation, group.agent?.id ?? null, group.reasons),
  }));
}

/** An agent's result is told; everybody's is that no rule is against it. */
function resultOf(explanation: ExplanationView, agentId: string | null, reasons: readonly Reason[]): boolean | null {
  if (agentId === null) return reasons.every(({ effect }) => effect === "admits");
  const result = explanation.reasons.find(({ rule, agent }) => rule === "result" && agent?.id === agentId);
  return result === undefined ? null : result.effect === "admits";
}
