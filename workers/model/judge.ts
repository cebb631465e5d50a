// Decides one message with whatever decides for its organisation: the embedded rules, and the model where one is set (M17).
// Nothing of a model's failing gets out of here but a code: the message has its decision in any case.
import type { ModelSettings } from "#contracts/api/model";
import { type Ask, askFor } from "#domain/model/ask";
import { budgetDay } from "#domain/model/budget";
import type { FallbackCode } from "#domain/model/fallback";
import { merge } from "#domain/model/merge";
import { type Prompt, promptFor } from "#domain/model/prompt";
import type { Consulted } from "#domain/model/proposal";
import { EMBEDDED, providerName } from "#domain/model/provider-name";
import type { Decision, DecisionInput } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { tellOps } from "../queues/tell-ops.ts";
import { modelSettingsOf } from "../store/model-settings.ts";
import { countFallback } from "../store/model-usage.ts";
import { chooseModel } from "./choose-model.ts";
import { consult } from "./consult.ts";
import type { Proposed } from "./propose.ts";

export type Judged = {
  readonly decision: Decision;
  /** What decided, e.g. "google/gemini-2.5-flash@1+embedded@3". */
  readonly provider: string;
  /** Why the embedded decision stands although a model is set; null: it was asked, or there was nothing to ask. */
  readonly fallback: FallbackCode | null;
  /** What the model answered, counted or not; null where it did not. */
  readonly consulted: Consulted | null;
};

export type Judge = (input: DecisionInput) => Judged | Promise<Judged>;

type Asked = Exclude<Ask, { readonly for: "nothing" }>;
type Answered = { readonly ask: Asked; readonly originals: Prompt["originals"]; readonly proposed: Proposed };

/** The embedded rules alone. */
export const judgeEmbedded = (
  decision: Decision,
  fallback: FallbackCode | null = null,
  consulted: Consulted | null = null,
): Judged => ({ decision, provider: EMBEDDED, fallback, consulted });

/** A judge for one message. It asks its model at most once, however often the open times make it judge again. */
export function makeJudge(deps: Deps, organisationId: string): Judge {
  let settings: ModelSettings | null = null;
  let answered: Answered | null = null;
  return async (input) => {
    const embedded = decide(input);
    try {
      settings ??= await modelSettingsOf(deps.db, organisationId);
      if (settings.provider === null) return judgeEmbedded(embedded);
      const ask = askFor(input, embedded, settings.mayWordReplies);
      if (ask.for === "nothing") return judgeEmbedded(embedded, ask.fallback);
      answered ??= await answerOf(deps, organisationId, settings, ask, input, embedded);
      // Other times are open now, and what is to be said changed with them: the answer was to another question.
      if (answered.ask.for !== ask.for) return judgeEmbedded(embedded);
      const { proposed, originals } = answered;
      if (proposed.came === "fault") return judgeEmbedded(embedded, proposed.code);
      const consulted = { mayWord: settings.mayWordReplies, proposal: proposed.proposal };
      const { decision, fallback } = merge(input, embedded, ask, proposed.proposal, originals);
      if (fallback !== null) return judgeEmbedded(embedded, fallback, consulted);
      return { decision, provider: providerName(settings.provider, settings.model), fallback, consulted };
    } catch (thrown) {
      tellBroken(organisationId, thrown);
      return judgeEmbedded(embedded, "failed");
    }
  };
}

/** Counts a fallback for the page of the model. A counter that fails must not bring the message back. */
export async function noteFallback(deps: Deps, organisationId: string, { fallback }: Judged): Promise<void> {
  if (fallback === null) return;
  try {
    await countFallback(deps.db, organisationId, budgetDay(deps.now()), fallback);
  } catch (thrown) {
    tellBroken(organisationId, thrown);
  }
}

function tellBroken(organisationId: string, thrown: unknown): void {
  tellOps({ event: "model.broken", organisationId, error: thrown instanceof Error ? thrown.name : typeof thrown });
}

async function answerOf(
  deps: Deps,
  organisationId: string,
  settings: ModelSettings,
  ask: Asked,
  input: DecisionInput,
  embedded: Decision,
): Promise<Answered> {
  const prompt = promptFor(input, embedded, ask);
  const { originals } = prompt;
  const chosen = chooseModel(deps, settings);
  if (!chosen.ok || chosen.value === null) {
    return { ask, originals, proposed: { came: "fault", code: "not_configured", cost: null } };
  }
  return { ask, originals, proposed: await consult(deps, organisationId, chosen.value, settings.tokensPerDay, prompt) };
}
