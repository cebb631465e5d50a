// Makes the `ai` package's model of a chosen one. Loaded only when a model is asked (propose.ts), as is each service's package.
import type { LanguageModel } from "ai";
import { never } from "#domain/kernel/never";
import { boundedFetch } from "./bounded-fetch.ts";
import type { ChosenModel } from "./choose-model.ts";

/** The model, ready to be asked. */
export async function languageModelOf(chosen: ChosenModel): Promise<LanguageModel> {
  switch (chosen.provider) {
    case "workers-ai": {
      const { createWorkersAI } = await import("workers-ai-provider");
      return createWorkersAI({ binding: chosen.binding })(
        chosen.model as Parameters<ReturnType<typeof createWorkersAI>>[0],
      );
    }
    case "google": {
      const { createGoogleGenerativeAI } = await import("@ai-sdk/google");
      return createGoogleGenerativeAI({ apiKey: chosen.apiKey, fetch: boundedFetch })(chosen.model);
    }
    case "openai-compatible": {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      const { baseUrl: baseURL, apiKey, model } = chosen;
      const key = apiKey === null ? {} : { apiKey };
      const service = { name: "endpoint", baseURL, ...key, fetch: boundedFetch, supportsStructuredOutputs: true };
      return createOpenAICompatible(service)(model);
    }
    default:
      return never(chosen);
  }
}
