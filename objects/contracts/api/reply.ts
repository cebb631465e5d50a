// What people write to a lead: a reply, a draft as it is or edited, and how the rules for our own words judge a text.
// Apart from conversation.ts, because the web app needs no more of it at its start than the types.
import * as z from "zod/mini";
import { OVERRIDE_REASONS } from "#domain/conversation/override-reason";
import { REPLY_CHARS_MAX } from "./conversation.ts";

/** There are ten rules, and the longest name has 23 characters. */
const RULES_MAX = 20;
const RULE_CHARS_MAX = 60;

/** As a finding names them; one that nobody knows has no effect. */
const rules = z.array(z.string().check(z.maxLength(RULE_CHARS_MAX))).check(z.maxLength(RULES_MAX));

/** What the writer knows of and sends all the same. */
const letThroughShape = {
  /** Warnings that were shown and confirmed, by rule. Any other is answered with TEXT_WARNED. */
  confirmedRules: z.optional(rules),
  /** Blocks that an admin takes away; for anybody else NOT_ALLOWED. */
  override: z.optional(
    z.object({
      rules,
      reason: z.enum(OVERRIDE_REASONS),
    }),
  ),
};
export type SentAllTheSame = Pick<ReplyRequest, "confirmedRules" | "override">;

const replyText = z.string().check(z.minLength(1), z.maxLength(REPLY_CHARS_MAX));

/** POST /api/conversations/:id/replies, with an Idempotency-Key header. */
export const replyRequestSchema = z.object({
  body: replyText,
  /** The newest lead message the agent saw; a newer one is refused with NEW_INBOUND so that nobody answers past a lead. */
  answering: z.optional(z.nullable(z.string())),
  /** Ids of our messages and sends the agent saw are not needed: set to confirm sending although a colleague answered. */
  confirmAnsweredMeanwhile: z.optional(z.boolean()),
  ...letThroughShape,
});
export type ReplyRequest = z.infer<typeof replyRequestSchema>;

/** POST /api/drafts/:id/approve. With `body`, the text is edited first. */
export const approveRequestSchema = z.object({ body: z.optional(replyText), ...letThroughShape });

/** POST /api/conversations/:id/check: how a text would be judged. Nothing is written down. */
export const checkRequestSchema = z.object({ body: z.string().check(z.maxLength(REPLY_CHARS_MAX)) });
export const rejectRequestSchema = z.object({ note: z.optional(z.string().check(z.maxLength(500))) });
