// The queue messages. Each holds ids only: a message is a wake-up, and its consumer reads the truth from the actor.
import { z } from "zod";

const accountId = z.string().min(1).max(64);
const conversationId = z.string().min(1).max(64);
const organisationId = z.string().min(1).max(64);

/** Read the inbox of one account. */
export const ingestJobSchema = z.object({ job: z.literal("ingest"), organisationId, accountId });
/** Read the own adverts of one account. */
export const listingsJobSchema = z.object({ job: z.literal("listings"), organisationId, accountId });
/** Something of a lead waits for a decision. */
export const decideJobSchema = z.object({ job: z.literal("decide"), organisationId, accountId, conversationId });
/** A showing is to be booked, moved, cancelled or confirmed in D1. */
export const bookJobSchema = decideJobSchema.extend({ job: z.literal("book") });
/** A lead is to be asked whether the showing stands. */
export const askJobSchema = decideJobSchema.extend({ job: z.literal("ask") });
/** A follow-up is due, and the assistant is to find its words. */
export const followUpJobSchema = decideJobSchema.extend({ job: z.literal("follow_up") });
/** A row of the send log is queued. */
export const sendJobSchema = z.object({
  job: z.literal("send"),
  organisationId,
  accountId,
  conversationId,
  sendId: z.string().min(1).max(96),
});
/** A row of the send log is `unknown` and waits for a read of its thread. */
export const reconcileJobSchema = sendJobSchema.extend({ job: z.literal("reconcile") });
/** A conversation changed: bring its board row and its audit entries to D1. */
export const projectJobSchema = z.object({ job: z.literal("project"), organisationId, conversationId });

export const queueJobSchema = z.discriminatedUnion("job", [
  ingestJobSchema,
  listingsJobSchema,
  decideJobSchema,
  bookJobSchema,
  askJobSchema,
  followUpJobSchema,
  sendJobSchema,
  reconcileJobSchema,
  projectJobSchema,
]);

export type IngestJob = z.infer<typeof ingestJobSchema>;
export type ListingsJob = z.infer<typeof listingsJobSchema>;
export type DecideJob = z.infer<typeof decideJobSchema>;
export type BookJob = z.infer<typeof bookJobSchema>;
export type AskJob = z.infer<typeof askJobSchema>;
export type FollowUpJob = z.infer<typeof followUpJobSchema>;
export type SendJob = z.infer<typeof sendJobSchema>;
export type ReconcileJob = z.infer<typeof reconcileJobSchema>;
export type ProjectJob = z.infer<typeof projectJobSchema>;
export type QueueJob = z.infer<typeof queueJobSchema>;
