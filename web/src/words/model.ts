// Words for language models: services, and why one was not used.
import type { FallbackCode } from "#domain/model/fallback";
import type { Provider } from "#domain/model/provider-name";

export const PROVIDER_WORDS: Readonly<Record<Provider, string>> = {
  "workers-ai": "Workers AI",
  google: "Google",
  "openai-compatible": "OpenAI-compatible endpoint",
};

export const FALLBACK_WORDS: Readonly<Record<FallbackCode, string>> = {
  timeout: "it took too long",
  wrong_object: "its answer had the wrong shape",
  refused: "it refused to answer",
  budget_spent: "today's tokens are spent",
  not_configured: "its key, address or binding is missing",
  unsafe_words: "its words broke a rule",
  ungrounded: "its words had no record behind them",
  failed: "its service failed",
  injection: "the message gave it orders",
};

/** What an admin has to know before they name a model of a service. */
export const MODEL_HINTS: Readonly<Record<Provider, string>> = {
  "workers-ai": "Runs on Cloudflare and needs no key; the deployment must have its binding.",
  google: "Needs a key that the deployment holds.",
  "openai-compatible": "Needs a key that the deployment holds for this endpoint, and https.",
};

/** "12,400 tokens". */
export function tokenWords(tokens: number): string {
  return `${tokens.toLocaleString("en-US")} ${tokens === 1 ? "token" : "tokens"}`;
}
