// Jobs that a queue gave up on (R20), as admins and ops see them. Ids only.
import * as z from "zod/mini";

export const deadLetterSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** Which step failed, e.g. "send". */
  job: z.enum(["ingest", "decide", "send", "reconcile", "project"]),
  accountId: z.nullable(z.string()),
  conversationId: z.nullable(z.string()),
  /** When it was played again; null while it waits. */
  replayedAt: z.nullable(z.string()),
});
export type DeadLetterView = z.infer<typeof deadLetterSchema>;

/** GET /api/dead-letters: the newest first. */
export const deadLetterListSchema = z.object({ deadLetters: z.array(deadLetterSchema) });
/** POST /api/dead-letters/:id/replay. */
export const deadLetterAnswerSchema = z.object({ deadLetter: deadLetterSchema });
