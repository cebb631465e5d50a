// The queue of follow-ups, and what people do with one. The actor decides; its own projection brings the result to D1, never a
// route. Ids are `<conversation id>.f<number>`.
import { type Context, Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { FollowUpAct } from "#contracts/actors";
import { conversationAnswerSchema } from "#contracts/api/conversation";
import { followUpListSchema, snoozeRequestSchema } from "#contracts/api/follow-up";
import { followUpQuerySchema } from "#contracts/api/query";
import { listFollowUps } from "#workers/store/follow-ups";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { conversationView } from "../conversation-view.ts";
import { readTimeCursor, timeCursor } from "../cursor.ts";
import { orThrow } from "../problem.ts";
import { agentScope, conversationOfFollowUp } from "../scope.ts";

export const followUps = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "What is still to be followed up, the most overdue first",
      responses: answers(followUpListSchema, "A page", ["BAD_REQUEST"]),
    }),
    checked("query", followUpQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const query = c.req.valid("query");
      const agentId = query.agent === "me" ? viewer.userId : agentScope(viewer);
      const after = readTimeCursor(query.cursor);
      const page = await listFollowUps(deps.db, viewer.organisationId, { agentId, after, nowMs: deps.now() });
      return c.json({ followUps: page.followUps, nextCursor: timeCursor(page.next) });
    },
  )
  .post(
    "/:id/complete",
    describeRoute({
      summary: "Say that a follow-up was done in another way",
      responses: answers(conversationAnswerSchema, "The conversation", ["NOT_FOUND", "NOT_NOW"]),
    }),
    async (c) => c.json({ conversation: await act(c, c.req.param("id"), { act: "complete" }) }),
  )
  .post(
    "/:id/skip",
    describeRoute({
      summary: "Leave a follow-up out",
      responses: answers(conversationAnswerSchema, "The conversation", ["NOT_FOUND", "NOT_NOW"]),
    }),
    async (c) => c.json({ conversation: await act(c, c.req.param("id"), { act: "skip" }) }),
  )
  .post(
    "/:id/snooze",
    describeRoute({
      summary: "Put a follow-up off, by 14 days at most",
      responses: answers(conversationAnswerSchema, "The conversation", [...BODY_ERRORS, "NOT_FOUND", "NOT_NOW"]),
    }),
    checked("json", snoozeRequestSchema),
    async (c) => {
      const { untilMs } = c.req.valid("json");
      return c.json({ conversation: await act(c, c.req.param("id"), { act: "snooze", untilMs }) });
    },
  );

async function act(c: Context<ApiEnv>, id: string, what: FollowUpAct) {
  const { deps, viewer } = c.var;
  const actor = await conversationOfFollowUp(deps, viewer, id);
  const detail = orThrow(await actor.actOnFollowUp(viewer.organisationId, viewer.userId, id, what));
  return await conversationView(deps, viewer, detail);
}
