// Jobs that a queue gave up on, for admins: what waits, and once more through its queue.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { deadLetterAnswerSchema, deadLetterListSchema } from "#contracts/api/dead-letter";
import { listDeadLetters } from "#workers/store/dead-letters";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { deadLetterView, replay } from "../replay.ts";

export const deadLetters = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "Jobs that a queue gave up on (admin)",
      responses: answers(deadLetterListSchema, "The newest, newest first"),
    }),
    requireAdmin,
    async (c) => {
      const found = await listDeadLetters(c.var.deps.db, c.var.viewer.organisationId);
      return c.json({ deadLetters: found.flatMap((letter) => deadLetterView(letter) ?? []) });
    },
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
