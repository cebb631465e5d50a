// The tables of models: which one an organisation asks, and what that cost it by day.
// Part of schema.ts, which everybody imports. A key never comes here, only the name of its entry in the secret.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, instant, organisationId } from "./columns.ts";

/** One row per organisation; no row: the embedded reading decides alone. */
export const organisationModelSettings = sqliteTable("organisation_model_settings", {
  organisationId: organisationId().primaryKey(),
  /** Null: off. */
  provider: text("provider", { enum: ["workers-ai", "google", "openai-compatible"] }),
  model: text("model").notNull(),
  /** Of an OpenAI-compatible endpoint; null for the others. */
  baseUrl: text("base_url"),
  /** The NAME of an entry of the secret MODEL_CREDENTIALS; never a key. */
  credentialsRef: text("credentials_ref"),
  /** Whether the model may word replies, or only read messages that were not understood. */
  mayWordReplies: flag("may_word_replies").notNull().default(false),
  tokensPerDay: integer("tokens_per_day").notNull(),
  updatedAtMs: instant("updated_at_ms").notNull(),
  updatedBy: text("updated_by").notNull(),
});

/** Tokens of one organisation in one day (UTC). `reserved`: of calls under way, and of calls whose cost nobody knows. */
export const modelUsage = sqliteTable(
  "model_usage",
  {
    organisationId: organisationId(),
    /** "2026-11-25". */
    day: text("day").notNull(),
    calls: integer("calls").notNull(),
    tokensIn: integer("tokens_in").notNull(),
    tokensOut: integer("tokens_out").notNull(),
    reserved: integer("reserved").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.day] })],
);

/** How often the embedded decision stood although a model is set, by reason and day. */
export const modelFallbacks = sqliteTable(
  "model_fallbacks",
  {
    organisationId: organisationId(),
    day: text("day").notNull(),
    code: text("code").notNull(),
    times: integer("times").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.day, t.code] })],
);
