// Limits tries at a password per client address: each costs a hash of 70 ms and 32 MiB.
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../api-env.ts";
import { Problem } from "../problem.ts";

/** The period of the limit in wrangler.toml, in seconds. */
const RETRY_AFTER_SECONDS = 60;

export const signInLimit = createMiddleware<ApiEnv>(async (c, next) => {
  const address = c.req.header("cf-connecting-ip") ?? "local";
  if (!(await c.var.deps.mayTrySignIn(address))) {
    throw new Problem("RATE_LIMITED", "Too many tries. Wait a minute and try again.", null, {
      "retry-after": String(RETRY_AFTER_SECONDS),
    });
  }
  await next();
});
