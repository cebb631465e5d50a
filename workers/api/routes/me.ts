// Who is signed in, and where.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { meSchema } from "#contracts/api/organisation";
import { answers } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";

export const me = new Hono<ApiEnv>().get(
  "/",
  describeRoute({ summary: "Who is signed in", responses: answers(meSchema, "The viewer") }),
  (c) => {
    const { userId, name, email, organisationId, organisationName, role } = c.var.viewer;
    return c.json({
      user: { id: userId, name, email },
      organisation: { id: organisationId, name: organisationName },
      role,
    });
  },
);
