// The times of one day while they are typed: texts that may not be times yet, and what they are understood as.
import type { DayTimes } from "#contracts/api/availability";
import type { DayInterval } from "#domain/slots/day-rules";
import { clockText, readClock } from "#domain/slots/instant-text";
import { clockWords, readSpan } from "../../words/clock.ts";

/** One interval as it stands in its two fields. */
export type Entry = { id: number; from: string; to: string };
export type ReadDay = {
  readonly intervals: readonly DayInterval[];
  /** What is wrong, by entry; empty when all of the day is understood. */
  readonly problems: ReadonlyMap<number, string>;
};

let lastId = 0;

export function emptyEntry(): Entry {
  lastId += 1;
  return { id: lastId, from: "", to: "" };
}

export function entryOf(interval: DayInterval): Entry {
  return { ...emptyEntry(), from: clockWords(interval.fromMinute), to: clockWords(interval.toMinute) };
}

/** The day as it is understood. Entries in which nothing stands are nothing. Two times of a day may touch, not overlap. */
export function readDay(entries: readonly Entry[]): ReadDay {
  const problems = new Map<number, string>();
  const found: (DayInterval & { readonly id: number })[] = [];
  for (const { id, from, to } of entries) {
    if (from.trim() === "" && to.trim() === "") continue;
    const span = readSpan(from, to);
    if (typeof span === "string") problems.set(id, span);
    else found.push({ ...span, id });
  }
  found.sort((a, b) => a.fromMinute - b.fromMinute);
  for (const [at, one] of found.entries()) {
    if (at > 0 && one.fromMinute < Math.max(...found.slice(0, at).map((other) => other.toMinute))) {
      problems.set(one.id, "This overlaps another time of the day. Make them one.");
    }
  }
  return { intervals: found.map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })), problems };
}

/** As the API writes times: "09:00" to "24:00". */
export function wireTimes({ fromMinute, toMinute }: DayInterval): DayTimes {
  return { from: clockText(fromMinute), to: clockText(toMinute) };
}

/** What the API wrote; it writes nothing else than times. */
export function intervalOf({ from, to }: DayTimes): DayInterval {
  return { fromMinute: readClock(from) ?? 0, toMinute: readClock(to) ?? 0 };
}
