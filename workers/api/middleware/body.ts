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

/** A body must say that it is JSON, so that no form of another site passes for one. */
export const jsonBody = createMiddleware<ApiEnv>(async (c, next) => {
  const type = c.req.header("content-type");
  if (c.req.raw.body !== null && (type === undefined || !/^application\/json\s*(;|$)/i.test(type))) {
    throw new Problem("UNSUPPORTED_MEDIA_TYPE", "Send the body as JSON, with content-type application/json.");
  }
  await next();
});
