// Makes the `ai` package's model of a chosen one. The services' packages stand in the bundle like everything else: where one is
// loaded later, the bundler wraps what it shares with the contracts, and the Worker does not start.
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "ai";
import { createWorkersAI } from "workers-ai-provider";
import { never } from "#domain/kernel/never";
import { boundedFetch } from "./bounded-fetch.ts";
import type { ChosenModel } from "./choose-model.ts";

/** The model, ready to be asked. */
export function languageModelOf(chosen: ChosenModel): LanguageModel {
  switch (chosen.provider) {
    case "workers-ai":
      return createWorkersAI({ binding: chosen.binding })(
        chosen.model as Parameters<ReturnType<typeof createWorkersAI>>[0],
      );
    case "google":
      return createGoogleGenerativeAI({ apiKey: chosen.apiKey, fetch: boundedFetch })(chosen.model);
    case "openai-compatible": {
      const { baseUrl: baseURL, apiKey, model } = chosen;
      const key = apiKey === null ? {} : { apiKey };
      const service = { name: "endpoint", baseURL, ...key, fetch: boundedFetch, supportsStructuredOutputs: true };
      return createOpenAICompatible(service)(model);
    }
    default:
      return never(chosen);
  }
}
