// Private calendar addresses in D1, by the hash of their token, and the showings that they show.
// Never sees a token: whoever reads this table cannot read a calendar.
import { and, asc, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { CalendarFeedView } from "#contracts/api/calendar";
import type { CalendarShowing } from "#domain/calendar/calendar-event";
import { calendarFeeds, member, showings, unitFacts, units, user } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Whose showings an address shows. */
export type FeedOwner = { readonly organisationId: string; readonly userId: string; readonly userName: string };

/** A showing as stored; the web address of its conversation is made by who knows the origin. */
export type FeedShowing = Omit<CalendarShowing, "conversationUrl"> & { readonly conversationId: string | null };

/** More than one person can show in a month and a year ahead. */
const FEED_SHOWINGS_MAX = 5_000;
/** Of a whole organisation: FEEDS_PER_PERSON_MAX for a hundred people. */
const FEEDS_READ_MAX = 1_000;
/** No showing is longer (showings_length in the tables). */
const SHOWING_MS_MAX = 86_400_000;
/** The fact that tells an agent's calendar where to go. */
const ADDRESS_FACT = "address";

/** Keeps a new address of a person. */
export async function addFeed(
  db: Database,
  organisationId: string,
  userId: string,
  tokenHash: string,
  nowMs: number,
): Promise<void> {
  await db.insert(calendarFeeds).values({ tokenHash, organisationId, userId, createdAtMs: nowMs }).run();
}

/** Addresses that stand, of one person or (null) of everybody; the newest first. */
export async function listFeeds(
  db: Database,
  organisationId: string,
  userId: string | null,
): Promise<readonly CalendarFeedView[]> {
  const rows = await db
    .select({ id: calendarFeeds.tokenHash, userId: user.id, name: user.name, createdAtMs: calendarFeeds.createdAtMs })
    .from(calendarFeeds)
    .innerJoin(user, eq(user.id, calendarFeeds.userId))
    .where(and(eq(calendarFeeds.organisationId, organisationId), standing(userId)))
    .orderBy(desc(calendarFeeds.createdAtMs), asc(calendarFeeds.tokenHash))
    .limit(FEEDS_READ_MAX)
    .all();
  return rows.map((row) => ({
    id: row.id,
    user: { id: row.userId, name: row.name },
    createdAt: new Date(row.createdAtMs).toISOString(),
  }));
}

/** Ends an address, of one person or (null) of anybody. False when none such stands. */
export async function revokeFeed(
  db: Database,
  organisationId: string,
  userId: string | null,
  id: string,
  nowMs: number,
): Promise<boolean> {
  const ended = await db
    .update(calendarFeeds)
    .set({ revokedAtMs: nowMs })
    .where(and(eq(calendarFeeds.organisationId, organisationId), eq(calendarFeeds.tokenHash, id), standing(userId)))
    .returning({ id: calendarFeeds.tokenHash })
    .all();
  return ended.length > 0;
}

/** Across organisations: whoever asks has nothing but the address. Null when it does not stand or its owner left. */
export async function feedOwner(db: Database, tokenHash: string): Promise<FeedOwner | null> {
  const row = await db
    .select({ organisationId: calendarFeeds.organisationId, userId: user.id, userName: user.name })
    .from(calendarFeeds)
    .innerJoin(user, eq(user.id, calendarFeeds.userId))
    .innerJoin(
      member,
      and(eq(member.userId, calendarFeeds.userId), eq(member.organizationId, calendarFeeds.organisationId)),
    )
    .where(and(eq(calendarFeeds.tokenHash, tokenHash), isNull(calendarFeeds.revokedAtMs)))
    .get();
  return row ?? null;
}

/** An agent's showings (no holds) that end at `fromMs` or later, in no order that matters; those furthest ahead first. */
export async function feedShowings(
  db: Database,
  organisationId: string,
  agentId: string,
  fromMs: number,
  nowMs: number,
): Promise<readonly FeedShowing[]> {
  const rows = await db
    .select({ showing: showings, unitLabel: units.label, address: unitFacts.value })
    .from(showings)
    .innerJoin(units, and(eq(units.id, showings.unitId), eq(units.organisationId, showings.organisationId)))
    .leftJoin(
      unitFacts,
      and(
        eq(unitFacts.organisationId, showings.organisationId),
        eq(unitFacts.unitId, showings.unitId),
        eq(unitFacts.name, ADDRESS_FACT),
        or(isNull(unitFacts.validUntilMs), gt(unitFacts.validUntilMs, nowMs)),
      ),
    )
    .where(
      and(
        eq(showings.organisationId, organisationId),
        eq(showings.agentId, agentId),
        gt(showings.startMs, fromMs - SHOWING_MS_MAX),
        isNull(showings.heldUntilMs),
      ),
    )
    .orderBy(desc(showings.startMs))
    .limit(FEED_SHOWINGS_MAX)
    .all();
  return rows.map(({ showing, unitLabel, address }) => ({
    id: showing.id,
    status: showing.status,
    isHold: showing.heldUntilMs !== null,
    startMs: showing.startMs,
    endMs: showing.endMs,
    sequence: showing.sequence,
    updatedAtMs: showing.updatedAtMs,
    unitLabel,
    address: address === null ? null : String(address),
    leadName: showing.leadName,
    conversationId: showing.conversationId,
  }));
}

function standing(userId: string | null) {
  return and(isNull(calendarFeeds.revokedAtMs), userId === null ? undefined : eq(calendarFeeds.userId, userId));
}
