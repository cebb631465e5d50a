// What must not happen and did, for admins: the list, and that somebody looked.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { incidentAnswerSchema, incidentListSchema } from "#contracts/api/incident";
import { incidentQuerySchema } from "#contracts/api/query";
import { countUnseen, listIncidents } from "#workers/store/incidents";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { readTimeCursor, timeCursor } from "../cursor.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { seeIncident } from "../see-incident.ts";

export const incidents = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "What must not happen and did (admin)",
      responses: answers(incidentListSchema, "A page, newest first, and how many nobody looked at", ["BAD_REQUEST"]),
    }),
    requireAdmin,
    checked("query", incidentQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { seen, cursor } = c.req.valid("query");
      const isSeen = seen === undefined ? null : seen === "true";
      const [page, unseen] = await Promise.all([
        listIncidents(deps.db, viewer.organisationId, { isSeen, after: readTimeCursor(cursor) }),
        countUnseen(deps.db, viewer.organisationId),
      ]);
      return c.json({ incidents: [...page.incidents], nextCursor: timeCursor(page.next), unseen });
    },
  )
  .post(
    "/:id/seen",
    describeRoute({
      summary: "Say that a person looked at an incident (admin)",
      responses: answers(incidentAnswerSchema, "The incident", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => c.json({ incident: await seeIncident(c.var.deps, c.var.viewer, c.req.param("id")) }),
  );
