// Lets admins through. An agent is told so, because that such an address exists is no secret.
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../api-env.ts";
import { Problem } from "../problem.ts";

export const requireAdmin = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.var.viewer.role !== "admin") {
    throw new Problem("NOT_ALLOWED", "Only admins may do this. Ask an admin of your organisation.");
  }
  await next();
});
