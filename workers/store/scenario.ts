// Everything the slot engine asks about a unit, read in one round trip and one snapshot: its windows, the agents who may show
// it with their weekly times, and what blocks them anywhere (H15). Decides nothing: findSlots and explainInstant do.
import { and, asc, eq, gt, inArray, isNull, lt, ne, not, or, type SQL } from "drizzle-orm";
import { BOOKINGS_MAX, HORIZON_DAYS_MAX, OVERRIDES_MAX, WEEKLY_RULES_MAX, WINDOWS_MAX } from "#domain/slots/limits";
import { BOOKING_STATUSES, type DateOverride, isBlocking, type SlotScenario } from "#domain/slots/scenario";
import { DAY_MS, localDateOf } from "#domain/slots/zone";
import {
  agentOverrides,
  agentProfiles,
  agentRules,
  assignments,
  member,
  showings,
  units,
  unitWindows,
} from "#migrations/schema";
import type { Database } from "./database.ts";
import { SHOWING_SETTINGS_DEFAULT, showingSettingsQuery } from "./organisations.ts";
import { heldBy } from "./showings-holds.ts";
import { BUFFER_DEFAULT_MINUTES } from "./showings-place.ts";

/** Members who may show one unit: an agency of this product has fewer people altogether. */
const AGENTS_READ_MAX = 100;
/** Around the horizon, so that the local days at its ends are read whole in every zone. */
const MARGIN_MS = 2 * DAY_MS;
/** The settings come in the same round trip, so what is read ahead is the longest horizon there can be. */
const AHEAD_MS = HORIZON_DAYS_MAX * DAY_MS + MARGIN_MS;
const BLOCKING = BOOKING_STATUSES.filter(isBlocking);

export type ScenarioOptions = {
  /** Whose own holds do not block: they may choose what is held for them. */
  readonly exceptConversationId?: string | null;
  /** The showing that is to be moved: its own time does not block it. */
  readonly exceptShowingId?: string | null;
  /** One agent's times only. */
  readonly onlyAgentId?: string | null;
};

/** [H15] The scenario of a unit at `nowMs`; null when it is not this organisation's. */
export async function scenarioFor(
  db: Database,
  organisationId: string,
  unitId: string,
  nowMs: number,
  options: ScenarioOptions = {},
): Promise<SlotScenario | null> {
  const about: About = { organisationId, unitId, nowMs, options };
  const [unitRows, settingRows, windows, agents, rules, overrides, bookings] = await db.batch([
    unitQuery(db, about),
    showingSettingsQuery(db, organisationId),
    windowQuery(db, about),
    agentQuery(db, about),
    ruleQuery(db, about),
    overrideQuery(db, about),
    bookingQuery(db, about),
  ]);
  const [unit] = unitRows;
  if (unit === undefined) return null;
  const { slotMinutes, slotStepMinutes, minNoticeMinutes, horizonDays } = settingRows[0] ?? SHOWING_SETTINGS_DEFAULT;
  const [rulesOf, overridesOf] = [byAgent(rules), byAgent(overrides)];
  return {
    nowMs,
    horizonDays,
    slotMinutes,
    stepMinutes: slotStepMinutes,
    minNoticeMinutes,
    unit: {
      id: unitId,
      zone: unit.zone,
      windows: unit.isWindowBound ? windows : null,
      groupSize: unit.groupSize,
    },
    agents: agents.map(({ userId, zone, priority, bufferMinutes, maxPerDay }) => ({
      id: userId,
      zone: zone ?? unit.zone,
      priority,
      maxPerDay,
      bufferMinutes: bufferMinutes ?? BUFFER_DEFAULT_MINUTES,
      weekly: (rulesOf.get(userId) ?? []).map(({ weekday, fromMinute, toMinute }) => ({
        weekday,
        fromMinute,
        toMinute,
      })),
      overrides: (overridesOf.get(userId) ?? []).map(overrideOf),
    })),
    bookings,
  };
}

type About = {
  readonly organisationId: string;
  readonly unitId: string;
  readonly nowMs: number;
  readonly options: ScenarioOptions;
};

function unitQuery(db: Database, { organisationId, unitId }: About) {
  return db
    .select({ zone: units.zone, groupSize: units.groupSize, isWindowBound: units.isWindowBound })
    .from(units)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
    .limit(1);
}

function windowQuery(db: Database, { organisationId, unitId, nowMs }: About) {
  return db
    .select({ startMs: unitWindows.startMs, endMs: unitWindows.endMs })
    .from(unitWindows)
    .where(
      and(eq(unitWindows.organisationId, organisationId), eq(unitWindows.unitId, unitId), gt(unitWindows.endMs, nowMs)),
    )
    .orderBy(asc(unitWindows.endMs))
    .limit(WINDOWS_MAX);
}

/** Present members with an active assignment. */
function agentQuery(db: Database, about: About) {
  return db
    .select({
      userId: assignments.userId,
      priority: assignments.priority,
      zone: agentProfiles.zone,
      bufferMinutes: agentProfiles.bufferMinutes,
      maxPerDay: agentProfiles.maxPerDay,
    })
    .from(assignments)
    .innerJoin(
      member,
      and(eq(member.userId, assignments.userId), eq(member.organizationId, assignments.organisationId)),
    )
    .leftJoin(
      agentProfiles,
      and(eq(agentProfiles.organisationId, assignments.organisationId), eq(agentProfiles.userId, assignments.userId)),
    )
    .where(isAssigned(about))
    .orderBy(asc(assignments.priority), asc(assignments.userId))
    .limit(AGENTS_READ_MAX);
}

function ruleQuery(db: Database, about: About) {
  return db
    .select({
      userId: agentRules.userId,
      weekday: agentRules.weekday,
      fromMinute: agentRules.fromMinute,
      toMinute: agentRules.toMinute,
    })
    .from(agentRules)
    .where(and(eq(agentRules.organisationId, about.organisationId), inArray(agentRules.userId, assignedIds(db, about))))
    .orderBy(asc(agentRules.userId), asc(agentRules.weekday), asc(agentRules.fromMinute))
    .limit(AGENTS_READ_MAX * WEEKLY_RULES_MAX);
}

function overrideQuery(db: Database, about: About) {
  const dateAt = (ms: number) => localDateOf(ms, "UTC");
  return db
    .select({
      userId: agentOverrides.userId,
      date: agentOverrides.date,
      isAvailable: agentOverrides.isAvailable,
      fromMinute: agentOverrides.fromMinute,
      toMinute: agentOverrides.toMinute,
    })
    .from(agentOverrides)
    .where(
      and(
        eq(agentOverrides.organisationId, about.organisationId),
        inArray(agentOverrides.userId, assignedIds(db, about)),
        gt(agentOverrides.date, dateAt(about.nowMs - MARGIN_MS)),
        lt(agentOverrides.date, dateAt(about.nowMs + AHEAD_MS)),
      ),
    )
    .orderBy(asc(agentOverrides.userId), asc(agentOverrides.date))
    .limit(AGENTS_READ_MAX * OVERRIDES_MAX);
}

/** What blocks these agents at any unit: also earlier on this day, because a day's maximum counts it. */
function bookingQuery(db: Database, about: About) {
  const { organisationId, nowMs, options } = about;
  const { exceptConversationId = null, exceptShowingId = null } = options;
  const exceptions: SQL[] = [];
  const own = exceptConversationId === null ? undefined : heldBy(organisationId, exceptConversationId);
  if (own !== undefined) exceptions.push(not(own));
  if (exceptShowingId !== null) exceptions.push(ne(showings.id, exceptShowingId));
  return db
    .select({
      agentId: showings.agentId,
      unitId: showings.unitId,
      startMs: showings.startMs,
      endMs: showings.endMs,
      status: showings.status,
    })
    .from(showings)
    .where(
      and(
        eq(showings.organisationId, organisationId),
        inArray(showings.agentId, assignedIds(db, about)),
        gt(showings.startMs, nowMs - MARGIN_MS),
        lt(showings.startMs, nowMs + AHEAD_MS),
        inArray(showings.status, BLOCKING),
        or(isNull(showings.heldUntilMs), gt(showings.heldUntilMs, nowMs)),
        ...exceptions,
      ),
    )
    .limit(BOOKINGS_MAX);
}

function assignedIds(db: Database, about: About) {
  return db.select({ userId: assignments.userId }).from(assignments).where(isAssigned(about));
}

function isAssigned({ organisationId, unitId, options }: About) {
  const { onlyAgentId = null } = options;
  return and(
    eq(assignments.organisationId, organisationId),
    eq(assignments.unitId, unitId),
    eq(assignments.isActive, true),
    onlyAgentId === null ? undefined : eq(assignments.userId, onlyAgentId),
  );
}

function byAgent<Row extends { readonly userId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => row.userId);
}

/** The table's check says that the minutes stand together with "available". */
function overrideOf(row: {
  readonly date: string;
  readonly isAvailable: boolean;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}): DateOverride {
  const { date, isAvailable, fromMinute, toMinute } = row;
  if (!isAvailable || fromMinute === null || toMinute === null) return { date, isAvailable: false };
  return { date, isAvailable: true, fromMinute, toMinute };
}
