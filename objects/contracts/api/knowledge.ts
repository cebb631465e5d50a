// The organisation's own answers to what leads ask: for every unit, or for one.
import * as z from "zod/mini";
import { ANSWER_CHARS_MAX, QUESTION_CHARS_MAX } from "#domain/triage/knowledge-entry";

export { ANSWER_CHARS_MAX, QUESTION_CHARS_MAX };
/** Entries of one organisation: every question about a unit is compared with all of them. */
export const KNOWLEDGE_ENTRIES_MAX = 500;

export const knowledgeSchema = z.object({
  id: z.string(),
  /** One wording a line. */
  question: z.string(),
  answer: z.string(),
  /** Null: it holds for every unit. */
  unit: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** Null: until it is changed. */
  validUntil: z.nullable(z.string()),
  /** Its time is over, so no reply says it any more. */
  isExpired: z.boolean(),
  updatedAt: z.string(),
});
export type KnowledgeView = z.infer<typeof knowledgeSchema>;

/** GET /api/knowledge: an agent's are the organisation's and those of their own units. */
export const knowledgeListSchema = z.object({ entries: z.array(knowledgeSchema) });
export const knowledgeAnswerSchema = z.object({ entry: knowledgeSchema });

/** POST /api/knowledge and PUT /api/knowledge/:id (admin): the whole entry. */
export const knowledgeChangeSchema = z.object({
  question: z.string().check(z.minLength(1), z.maxLength(QUESTION_CHARS_MAX)),
  answer: z.string().check(z.minLength(1), z.maxLength(ANSWER_CHARS_MAX)),
  unitId: z._default(z.nullable(z.string().check(z.minLength(1), z.maxLength(64))), null),
  validUntil: z._default(z.nullable(z.iso.datetime({ offset: true })), null),
});
export type KnowledgeChange = z.infer<typeof knowledgeChangeSchema>;
