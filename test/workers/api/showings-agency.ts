// Agencies whose agents can be booked at any hour, and the clock that their showings are asked for by: the API's own clock runs.
import { and, eq } from "drizzle-orm";
import { agentProfiles, agentRules, units } from "#migrations/schema";
import { type BookingWish, book } from "#workers/store/showings";
import { type Agency, assign, db, freshId, makeAgency, makePerson, type Person } from "./agency.ts";

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_MINUTES = 1_440;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The start of an hour, so many hours after the first whole one that is at least a day ahead. */
export function hourAhead(hours: number): number {
  return (Math.ceil(Date.now() / HOUR) + 24 + hours) * HOUR;
}

export const iso = (ms: number) => new Date(ms).toISOString();

/** Opens every hour of the week for an agent, in UTC. */
export async function openAlways(agency: Agency, userId: string): Promise<void> {
  const organisationId = agency.id;
  await db.insert(agentProfiles).values({ organisationId, userId, zone: "UTC" }).onConflictDoNothing();
  const rules = WEEKDAYS.map((weekday) => ({
    id: `${userId}.${weekday}`,
    organisationId,
    userId,
    weekday,
    fromMinute: 0,
    toMinute: DAY_MINUTES,
  }));
  await db.insert(agentRules).values(rules).onConflictDoNothing();
}

/** An agency, and two agents of its unit who can always come; the first is asked first. */
export async function makeOpenAgency(): Promise<{ agency: Agency; first: Person; second: Person }> {
  const agency = await makeAgency();
  const [first, second] = [await makePerson(agency, "agent", "Fay"), await makePerson(agency, "agent", "Sam")];
  for (const [person, priority] of [[first, 1] as const, [second, 2] as const]) {
    await assign(agency, person, priority);
    await openAlways(agency, person.id);
  }
  return { agency, first, second };
}

/** Books past the API. */
export async function booked(agency: Agency, agentId: string, startMs: number, change: Partial<BookingWish> = {}) {
  const answer = await book(db, agency.id, {
    idempotencyKey: freshId("key"),
    conversationId: null,
    unitId: agency.unitId,
    agentIds: [agentId],
    startMs,
    endMs: startMs + 30 * MINUTE,
    leadName: null,
    nowMs: Date.now(),
    ...change,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.id;
}

/** Lets any number of leads share a time of the agency's unit. */
export async function shareTimes(agency: Agency): Promise<void> {
  await db
    .update(units)
    .set({ groupSize: 1_000 })
    .where(and(eq(units.organisationId, agency.id), eq(units.id, agency.unitId)));
}
