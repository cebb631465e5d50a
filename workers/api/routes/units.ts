// The organisation's units and the facts on record about them: agents read their own, admins change all.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import {
  FACT_NAME,
  factChangeSchema,
  newUnitSchema,
  unitAnswerSchema,
  unitChangeSchema,
  unitListSchema,
  unitWindowsSchema,
} from "#contracts/api/unit";
import { importAnswerSchema, importQuerySchema } from "#contracts/api/unit-import";
import { listUnits } from "#workers/store/unit-list";
import { answers, BODY_ERRORS, creates } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { importUnits } from "../import-units.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { CREATED, Problem } from "../problem.ts";
import { agentScope } from "../scope.ts";
import {
  applyUnitChange,
  createUnit,
  ownUnit,
  recordFact,
  removeFact,
  removeUnitFor,
  setWindows,
} from "../unit-change.ts";

export const units = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "Units with facts, windows, assignments and listings; for an agent their own",
      responses: answers(unitListSchema, "All units, by label"),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const scope = { agentId: agentScope(viewer), unitId: null };
      return c.json({ units: [...(await listUnits(deps.db, viewer.organisationId, scope, deps.now()))] });
    },
  )
  .post(
    "/",
    describeRoute({
      summary: "Add a unit (admin)",
      responses: creates(unitAnswerSchema, "The unit", [...BODY_ERRORS, "NOT_NOW"]),
    }),
    requireAdmin,
    checked("json", newUnitSchema),
    async (c) => c.json({ unit: await createUnit(c.var.deps, c.var.viewer, c.req.valid("json")) }, CREATED),
  )
  .post(
    "/import",
    describeRoute({
      summary: "Add and change units from a table: text/csv in UTF-8, all of it or nothing (admin)",
      requestBody: { required: true, content: { "text/csv": { schema: { type: "string" } } } },
      responses: answers(importAnswerSchema, "What was done, or would be done, or what is wrong", [
        ...BODY_ERRORS,
        "NOT_NOW",
      ]),
    }),
    requireAdmin,
    checked("query", importQuerySchema),
    async (c) => {
      const { dryRun, zone } = c.req.valid("query");
      const options = { isDryRun: dryRun === "1", zoneDefault: zone ?? null };
      return c.json(await importUnits(c.var.deps, c.var.viewer, await c.req.arrayBuffer(), options));
    },
  )
  .get(
    "/:id",
    describeRoute({ summary: "One unit", responses: answers(unitAnswerSchema, "The unit", ["NOT_FOUND"]) }),
    async (c) => c.json({ unit: await ownUnit(c.var.deps, c.var.viewer, c.req.param("id")) }),
  )
  .patch(
    "/:id",
    describeRoute({
      summary: "Change a unit (admin)",
      responses: answers(unitAnswerSchema, "The unit", [...BODY_ERRORS, "NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    checked("json", unitChangeSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ unit: await applyUnitChange(deps, viewer, c.req.param("id"), c.req.valid("json")) });
    },
  )
  .delete(
    "/:id",
    describeRoute({
      summary: "Remove a unit on which nothing hangs: no showing, conversation, agent or listing (admin)",
      responses: answers(unitAnswerSchema, "The unit that is gone", ["NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    async (c) => c.json({ unit: await removeUnitFor(c.var.deps, c.var.viewer, c.req.param("id")) }),
  )
  .put(
    "/:id/windows",
    describeRoute({
      summary: "Set when a unit can be shown: at any time (null), or only within these windows (admin)",
      responses: answers(unitAnswerSchema, "The unit", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("json", unitWindowsSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const windows = c.req.valid("json").windows?.map(windowOf) ?? null;
      return c.json({ unit: await setWindows(deps, viewer, c.req.param("id"), windows) });
    },
  )
  .put(
    "/:id/facts/:name",
    describeRoute({
      summary: "Put a fact about a unit on record (admin)",
      responses: answers(unitAnswerSchema, "The unit", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("json", factChangeSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { value, validUntil } = c.req.valid("json");
      const fact = { name: factName(c.req.param("name")), value, validUntilMs: msOrNull(validUntil) };
      return c.json({ unit: await recordFact(deps, viewer, c.req.param("id"), fact) });
    },
  )
  .delete(
    "/:id/facts/:name",
    describeRoute({
      summary: "Take a fact about a unit off the record (admin)",
      responses: answers(unitAnswerSchema, "The unit", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ unit: await removeFact(deps, viewer, c.req.param("id"), c.req.param("name")) });
    },
  );

function factName(name: string): string {
  if (FACT_NAME.test(name)) return name;
  throw new Problem("BAD_REQUEST", "This is no name of a fact. Write it as rentMonthly: letters and digits.");
}

function windowOf({ start, end }: { readonly start: string; readonly end: string }, at: number) {
  const window = { startMs: Date.parse(start), endMs: Date.parse(end) };
  if (window.startMs < window.endMs) return window;
  const details = [{ path: `windows.${at}.end`, message: "must be after its start" }];
  throw new Problem("BAD_REQUEST", "A window must end after it starts. See the details and try again.", details);
}

function msOrNull(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
