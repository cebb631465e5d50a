// Why the embedded reading decided alone although a model is set. The codes are stored and counted: none may be renamed.

export const FALLBACK_CODES = [
  "timeout",
  "wrong_object",
  "refused",
  "budget_spent",
  "not_configured",
  "unsafe_words",
  "ungrounded",
  "failed",
  "injection",
] as const;
export type FallbackCode = (typeof FALLBACK_CODES)[number];

/** What happened, and what to do about it, for an admin. */
export const FALLBACK_SENTENCES: Readonly<Record<FallbackCode, string>> = {
  timeout: "The model took too long. Choose a faster one if this happens often.",
  wrong_object:
    "The model answered with something else than the object it was asked for. Choose one that can give JSON.",
  refused: "The model or its filter refused to answer. Nothing is to be done for a single message.",
  budget_spent: "The tokens of today are spent. Raise the budget, or wait for the next day (UTC).",
  not_configured:
    "The model cannot be asked: its key, its address or its binding is missing. See the deployment notes.",
  unsafe_words: "The words of the model broke a rule for outgoing text, so our own were used.",
  ungrounded: "The words of the model said something that no record holds, so our own were used.",
  failed:
    "The model's service failed or refused the request. Check the model's name and the key, then its status page.",
  injection: "The message tried to give orders to the assistant, so the model was not asked.",
};
