// The open times of a unit, and why a time is open or not.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { explainQuerySchema, explanationSchema, slotListSchema, slotQuerySchema } from "#contracts/api/showing";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { explainTime, openTimes } from "../open-times.ts";
import { exceptShowing } from "../showing-commands.ts";

export const unitSlots = new Hono<ApiEnv>()
  .get(
    "/:id/slots",
    describeRoute({
      summary: "Open times of a unit, with the agents who can take them",
      responses: answers(slotListSchema, "By start; agents see their own times", ["NOT_FOUND", "BAD_REQUEST"]),
    }),
    checked("query", slotQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { from, days, except } = c.req.valid("query");
      const unitId = c.req.param("id");
      const options = await exceptShowing(deps, viewer, unitId, except ?? null);
      return c.json(await openTimes(deps, viewer, unitId, { from: from ?? null, days }, options));
    },
  )
  .get(
    "/:id/explain",
    describeRoute({
      summary: "Why a time is open or not",
      responses: answers(explanationSchema, "Every rule that admits or removes it", ["NOT_FOUND", "BAD_REQUEST"]),
    }),
    checked("query", explainQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { at, except } = c.req.valid("query");
      const unitId = c.req.param("id");
      const options = await exceptShowing(deps, viewer, unitId, except ?? null);
      return c.json(await explainTime(deps, viewer, unitId, Date.parse(at), options));
    },
  );
