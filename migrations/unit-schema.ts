// The tables of units and of the agents who show them: windows, facts, assignments, weekly times and what replaces them.
// Part of schema.ts, which everybody imports.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./auth-schema.ts";
import { flag, instant, organisationId } from "./columns.ts";

export const units = sqliteTable(
  "units",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    label: text("label").notNull(),
    /** IANA zone. */
    zone: text("zone").notNull(),
    /** Leads that may share one showing of the unit with one agent. */
    groupSize: integer("group_size").notNull().default(1),
    /** False: the unit can be shown at any time. True: only within the rows of unit_windows; without any, never. */
    isWindowBound: flag("is_window_bound").notNull().default(false),
  },
  (t) => [index("units_by_organisation").on(t.organisationId, t.label)],
);

/** When a unit can be shown; read only while the unit is bound to windows. */
export const unitWindows = sqliteTable(
  "unit_windows",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    unitId: text("unit_id")
      .notNull()
      .references(() => units.id, { onDelete: "cascade" }),
    startMs: instant("start_ms").notNull(),
    /** Not part of the window. */
    endMs: instant("end_ms").notNull(),
  },
  (t) => [
    index("unit_windows_by_unit").on(t.organisationId, t.unitId, t.endMs),
    check("unit_windows_order", sql`${t.startMs} < ${t.endMs}`),
  ],
);

/** What replies may state about a unit. Record path: unit_facts/<unit_id>/<name>. */
export const unitFacts = sqliteTable(
  "unit_facts",
  {
    organisationId: organisationId(),
    unitId: text("unit_id")
      .notNull()
      .references(() => units.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** JSON: a string or a number. */
    value: text("value", { mode: "json" }).$type<string | number>().notNull(),
    updatedAtMs: instant("updated_at_ms").notNull(),
    /** After this the fact is stale and is not stated any more; null: until changed. */
    validUntilMs: instant("valid_until_ms"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.unitId, t.name] })],
);

/** Who works on a unit; the lowest priority number comes first. */
export const assignments = sqliteTable(
  "assignments",
  {
    organisationId: organisationId(),
    unitId: text("unit_id")
      .notNull()
      .references(() => units.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    priority: integer("priority").notNull().default(100),
    isActive: flag("is_active").notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.unitId, t.userId] }),
    index("assignments_by_agent").on(t.organisationId, t.userId),
    check("assignments_priority", sql`${t.priority} between 1 and 1000`),
  ],
);

/** How an agent shows units. Without a row: in the zone of the unit, with the defaults. */
export const agentProfiles = sqliteTable(
  "agent_profiles",
  {
    organisationId: organisationId(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** IANA zone of the agent's rules, overrides and days. */
    zone: text("zone").notNull(),
    /** Way between two units. */
    bufferMinutes: integer("buffer_minutes").notNull().default(15),
    /** Null: no maximum. */
    maxPerDay: integer("max_per_day"),
    /** False: no mail about their showings. */
    isMailed: flag("is_mailed").notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.userId] }),
    check("agent_profiles_buffer", sql`${t.bufferMinutes} between 0 and 1440`),
    check("agent_profiles_max_per_day", sql`${t.maxPerDay} is null or ${t.maxPerDay} >= 0`),
  ],
);

/** Weekly times of an agent in wall-clock minutes of the agent's zone; several intervals a day. 1 = Monday … 7 = Sunday. */
export const agentRules = sqliteTable(
  "agent_rules",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    weekday: integer("weekday").notNull(),
    fromMinute: integer("from_minute").notNull(),
    toMinute: integer("to_minute").notNull(),
  },
  (t) => [
    index("agent_rules_by_agent").on(t.organisationId, t.userId, t.weekday, t.fromMinute),
    check("agent_rules_weekday", sql`${t.weekday} between 1 and 7`),
    check(
      "agent_rules_minutes",
      sql`0 <= ${t.fromMinute} and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`,
    ),
  ],
);

/** What holds on one local day of an agent instead of the weekly rules; several of one date add up. */
export const agentOverrides = sqliteTable(
  "agent_overrides",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** "2026-03-08". */
    date: text("date").notNull(),
    isAvailable: flag("is_available").notNull(),
    /** Both null exactly when the agent is not available. */
    fromMinute: integer("from_minute"),
    toMinute: integer("to_minute"),
  },
  (t) => [
    index("agent_overrides_by_agent").on(t.organisationId, t.userId, t.date),
    check(
      "agent_overrides_minutes",
      sql`(${t.isAvailable} = 0 and ${t.fromMinute} is null and ${t.toMinute} is null) or (${t.isAvailable} = 1 and ${t.fromMinute} is not null and ${t.toMinute} is not null and 0 <= ${t.fromMinute} and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440)`,
    ),
  ],
);
