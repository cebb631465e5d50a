// Owns an agent's intervals around a search: the rules of every local day in reach, resolved to seconds of the search.
import { type DayRules, daysAround, instantOf, intervalsOf } from "./day-rules.ts";
import type { Search } from "./search.ts";
import { DAY_MS, type ZoneLine } from "./zone.ts";

/** `day` is the local day of every start in it, or null where a change of clocks makes that uncertain. */
export type AgentInterval = { readonly startSec: number; readonly endSec: number; readonly day: number | null };

/** [S2, S4] The intervals that reach into the search, earliest first. They may overlap. */
export function intervalsAround(rules: DayRules, line: ZoneLine, search: Search): readonly AgentInterval[] {
  const [firstDay, lastDay] = daysAround(line, search.fromMs, search.untilMs);
  const found: AgentInterval[] = [];
  let isSorted = true;
  let latestSec = Number.NEGATIVE_INFINITY;
  let opensMs = instantOf(line, firstDay, 0);
  for (let day = firstDay; day <= lastDay; day++) {
    const closesMs = instantOf(line, day + 1, 0);
    // On a day of 24 hours no clock changes, and a minute of the day is a minute since its beginning.
    const isPlain = closesMs - opensMs === DAY_MS;
    const opensSec = secondsOf(search, opensMs);
    for (const { fromMinute, toMinute } of intervalsOf(rules, day)) {
      const startSec = isPlain ? opensSec + fromMinute * 60 : secondsOf(search, instantOf(line, day, fromMinute));
      const endSec = isPlain ? opensSec + toMinute * 60 : secondsOf(search, instantOf(line, day, toMinute));
      if (endSec <= search.fromSec || startSec >= search.untilSec) continue;
      if (startSec < latestSec) isSorted = false;
      latestSec = startSec;
      found.push({ startSec, endSec, day: isPlain ? day : null });
    }
    opensMs = closesMs;
  }
  return isSorted ? found : found.sort((a, b) => a.startSec - b.startSec);
}

/** Bounds of intervals lie on whole seconds, as zones change on them; "| 0" tells the runtime so. */
function secondsOf({ baseMs }: Search, ms: number): number {
  return ((ms - baseMs) / 1_000) | 0;
}
