// Plants faults in copies of the slot engine: one changed expression each, written beside nothing of ours (.cache/planted-slots).
// They are what the oracle has to notice; a plant whose place is gone is an error, so that none fades away unseen.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Slot, SlotScenario } from "#domain/slots/scenario";
import { PROJECT_ROOT } from "../laws/source-tree.ts";

export type Plant = { readonly name: string; readonly file: string; readonly from: string; readonly to: string };

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
    from: "PROBE_MS = 3 * DAY_MS",
    to: "PROBE_MS = 30 * DAY_MS",
  },
  {
    name: "days begin as the last day's offset says",
    file: "day-rules.ts",
    from: "resolveWall(line, day * DAY_MS + minute * MINUTE_MS)",
    to: "resolveWall(line, day * DAY_MS) + minute * MINUTE_MS",
  },
  {
    name: "the day before is not looked at",
    file: "day-rules.ts",
    from: "localDay(line, fromMs) - NEIGHBOUR_DAYS",
    to: "localDay(line, fromMs)",
  },
  {
    name: "overrides add to the day's rules",
    file: "day-rules.ts",
    from: "const intervals = overrides.get(day) ?? [];",
    to: "const intervals = overrides.get(day) ?? [...(weekly[(((day + 3) % 7) + 7) % 7] ?? [])];",
  },
  {
    name: "the buffer is a minute short",
    file: "free-intervals.ts",
    from: "agent.bufferMinutes * MINUTE_MS",
    to: "Math.max(0, agent.bufferMinutes - 1) * MINUTE_MS",
  },
  {
    name: "the same unit needs the buffer too",
    file: "agent-starts.ts",
    from: "here: blocksHere(scenario, bookings)",
    to: "here: blocksElsewhere(agent, { ...scenario, unit: { ...scenario.unit, id: '' } }, bookings)",
  },
  {
    name: "bookings that overlap can still be shared",
    file: "free-intervals.ts",
    from: "isSame && blocks.shared[last] !== 0 ?",
    to: "true ?",
  },
  {
    name: "a slot may end a step after its interval",
    file: "agent-starts.ts",
    from: "interval.endMs - slotMs, search.untilMs - 1",
    to: "interval.endMs - slotMs + stepMs, search.untilMs - 1",
  },
  {
    name: "the horizon's end is included",
    file: "agent-starts.ts",
    from: "search.untilMs - 1)",
    to: "search.untilMs)",
  },
  {
    name: "a start at now and the notice is refused",
    file: "offer.ts",
    from: "fromMs: scenario.nowMs + scenario.minNoticeMinutes * MINUTE_MS",
    to: "fromMs: scenario.nowMs + scenario.minNoticeMinutes * MINUTE_MS + 1",
  },
  {
    name: "steps begin anew where now is",
    file: "agent-starts.ts",
    from: "firstStep(interval.startMs, Math.max(interval.startMs, search.fromMs), stepMs)",
    to: "Math.max(interval.startMs, Math.ceil(search.fromMs / 60_000) * 60_000)",
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
    from: "count < calendar.groupSize",
    to: "count <= calendar.groupSize",
  },
  {
    name: "a shared time counts once for every lead",
    file: "full-days.ts",
    from: "if (times.has(time)) continue;",
    to: "",
  },
  {
    name: "the maximum goes by the day in UTC",
    file: "zone.ts",
    from: "return Math.floor((ms + offsetAt(line, ms)) / DAY_MS);",
    to: "return Math.floor(ms / DAY_MS);",
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
  const engine: typeof import("#domain/slots/offer") = await import(pathToFileURL(join(copy, "slots/offer.ts")).href);
  return engine.findSlots;
}
