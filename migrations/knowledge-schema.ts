// The tables of an organisation's own words: answers to questions, and wordings of replies. Part of schema.ts, which everybody imports.
import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Language } from "#domain/triage/language";
import type { TemplateKind } from "#domain/triage/template-kinds";
import { instant, organisationId } from "./columns.ts";
import { units } from "./unit-schema.ts";

/** What replies may answer word for word. Record path: knowledge/<id>. */
export const knowledgeEntries = sqliteTable(
  "knowledge_entries",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    /** Null: it holds for every unit. */
    unitId: text("unit_id").references(() => units.id, { onDelete: "cascade" }),
    /** One wording a line. */
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    updatedAtMs: instant("updated_at_ms").notNull(),
    /** After this it is out of date and is not said any more; null: until changed. */
    validUntilMs: instant("valid_until_ms"),
  },
  (t) => [index("knowledge_entries_by_unit").on(t.organisationId, t.unitId)],
);

/** The organisation's words in the place of ours, one text per kind and language. */
export const replyTemplates = sqliteTable(
  "reply_templates",
  {
    organisationId: organisationId(),
    kind: text("kind").$type<TemplateKind>().notNull(),
    language: text("language").$type<Language>().notNull(),
    text: text("text").notNull(),
    updatedAtMs: instant("updated_at_ms").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.kind, t.language] })],
);
