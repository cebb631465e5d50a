// Reading conversations: the board's pages, one conversation with its messages, and its audit log.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { conversationAnswerSchema, conversationListSchema } from "#contracts/api/conversation";
import { auditListSchema } from "#contracts/api/organisation";
import { auditQuerySchema, conversationQuerySchema } from "#contracts/api/query";
import { listAudit } from "#workers/store/audit";
import { countsOf } from "#workers/store/conversation-counters";
import { listConversations } from "#workers/store/conversation-list";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { conversationView } from "../conversation-view.ts";
import { boardCursor, readBoardCursor, readTimeCursor, timeCursor } from "../cursor.ts";
import { orThrow } from "../problem.ts";
import { agentScope, conversationFor } from "../scope.ts";

export const conversations = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "One page of the board: hand-offs first, then the newest",
      responses: answers(conversationListSchema, "A page and the counts of the tabs", ["BAD_REQUEST"]),
    }),
    checked("query", conversationQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const query = c.req.valid("query");
      const agentId = query.agent === "me" ? viewer.userId : agentScope(viewer);
      const [page, counts] = await Promise.all([
        listConversations(deps.db, viewer.organisationId, {
          view: query.view,
          agentId,
          platform: query.platform ?? null,
          text: query.q === undefined || query.q.trim() === "" ? null : query.q.trim(),
          limit: query.limit,
          after: readBoardCursor(query.cursor),
        }),
        countsOf(deps.db, viewer.organisationId, agentId),
      ]);
      return c.json({ conversations: [...page.rows], nextCursor: boardCursor(page.next), counts });
    },
  )
  .get(
    "/:id",
    describeRoute({
      summary: "One conversation",
      responses: answers(conversationAnswerSchema, "The conversation", ["NOT_FOUND"]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      const detail = orThrow(await actor.detail(viewer.organisationId));
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  )
  .get(
    "/:id/audit",
    describeRoute({
      summary: "What happened to one conversation",
      responses: answers(auditListSchema, "A page, newest first", ["NOT_FOUND", "BAD_REQUEST"]),
    }),
    checked("query", auditQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const id = c.req.param("id");
      await conversationFor(deps, viewer, id);
      const page = await listAudit(deps.db, viewer.organisationId, id, readTimeCursor(c.req.valid("query").cursor));
      return c.json({ entries: [...page.entries], nextCursor: timeCursor(page.next) });
    },
  );
