// Who shows which unit, set by admins; and the members there are, for pickers.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { assignmentChangeSchema, memberListSchema } from "#contracts/api/assignment";
import { unitAnswerSchema } from "#contracts/api/unit";
import { listMembers } from "#workers/store/assignments";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { agentScope } from "../scope.ts";
import { assignMember, unassign } from "../unit-change.ts";

export const assignments = new Hono<ApiEnv>()
  .put(
    "/:id/assignments/:userId",
    describeRoute({
      summary: "Assign a member to a unit, or change how (admin)",
      responses: answers(unitAnswerSchema, "The unit", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("json", assignmentChangeSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { id, userId } = c.req.param();
      return c.json({ unit: await assignMember(deps, viewer, id, userId, c.req.valid("json")) });
    },
  )
  .delete(
    "/:id/assignments/:userId",
    describeRoute({
      summary: "Take a person off a unit (admin)",
      responses: answers(unitAnswerSchema, "The unit", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => {
      const { id, userId } = c.req.param();
      return c.json({ unit: await unassign(c.var.deps, c.var.viewer, id, userId) });
    },
  );

export const members = new Hono<ApiEnv>().get(
  "/",
  describeRoute({
    summary: "Members by name; for an agent themselves",
    responses: answers(memberListSchema, "The members"),
  }),
  async (c) => {
    const { deps, viewer } = c.var;
    return c.json({ members: [...(await listMembers(deps.db, viewer.organisationId, agentScope(viewer)))] });
  },
);
