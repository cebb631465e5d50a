// The name of what decided, as decisions and the audit record it.

/** The embedded reading. Raised when the same input may be decided differently. */
export const EMBEDDED = "embedded@3";
/** What a model is told (prompt-text.ts). Raised when the same model may answer differently because of it. */
const PROMPT_VERSION = 1;

/** The services that a model may come from. Stored: none may be renamed. */
export const PROVIDERS = ["workers-ai", "google", "openai-compatible"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** "google/gemini-2.5-flash@1+embedded@3": a model that was asked, and the rules that decided. */
export function providerName(provider: Provider, model: string): string {
  return `${provider}/${model}@${PROMPT_VERSION}+${EMBEDDED}`;
}
