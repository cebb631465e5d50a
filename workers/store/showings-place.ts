// What a place at a time takes: the unit's group size, and each agent's zone, way and maximum as they are now. Also the one
// reading of the database's refusals. Writes nothing; who takes the place is showings.ts, showings-holds.ts, showings-move.ts.
import { and, eq, inArray, isNull } from "drizzle-orm";
import { err, ok, type Result } from "#domain/kernel/result";
import type { NoPlace } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import { localDateOf } from "#domain/slots/zone";
import { agentProfiles, member, showings, units } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Agents tried for one booking: each costs a round trip, and no unit of any agency is shown by more. */
export const AGENTS_TRIED_MAX = 20;
/** Way between two units for an agent without a profile; the table's own default. */
export const BUFFER_DEFAULT_MINUTES = 15;

/** An agent at a time, with what the triggers measure by. */
export type Place = Pick<
  ShowingRow,
  "agentId" | "startMs" | "endMs" | "groupSize" | "bufferMinutes" | "maxPerDay" | "agentDay"
>;
export type ShowingRow = typeof showings.$inferSelect;
/** Why a statement was refused. `KEY_KNOWN`: somebody wrote under the same key a moment ago. */
export type Obstacle = NoPlace | "KEY_KNOWN";

type UnitLimits = { readonly groupSize: number; readonly zone: string };
type AgentLimits = {
  readonly userId: string;
  readonly zone: string | null;
  readonly bufferMinutes: number | null;
  readonly maxPerDay: number | null;
};

/** The unit's limits; at most one row. */
export function unitLimitsQuery(db: Database, organisationId: string, unitId: string) {
  return db
    .select({ groupSize: units.groupSize, zone: units.zone })
    .from(units)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
    .limit(1);
}

/** The limits of those of the agents who are members, in no order. */
export function agentLimitsQuery(db: Database, organisationId: string, agentIds: readonly string[]) {
  return db
    .select({
      userId: member.userId,
      zone: agentProfiles.zone,
      bufferMinutes: agentProfiles.bufferMinutes,
      maxPerDay: agentProfiles.maxPerDay,
    })
    .from(member)
    .leftJoin(
      agentProfiles,
      and(eq(agentProfiles.organisationId, member.organizationId), eq(agentProfiles.userId, member.userId)),
    )
    .where(and(eq(member.organizationId, organisationId), inArray(member.userId, agentIds.slice(0, AGENTS_TRIED_MAX))));
}

/** [H12] An agent's place at a time. An override lifts the way and the maximum; the group and true overlaps stay. */
export function placeOf(
  unit: UnitLimits,
  agent: AgentLimits,
  time: { readonly startMs: number; readonly endMs: number },
  isOverride: boolean,
): Place {
  return {
    agentId: agent.userId,
    startMs: time.startMs,
    endMs: time.endMs,
    groupSize: unit.groupSize,
    bufferMinutes: isOverride ? 0 : (agent.bufferMinutes ?? BUFFER_DEFAULT_MINUTES),
    maxPerDay: isOverride ? null : agent.maxPerDay,
    agentDay: localDateOf(time.startMs, agent.zone ?? unit.zone),
  };
}

/** What a write gave, or why the triggers refused it. Any other failure is thrown on. */
export async function attempt<T>(write: Promise<T>): Promise<Result<T, Obstacle>> {
  try {
    return ok(await write);
  } catch (thrown) {
    const obstacle = obstacleIn(thrown);
    if (obstacle === null) throw thrown;
    return err(obstacle);
  }
}

/** The condition for one showing. A hold is none: it is booked or let go, and nothing else happens to it. */
export function ofShowing(organisationId: string, showingId: string) {
  return and(eq(showings.organisationId, organisationId), eq(showings.id, showingId), isNull(showings.heldUntilMs));
}

/** The showing behind a row. */
export function showingFrom(row: ShowingRow): Showing {
  return {
    id: row.id,
    conversationId: row.conversationId,
    unitId: row.unitId,
    agentId: row.agentId,
    startMs: row.startMs,
    endMs: row.endMs,
    status: row.status,
    heldUntilMs: row.heldUntilMs,
    agentDay: row.agentDay,
    leadName: row.leadName,
    sequence: row.sequence,
    leadConfirmedAtMs: row.leadConfirmedAtMs,
    createdAtMs: row.createdAtMs,
    updatedAtMs: row.updatedAtMs,
  };
}

function obstacleIn(thrown: unknown): Obstacle | null {
  // The driver wraps the database's own words, once or twice.
  let text = "";
  for (let error = thrown; error instanceof Error; error = error.cause) text += ` ${error.message}`;
  if (text.includes("SHOWING_OVERLAP")) return "TIME_TAKEN";
  if (text.includes("WISH_REFUSED")) return "TIME_TAKEN";
  if (text.includes("SHOWING_FULL")) return "GROUP_FULL";
  if (text.includes("SHOWING_DAY_FULL")) return "DAY_FULL";
  return /UNIQUE constraint failed: \w+\.organisation_id, \w+\.idempotency_key/.test(text) ? "KEY_KNOWN" : null;
}
