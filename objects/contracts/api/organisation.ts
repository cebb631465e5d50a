// Who is signed in, and the small lists a workboard needs beside conversations: units, audit, health.

import * as z from "zod/mini";
import { PLATFORMS } from "#domain/platform";

export const ROLES = ["admin", "agent"] as const;
export type Role = (typeof ROLES)[number];

/** GET /api/me. */
export const meSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  organisation: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(ROLES),
});
export type Me = z.infer<typeof meSchema>;

/** GET /api/units, as much of it as a picker needs; unit.ts has all of it. */
export const unitListSchema = z.object({
  units: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      zone: z.string(),
      facts: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })),
    }),
  ),
});

/** GET /api/conversations/:id/audit and GET /api/audit (admin). No message text. */
export const auditListSchema = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      /** "assistant", "agent:<user id>", "platform" or "system". */
      actor: z.string(),
      action: z.string(),
      conversationId: z.nullable(z.string()),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
  nextCursor: z.nullable(z.string()),
});

/** GET /api/health. Open to everyone, so it holds counts and states only. */
export const healthSchema = z.object({
  status: z.enum(["ok", "degraded"]),
  version: z.string(),
  at: z.string(),
  checks: z.array(z.object({ name: z.string(), status: z.enum(["ok", "degraded"]), detail: z.string() })),
  accounts: z.array(
    z.object({
      platform: z.enum(PLATFORMS),
      active: z.number(),
      stopped: z.number(),
      lastSuccessAt: z.nullable(z.string()),
    }),
  ),
});
export type Health = z.infer<typeof healthSchema>;
