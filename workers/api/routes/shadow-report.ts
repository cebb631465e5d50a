// The evidence for letting replies leave by themselves: what people did with what the assistant decided. For admins.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { shadowQuerySchema, shadowReportSchema } from "#contracts/api/shadow";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { shadowReport } from "../shadow-report.ts";

export const shadowReports = new Hono<ApiEnv>().get(
  "/",
  describeRoute({
    summary: "What people did with the assistant's decisions (admin)",
    responses: answers(shadowReportSchema, "Agreement, and what would have gone wrong", ["BAD_REQUEST"]),
  }),
  requireAdmin,
  checked("query", shadowQuerySchema),
  async (c) => c.json(await shadowReport(c.var.deps, c.var.viewer, c.req.valid("query"))),
);
