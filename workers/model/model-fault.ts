// What a failure of a model means, once, at the edge: a code of the closed list, and what the call is known to have cost.
// The texts of foreign errors hold prompts and answers: they end here.
import { APICallError, type LanguageModelUsage, NoObjectGeneratedError, NoOutputGeneratedError } from "ai";
import type { Reported } from "#domain/model/budget";
import type { FallbackCode } from "#domain/model/fallback";

/** `cost` null: not known, so it may have been the whole reservation. */
export type ModelFault = { readonly code: FallbackCode; readonly cost: Reported | null };

const NOTHING: Reported = { tokensIn: 0, tokensOut: 0 };
/** From here a status says that the service gave no answer: none of them charges for that. */
const NO_ANSWER_FROM = 300;

/** Total: whatever is thrown is a fault. `isOver`: the time of the call was up. */
export function modelFaultOf(thrown: unknown, isOver: boolean): ModelFault {
  if (isOver) return { code: "timeout", cost: null };
  if (NoObjectGeneratedError.isInstance(thrown)) {
    const isRefused = thrown.finishReason === "content-filter" || (thrown.text ?? "").trim() === "";
    return { code: isRefused ? "refused" : "wrong_object", cost: reportedOf(thrown.usage) };
  }
  if (NoOutputGeneratedError.isInstance(thrown)) return { code: "wrong_object", cost: null };
  if (APICallError.isInstance(thrown)) {
    return { code: "failed", cost: (thrown.statusCode ?? 0) >= NO_ANSWER_FROM ? NOTHING : null };
  }
  return { code: "failed", cost: null };
}

/** What the service counted; null when it did not count. */
export function reportedOf(usage: LanguageModelUsage | undefined): Reported | null {
  if (usage?.inputTokens === undefined || usage.outputTokens === undefined) return null;
  return { tokensIn: usage.inputTokens, tokensOut: usage.outputTokens };
}
