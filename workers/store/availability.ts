// When agents show units, in D1: profile, weekly times, and what replaces them on single days. Minutes are the agent's wall clock.
import { and, asc, eq, gte } from "drizzle-orm";
import type { AgentProfile } from "#contracts/api/availability";
import type { WeeklyRule } from "#domain/slots/scenario";
import { agentOverrides, agentProfiles, agentRules } from "#migrations/schema";
import { daysOfZone } from "./agent-days.ts";
import type { Database } from "./database.ts";

/** A stretch of one day in minutes since midnight, 0 ≤ from < to ≤ 1,440. */
export type DayMinutes = { readonly fromMinute: number; readonly toMinute: number };

export type StoredAvailability = {
  readonly profile: AgentProfile | null;
  /** By weekday and start. */
  readonly rules: readonly WeeklyRule[];
  /** By date and start; without an interval the agent is away. */
  readonly overrides: readonly { readonly date: string; readonly intervals: readonly DayMinutes[] }[];
};

/** D1 takes 100 values in a statement; a rule has six, an override seven. */
const RULES_PER_INSERT = 16;
const OVERRIDES_PER_INSERT = 14;

/** What an agent said; of single days those from `fromDate` on. */
export async function availabilityOf(
  db: Database,
  organisationId: string,
  userId: string,
  fromDate: string,
): Promise<StoredAvailability> {
  const [profiles, rules, overrides] = await db.batch([
    db
      .select({
        zone: agentProfiles.zone,
        bufferMinutes: agentProfiles.bufferMinutes,
        maxPerDay: agentProfiles.maxPerDay,
        isMailed: agentProfiles.isMailed,
      })
      .from(agentProfiles)
      .where(and(eq(agentProfiles.organisationId, organisationId), eq(agentProfiles.userId, userId))),
    db
      .select({ weekday: agentRules.weekday, fromMinute: agentRules.fromMinute, toMinute: agentRules.toMinute })
      .from(agentRules)
      .where(ofRules(organisationId, userId))
      .orderBy(asc(agentRules.weekday), asc(agentRules.fromMinute), asc(agentRules.toMinute)),
    db
      .select()
      .from(agentOverrides)
      .where(
        and(
          eq(agentOverrides.organisationId, organisationId),
          eq(agentOverrides.userId, userId),
          gte(agentOverrides.date, fromDate),
        ),
      )
      .orderBy(asc(agentOverrides.date), asc(agentOverrides.fromMinute)),
  ]);
  return { profile: profiles[0] ?? null, rules, overrides: byDate(overrides) };
}

/** [H17] Sets an agent's profile; what it leaves out stays. Showings that are to come move to the days of its zone with it. */
export async function putProfile(
  db: Database,
  organisationId: string,
  userId: string,
  profile: AgentProfile,
  nowMs: number,
): Promise<void> {
  const { zone, bufferMinutes, maxPerDay, isMailed } = profile;
  await db.batch([
    db
      .insert(agentProfiles)
      .values({ organisationId, userId, zone, bufferMinutes, maxPerDay, isMailed })
      .onConflictDoUpdate({
        target: [agentProfiles.organisationId, agentProfiles.userId],
        set: { zone, bufferMinutes, maxPerDay, isMailed },
      }),
    daysOfZone(db, organisationId, userId, zone, nowMs),
  ]);
}

/** Replaces an agent's whole week in one transaction. */
export async function replaceWeek(
  db: Database,
  organisationId: string,
  userId: string,
  rules: readonly WeeklyRule[],
): Promise<void> {
  const rows = rules.map(({ weekday, fromMinute, toMinute }) => ({
    id: crypto.randomUUID(),
    organisationId,
    userId,
    weekday,
    fromMinute,
    toMinute,
  }));
  await db.batch([
    db.delete(agentRules).where(ofRules(organisationId, userId)),
    ...partsOf(rows, RULES_PER_INSERT).map((part) => db.insert(agentRules).values(part)),
  ]);
}

/** Replaces what holds on one day: intervals, none of them (away), or null for the weekly times again. */
export async function replaceDate(
  db: Database,
  organisationId: string,
  userId: string,
  date: string,
  intervals: readonly DayMinutes[] | null,
): Promise<void> {
  const day = { organisationId, userId, date };
  const away = { ...day, isAvailable: false, fromMinute: null, toMinute: null };
  const times = intervals?.map(({ fromMinute, toMinute }) => ({ ...day, isAvailable: true, fromMinute, toMinute }));
  const rows = (times === undefined ? [] : times.length === 0 ? [away] : times).map((row) => ({
    id: crypto.randomUUID(),
    ...row,
  }));
  await db.batch([
    db
      .delete(agentOverrides)
      .where(
        and(
          eq(agentOverrides.organisationId, organisationId),
          eq(agentOverrides.userId, userId),
          eq(agentOverrides.date, date),
        ),
      ),
    ...partsOf(rows, OVERRIDES_PER_INSERT).map((part) => db.insert(agentOverrides).values(part)),
  ]);
}

function ofRules(organisationId: string, userId: string) {
  return and(eq(agentRules.organisationId, organisationId), eq(agentRules.userId, userId));
}

/** Rows in the order of their dates. "Not available" beside times adds nothing, as the slot rules have it. */
function byDate(rows: readonly (typeof agentOverrides.$inferSelect)[]): StoredAvailability["overrides"] {
  return [...Map.groupBy(rows, (row) => row.date)].map(([date, ofDay]) => ({
    date,
    intervals: ofDay.flatMap(({ fromMinute, toMinute }) =>
      fromMinute === null || toMinute === null ? [] : { fromMinute, toMinute },
    ),
  }));
}

function partsOf<Row>(rows: readonly Row[], size: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
