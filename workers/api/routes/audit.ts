// The organisation's audit log, for admins.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { auditListSchema } from "#contracts/api/organisation";
import { auditQuerySchema } from "#contracts/api/query";
import { listAudit } from "#workers/store/audit";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { readTimeCursor, timeCursor } from "../cursor.ts";
import { requireAdmin } from "../middleware/require-admin.ts";

export const audit = new Hono<ApiEnv>().get(
  "/",
  describeRoute({
    summary: "The audit log (admin)",
    responses: answers(auditListSchema, "A page, newest first", ["BAD_REQUEST"]),
  }),
  requireAdmin,
  checked("query", auditQuerySchema),
  async (c) => {
    const after = readTimeCursor(c.req.valid("query").cursor);
    const page = await listAudit(c.var.deps.db, c.var.viewer.organisationId, null, after);
    return c.json({ entries: [...page.entries], nextCursor: timeCursor(page.next) });
  },
);
