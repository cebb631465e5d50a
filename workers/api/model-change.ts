// An admin's change of the language model: stored, and audited field by field. An endpoint's address is not repeated there.
import type { ModelSettings, ModelView } from "#contracts/api/model";
import { budgetDay, tokensLeft } from "#domain/model/budget";
import type { Deps } from "#workers/deps";
import { chooseModel } from "#workers/model/choose-model";
import { modelSettingsOf, putModelSettings } from "#workers/store/model-settings";
import { modelDayOf } from "#workers/store/model-usage";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";

/** The settings, whether the model can be asked with them, and what it cost today. */
export async function modelView(deps: Deps, { organisationId }: Viewer): Promise<ModelView> {
  const day = budgetDay(deps.now());
  const [settings, usage] = await Promise.all([
    modelSettingsOf(deps.db, organisationId),
    modelDayOf(deps.db, organisationId, day),
  ]);
  const chosen = chooseModel(deps, settings);
  return {
    settings,
    problem: chosen.ok ? null : chosen.error,
    today: { day, ...usage, fallbacks: [...usage.fallbacks], left: tokensLeft(usage, settings.tokensPerDay) },
  };
}

/** Replaces the settings and answers with them as they are then. */
export async function applyModelSettings(deps: Deps, viewer: Viewer, settings: ModelSettings): Promise<ModelView> {
  const before = await modelSettingsOf(deps.db, viewer.organisationId);
  const by = { userId: viewer.userId, atMs: deps.now() };
  await putModelSettings(deps.db, viewer.organisationId, settings, by);
  const fields = ["provider", "model", "credentialsRef", "mayWordReplies", "tokensPerDay"] as const;
  const changed = fields.filter((field) => settings[field] !== before[field]);
  const details: { field: string; from: string | number | boolean | null; to: string | number | boolean | null }[] =
    changed.map((field) => ({ field, from: before[field], to: settings[field] }));
  if (settings.baseUrl !== before.baseUrl) details.push({ field: "baseUrl", from: null, to: null });
  await auditChange(deps, viewer, "model.changed", details);
  return await modelView(deps, viewer);
}
