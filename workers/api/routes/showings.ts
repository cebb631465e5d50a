// Showings: the lists, one of them, and what people do to it.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import {
  bookRequestSchema,
  moveRequestSchema,
  showingAnswerSchema,
  showingListSchema,
  showingQuerySchema,
  showingStatusRequestSchema,
} from "#contracts/api/showing";
import type { ErrorCode } from "#contracts/errors";
import { listShowings } from "#workers/store/showings-list";
import { answers, BODY_ERRORS, creates } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { readTimeCursor, timeCursor } from "../cursor.ts";
import { idempotencyKey, idempotencyKeyParameter } from "../idempotency-key.ts";
import { CREATED } from "../problem.ts";
import { agentScope } from "../scope.ts";
import { bookByHand, changeByHand, moveByHand, showingFor } from "../showing-commands.ts";

/** Errors of everything that takes a time. */
const TIME_ERRORS: readonly ErrorCode[] = [
  ...BODY_ERRORS,
  "NOT_FOUND",
  "IDEMPOTENCY_KEY_MISSING",
  "IDEMPOTENCY_KEY_REUSED",
  "NOT_OFFERED",
  "TIME_TAKEN",
  "GROUP_FULL",
  "DAY_FULL",
];

export const showings = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "One page of showings, by start: the earliest first, or the latest",
      responses: answers(showingListSchema, "A page; agents see their own", ["BAD_REQUEST"]),
    }),
    checked("query", showingQuerySchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { from, to, status, unit, agent, conversation, order, cursor, limit } = c.req.valid("query");
      const page = await listShowings(deps.db, viewer.organisationId, {
        agentId: agentScope(viewer) ?? (agent === "me" ? viewer.userId : (agent ?? null)),
        unitId: unit ?? null,
        conversationId: conversation ?? null,
        status: status ?? null,
        fromDay: from ?? null,
        toDay: to ?? null,
        order,
        limit,
        after: readTimeCursor(cursor),
      });
      return c.json({ showings: [...page.showings], nextCursor: timeCursor(page.next) });
    },
  )
  .get(
    "/:id",
    describeRoute({
      summary: "One showing",
      responses: answers(showingAnswerSchema, "The showing", ["NOT_FOUND"]),
    }),
    async (c) => c.json({ showing: await showingFor(c.var.deps, c.var.viewer, c.req.param("id")) }),
  )
  .post(
    "/",
    describeRoute({
      summary: "Book a showing by hand",
      parameters: [idempotencyKeyParameter],
      responses: creates(showingAnswerSchema, "The showing; the same one for the same key", TIME_ERRORS),
    }),
    checked("json", bookRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const showing = await bookByHand(deps, viewer, idempotencyKey(c), c.req.valid("json"));
      return c.json({ showing }, CREATED);
    },
  )
  .post(
    "/:id/reschedule",
    describeRoute({
      summary: "Move a showing to another time or agent",
      parameters: [idempotencyKeyParameter],
      responses: answers(showingAnswerSchema, "The showing where it is now", [...TIME_ERRORS, "NOT_NOW"]),
    }),
    checked("json", moveRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const key = idempotencyKey(c);
      return c.json({ showing: await moveByHand(deps, viewer, key, c.req.param("id"), c.req.valid("json")) });
    },
  )
  .post(
    "/:id/status",
    describeRoute({
      summary: "Say what became of a showing",
      responses: answers(showingAnswerSchema, "The showing", [...BODY_ERRORS, "NOT_FOUND", "NOT_NOW", "NOT_STARTED"]),
    }),
    checked("json", showingStatusRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ showing: await changeByHand(deps, viewer, c.req.param("id"), c.req.valid("json").status) });
    },
  );
