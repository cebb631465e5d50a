// A week while it is edited: seven days of typed times, kept in this tab until it is saved or given up.
import { createEffect } from "solid-js";
import { createStore, produce } from "solid-js/store";
import type { WeekTimes } from "#contracts/api/availability";
import type { WeeklyRule } from "#domain/slots/scenario";
import { WEEKDAYS } from "../../words/availability.ts";
import { type Entry, emptyEntry, entryOf, intervalOf, type ReadDay, readDay, wireTimes } from "./day-times.ts";

export type WeekDraft = {
  readonly entries: (weekday: number) => readonly Entry[];
  readonly read: (weekday: number) => ReadDay;
  /** What is understood of the whole week. */
  readonly rules: () => readonly WeeklyRule[];
  /** The week for the API; null while something in it is no time. */
  readonly wire: () => WeekTimes[] | null;
  readonly isChanged: () => boolean;
  /** Adds an empty interval and answers its id. */
  readonly add: (weekday: number) => number;
  readonly write: (weekday: number, id: number, texts: { readonly from: string; readonly to: string }) => void;
  readonly remove: (weekday: number, id: number) => void;
  readonly copy: (weekday: number, to: readonly number[]) => void;
  readonly replace: (rules: readonly WeeklyRule[]) => void;
};

/** `saved`: the week as the server holds it. */
export function createWeekDraft(userId: string, saved: () => readonly WeekTimes[]): WeekDraft {
  const slot = `week:${userId}`;
  const savedRules = () => saved().map((rule) => ({ weekday: rule.weekday, ...intervalOf(rule) }));
  const [week, setWeek] = createStore<{ days: Entry[][] }>({ days: keptWeek(slot) ?? daysOf(savedRules()) });
  const entries = (weekday: number) => week.days[weekday - 1] ?? [];
  const read = (weekday: number) => readDay(entries(weekday));
  const rules = () =>
    WEEKDAYS.flatMap((weekday) => read(weekday).intervals.map((interval) => ({ weekday, ...interval })));
  const hasProblem = () => WEEKDAYS.some((weekday) => read(weekday).problems.size > 0);
  const isChanged = () => hasProblem() || plain(rules()) !== plain(savedRules());

  createEffect((before: string | undefined) => {
    const now = plain(savedRules());
    // A newer week arrived while nothing was being changed here: show it.
    if (before !== undefined && before !== now && plain(rules()) === before) replace(savedRules());
    return now;
  });
  createEffect(() => {
    if (isChanged()) sessionStorage.setItem(slot, JSON.stringify(week.days));
    else sessionStorage.removeItem(slot);
  });

  function setDay(weekday: number, change: (day: Entry[]) => void): void {
    setWeek("days", weekday - 1, produce(change));
  }
  function replace(wanted: readonly WeeklyRule[]): void {
    setWeek("days", daysOf(wanted));
  }

  return {
    entries,
    read,
    rules,
    wire: () => (hasProblem() ? null : rules().map((rule) => ({ weekday: rule.weekday, ...wireTimes(rule) }))),
    isChanged,
    add(weekday) {
      const entry = emptyEntry();
      setDay(weekday, (day) => day.push(entry));
      return entry.id;
    },
    write: (weekday, id, { from, to }) =>
      setDay(weekday, (day) => {
        const entry = day.find((one) => one.id === id);
        if (entry === undefined) return;
        entry.from = from;
        entry.to = to;
      }),
    remove: (weekday, id) =>
      setDay(weekday, (day) => {
        const at = day.findIndex((one) => one.id === id);
        if (at !== -1) day.splice(at, 1);
      }),
    copy(weekday, to) {
      const times = entries(weekday).map(({ from, to }) => ({ from, to }));
      for (const other of to) {
        setWeek(
          "days",
          other - 1,
          times.map((time) => ({ ...emptyEntry(), ...time })),
        );
      }
    },
    replace,
  };
}

function daysOf(rules: readonly WeeklyRule[]): Entry[][] {
  return WEEKDAYS.map((weekday) => rules.filter((rule) => rule.weekday === weekday).map(entryOf));
}

function plain(rules: readonly WeeklyRule[]): string {
  return rules
    .map(({ weekday, fromMinute, toMinute }) => `${weekday} ${String(fromMinute).padStart(4, "0")} ${toMinute}`)
    .sort()
    .join();
}

/** What was being typed before the page was left; null when there is nothing, or nothing readable. */
function keptWeek(slot: string): Entry[][] | null {
  try {
    const days: unknown = JSON.parse(sessionStorage.getItem(slot) ?? "null");
    if (!Array.isArray(days) || days.length !== WEEKDAYS.length) return null;
    return days.map((day: unknown) => (Array.isArray(day) ? day.flatMap(keptEntry) : []));
  } catch {
    return null;
  }
}

function keptEntry(value: unknown): Entry[] {
  if (typeof value !== "object" || value === null) return [];
  const { from, to } = value as Record<string, unknown>;
  return typeof from === "string" && typeof to === "string" ? [{ ...emptyEntry(), from, to }] : [];
}
