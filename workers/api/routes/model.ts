// The organisation's language model (admin): which one, what it cost today, and a try of it.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { modelSettingsSchema, modelTestSchema, modelViewSchema } from "#contracts/api/model";
import { tryModel } from "#workers/model/try-model";
import { modelSettingsOf } from "#workers/store/model-settings";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { applyModelSettings, modelView } from "../model-change.ts";

export const model = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "Which language model is asked, and what it cost today (admin)",
      responses: answers(modelViewSchema, "The settings and the day"),
    }),
    requireAdmin,
    async (c) => c.json(await modelView(c.var.deps, c.var.viewer)),
  )
  .put(
    "/",
    describeRoute({
      summary: "Set which language model is asked; holds from the next message on (admin)",
      responses: answers(modelViewSchema, "The settings and the day", BODY_ERRORS),
    }),
    requireAdmin,
    checked("json", modelSettingsSchema),
    async (c) => c.json(await applyModelSettings(c.var.deps, c.var.viewer, c.req.valid("json"))),
  )
  .post(
    "/test",
    describeRoute({
      summary: "Ask the model about a harmless message (admin); costs tokens of today",
      responses: answers(modelTestSchema, "What it made of it, or why it could not be asked"),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const settings = await modelSettingsOf(deps.db, viewer.organisationId);
      return c.json(await tryModel(deps, viewer.organisationId, settings));
    },
  );
