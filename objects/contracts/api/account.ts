// Platform accounts as admins and ops see them (R18). No credential and no cookie ever appears here.

import * as z from "zod/mini";
import { LOGIN_STATES, PLATFORMS } from "#domain/platform";
import { ROLLOUT_STAGES, SEND_MODES } from "#domain/rollout/send-mode";

export { ROLLOUT_STAGES, SEND_MODES };
export const POLL_INTERVAL_MS_MIN = 2_000;
export const POLL_INTERVAL_MS_MAX = 3_600_000;
/** One a second: no platform takes more from one person. */
export const SENDS_PER_HOUR_MAX = 3_600;

export const accountSchema = z.object({
  id: z.string(),
  platform: z.enum(PLATFORMS),
  label: z.string(),
  isActive: z.boolean(),
  /** Null: the organisation's default holds. */
  sendMode: z.nullable(z.enum(SEND_MODES)),
  /** The most careful of organisation, account, rollout stage and kill switch. */
  effectiveSendMode: z.enum(SEND_MODES),
  rolloutStage: z.enum(ROLLOUT_STAGES),
  integrationMode: z.literal("rpa"),
  pollIntervalMs: z.number(),
  /** Messages that may leave in an hour; what is over waits. */
  sendsPerHourMax: z.number(),
  /** Null until the first visit. */
  loginState: z.nullable(z.enum(LOGIN_STATES)),
  /** Why the account stands still, for a human to mend; null while it runs. */
  stopped: z.nullable(z.object({ code: z.string(), message: z.string(), next: z.string(), at: z.string() })),
  lastSuccessAt: z.nullable(z.string()),
  lastError: z.nullable(z.object({ code: z.string(), message: z.string(), at: z.string() })),
  nextPollAt: z.nullable(z.string()),
  /** Why the account pauses by itself, and until when; null while it does not. */
  breaker: z.nullable(z.object({ code: z.string(), message: z.string(), until: z.string() })),
  /** From a lead's message on the platform to its place in a conversation, over the newest samples; null without any. */
  ingest: z.nullable(z.object({ p50Ms: z.number(), p95Ms: z.number(), samples: z.number() })),
  /** The account's own adverts: when they were read, when they are next (null: as soon as can be), why the last try brought nothing. */
  listings: z.object({
    syncedAt: z.nullable(z.string()),
    nextSyncAt: z.nullable(z.string()),
    problem: z.nullable(z.object({ code: z.string(), message: z.string(), next: z.string() })),
  }),
});
export type AccountView = z.infer<typeof accountSchema>;

export const accountListSchema = z.object({ accounts: z.array(accountSchema) });
export const accountAnswerSchema = z.object({ account: accountSchema });

/** PATCH /api/accounts/:id (admin). */
export const accountChangeSchema = z.object({
  isActive: z.optional(z.boolean()),
  sendMode: z.optional(z.nullable(z.enum(SEND_MODES))),
  rolloutStage: z.optional(z.enum(ROLLOUT_STAGES)),
  pollIntervalMs: z.optional(z.int().check(z.minimum(POLL_INTERVAL_MS_MIN), z.maximum(POLL_INTERVAL_MS_MAX))),
  sendsPerHourMax: z.optional(z.int().check(z.minimum(1), z.maximum(SENDS_PER_HOUR_MAX))),
});
export type AccountChange = z.infer<typeof accountChangeSchema>;
