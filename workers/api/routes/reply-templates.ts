// The organisation's own wordings of replies: everybody reads and previews them, admins write.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import {
  replyTemplateAnswerSchema,
  replyTemplateChangeSchema,
  replyTemplateListSchema,
  replyTemplateParamSchema,
  templatePreviewRequestSchema,
  templatePreviewSchema,
} from "#contracts/api/reply-template";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { dropTemplate, previewTemplate, setTemplate, templateList } from "../template-change.ts";

export const replyTemplates = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "The organisation's own words for replies, and ours for every kind",
      responses: answers(replyTemplateListSchema, "The words"),
    }),
    async (c) => c.json(await templateList(c.var.deps, c.var.viewer)),
  )
  .post(
    "/preview",
    describeRoute({
      summary: "What is wrong with a text, and a reply with it, with a unit's facts; nothing is kept",
      responses: answers(templatePreviewSchema, "Problems, or a reply", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    checked("json", templatePreviewRequestSchema),
    async (c) => c.json(await previewTemplate(c.var.deps, c.var.viewer, c.req.valid("json"))),
  )
  .put(
    "/:kind/:language",
    describeRoute({
      summary: "Set the words of a kind in a language (admin)",
      responses: answers(replyTemplateAnswerSchema, "The words", [...BODY_ERRORS, "TEXT_BLOCKED"]),
    }),
    requireAdmin,
    checked("param", replyTemplateParamSchema),
    checked("json", replyTemplateChangeSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ template: await setTemplate(deps, viewer, c.req.valid("param"), c.req.valid("json").text) });
    },
  )
  .delete(
    "/:kind/:language",
    describeRoute({
      summary: "Go back to our words of a kind in a language (admin)",
      responses: answers(replyTemplateAnswerSchema, "The words that are gone", ["BAD_REQUEST", "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("param", replyTemplateParamSchema),
    async (c) => c.json({ template: await dropTemplate(c.var.deps, c.var.viewer, c.req.valid("param")) }),
  );
