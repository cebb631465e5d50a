// The tables of showings: the showings with their holds and moves, follow-ups, and the calendars that show them.
// Part of schema.ts, which everybody imports. What may stand beside what is decided by the triggers in 0005_showings.sql.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { user } from "./auth-schema.ts";
import { instant, organisationId } from "./columns.ts";
import { units } from "./unit-schema.ts";

/**
 * Showings, and the times held for leads until they choose. The triggers of 0005_showings.sql refuse an agent in two places
 * at once, a full group, a full day and every change of status that R11 does not know, whoever writes.
 * A hold is a row with `pending` and `held_until_ms`: busy until then and nothing after. A hold that is let go is deleted.
 */
export const showings = sqliteTable(
  "showings",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    /** Null: booked by hand for somebody without a conversation. */
    conversationId: text("conversation_id"),
    unitId: text("unit_id")
      .notNull()
      .references(() => units.id),
    agentId: text("agent_id").notNull(),
    startMs: instant("start_ms").notNull(),
    /** Not part of the showing. */
    endMs: instant("end_ms").notNull(),
    status: text("status", {
      enum: ["pending", "confirmed", "reschedule_requested", "cancelled", "completed", "no_show"],
    }).notNull(),
    /** Null: no hold. */
    heldUntilMs: instant("held_until_ms"),
    /** What was in force when the time was taken: of the unit, then of the agent. */
    groupSize: integer("group_size").notNull(),
    bufferMinutes: integer("buffer_minutes").notNull().default(0),
    maxPerDay: integer("max_per_day"),
    /** The agent's local day of the start, "2026-03-08". */
    agentDay: text("agent_day").notNull(),
    leadName: text("lead_name"),
    idempotencyKey: text("idempotency_key").notNull(),
    /** What was asked for with the key: the same key for something else is refused. */
    idempotencyContent: text("idempotency_content").notNull().default(""),
    /** Raised with every change that a calendar has to learn of (RFC 5545, 3.8.7.4). */
    sequence: integer("sequence").notNull().default(0),
    leadConfirmedAtMs: instant("lead_confirmed_at_ms"),
    createdAtMs: instant("created_at_ms").notNull(),
    updatedAtMs: instant("updated_at_ms").notNull(),
  },
  (t) => [
    uniqueIndex("showings_once").on(t.organisationId, t.idempotencyKey),
    index("showings_by_time").on(t.organisationId, t.startMs, t.id),
    index("showings_by_agent").on(t.organisationId, t.agentId, t.startMs, t.id),
    index("showings_by_unit").on(t.organisationId, t.unitId, t.startMs, t.id),
    index("showings_by_conversation").on(t.organisationId, t.conversationId, t.startMs),
    index("showings_by_change").on(t.updatedAtMs).where(sql`held_until_ms is null`),
    index("showings_held").on(t.organisationId, t.heldUntilMs).where(sql`held_until_ms is not null`),
    // The triggers look back by one day only, so a showing may not be longer.
    check("showings_length", sql`${t.endMs} - ${t.startMs} between 60000 and 86400000`),
    check("showings_hold", sql`${t.heldUntilMs} is null or ${t.status} = 'pending'`),
    check("showings_group_size", sql`${t.groupSize} >= 1`),
    check("showings_buffer", sql`${t.bufferMinutes} between 0 and 1440`),
    check(
      "showings_status",
      sql`${t.status} in ('pending', 'confirmed', 'reschedule_requested', 'cancelled', 'completed', 'no_show')`,
    ),
  ],
);

/** Every move of a showing to another time or agent, so that a move that is told twice happens once. */
export const showingMoves = sqliteTable(
  "showing_moves",
  {
    organisationId: organisationId(),
    idempotencyKey: text("idempotency_key").notNull(),
    /** No foreign key: with one, every hold that is let go would look through this table. */
    showingId: text("showing_id").notNull(),
    /** What was asked for with the key. */
    idempotencyContent: text("idempotency_content").notNull(),
    /** Where the showing was before. */
    fromAgentId: text("from_agent_id").notNull(),
    fromStartMs: instant("from_start_ms").notNull(),
    fromEndMs: instant("from_end_ms").notNull(),
    atMs: instant("at_ms").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.idempotencyKey] }),
    index("showing_moves_by_showing").on(t.organisationId, t.showingId, t.atMs),
  ],
);

/**
 * The first answer to a conversation's wish where neither a showing nor a move says it. Triggers refuse what was refused before
 * (H18), and keep no refusal of what was carried out.
 */
export const showingWishes = sqliteTable(
  "showing_wishes",
  {
    organisationId: organisationId(),
    idempotencyKey: text("idempotency_key").notNull(),
    /** Why there was no place; null: the step was made. */
    refusal: text("refusal", { enum: ["TIME_TAKEN", "GROUP_FULL", "DAY_FULL"] }),
    atMs: instant("at_ms").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.idempotencyKey] })],
);

/**
 * What agents were mailed about showings, once per showing, sequence and agent. A row is written before its mail leaves and
 * marked after; a row without a mark is tried again. The newest row of an agent says what stands in their calendar.
 */
export const agentNotices = sqliteTable(
  "agent_notices",
  {
    organisationId: organisationId(),
    /** No foreign key: with one, every hold that is let go would look through this table. */
    showingId: text("showing_id").notNull(),
    /** The showing's, when the mail was written. */
    sequence: integer("sequence").notNull(),
    agentId: text("agent_id").notNull(),
    method: text("method", { enum: ["request", "cancel"] }).notNull(),
    /** The time that the mail spoke of. */
    startMs: instant("start_ms").notNull(),
    endMs: instant("end_ms").notNull(),
    tries: integer("tries").notNull(),
    /** Until then nobody else may try. */
    nextTryAtMs: instant("next_try_at_ms").notNull(),
    /** Null: not yet, or nobody knows. */
    sentAtMs: instant("sent_at_ms"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.showingId, t.sequence, t.agentId] })],
);

/** Follow-ups as the conversations' actors have them (R12): a projection, for lists. */
export const followUps = sqliteTable(
  "follow_ups",
  {
    organisationId: organisationId(),
    id: text("id").notNull(),
    conversationId: text("conversation_id").notNull(),
    stage: text("stage", { enum: ["follow_up_1", "follow_up_2"] }).notNull(),
    /** Id of the lead's message that the follow-up belongs to. */
    episode: text("episode").notNull(),
    dueAtMs: instant("due_at_ms").notNull(),
    ownerId: text("owner_id"),
    status: text("status", { enum: ["pending", "completed", "cancelled"] }).notNull(),
    /** Who writes it as things are. */
    writer: text("writer", { enum: ["assistant", "agent"] })
      .notNull()
      .default("assistant"),
    /** Why the assistant found no words for it: a code and a sentence, never message text. */
    leftToPerson: text("left_to_person", { mode: "json" }).$type<{
      readonly code: string;
      readonly sentence: string;
    }>(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("follow_ups_by_owner").on(t.organisationId, t.ownerId, t.status, t.dueAtMs),
    index("follow_ups_by_due").on(t.organisationId, t.status, t.dueAtMs, t.id),
    index("follow_ups_by_conversation").on(t.organisationId, t.conversationId),
  ],
);

/** Private calendar addresses of agents, by the hash of their token: whoever reads the table cannot read a calendar. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    tokenHash: text("token_hash").primaryKey(),
    organisationId: organisationId(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    createdAtMs: instant("created_at_ms").notNull(),
    revokedAtMs: instant("revoked_at_ms"),
  },
  (t) => [index("calendar_feeds_by_agent").on(t.organisationId, t.userId, t.createdAtMs)],
);
