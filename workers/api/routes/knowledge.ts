// The organisation's own answers to what leads ask: agents read those that concern them, admins write.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { knowledgeAnswerSchema, knowledgeChangeSchema, knowledgeListSchema } from "#contracts/api/knowledge";
import { listKnowledge } from "#workers/store/knowledge";
import { answers, BODY_ERRORS, creates } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { applyKnowledgeChange, createKnowledge, dropKnowledge } from "../knowledge-change.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { CREATED } from "../problem.ts";
import { agentScope } from "../scope.ts";

export const knowledge = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "Answers that replies may give word for word; for an agent the organisation's and those of their units",
      responses: answers(knowledgeListSchema, "The organisation's first, then by unit"),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const entries = await listKnowledge(deps.db, viewer.organisationId, agentScope(viewer), deps.now());
      return c.json({ entries: [...entries] });
    },
  )
  .post(
    "/",
    describeRoute({
      summary: "Add an answer, for one unit or for all (admin)",
      responses: creates(knowledgeAnswerSchema, "The entry", [...BODY_ERRORS, "TEXT_BLOCKED", "NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    checked("json", knowledgeChangeSchema),
    async (c) => c.json({ entry: await createKnowledge(c.var.deps, c.var.viewer, c.req.valid("json")) }, CREATED),
  )
  .put(
    "/:id",
    describeRoute({
      summary: "Replace an answer (admin)",
      responses: answers(knowledgeAnswerSchema, "The entry", [...BODY_ERRORS, "TEXT_BLOCKED", "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("json", knowledgeChangeSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ entry: await applyKnowledgeChange(deps, viewer, c.req.param("id"), c.req.valid("json")) });
    },
  )
  .delete(
    "/:id",
    describeRoute({
      summary: "Take an answer away (admin)",
      responses: answers(knowledgeAnswerSchema, "The entry that is gone", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => c.json({ entry: await dropKnowledge(c.var.deps, c.var.viewer, c.req.param("id")) }),
  );
