// Which members of an organisation have said that they can show anything at all: one look for all of them and for every unit, so
// that a list of units costs the same however many there are. Whether a time is free is the slot engine's to say, unit by unit.
import { and, eq, exists, gte, sql } from "drizzle-orm";
import { DAY_MS, localDateOf } from "#domain/slots/zone";
import { agentOverrides, agentRules, member } from "#migrations/schema";
import type { Database } from "./database.ts";
import { showingSettingsOf } from "./organisations.ts";

export type TimesAhead = {
  /** Present members with weekly hours, or with a day of hours within the horizon. */
  readonly agentIds: ReadonlySet<string>;
  /** End of the horizon: what begins later is offered to nobody yet. Epoch milliseconds. */
  readonly untilMs: number;
};

/** Days are looked at with one day of room at either end: a date is another day elsewhere. */
export async function timesAhead(db: Database, organisationId: string, nowMs: number): Promise<TimesAhead> {
  const [{ horizonDays }, people] = await Promise.all([
    showingSettingsOf(db, organisationId),
    peopleQuery(db, organisationId, localDateOf(nowMs - DAY_MS, "UTC")).all(),
  ]);
  const untilMs = nowMs + (horizonDays + 1) * DAY_MS;
  const lastDate = localDateOf(untilMs, "UTC");
  const able = people.filter(
    ({ hasWeek, firstDate }) => hasWeek === 1 || (firstDate !== null && firstDate <= lastDate),
  );
  return { agentIds: new Set(able.map(({ userId }) => userId)), untilMs };
}

function peopleQuery(db: Database, organisationId: string, fromDate: string) {
  const own = (table: typeof agentRules | typeof agentOverrides) =>
    and(eq(table.organisationId, member.organizationId), eq(table.userId, member.userId));
  const week = db.select({ one: sql`1` }).from(agentRules).where(own(agentRules));
  const firstDate = db
    .select({ date: sql`min(${agentOverrides.date})` })
    .from(agentOverrides)
    .where(and(own(agentOverrides), eq(agentOverrides.isAvailable, true), gte(agentOverrides.date, fromDate)));
  return db
    .select({
      userId: member.userId,
      hasWeek: sql<number>`${exists(week)}`,
      firstDate: sql<string | null>`${firstDate}`,
    })
    .from(member)
    .where(eq(member.organizationId, organisationId));
}
