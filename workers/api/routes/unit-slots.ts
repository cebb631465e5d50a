// The open times of a unit, and why a time is open or not.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { explainQuerySchema, explanationSchema, slotListSchema, slotQuerySchema } from "#contracts/api/showing";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { explainTime, openTimes } from "../open-times.ts";

export const unitSlots = new Hono<ApiEnv>()
  .get(
    "/:id/slots",
    describeRoute({
      summary: "Open times of a unit, with the agents who can take them",
      responses: answers(slotListSchema, "By start; agents see their own times", ["NOT_FOUND", "BAD_REQUEST"]),
    }),
    checked("query", slotQuerySchema),
    async (c) => {
      const { from, days } = c.req.valid("query");
      return c.json(await openTimes(c.var.deps, c.var.viewer, c.req.param("id"), from ?? null, days));
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
      const atMs = Date.parse(c.req.valid("query").at);
      return c.json(await explainTime(c.var.deps, c.var.viewer, c.req.param("id"), atMs));
    },
  );
