// A try of the model that is set, for an admin: a harmless message of no lead, through the same budget, prompt and checks.
import type { ModelSettings, ModelTest } from "#contracts/api/model";
import { FALLBACK_SENTENCES, type FallbackCode } from "#domain/model/fallback";
import { merge } from "#domain/model/merge";
import { promptFor } from "#domain/model/prompt";
import { SAMPLE } from "#domain/model/sample";
import { decide } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { chooseModel } from "./choose-model.ts";
import { consult } from "./consult.ts";

/** What the model made of it, or the fault. The tokens count as any others. */
export async function tryModel(deps: Deps, organisationId: string, settings: ModelSettings): Promise<ModelTest> {
  const fromMs = deps.now();
  const fault = (code: FallbackCode): ModelTest => ({
    ...{ came: "fault", tookMs: deps.now() - fromMs, code },
    sentence: FALLBACK_SENTENCES[code],
  });
  const chosen = chooseModel(deps, settings);
  if (!chosen.ok || chosen.value === null) return fault("not_configured");
  const ask = { for: "words" } as const;
  const embedded = decide(SAMPLE);
  const prompt = promptFor(SAMPLE, embedded, ask);
  const proposed = await consult(deps, organisationId, chosen.value, settings.tokensPerDay, prompt);
  if (proposed.came === "fault") return fault(proposed.code);
  const { intents, confidence, nextAction, reply } = proposed.proposal;
  const { fallback } = merge(SAMPLE, embedded, ask, proposed.proposal, prompt.originals);
  return {
    came: "proposal",
    tookMs: deps.now() - fromMs,
    intents: [...intents],
    confidence,
    nextAction,
    reply,
    wouldBeUsed: reply === null ? null : fallback === null,
    tokensIn: proposed.cost?.tokensIn ?? 0,
    tokensOut: proposed.cost?.tokensOut ?? 0,
  };
}
