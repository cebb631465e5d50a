// Bodies: small, and JSON. Checked before anything parses them.
import { bodyLimit as honoBodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../api-env.ts";
import { Problem } from "../problem.ts";

/** Largest body, in bytes: a reply of the longest length in four-byte characters, with room. */
export const BODY_BYTES_MAX = 65_536;

export const bodyLimit = honoBodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: () => {
    throw new Problem("TOO_LARGE", `The request is larger than ${BODY_BYTES_MAX / 1024} KiB. Send less at once.`);
  },
});

/**
 * A body must say that it is JSON, so that no form of another site passes for one. An empty body that says so is an empty
 * object: commands whose fields are all optional can be given without a body.
 */
export const jsonBody = createMiddleware<ApiEnv>(async (c, next) => {
  const type = c.req.header("content-type");
  const isJson = type !== undefined && /^application\/json\s*(;|$)/i.test(type);
  if (c.req.raw.body !== null && !isJson) {
    throw new Problem("UNSUPPORTED_MEDIA_TYPE", "Send the body as JSON, with content-type application/json.");
  }
  const isEmpty = c.req.raw.body === null || c.req.header("content-length") === "0";
  if (isJson && isEmpty && c.req.method !== "GET" && c.req.method !== "HEAD") {
    c.req.raw = new Request(c.req.raw, { body: "{}" });
  }
  await next();
});
