// The local days that an agent's showings stand under, when the agent's clock is another from now on. One statement without a
// look before it, so that it can go into the transaction that changes the zone.
import { and, eq, gt, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { nextStatuses, SHOWING_STATUSES } from "#domain/showing/status";
import { DAY_MS, offsetAt, type ZoneLine, zoneLine } from "#domain/slots/zone";
import { showings } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Showings further ahead than two years are nobody's; their days are an hour off at most. */
const AHEAD_MS = 730 * DAY_MS;
const LIVING = SHOWING_STATUSES.filter((status) => nextStatuses(status).length > 0);

/**
 * [H17] Puts the agent's showings that are to come under the days of a zone, which must be known. No place is taken by it, so
 * the triggers let it: a day that holds more starts than its maximum keeps them. Holds keep theirs; they last a few hours.
 */
export function daysOfZone(db: Database, organisationId: string, agentId: string, zone: string, nowMs: number) {
  const offset = offsetOf(zoneLine(zone, nowMs, nowMs + AHEAD_MS), nowMs);
  const day = sql<string>`strftime('%Y-%m-%d', (${showings.startMs} + ${offset}) / 1000, 'unixepoch')`;
  return db
    .update(showings)
    .set({ agentDay: day })
    .where(
      and(
        eq(showings.organisationId, organisationId),
        eq(showings.agentId, agentId),
        gt(showings.startMs, nowMs),
        isNull(showings.heldUntilMs),
        inArray(showings.status, LIVING),
        ne(showings.agentDay, day),
      ),
    );
}

/** The milliseconds to add at a start, as whole numbers in the text: bound ones would be counted as fractions. */
function offsetOf(line: ZoneLine, nowMs: number): SQL {
  const changes = line.startsMs.map((startMs, at) => ({ startMs, offsetMs: line.offsetsMs[at] ?? 0 }));
  const coming = changes.filter(({ startMs }) => startMs > nowMs).toReversed();
  const now = offsetAt(line, nowMs);
  if (coming.length === 0) return sql.raw(String(now));
  const whens = coming.map(
    ({ startMs, offsetMs }) =>
      sql`when ${showings.startMs} >= ${sql.raw(String(startMs))} then ${sql.raw(String(offsetMs))}`,
  );
  return sql`case ${sql.join(whens, sql` `)} else ${sql.raw(String(now))} end`;
}
