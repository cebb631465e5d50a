// Jobs that a queue gave up on, for admins: what waits, and once more through its queue, one or all.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { deadLetterAnswerSchema, deadLetterListSchema, replayAllAnswerSchema } from "#contracts/api/dead-letter";
import { deadLetterQuerySchema } from "#contracts/api/query";
import { countWaiting, listDeadLetters } from "#workers/store/dead-letters";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { readTimeCursor, timeCursor } from "../cursor.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { deadLetterView, replay, replayAll } from "../replay.ts";

export const deadLetters = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "Jobs that a queue gave up on (admin)",
      responses: answers(deadLetterListSchema, "A page, newest first, and how many wait", ["BAD_REQUEST"]),
    }),
    requireAdmin,
    checked("query", deadLetterQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { waiting: asked, cursor } = c.req.valid("query");
      const isWaiting = asked === undefined ? null : asked === "true";
      const [page, waiting] = await Promise.all([
        listDeadLetters(deps.db, viewer.organisationId, { isWaiting, after: readTimeCursor(cursor) }),
        countWaiting(deps.db, viewer.organisationId),
      ]);
      return c.json({
        deadLetters: page.letters.flatMap((letter) => deadLetterView(letter) ?? []),
        nextCursor: timeCursor(page.next),
        waiting,
      });
    },
  )
  .post(
    "/replay",
    describeRoute({
      summary: "Put the jobs that wait longest into their queues again, a bounded number at a time (admin)",
      responses: answers(replayAllAnswerSchema, "How many went, and how many are left", BODY_ERRORS),
    }),
    requireAdmin,
    async (c) => c.json(await replayAll(c.var.deps, c.var.viewer)),
  )
  .post(
    "/:id/replay",
    describeRoute({
      summary: "Put a job into its queue again (admin)",
      responses: answers(deadLetterAnswerSchema, "The job", ["NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    async (c) => c.json({ deadLetter: await replay(c.var.deps, c.var.viewer, c.req.param("id")) }),
  );
