// Platform accounts, for admins (R18): what they are doing, and the few settings that change it.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { accountAnswerSchema, accountChangeSchema, accountListSchema } from "#contracts/api/account";
import { listAccounts, recordAccountStatus } from "#workers/store/accounts";
import { applyAccountChange, auditAccount, ownAccount, requestListingSync } from "../account-change.ts";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { Problem } from "../problem.ts";

export const accounts = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({ summary: "Platform accounts (admin)", responses: answers(accountListSchema, "All, by label") }),
    requireAdmin,
    async (c) => c.json({ accounts: [...(await listAccounts(c.var.deps.db, c.var.viewer.organisationId))] }),
  )
  .get(
    "/:id",
    describeRoute({
      summary: "One platform account (admin)",
      responses: answers(accountAnswerSchema, "The account", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => c.json({ account: await ownAccount(c.var.deps, c.var.viewer, c.req.param("id")) }),
  )
  .patch(
    "/:id",
    describeRoute({
      summary: "Change a platform account (admin)",
      responses: answers(accountAnswerSchema, "The account", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("json", accountChangeSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ account: await applyAccountChange(deps, viewer, c.req.param("id"), c.req.valid("json")) });
    },
  )
  .post(
    "/:id/resume",
    describeRoute({
      summary: "Start a stopped account again, after a person mended it (admin)",
      responses: answers(accountAnswerSchema, "The account", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const { id } = await ownAccount(deps, viewer, c.req.param("id"));
      await auditAccount(deps, viewer, id, "account.resumed");
      await deps.account(id).resume();
      await recordAccountStatus(deps.db, id, await deps.account(id).status());
      await deps.board(viewer.organisationId).accountChanged(id);
      return c.json({ account: await ownAccount(deps, viewer, id) });
    },
  )
  .post(
    "/:id/poll",
    describeRoute({
      summary: "Read the inbox now, or as soon as its pace allows (admin)",
      responses: answers(accountAnswerSchema, "The account", ["NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const account = await ownAccount(deps, viewer, c.req.param("id"));
      if (!account.isActive) throw new Problem("NOT_NOW", "This account is switched off. Switch it on first.");
      await auditAccount(deps, viewer, account.id, "account.poll_requested");
      await deps.account(account.id).wake();
      return c.json({ account: await ownAccount(deps, viewer, account.id) });
    },
  )
  .post(
    "/:id/sync-listings",
    describeRoute({
      summary: "Read the account's own adverts now, or as soon as its pace allows (admin)",
      responses: answers(accountAnswerSchema, "The account", ["NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const account = await ownAccount(deps, viewer, c.req.param("id"));
      return c.json({ account: await requestListingSync(deps, viewer, account) });
    },
  );
