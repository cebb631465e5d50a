// The table of verdicts: what became of every decision, in codes and numbers. Part of schema.ts, which everybody imports.
// A projection of the conversations' actors; never holds a text.
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { VerdictName } from "#domain/shadow/verdict-names";
import type { Intent, NextAction, Risk } from "#domain/triage/decision";
import { flag, instant, organisationId } from "./columns.ts";

export const decisionOutcomes = sqliteTable(
  "decision_outcomes",
  {
    organisationId: organisationId(),
    conversationId: text("conversation_id").notNull(),
    /** Unique in its conversation. */
    decisionId: text("decision_id").notNull(),
    /** Raised by whatever changes the verdict. */
    version: integer("version").notNull(),
    atMs: instant("at_ms").notNull(),
    platform: text("platform", {
      enum: ["spareroom", "roomies", "leasebreak", "renthop", "furnishedfinder"],
    }).notNull(),
    accountId: text("account_id").notNull(),
    /** The first of `intents`: what the message was taken for. */
    intent: text("intent").$type<Intent>().notNull(),
    intents: text("intents", { mode: "json" }).$type<readonly string[]>().notNull(),
    nextAction: text("next_action").$type<NextAction>().notNull(),
    reason: text("reason").notNull(),
    confidence: real("confidence").notNull(),
    risk: text("risk").$type<Risk>().notNull(),
    provider: text("provider").notNull(),
    sendMode: text("send_mode", { enum: ["draft_only", "auto_send"] }).notNull(),
    /** Of the account when the decision first came here; null where the account is gone. */
    rolloutStage: text("rollout_stage", { enum: ["shadow", "canary", "full"] }),
    verdict: text("verdict").$type<VerdictName>().notNull(),
    /** Share of words that an edit changed; null for everything else. */
    distancePercent: integer("distance_percent"),
    isProposed: flag("is_proposed").notNull(),
    isJudged: flag("is_judged").notNull(),
    wouldHaveGoneWrong: flag("would_have_gone_wrong").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.conversationId, t.decisionId] }),
    index("decision_outcomes_by_time").on(t.organisationId, sql`at_ms desc`),
    index("decision_outcomes_by_account").on(t.organisationId, t.accountId, sql`at_ms desc`),
    index("decision_outcomes_wrong").on(t.organisationId, sql`at_ms desc`).where(sql`would_have_gone_wrong = 1`),
  ],
);
