// Plants faults in copies of the slot engine: one changed expression each, written beside nothing of ours (.cache/planted-slots).
// They are what the oracle has to notice; a plant whose place is gone is an error, so that none fades away unseen.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Slot, SlotScenario } from "#domain/slots/scenario";
import { PROJECT_ROOT } from "../laws/source-tree.ts";

export type Plant = {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Where to begin when the first scenario that shows the fault is far along. */
  readonly seed?: number;
};

export const PLANTS: readonly Plant[] = [
  {
    name: "a gap moves a time back instead of forward",
    file: "zone.ts",
    from: "if (nextMs < (startsMs[piece + 1] ?? 0)) return atMs;",
    to: "if (nextMs < (startsMs[piece + 1] ?? 0)) return nextMs;",
  },
  {
    name: "an overlap means the second time",
    file: "zone.ts",
    from: "piece < last && atMs >= (startsMs[piece + 1] ?? 0)",
    to: "piece < last && wallMs - (offsetsMs[piece + 1] ?? 0) >= (startsMs[piece + 1] ?? 0)",
  },
  {
    name: "two changes within a month are overlooked",
    file: "zone.ts",
    from: "PROBE_MS = 6 * DAY_MS",
    to: "PROBE_MS = 30 * DAY_MS",
  },
  {
    name: "a minute of the day is always a minute since its beginning",
    file: "agent-intervals.ts",
    from: "closesMs - opensMs === DAY_MS",
    to: "true",
  },
  {
    name: "the day before is not looked at",
    file: "day-rules.ts",
    from: "localDay(line, fromMs) - NEIGHBOUR_DAYS",
    to: "localDay(line, fromMs)",
    seed: 1_800,
  },
  {
    name: "overrides add to the day's rules",
    file: "day-rules.ts",
    from: "const intervals = overrides.get(day) ?? [];",
    to: "const intervals = overrides.get(day) ?? [...(weekly[(((day + 3) % 7) + 7) % 7] ?? [])];",
  },
  {
    name: "the buffer is a minute short",
    file: "agent-starts.ts",
    from: "agent.bufferMinutes, search",
    to: "Math.max(0, agent.bufferMinutes - 1), search",
  },
  {
    name: "the same unit needs the buffer too",
    file: "agent-starts.ts",
    from: "here: blocksHere(bookings, unit.id, search)",
    to: "here: blocksElsewhere(bookings.filter((each) => each.unitId === unit.id), '', agent.bufferMinutes, search)",
  },
  {
    name: "bookings that overlap can still be shared",
    file: "free-intervals.ts",
    from: "isSame && count > 0 ?",
    to: "count > 0 ?",
  },
  {
    name: "a slot may end a step after its interval",
    file: "agent-starts.ts",
    from: "interval.endSec - slotSec, search.untilSec - 1",
    to: "interval.endSec - slotSec + stepSec, search.untilSec - 1",
  },
  {
    name: "the horizon's end is included",
    file: "agent-starts.ts",
    from: "search.untilSec - 1)",
    to: "search.untilSec)",
  },
  {
    name: "a start at now and the notice is refused",
    file: "search.ts",
    from: "scenario.minNoticeMinutes * MINUTE_MS",
    to: "scenario.minNoticeMinutes * MINUTE_MS + 1",
  },
  {
    name: "steps begin anew where now is",
    file: "agent-starts.ts",
    from: "firstStep(interval.startSec, Math.max(interval.startSec, search.fromSec), stepSec)",
    to: "Math.max(interval.startSec, search.fromSec)",
  },
  {
    name: "touching windows stay two",
    file: "windows.ts",
    from: "window.startMs > last.endMs",
    to: "window.startMs >= last.endMs",
  },
  {
    name: "one lead more than the group's size",
    file: "agent-starts.ts",
    from: "count < groupSize",
    to: "count <= groupSize",
  },
  {
    name: "a shared time counts once for every lead",
    file: "full-days.ts",
    from: "if (isShared) continue;",
    to: "",
  },
  {
    name: "the maximum goes by the day in UTC",
    file: "full-days.ts",
    from: "localDay(line, booking.startMs)",
    to: "Math.floor(booking.startMs / 86_400_000)",
  },
  {
    name: "a request to move no longer blocks",
    file: "scenario.ts",
    from: ' || status === "reschedule_requested"',
    to: "",
  },
  {
    name: "agents come by id alone",
    file: "scenario.ts",
    from: "if (a.priority !== b.priority) return a.priority - b.priority;",
    to: "",
  },
];

const DOMAIN = join(PROJECT_ROOT, "objects/domain");
const COPIES = join(PROJECT_ROOT, ".cache/planted-slots");

/** The engine with one fault in it. */
export async function plantedFind(plant: Plant): Promise<(scenario: SlotScenario) => readonly Slot[]> {
  const copy = join(COPIES, plant.name.replaceAll(" ", "-"));
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const room of ["kernel", "slots"]) cpSync(join(DOMAIN, room), join(copy, room), { recursive: true });
  const path = join(copy, "slots", plant.file);
  const parts = readFileSync(path, "utf8").split(plant.from);
  if (parts.length !== 2) throw new Error(`${plant.file} does not hold once what "${plant.name}" changes`);
  writeFileSync(path, parts.join(plant.to));
  silenceSelfCheck(join(copy, "slots/offer.ts"));
  const engine: typeof import("#domain/slots/offer") = await import(pathToFileURL(join(copy, "slots/offer.ts")).href);
  return engine.findSlots;
}

/** The engine refuses to load when it answers a known scenario wrongly; the oracle is what is tried here. */
function silenceSelfCheck(path: string): void {
  const parts = readFileSync(path, "utf8").split("JSON.stringify(findSlots(KNOWN_SCENARIO)) ===");
  if (parts.length !== 2) throw new Error("offer.ts no longer checks itself as it did");
  writeFileSync(path, parts.join("findSlots(KNOWN_SCENARIO).length < 0 || KNOWN_SLOTS.length > 0 || '' ==="));
}
