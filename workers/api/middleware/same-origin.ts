// Refuses what another site makes a browser send: cookies come along, the origin does not lie.
// A client that is no browser sends neither header and has no cookies it did not mean to send.
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "../api-env.ts";
import { Problem } from "../problem.ts";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** For requests that change something, and for WebSocket upgrades (which are GETs that browsers allow across sites). */
export const sameOrigin = createMiddleware<ApiEnv>(async (c, next) => {
  const isUpgrade = c.req.header("upgrade") !== undefined;
  if (isUpgrade || !SAFE_METHODS.has(c.req.method)) {
    const own = c.var.deps.settings.publicOrigin ?? new URL(c.req.url).origin;
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const isForeign = origin === undefined ? site === "cross-site" || site === "same-site" : origin !== own;
    if (isForeign) throw new Problem("NOT_ALLOWED", "This request came from another site. Use the web app.");
  }
  await next();
});
