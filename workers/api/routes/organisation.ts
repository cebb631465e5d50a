// What holds for the whole organisation, for admins.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { organisationAnswerSchema, organisationSettingsSchema } from "#contracts/api/organisation-settings";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { ownOrganisation, setOrganisation } from "../organisation-change.ts";

export const organisation = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "The organisation and its settings (admin)",
      responses: answers(organisationAnswerSchema, "The organisation"),
    }),
    requireAdmin,
    async (c) => c.json({ organisation: await ownOrganisation(c.var.deps, c.var.viewer) }),
  )
  .put(
    "/",
    describeRoute({
      summary: "Set all settings of the organisation (admin)",
      responses: answers(organisationAnswerSchema, "The organisation", BODY_ERRORS),
    }),
    requireAdmin,
    checked("json", organisationSettingsSchema),
    async (c) => c.json({ organisation: await setOrganisation(c.var.deps, c.var.viewer, c.req.valid("json")) }),
  );
