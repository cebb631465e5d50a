// Drafts that wait for a person, and sends that may still be called back. Ids are `<conversation id>.<number>`.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { sendAnswerSchema } from "#contracts/api/conversation";
import { approveRequestSchema, rejectRequestSchema } from "#contracts/api/reply";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { judgeText, orThrowWithRules } from "../check-text.ts";
import { checked, checkText } from "../checked.ts";
import { orThrow } from "../problem.ts";
import { conversationIdOfSend, conversationOfSend } from "../scope.ts";

export const drafts = new Hono<ApiEnv>()
  .post(
    "/:id/approve",
    describeRoute({
      summary: "Approve a draft, with its text edited if `body` is given",
      responses: answers(sendAnswerSchema, "The send", [
        ...BODY_ERRORS,
        "NOT_FOUND",
        "NOT_NOW",
        "STALE",
        "NEW_INBOUND",
        "SUPPRESSED",
        "TEXT_EMPTY",
        "TEXT_TOO_LONG",
        "TEXT_BLOCKED",
        "TEXT_WARNED",
      ]),
    }),
    checked("json", approveRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { organisationId, userId } = viewer;
      const { body, ...allTheSame } = c.req.valid("json");
      if (body !== undefined) checkText(body);
      const id = c.req.param("id");
      const actor = await conversationOfSend(deps, viewer, id);
      if (body === undefined)
        return c.json({ send: orThrow(await actor.approveDraft(organisationId, userId, id, null)) });
      const { findings, textCheck } = await judgeText(deps, viewer, conversationIdOfSend(id), body, allTheSame);
      const told = await actor.approveDraft(organisationId, userId, id, body, textCheck);
      const send = orThrowWithRules(told, findings);
      return c.json({ send });
    },
  )
  .post(
    "/:id/reject",
    describeRoute({
      summary: "Reject a draft",
      responses: answers(sendAnswerSchema, "The send", [...BODY_ERRORS, "NOT_FOUND", "NOT_NOW", "STALE"]),
    }),
    checked("json", rejectRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const id = c.req.param("id");
      const actor = await conversationOfSend(deps, viewer, id);
      return c.json({ send: orThrow(await actor.rejectDraft(viewer.organisationId, viewer.userId, id)) });
    },
  );

export const sends = new Hono<ApiEnv>().post(
  "/:id/cancel",
  describeRoute({
    summary: "Call a send back before it leaves",
    responses: answers(sendAnswerSchema, "The send", ["NOT_FOUND", "NOT_NOW", "STALE"]),
  }),
  async (c) => {
    const { deps, viewer } = c.var;
    const id = c.req.param("id");
    const actor = await conversationOfSend(deps, viewer, id);
    return c.json({ send: orThrow(await actor.cancelSend(viewer.organisationId, viewer.userId, id)) });
  },
);
