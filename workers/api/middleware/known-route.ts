// Tells an address that does not exist from one that needs a session, before anybody is asked to sign in.

import { createMiddleware } from "hono/factory";
import type { RouterRoute } from "hono/types";
import type { ApiEnv } from "../api-env.ts";
import { Problem } from "../problem.ts";

const ANY_METHOD = "ALL";

/** Refuses unknown paths (NOT_FOUND) and known paths with a method they do not take (METHOD_NOT_ALLOWED). */
export function knownRoute(routes: () => readonly RouterRoute[]) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const method = c.req.method === "HEAD" ? "GET" : c.req.method;
    const allowed = new Set(
      routes()
        .filter((route) => route.method !== ANY_METHOD && matches(route.path, c.req.path))
        .map((route) => route.method),
    );
    if (allowed.size === 0)
      throw new Problem("NOT_FOUND", "There is no such address. See /openapi.json for those that exist.");
    if (!allowed.has(method)) {
      throw new Problem("METHOD_NOT_ALLOWED", "This address does not take this method. See /openapi.json.", null, {
        allow: [...allowed].join(", "),
      });
    }
    await next();
  });
}

/** Our patterns hold plain segments, `:name` segments and a last `*`. */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.at(-1) === "*") return wanted.slice(0, -1).every((segment, i) => segment === given[i]);
  return (
    wanted.length === given.length &&
    wanted.every((segment, i) => (segment.startsWith(":") ? given[i] !== "" : segment === given[i]))
  );
}
