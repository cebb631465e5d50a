// Bodies: small, and JSON; at one address a table. Checked before anything parses them.
import type { Context } from "hono";
import { bodyLimit as honoBodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { IMPORT_BYTES_MAX } from "#contracts/api/unit-import";
import type { ApiEnv } from "../api-env.ts";
import { Problem } from "../problem.ts";

/** Largest body, in bytes: a reply of the longest length in four-byte characters, with room. */
export const BODY_BYTES_MAX = 65_536;

/** The one address that takes a table. A form of another site cannot send text/csv either. */
const TABLE_PATH = "/api/units/import";
const JSON_TYPE = /^application\/json\s*(;|$)/i;
const TABLE_TYPE = /^text\/csv\s*(;|$)/i;

const smallBody = limit(BODY_BYTES_MAX);
const tableBody = limit(IMPORT_BYTES_MAX);

export const bodyLimit = createMiddleware<ApiEnv>((c, next) => (isTable(c) ? tableBody(c, next) : smallBody(c, next)));

/**
 * A body must say that it is JSON, so that no form of another site passes for one. An empty body that says so is an empty
 * object: commands whose fields are all optional can be given without a body.
 */
export const jsonBody = createMiddleware<ApiEnv>(async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  if (isTable(c)) {
    if (TABLE_TYPE.test(type)) return await next();
    throw new Problem("UNSUPPORTED_MEDIA_TYPE", "Send the table as CSV, with content-type text/csv.");
  }
  const isJson = JSON_TYPE.test(type);
  if (c.req.raw.body !== null && !isJson) {
    throw new Problem("UNSUPPORTED_MEDIA_TYPE", "Send the body as JSON, with content-type application/json.");
  }
  const isEmpty = c.req.raw.body === null || c.req.header("content-length") === "0";
  if (isJson && isEmpty && c.req.method !== "GET" && c.req.method !== "HEAD") {
    c.req.raw = new Request(c.req.raw, { body: "{}" });
  }
  return await next();
});

function isTable(c: Context): boolean {
  return c.req.path === TABLE_PATH && c.req.method === "POST";
}

function limit(bytesMax: number) {
  return honoBodyLimit({
    maxSize: bytesMax,
    onError: () => {
      throw new Problem(
        "TOO_LARGE",
        `The request is larger than ${Math.floor(bytesMax / 1024)} KiB. Send less at once.`,
      );
    },
  });
}
