// Gives every request an id that its answer, its error and its log line share.
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../api-env.ts";
import { SWITCHING_PROTOCOLS } from "../problem.ts";

export const requestId = createMiddleware<ApiEnv>(async (c, next) => {
  const id = crypto.randomUUID();
  c.set("requestId", id);
  await next();
  // The headers of a WebSocket upgrade are not ours to change.
  if (c.res.status !== SWITCHING_PROTOCOLS) c.res.headers.set("x-request-id", id);
});
