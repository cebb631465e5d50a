// Follow-ups as people see them: the one that a conversation waits for, the queue of an agent, and what is done with one.
// zod/mini because the web app imports this file.
import * as z from "zod/mini";
import { FOLLOW_UP_OCCASIONS, FOLLOW_UP_STAGES, FOLLOW_UP_STATUSES } from "#domain/conversation/follow-up";
import { PLATFORMS } from "#domain/platform";

/** Rows of one page of the queue. */
export const FOLLOW_UP_PAGE_ROWS = 50;

const FOLLOW_UP_WRITERS = ["assistant", "agent"] as const;

const isoInstant = z.string();
const named = z.object({ id: z.string(), name: z.string() });
const reasonSchema = z.object({ code: z.string(), sentence: z.string() });
const refusalSchema = z.object({ code: z.string(), message: z.string(), next: z.string() });

export const followUpSchema = z.object({
  id: z.string(),
  stage: z.enum(FOLLOW_UP_STAGES),
  status: z.enum(FOLLOW_UP_STATUSES),
  /** What it follows up on. */
  occasion: z.enum(FOLLOW_UP_OCCASIONS),
  dueAt: isoInstant,
  /** Who writes it: the assistant by itself, or the agent. */
  writer: z.enum(FOLLOW_UP_WRITERS),
  /** The assistant's text, as a row of the send log; null while there is none. */
  sendId: z.nullable(z.string()),
  /** Why the assistant found no words for it. */
  leftToPerson: z.nullable(reasonSchema),
  /** What may be done now; null = allowed, otherwise why not. */
  actions: z.object({
    complete: z.nullable(refusalSchema),
    skip: z.nullable(refusalSchema),
    snooze: z.nullable(refusalSchema),
  }),
});
export type FollowUpView = z.infer<typeof followUpSchema>;

/** GET /api/follow-ups: what is still to be done, the most overdue first. */
export const followUpListSchema = z.object({
  followUps: z.array(
    z.object({
      id: z.string(),
      stage: z.enum(FOLLOW_UP_STAGES),
      dueAt: isoInstant,
      /** Due now: work for today. */
      isDue: z.boolean(),
      owner: z.nullable(named),
      /** Who writes it: the assistant by itself, or the agent. */
      writer: z.enum(FOLLOW_UP_WRITERS),
      /** Why the assistant found no words for it. */
      leftToPerson: z.nullable(reasonSchema),
      conversation: z.object({
        id: z.string(),
        platform: z.enum(PLATFORMS),
        leadName: z.nullable(z.string()),
        listingTitle: z.nullable(z.string()),
        unit: z.nullable(named),
        ownerMode: z.enum(["ai", "ai_reminders_only", "human"]),
      }),
    }),
  ),
  nextCursor: z.nullable(z.string()),
});
export type FollowUpList = z.infer<typeof followUpListSchema>;

/** POST /api/follow-ups/:id/snooze. Epoch milliseconds, within the next 14 days. */
export const snoozeRequestSchema = z.object({ untilMs: z.number().check(z.int(), z.positive()) });
