// Owns the way from the JSON of `npm run slots` to a scenario, or to one typed error that names the field. It is strict: what
// it lets through, the engine can trust. Unknown fields are ignored.
import { readDate } from "../kernel/civil-day.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { isTrustedDay, readClock, readInstant } from "./instant-text.ts";
import {
  type Faults,
  type Fields,
  fault,
  fieldsOf,
  listOf,
  pathTo,
  required,
  type ScenarioError,
  textOf,
  wholeNumber,
} from "./json-fields.ts";
import {
  AGENTS_MAX,
  BOOKINGS_MAX,
  GROUP_SIZE_MAX,
  HORIZON_DAYS_MAX,
  ID_CHARS_MAX,
  NOTICE_MINUTES_MAX,
  OVERRIDES_MAX,
  PRIORITY_MAX,
  PRIORITY_MIN,
  SHOWINGS_PER_DAY_MAX,
  SPAN_MINUTES_MAX,
  WEEKLY_RULES_MAX,
  WINDOWS_MAX,
} from "./limits.ts";
import {
  BOOKING_STATUSES,
  type BookingStatus,
  type DateOverride,
  type SlotAgent,
  type SlotBooking,
  type SlotScenario,
  type SlotUnit,
  type Span,
  type WeeklyRule,
} from "./scenario.ts";
import { isKnownZone } from "./zone.ts";

/** A scenario, and the instant that somebody wants explained. */
export type SlotQuestion = { readonly scenario: SlotScenario; readonly explainMs: number | null };

/** [S15] Reads a JSON text. */
export function parseScenario(text: string): Result<SlotQuestion, ScenarioError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: "not_json", path: "", message: "The input is not JSON." });
  }
  return readScenario(value);
}

/** [S15] Reads parsed JSON. The first fault in the order of the fields is the answer. */
export function readScenario(value: unknown): Result<SlotQuestion, ScenarioError> {
  const faults: Faults = { first: null };
  const fields = fieldsOf(faults, value, "");
  const scenario: SlotScenario = {
    nowMs: instant(faults, fields, "now"),
    horizonDays: wholeNumber(faults, fields, "horizonDays", 1, HORIZON_DAYS_MAX),
    slotMinutes: wholeNumber(faults, fields, "slotMinutes", 1, SPAN_MINUTES_MAX),
    stepMinutes: wholeNumber(faults, fields, "stepMinutes", 1, SPAN_MINUTES_MAX),
    minNoticeMinutes: wholeNumber(faults, fields, "minNoticeMinutes", 0, NOTICE_MINUTES_MAX),
    unit: readUnit(faults, fieldsOf(faults, required(faults, fields, "unit"), "unit")),
    agents: listOf(faults, fields, "agents", AGENTS_MAX, (item, path) =>
      readAgent(faults, fieldsOf(faults, item, path)),
    ),
    bookings: listOf(faults, fields, "bookings", BOOKINGS_MAX, (item, path) =>
      readBooking(faults, fieldsOf(faults, item, path)),
    ),
  };
  refuseTwins(faults, scenario.agents);
  const explainMs = isGiven(fields, "explain") ? instant(faults, fields, "explain") : null;
  return faults.first === null ? ok({ scenario, explainMs }) : err(faults.first);
}

function readUnit(faults: Faults, fields: Fields): SlotUnit {
  return {
    id: textOf(faults, fields, "id", ID_CHARS_MAX),
    zone: zone(faults, fields),
    windows: isGiven(fields, "windows")
      ? listOf(faults, fields, "windows", WINDOWS_MAX, (item, path) => span(faults, fieldsOf(faults, item, path)))
      : null,
    groupSize: wholeNumber(faults, fields, "groupSize", 1, GROUP_SIZE_MAX),
  };
}

function readAgent(faults: Faults, fields: Fields): SlotAgent {
  return {
    id: textOf(faults, fields, "id", ID_CHARS_MAX),
    zone: zone(faults, fields),
    priority: wholeNumber(faults, fields, "priority", PRIORITY_MIN, PRIORITY_MAX),
    maxPerDay: isGiven(fields, "maxPerDay") ? wholeNumber(faults, fields, "maxPerDay", 0, SHOWINGS_PER_DAY_MAX) : null,
    bufferMinutes: wholeNumber(faults, fields, "bufferMinutes", 0, SPAN_MINUTES_MAX),
    weekly: listOf(faults, fields, "weekly", WEEKLY_RULES_MAX, (item, path) =>
      readWeekly(faults, fieldsOf(faults, item, path)),
    ),
    overrides: listOf(faults, fields, "overrides", OVERRIDES_MAX, (item, path) =>
      readOverride(faults, fieldsOf(faults, item, path)),
    ),
  };
}

function readWeekly(faults: Faults, fields: Fields): WeeklyRule {
  return { weekday: wholeNumber(faults, fields, "weekday", 1, 7), ...interval(faults, fields) };
}

function readOverride(faults: Faults, fields: Fields): DateOverride {
  const date = textOf(faults, fields, "date", ID_CHARS_MAX);
  const day = readDate(date);
  const path = pathTo(fields, "date");
  if (day === null || !isTrustedDay(day)) fault(faults, "bad_date", path, `${path} must be a date such as 2026-03-08.`);
  const available = required(faults, fields, "available");
  if (typeof available !== "boolean") {
    fault(faults, "wrong_type", pathTo(fields, "available"), `${pathTo(fields, "available")} must be true or false.`);
  }
  return available === true ? { date, isAvailable: true, ...interval(faults, fields) } : { date, isAvailable: false };
}

function readBooking(faults: Faults, fields: Fields): SlotBooking {
  const agentId = textOf(faults, fields, "agentId", ID_CHARS_MAX);
  const unitId = textOf(faults, fields, "unitId", ID_CHARS_MAX);
  return { agentId, unitId, ...span(faults, fields), status: status(faults, fields) };
}

function status(faults: Faults, fields: Fields): BookingStatus {
  const word = textOf(faults, fields, "status", ID_CHARS_MAX);
  const found = BOOKING_STATUSES.find((each) => each === word);
  const path = pathTo(fields, "status");
  if (found === undefined)
    fault(faults, "unknown_status", path, `${path} must be one of ${BOOKING_STATUSES.join(", ")}.`);
  return found ?? "cancelled";
}

function zone(faults: Faults, fields: Fields): string {
  const name = textOf(faults, fields, "zone", ID_CHARS_MAX);
  const path = pathTo(fields, "zone");
  if (!isKnownZone(name)) fault(faults, "unknown_zone", path, `${path} must be an IANA zone such as America/New_York.`);
  return name;
}

function span(faults: Faults, fields: Fields): Span {
  const startMs = instant(faults, fields, "start");
  const endMs = instant(faults, fields, "end");
  const path = pathTo(fields, "end");
  if (endMs <= startMs) fault(faults, "bad_range", path, `${path} must be after start.`);
  return { startMs, endMs };
}

function interval(faults: Faults, fields: Fields): { readonly fromMinute: number; readonly toMinute: number } {
  const fromMinute = clock(faults, fields, "from");
  const toMinute = clock(faults, fields, "to");
  const path = pathTo(fields, "to");
  if (fromMinute >= toMinute)
    fault(faults, "bad_range", path, `${path} must be after from; the end of a day is 24:00.`);
  return { fromMinute, toMinute };
}

function clock(faults: Faults, fields: Fields, name: string): number {
  const minute = readClock(textOf(faults, fields, name, ID_CHARS_MAX));
  const path = pathTo(fields, name);
  if (minute === null) fault(faults, "bad_time", path, `${path} must be a time such as 09:00, at most 24:00.`);
  return minute ?? 0;
}

function instant(faults: Faults, fields: Fields, name: string): number {
  const ms = readInstant(textOf(faults, fields, name, ID_CHARS_MAX));
  const path = pathTo(fields, name);
  if (ms === null) fault(faults, "bad_instant", path, `${path} must be an instant such as 2026-03-07T12:00:00Z.`);
  return ms ?? 0;
}

/** The fields for which null means something may also be left out. */
function isGiven(fields: Fields, name: string): boolean {
  return fields.values[name] !== undefined && fields.values[name] !== null;
}

function refuseTwins(faults: Faults, agents: readonly SlotAgent[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of agents.entries()) {
    const path = `agents[${index}].id`;
    if (seen.has(id)) fault(faults, "duplicate_agent", path, `${path} is the id of an earlier agent.`);
    seen.add(id);
  }
}
