// Asks a model for a proposal, once, within its time. Never throws: what goes wrong is a fault with a code.
// It must not decide, keep count of tokens, or log what was said.
import { generateText, Output } from "ai";
import { OUTPUT_TOKENS_MAX, type Reported } from "#domain/model/budget";
import type { Prompt } from "#domain/model/prompt";
import type { Proposal } from "#domain/model/proposal";
import type { ChosenModel } from "./choose-model.ts";
import { languageModelOf } from "./language-model.ts";
import { type ModelFault, modelFaultOf, reportedOf } from "./model-fault.ts";
import { proposalSchema } from "./proposal-schema.ts";

/** A lead waits; the embedded decision is there at once. */
export const MODEL_TIMEOUT_MS = 8_000;

export type Proposed =
  | { readonly came: "proposal"; readonly proposal: Proposal; readonly cost: Reported | null }
  | ({ readonly came: "fault" } & ModelFault);

// Its warnings would name parts of requests.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** Within `timeoutMs` in any case: a service that does not hear that its time is up is left behind. */
export async function propose(
  chosen: ChosenModel,
  prompt: Pick<Prompt, "system" | "user">,
  timeoutMs: number = MODEL_TIMEOUT_MS,
): Promise<Proposed> {
  const signal = AbortSignal.timeout(timeoutMs);
  const over = new Promise<Proposed>((resolve) => {
    signal.addEventListener("abort", () => resolve({ came: "fault", code: "timeout", cost: null }), { once: true });
  });
  return await Promise.race([ask(chosen, prompt, signal), over]);
}

async function ask(
  chosen: ChosenModel,
  { system, user }: Pick<Prompt, "system" | "user">,
  signal: AbortSignal,
): Promise<Proposed> {
  try {
    const result = await generateText({
      model: languageModelOf(chosen),
      instructions: system,
      prompt: user,
      output: Output.object({ schema: proposalSchema, name: "proposal" }),
      maxOutputTokens: OUTPUT_TOKENS_MAX,
      temperature: 0,
      // A second try would cost the lead's time and the budget twice; the embedded decision stands.
      maxRetries: 0,
      // Thinking is paid for and takes the time of the lead; other services are sent nothing that they may not know.
      ...(chosen.provider === "google" ? { reasoning: "none" } : {}),
      abortSignal: signal,
    });
    const cost = reportedOf(result.usage);
    if (result.finishReason === "content-filter") return { came: "fault", code: "refused", cost };
    if (result.finishReason !== "stop") return { came: "fault", code: "wrong_object", cost };
    return { came: "proposal", proposal: result.output, cost };
  } catch (thrown) {
    return { came: "fault", ...modelFaultOf(thrown, signal.aborted) };
  }
}
