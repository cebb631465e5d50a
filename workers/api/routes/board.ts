// The board's live line: checks the session, then hands the WebSocket to the organisation's board actor.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { visitorHeaders } from "#objects/board/connection";
import { errors } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { Problem, SWITCHING_PROTOCOLS } from "../problem.ts";

export const board = new Hono<ApiEnv>().get(
  "/socket",
  describeRoute({
    summary: "Live signals (WebSocket)",
    responses: {
      [SWITCHING_PROTOCOLS]: { description: "The socket is open" },
      ...errors(["BAD_REQUEST", "NOT_SIGNED_IN", "NOT_ALLOWED", "UNAVAILABLE", "INTERNAL"]),
    },
  }),
  async (c) => {
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
      throw new Problem("BAD_REQUEST", "This address is a WebSocket. Open it as one.");
    }
    const { deps, viewer } = c.var;
    const headers = new Headers(c.req.raw.headers);
    headers.delete("cookie");
    for (const [name, value] of Object.entries(visitorHeaders(viewer))) headers.set(name, value);
    const answer = await deps.openBoardSocket(viewer.organisationId, new Request(c.req.raw, { headers }));
    if (answer.status !== SWITCHING_PROTOCOLS) {
      throw new Problem("UNAVAILABLE", "Live updates are full just now. Load the page again in a minute.");
    }
    return answer;
  },
);
