// Jobs that a queue gave up on (R20), as admins and ops see them. Ids, and the lead's name for the eye.
import * as z from "zod/mini";

/** Jobs put back into their queues by one call; whoever wants more calls again. */
export const REPLAY_LETTERS_MAX = 50;

export const deadLetterSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** Which step failed, e.g. "send". */
  job: z.enum(["ingest", "listings", "decide", "book", "ask", "follow_up", "send", "reconcile", "project"]),
  accountId: z.nullable(z.string()),
  conversationId: z.nullable(z.string()),
  leadName: z.nullable(z.string()),
  /** When it was played again; null while it waits. */
  replayedAt: z.nullable(z.string()),
});
export type DeadLetterView = z.infer<typeof deadLetterSchema>;

/** GET /api/dead-letters (admin): the newest first. */
export const deadLetterListSchema = z.object({
  deadLetters: z.array(deadLetterSchema),
  nextCursor: z.nullable(z.string()),
  /** How many of the organisation's wait to be played again, whatever was asked for. */
  waiting: z.number(),
});
/** POST /api/dead-letters/:id/replay. */
export const deadLetterAnswerSchema = z.object({ deadLetter: deadLetterSchema });
/** POST /api/dead-letters/replay: the oldest first, at most REPLAY_LETTERS_MAX; `left` still wait. */
export const replayAllAnswerSchema = z.object({ replayed: z.number(), left: z.number() });
