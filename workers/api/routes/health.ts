// Whether the product works, for anybody: counts and states, nothing that names a person, a unit or an organisation.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { healthSchema } from "#contracts/api/organisation";
import { accountHealth } from "#workers/store/account-health";
import { countDeadLetters } from "#workers/store/dead-letters";
import { countUnseenDuplicates } from "#workers/store/incidents";
import { answersEveryone } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";

export const health = new Hono<ApiEnv>().get(
  "/",
  describeRoute({ summary: "Health", responses: answersEveryone(healthSchema, "States and counts") }),
  async (c) => {
    const { db, now, version } = c.var.deps;
    const read = await Promise.all([accountHealth(db), countDeadLetters(db), countUnseenDuplicates(db)]).catch(
      () => null,
    );
    const accounts = [...(read?.[0] ?? [])];
    const letters = read?.[1] ?? 0;
    const duplicates = read?.[2] ?? 0;
    const stopped = accounts.reduce((sum, account) => sum + account.stopped, 0);
    const checks = [
      check("database", read !== null, read === null ? "does not answer" : "answers"),
      check("accounts", stopped === 0, `${stopped} stopped`),
      check("dead_letters", letters === 0, `${letters} waiting`),
      check("incidents", duplicates === 0, `${duplicates} unseen duplicates`),
    ];
    const status = checks.every((one) => one.status === "ok") ? ("ok" as const) : ("degraded" as const);
    return c.json({ status, version, at: new Date(now()).toISOString(), checks, accounts });
  },
);

function check(name: string, isFine: boolean, detail: string) {
  return { name, status: isFine ? ("ok" as const) : ("degraded" as const), detail };
}
