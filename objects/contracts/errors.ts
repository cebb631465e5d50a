// The closed list of error codes that the API may answer with, and the envelope they travel in.
// Statuses belong to workers/api/problem.ts alone. The body that was sent in is never echoed.
import * as z from "zod/mini";

export const ERROR_CODES = [
  "BAD_REQUEST",
  "NOT_SIGNED_IN",
  "NOT_ALLOWED",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "RATE_LIMITED",
  "IDEMPOTENCY_KEY_MISSING",
  "IDEMPOTENCY_KEY_REUSED",
  "NOT_NOW",
  "NOT_STARTED",
  "STALE",
  "NEW_INBOUND",
  "ANSWERED_MEANWHILE",
  "SUPPRESSED",
  "TIME_TAKEN",
  "GROUP_FULL",
  "DAY_FULL",
  "NOT_OFFERED",
  "TEXT_EMPTY",
  "TEXT_TOO_LONG",
  "TEXT_BLOCKED",
  "TEXT_WARNED",
  "UNAVAILABLE",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const errorBodySchema = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    /** A sentence a person understands, with what to do next. */
    message: z.string(),
    /** Paths and rules, never values that were sent in. */
    details: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
    requestId: z.string(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
