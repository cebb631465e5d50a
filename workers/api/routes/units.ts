// The organisation's units and the facts on record about them.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { unitListSchema } from "#contracts/api/organisation";
import { listUnits } from "#workers/store/units";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";

export const units = new Hono<ApiEnv>().get(
  "/",
  describeRoute({ summary: "Units and their facts", responses: answers(unitListSchema, "All units, by label") }),
  async (c) => {
    const { db, now } = c.var.deps;
    const found = await listUnits(db, c.var.viewer.organisationId, now());
    return c.json({ units: found.map((unit) => ({ ...unit, facts: [...unit.facts] })) });
  },
);
