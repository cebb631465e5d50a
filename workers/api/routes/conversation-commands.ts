// What people do to a conversation. The actor decides; its own projection brings the result to D1, never a route.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import {
  conversationAnswerSchema,
  linkRequestSchema,
  outcomeRequestSchema,
  ownerRequestSchema,
  sendAnswerSchema,
} from "#contracts/api/conversation";
import { checkRequestSchema, replyRequestSchema } from "#contracts/api/reply";
import { checkAnswerSchema } from "#contracts/api/text-check";
import { answers, BODY_ERRORS, creates } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { findingsOf, judgeText, orThrowWithRules } from "../check-text.ts";
import { checked, checkText } from "../checked.ts";
import { conversationView } from "../conversation-view.ts";
import { idempotencyKey, idempotencyKeyParameter } from "../idempotency-key.ts";
import { linkConversation } from "../link-conversation.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { CREATED, orThrow } from "../problem.ts";
import { conversationFor } from "../scope.ts";

export const conversationCommands = new Hono<ApiEnv>()
  .post(
    "/:id/replies",
    describeRoute({
      summary: "Answer the lead",
      parameters: [idempotencyKeyParameter],
      responses: creates(sendAnswerSchema, "The reply; the same one for the same key", [
        ...BODY_ERRORS,
        "NOT_FOUND",
        "IDEMPOTENCY_KEY_MISSING",
        "IDEMPOTENCY_KEY_REUSED",
        "NOT_NOW",
        "STALE",
        "NEW_INBOUND",
        "ANSWERED_MEANWHILE",
        "SUPPRESSED",
        "TEXT_EMPTY",
        "TEXT_TOO_LONG",
        "TEXT_BLOCKED",
        "TEXT_WARNED",
      ]),
    }),
    checked("json", replyRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { body, answering, confirmAnsweredMeanwhile, ...allTheSame } = c.req.valid("json");
      const key = idempotencyKey(c);
      checkText(body);
      const id = c.req.param("id");
      const actor = await conversationFor(deps, viewer, id);
      const { findings, textCheck } = await judgeText(deps, viewer, id, body, allTheSame);
      const request = {
        idempotencyKey: key,
        body,
        textCheck,
        ...(answering === undefined ? {} : { answering }),
        ...(confirmAnsweredMeanwhile === undefined ? {} : { confirmAnsweredMeanwhile }),
      };
      const told = await actor.reply(viewer.organisationId, viewer.userId, request);
      const send = orThrowWithRules(told, findings);
      return c.json({ send }, CREATED);
    },
  )
  .post(
    "/:id/check",
    describeRoute({
      summary: "How a text would be judged; nothing is written down",
      responses: answers(checkAnswerSchema, "What the rules find, blocks first", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    checked("json", checkRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const id = c.req.param("id");
      await conversationFor(deps, viewer, id);
      const findings = await findingsOf(deps, viewer, id, c.req.valid("json").body);
      return c.json({ findings: [...findings] });
    },
  )
  .post(
    "/:id/outcome",
    describeRoute({
      summary: "Say how it ended",
      responses: answers(conversationAnswerSchema, "The conversation", [
        ...BODY_ERRORS,
        "NOT_FOUND",
        "NOT_NOW",
        "NOT_STARTED",
      ]),
    }),
    checked("json", outcomeRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      const { outcome } = c.req.valid("json");
      const detail = orThrow(await actor.setOutcome(viewer.organisationId, viewer.userId, outcome));
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  )
  .post(
    "/:id/reopen",
    describeRoute({
      summary: "Open it again",
      responses: answers(conversationAnswerSchema, "The conversation", ["NOT_FOUND", "NOT_NOW"]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      const detail = orThrow(await actor.reopen(viewer.organisationId, viewer.userId));
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  )
  .post(
    "/:id/owner",
    describeRoute({
      summary: "Take over, or give back to the assistant",
      responses: answers(conversationAnswerSchema, "The conversation", [...BODY_ERRORS, "NOT_FOUND", "NOT_NOW"]),
    }),
    checked("json", ownerRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      const { mode } = c.req.valid("json");
      const detail = orThrow(await actor.setOwner(viewer.organisationId, viewer.userId, mode));
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  )
  .post(
    "/:id/keep-showing",
    describeRoute({
      summary: "Say that the showing of a lead who is not contacted any more stands",
      responses: answers(conversationAnswerSchema, "The conversation", ["NOT_FOUND"]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      const detail = orThrow(await actor.keepShowing(viewer.organisationId, viewer.userId));
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  )
  .post(
    "/:id/unit",
    describeRoute({
      summary: "Link it, and its listing, to a unit (admin)",
      responses: answers(conversationAnswerSchema, "The conversation", [...BODY_ERRORS, "NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    checked("json", linkRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const detail = await linkConversation(deps, viewer, c.req.param("id"), c.req.valid("json").unitId);
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  );
