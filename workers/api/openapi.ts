// The OpenAPI 3.1 document, made from the routes as they are mounted. Public: it holds shapes only.
import type { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import type { ApiEnv } from "./api-env.ts";

const DESCRIPTION = [
  "The API behind the lease-bot workboard.",
  "Every error has the same envelope; its code is one of a closed list, its message says what to do next.",
  "What belongs to another organisation or another agent answers NOT_FOUND.",
].join(" ");

/** Serves GET /openapi.json for all routes of the app. */
export function serveOpenApi(app: Hono<ApiEnv>): void {
  app.get(
    "/openapi.json",
    openAPIRouteHandler(app, {
      documentation: {
        openapi: "3.1.0",
        info: { title: "lease-bot", version: "1", description: DESCRIPTION },
        components: {
          securitySchemes: { session: { type: "apiKey", in: "cookie", name: "lease-bot.session_token" } },
        },
      },
      // Every route names its own errors, in our envelope.
      defaultValidationErrorResponse: false,
      excludeStaticFile: false,
    }),
  );
}
