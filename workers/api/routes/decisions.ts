// The decisions of one conversation: why each was made and what became of it, and, for admins, what it was made from.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { decisionInputSchema, decisionListSchema } from "#contracts/api/shadow";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { auditChange } from "../audit-change.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { orThrow } from "../problem.ts";
import { conversationFor } from "../scope.ts";

export const decisions = new Hono<ApiEnv>()
  .get(
    "/:id/decisions",
    describeRoute({
      summary: "Why the assistant did what it did, and what became of it",
      responses: answers(decisionListSchema, "The newest first", ["NOT_FOUND"]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      return c.json({ decisions: [...orThrow(await actor.decisions(viewer.organisationId))] });
    },
  )
  .get(
    "/:id/decisions/:decisionId/input",
    describeRoute({
      summary: "What a decision was made from, to be replayed offline (admin)",
      responses: answers(decisionInputSchema, "The input and the decision", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const { id: conversationId, decisionId } = c.req.param();
      const actor = await conversationFor(deps, viewer, conversationId);
      const stored = orThrow(await actor.decisionSource(viewer.organisationId, decisionId));
      await auditChange(deps, viewer, "decision.input_read", [{ conversationId, decisionId }]);
      return c.json(stored);
    },
  );
