// When an agent shows units: their own to read and change, for an admin anybody's.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import {
  availabilityAnswerSchema,
  lineAnswerSchema,
  lineRequestSchema,
  overrideSchema,
  profileSchema,
  weekSchema,
} from "#contracts/api/availability";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { clearDate, lineAnswer, ownAvailability, setDate, setProfile, setWeek } from "../availability-change.ts";
import { checked } from "../checked.ts";

export const availability = new Hono<ApiEnv>()
  .post(
    "/read-line",
    describeRoute({
      summary: "Read a pasted line of days and times as weekly times; nothing is set",
      responses: answers(lineAnswerSchema, "The times, or what was not understood", BODY_ERRORS),
    }),
    checked("json", lineRequestSchema),
    (c) => c.json(lineAnswer(c.req.valid("json").text)),
  )
  .get(
    "/:id",
    describeRoute({
      summary: "When a person shows units: one's own, for an admin anybody's",
      responses: answers(availabilityAnswerSchema, "The person's availability", ["NOT_FOUND"]),
    }),
    async (c) => c.json({ availability: await ownAvailability(c.var.deps, c.var.viewer, c.req.param("id")) }),
  )
  .put(
    "/:id/profile",
    describeRoute({
      summary: "Set a person's zone, the way between two units, and the showings a day",
      responses: answers(availabilityAnswerSchema, "The person's availability", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    checked("json", profileSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ availability: await setProfile(deps, viewer, c.req.param("id"), c.req.valid("json")) });
    },
  )
  .put(
    "/:id/week",
    describeRoute({
      summary: "Set a person's whole week",
      responses: answers(availabilityAnswerSchema, "The person's availability", [
        ...BODY_ERRORS,
        "NOT_FOUND",
        "NOT_NOW",
      ]),
    }),
    checked("json", weekSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ availability: await setWeek(deps, viewer, c.req.param("id"), c.req.valid("json").rules) });
    },
  )
  .put(
    "/:id/overrides/:date",
    describeRoute({
      summary: "Set what holds on one day instead of the week; without an interval the person is away",
      responses: answers(availabilityAnswerSchema, "The person's availability", [
        ...BODY_ERRORS,
        "NOT_FOUND",
        "NOT_NOW",
      ]),
    }),
    checked("json", overrideSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { id, date } = c.req.param();
      return c.json({ availability: await setDate(deps, viewer, id, date, c.req.valid("json").intervals) });
    },
  )
  .delete(
    "/:id/overrides/:date",
    describeRoute({
      summary: "Let the week hold on this day again",
      responses: answers(availabilityAnswerSchema, "The person's availability", ["NOT_FOUND"]),
    }),
    async (c) => {
      const { id, date } = c.req.param();
      return c.json({ availability: await clearDate(c.var.deps, c.var.viewer, id, date) });
    },
  );
