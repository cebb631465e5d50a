// Calendars of agents: the private feed, for whoever holds its address, and the addresses themselves, for their owners.
// A feed tells nobody who asks with a wrong address whether there was ever a right one.
import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { describeRoute } from "hono-openapi";
import {
  calendarFeedAnswerSchema,
  calendarFeedListSchema,
  calendarFeedMadeSchema,
  FEEDS_PER_PERSON_MAX,
} from "#contracts/api/calendar";
import { feedEvents } from "#domain/calendar/feed-events";
import { FEED_BACK_MS } from "#domain/calendar/limits";
import { feedTokenHash, newFeedToken, tokenInFile } from "#workers/calendar/feed-token";
import { feedText } from "#workers/calendar/write-calendar";
import { addFeed, feedOwner, feedShowings, listFeeds, revokeFeed } from "#workers/store/calendar-feeds";
import { answers, creates, errors } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { auditChange } from "../audit-change.ts";
import { CREATED, notFound, OK, Problem, STATUS_OF } from "../problem.ts";
import { agentScope } from "../scope.ts";

export const calendarFeed = new Hono<ApiEnv>().get(
  "/:feed",
  describeRoute({
    summary: "An agent's showings for a calendar program, by the private address <token>.ics",
    responses: {
      [OK]: { description: "iCalendar (RFC 5545), as text/calendar" },
      [STATUS_OF.NOT_FOUND]: { description: "No such calendar, as text/plain" },
      ...errors(["RATE_LIMITED", "UNAVAILABLE", "INTERNAL"]),
    },
  }),
  etag(),
  async (c) => {
    const { db, now } = c.var.deps;
    const token = tokenInFile(c.req.param("feed"));
    const owner = token === null ? null : await feedOwner(db, await feedTokenHash(token));
    if (owner === null) {
      return c.text("There is no calendar here.\n", STATUS_OF.NOT_FOUND, { "cache-control": "no-store" });
    }
    const { organisationId, userId, userName } = owner;
    const nowMs = now();
    const found = await feedShowings(db, organisationId, userId, nowMs - FEED_BACK_MS, nowMs);
    const showings = found.map((one) => ({ ...one, conversationUrl: conversationUrl(c, one.conversationId) }));
    return c.body(feedText(`Showings, ${userName}`, feedEvents(showings, organisationId, nowMs)), OK, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="showings.ics"',
      "cache-control": "private, no-cache",
    });
  },
);

export const calendarFeeds = new Hono<ApiEnv>()
  .get(
    "/feeds",
    describeRoute({
      summary: "Private calendar addresses that stand: one's own, for an admin everybody's",
      responses: answers(calendarFeedListSchema, "The newest first, without the addresses themselves"),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ feeds: [...(await listFeeds(deps.db, viewer.organisationId, agentScope(viewer)))] });
    },
  )
  .post(
    "/feeds",
    describeRoute({
      summary: "A new private calendar address of one's own; it is answered this once",
      responses: creates(calendarFeedMadeSchema, "The address", ["NOT_NOW"]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const { organisationId, userId, name } = viewer;
      if ((await listFeeds(deps.db, organisationId, userId)).length >= FEEDS_PER_PERSON_MAX) {
        throw new Problem(
          "NOT_NOW",
          `You have ${FEEDS_PER_PERSON_MAX} calendar addresses. End one you do not use first.`,
        );
      }
      const token = newFeedToken();
      const id = await feedTokenHash(token);
      const nowMs = deps.now();
      await addFeed(deps.db, organisationId, userId, id, nowMs);
      await auditChange(deps, viewer, "calendar_feed.made", [{ userId }]);
      const feed = { id, user: { id: userId, name }, createdAt: new Date(nowMs).toISOString() };
      return c.json({ feed, url: `${originOf(c)}/calendar/${token}.ics` }, CREATED);
    },
  )
  .delete(
    "/feeds/:id",
    describeRoute({
      summary: "End a private calendar address: one's own, for an admin anybody's",
      responses: answers(calendarFeedAnswerSchema, "The address that no longer stands", ["NOT_FOUND"]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const id = c.req.param("id");
      const scope = agentScope(viewer);
      const feed = (await listFeeds(deps.db, viewer.organisationId, scope)).find((one) => one.id === id);
      if (feed === undefined || !(await revokeFeed(deps.db, viewer.organisationId, scope, id, deps.now()))) {
        throw notFound();
      }
      await auditChange(deps, viewer, "calendar_feed.ended", [{ userId: feed.user.id }]);
      return c.json({ feed });
    },
  );

function originOf(c: Context<ApiEnv>): string {
  return c.var.deps.settings.publicOrigin ?? new URL(c.req.url).origin;
}

/** As the web app spells it (web/src/paths.ts). */
function conversationUrl(c: Context<ApiEnv>, conversationId: string | null): string | null {
  return conversationId === null ? null : `${originOf(c)}/conversations/${encodeURIComponent(conversationId)}`;
}
