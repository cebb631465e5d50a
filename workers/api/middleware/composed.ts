// Puts the dependencies beside the request. Routes take them from there and never read the environment.
import { createMiddleware } from "hono/factory";
import { makeDeps } from "#workers/deps";
import type { ApiEnv } from "../api-env.ts";

export const composed = createMiddleware<ApiEnv>(async (c, next) => {
  c.set("deps", makeDeps(c.env));
  await next();
});
