// Which pack a visit works with: the stored one when there is a valid one (KV `packs/<platform>/current`), else the built-in one, with
// what people confirmed for the origin at hand. Read at every visit and kept nowhere: a visit takes seconds and this a moment, and
// every second of a cache of ours would come on top of KV's own until a replaced pack is in use everywhere.

import { z } from "zod";
import { confirmationSchema, withConfirmations } from "#browser/confirmation";
import { LIVE_ORIGINS } from "#browser/origins";
import type { Pack } from "#browser/pack";
import { packFor } from "#browser/platforms/registry";
import { choosePack, type PackProblem } from "#browser/stored-pack";
import type { Platform } from "#domain/platform";
import type { Deps } from "../deps.ts";
import type { AccountForWork } from "../store/accounts.ts";
import { noteRefusedPack } from "../store/page-drift.ts";
import { tellOps } from "./tell-ops.ts";

/** The shortest that KV takes: a change is in use everywhere within this and KV's own spreading. */
const KV_CACHE_SECONDS = 30;

export type PackForVisit = { readonly pack: Pack; readonly origin: "built_in" | "stored" };

/** The pack for this account's visit to this origin. A store that does not answer means the built-in pack, unconfirmed. */
export async function packForVisit(deps: Deps, work: AccountForWork, siteOrigin: string): Promise<PackForVisit> {
  const { platform } = work;
  const [stored, confirmations] = await Promise.all([
    deps.packs.get(`packs/${platform}/current`, { type: "text", cacheTtl: KV_CACHE_SECONDS }).catch(() => null),
    confirmationsOf(deps, platform),
  ]);
  const { pack, origin, problems } = choosePack(packFor(platform), stored, deps.now());
  await tellRefused(deps, work, problems);
  return { pack: withConfirmations(pack, confirmations, siteOrigin), origin };
}

/** Where the platform's pages are: on its own site, or where the settings say. */
export function siteOrigin(deps: Deps, platform: Platform): string {
  return deps.settings.platformBaseUrls[platform] ?? LIVE_ORIGINS[platform];
}

/** One line an hour in the log and the audit log, about the first thing that is wrong. An outdated pack harms nothing: not told. */
async function tellRefused(deps: Deps, work: AccountForWork, problems: readonly PackProblem[]): Promise<void> {
  const [first] = problems;
  if (first === undefined || problems.some((problem) => problem.code === "SUPERSEDED")) return;
  const { platform, organisationId } = work;
  const { code, path } = first;
  const note = { platform, code, path, atMs: deps.now() };
  const isNew = await noteRefusedPack(deps.db, organisationId, note).catch(() => true);
  if (isNew) tellOps({ event: "pack.refused", platform, code, path });
}

const confirmationsSchema = z.array(confirmationSchema);

/** What people confirmed about a platform's pages (KV `confirmations/<platform>`). Unreadable confirms nothing. */
async function confirmationsOf(deps: Deps, platform: Platform) {
  const stored: unknown = await deps.packs.get(`confirmations/${platform}`, "json").catch(() => null);
  const parsed = confirmationsSchema.safeParse(stored);
  return parsed.success ? parsed.data : [];
}
