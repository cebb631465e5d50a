import { describe, expect, it } from "vitest";
import { clockText, instantText, readClock, readInstant } from "./instant-text.ts";
import { AGENTS_MAX, BOOKINGS_MAX } from "./limits.ts";
import { parseScenario, readScenario } from "./parse-scenario.ts";

const AGENT = {
  id: "a1",
  zone: "America/New_York",
  priority: 100,
  maxPerDay: null,
  bufferMinutes: 15,
  weekly: [{ weekday: 1, from: "09:00", to: "12:00" }],
  overrides: [
    { date: "2026-03-08", available: false },
    { date: "2026-03-09", available: true, from: "10:00", to: "24:00" },
  ],
};
const BOOKING = {
  agentId: "a1",
  unitId: "u2",
  start: "2026-03-09T13:00:00Z",
  end: "2026-03-09T13:30:00Z",
  status: "confirmed",
};
const INPUT = {
  now: "2026-03-07T12:00:00Z",
  horizonDays: 14,
  slotMinutes: 30,
  stepMinutes: 30,
  minNoticeMinutes: 120,
  unit: {
    id: "u1",
    zone: "America/New_York",
    windows: [{ start: "2026-03-07T00:00:00Z", end: "2026-03-20T00:00:00Z" }],
    groupSize: 1,
  },
  agents: [AGENT],
  bookings: [BOOKING],
};

/** The input with one field at `path` ("agents.0.zone") set to `value`; undefined removes it. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(INPUT);
  const names = path.split(".");
  const last = names.pop() ?? "";
  let holder = copy as unknown as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

function refusal(input: unknown): string {
  const read = readScenario(input);
  return read.ok ? "accepted" : `${read.error.code} ${read.error.path}`;
}

describe("the reading of a scenario", () => {
  it("[S15] gives instants as milliseconds and times of day as minutes", () => {
    const read = readScenario({ ...INPUT, explain: "2026-03-09T10:00:00-04:00", more: { of: "this" } });
    expect(read).toEqual({
      ok: true,
      value: {
        explainMs: Date.UTC(2026, 2, 9, 14),
        scenario: {
          nowMs: Date.UTC(2026, 2, 7, 12),
          horizonDays: 14,
          slotMinutes: 30,
          stepMinutes: 30,
          minNoticeMinutes: 120,
          unit: {
            id: "u1",
            zone: "America/New_York",
            windows: [{ startMs: Date.UTC(2026, 2, 7), endMs: Date.UTC(2026, 2, 20) }],
            groupSize: 1,
          },
          agents: [
            {
              id: "a1",
              zone: "America/New_York",
              priority: 100,
              maxPerDay: null,
              bufferMinutes: 15,
              weekly: [{ weekday: 1, fromMinute: 540, toMinute: 720 }],
              overrides: [
                { date: "2026-03-08", isAvailable: false },
                { date: "2026-03-09", isAvailable: true, fromMinute: 600, toMinute: 1_440 },
              ],
            },
          ],
          bookings: [
            {
              agentId: "a1",
              unitId: "u2",
              startMs: Date.UTC(2026, 2, 9, 13),
              endMs: Date.UTC(2026, 2, 9, 13, 30),
              status: "confirmed",
            },
          ],
        },
      },
    });
  });

  it.each([
    ["unit.windows", null],
    ["unit.windows", undefined],
    ["unit.windows", []],
    ["agents.0.maxPerDay", undefined],
    ["agents.0.maxPerDay", 0],
    ["explain", null],
    ["agents", []],
    ["bookings", []],
    ["agents.0.weekly", []],
    ["minNoticeMinutes", 0],
    ["bookings.0.agentId", "somebody else"],
    ["agents.0.weekly.0.from", "00:00"],
    ["now", "2026-03-07T12:00Z"],
    ["now", "2026-03-07T12:00:00.123456789+14:00"],
  ])("[S15] accepts %s as %s", (path, value) => {
    expect(refusal(changed(path, value))).toBe("accepted");
  });

  it.each([
    ["unit.zone", "America/Gotham", "unknown_zone unit.zone"],
    ["agents.0.zone", "+05:00", "unknown_zone agents[0].zone"],
    ["agents.0.zone", "", "out_of_range agents[0].zone"],
    ["agents.0.weekly.0.to", "09:00", "bad_range agents[0].weekly[0].to"],
    ["agents.0.weekly.0.to", "08:59", "bad_range agents[0].weekly[0].to"],
    ["agents.0.weekly.0.to", "00:00", "bad_range agents[0].weekly[0].to"],
    ["agents.0.weekly.0.to", "24:01", "bad_time agents[0].weekly[0].to"],
    ["agents.0.weekly.0.to", "9:00", "bad_time agents[0].weekly[0].to"],
    ["agents.0.weekly.0.to", 720, "wrong_type agents[0].weekly[0].to"],
    ["agents.0.weekly.0.from", "09:60", "bad_time agents[0].weekly[0].from"],
    ["agents.0.weekly.0.weekday", 0, "out_of_range agents[0].weekly[0].weekday"],
    ["agents.0.weekly.0.weekday", 8, "out_of_range agents[0].weekly[0].weekday"],
    ["agents.0.weekly.0.weekday", 1.5, "out_of_range agents[0].weekly[0].weekday"],
    ["agents.0.weekly.0.weekday", "1", "wrong_type agents[0].weekly[0].weekday"],
    ["agents.0.weekly", {}, "wrong_type agents[0].weekly"],
    ["agents.0.weekly", Array(169).fill(AGENT.weekly[0]), "too_many agents[0].weekly"],
    ["agents.0.overrides.0.date", "2026-02-29", "bad_date agents[0].overrides[0].date"],
    ["agents.0.overrides.0.date", "1026-02-21", "bad_date agents[0].overrides[0].date"],
    ["agents.0.overrides.0.available", "false", "wrong_type agents[0].overrides[0].available"],
    ["agents.0.overrides.1.from", undefined, "missing_field agents[0].overrides[1].from"],
    ["agents.0.overrides.1.to", "10:00", "bad_range agents[0].overrides[1].to"],
    ["agents.0.overrides", undefined, "missing_field agents[0].overrides"],
    ["agents.0.priority", 0, "out_of_range agents[0].priority"],
    ["agents.0.priority", 1_001, "out_of_range agents[0].priority"],
    ["agents.0.priority", null, "wrong_type agents[0].priority"],
    ["agents.0.bufferMinutes", -1, "out_of_range agents[0].bufferMinutes"],
    ["agents.0.maxPerDay", -1, "out_of_range agents[0].maxPerDay"],
    ["agents.0.id", 7, "wrong_type agents[0].id"],
    ["agents.0", null, "wrong_type agents[0]"],
    ["agents.0", [], "wrong_type agents[0]"],
    ["agents", null, "wrong_type agents"],
    ["agents", [AGENT, AGENT], "duplicate_agent agents[1].id"],
    ["agents", Array(AGENTS_MAX + 1).fill(AGENT), "too_many agents"],
    ["bookings.0.status", "maybe", "unknown_status bookings[0].status"],
    ["bookings.0.status", null, "wrong_type bookings[0].status"],
    ["bookings.0.end", "2026-03-09T13:00:00Z", "bad_range bookings[0].end"],
    ["bookings.0.end", "2026-03-09T13:30:00", "bad_instant bookings[0].end"],
    ["bookings.0.start", "2026-02-30T13:30:00Z", "bad_instant bookings[0].start"],
    ["bookings.0.start", "2026-03-09T24:00:00Z", "bad_instant bookings[0].start"],
    ["bookings", Array(BOOKINGS_MAX + 1).fill(BOOKING), "too_many bookings"],
    ["bookings", undefined, "missing_field bookings"],
    ["unit.windows", [{ start: INPUT.now, end: INPUT.now }], "bad_range unit.windows[0].end"],
    ["unit.groupSize", 0, "out_of_range unit.groupSize"],
    ["unit", undefined, "missing_field unit"],
    ["now", "yesterday", "bad_instant now"],
    ["now", 1_772_884_800_000, "wrong_type now"],
    ["now", undefined, "missing_field now"],
    ["explain", "soon", "bad_instant explain"],
    ["horizonDays", 0, "out_of_range horizonDays"],
    ["horizonDays", 367, "out_of_range horizonDays"],
    ["slotMinutes", 0, "out_of_range slotMinutes"],
    ["slotMinutes", 0.5, "out_of_range slotMinutes"],
    ["slotMinutes", "30", "wrong_type slotMinutes"],
    ["stepMinutes", -30, "out_of_range stepMinutes"],
    ["stepMinutes", null, "wrong_type stepMinutes"],
    ["minNoticeMinutes", -1, "out_of_range minNoticeMinutes"],
  ])("[S15] refuses %s as %j", (path, value, expected) => {
    expect(refusal(changed(path, value))).toBe(expected);
  });

  it.each(["", "{", "now", '{"now":}', "\u0000"])("[S15] refuses %j, which is not JSON", (text) => {
    const read = parseScenario(text);
    expect(read.ok ? null : [read.error.code, read.error.path]).toEqual(["not_json", ""]);
  });

  it.each(["null", "[]", "7", '"now"', "true"])("[S15] refuses %s, which is no object", (text) => {
    const read = parseScenario(text);
    expect(read.ok ? null : [read.error.code, read.error.path]).toEqual(["wrong_type", ""]);
  });

  it("[S15] accepts as many agents and bookings as are allowed", () => {
    const agents = Array.from({ length: AGENTS_MAX }, (_, index) => ({ ...AGENT, id: `a${index}` }));
    expect(refusal({ ...INPUT, agents, bookings: Array(BOOKINGS_MAX).fill(BOOKING) })).toBe("accepted");
  });
});

describe("instants and times of day", () => {
  it("[S14] are written in UTC to the second, and read back", () => {
    expect(instantText(Date.UTC(2026, 2, 9, 13))).toBe("2026-03-09T13:00:00Z");
    expect(instantText(Date.UTC(2026, 2, 9, 13) + 5)).toBe("2026-03-09T13:00:00.005Z");
    for (const ms of [0, 1, Date.UTC(2199, 11, 31, 23, 59, 59), Date.UTC(2024, 1, 29, 12)]) {
      expect(readInstant(instantText(ms))).toBe(ms);
    }
  });

  it("[S15] run from 00:00 to 24:00", () => {
    expect(["00:00", "09:05", "24:00", "24:01", "25:00", "12:60", "1200", "12:00:00"].map(readClock)).toEqual([
      0,
      545,
      1_440,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([0, 545, 1_440].map(clockText)).toEqual(["00:00", "09:05", "24:00"]);
  });
});
