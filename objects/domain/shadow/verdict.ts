// What became of one decision, compared with what it proposed. Compares; what happened is told by follow.ts.
import { never } from "../kernel/never.ts";
import type { Decision } from "../triage/decision.ts";
import { type Edit, editOf } from "./edit.ts";
import { SAME_ANSWER_MIN } from "./limits.ts";
import type { VerdictName } from "./verdict-names.ts";

export type Verdict =
  | ({ readonly verdict: "edited" } & Edit)
  /** How alike the two texts are, 0 to 1. */
  | { readonly verdict: "answered_otherwise"; readonly similarity: number }
  | { readonly verdict: Exclude<VerdictName, "edited" | "answered_otherwise"> };

/** What was done about a decision. Persisted by the actor: keys may be added, never renamed, without a migration. */
export type Happened =
  | { readonly what: "nothing" }
  | { readonly what: "let_go"; readonly body: string }
  | { readonly what: "rejected" }
  | { readonly what: "answered"; readonly body: string }
  | { readonly what: "taken_over" }
  | { readonly what: "given_back" }
  /** It became void: the lead wrote again, another decision came, or the conversation ended. */
  | { readonly what: "moved_on" }
  | { readonly what: "left" };

export type Proposal = {
  readonly decision: Pick<Decision, "nextAction" | "facts">;
  /** The words that were proposed; null when there were none. */
  readonly text: string | null;
  /** True when a draft or a queued send was written for it. */
  readonly isProposed: boolean;
  /** True while the assistant led the conversation. */
  readonly isAssistants: boolean;
  /** True when the lead had written so long ago that only a person may answer. */
  readonly isBacklog: boolean;
};

export type Judgement = {
  readonly verdict: Verdict;
  /** [W11] True when a person judged what the assistant alone would have done: it is evidence. */
  readonly isJudged: boolean;
  /** [W10] True when an automatic reply would have left by itself, and a person corrected it. */
  readonly wouldHaveGoneWrong: boolean;
};

const JUDGED: ReadonlySet<VerdictName> = new Set([
  "approved",
  "edited",
  "rejected",
  "answered_otherwise",
  "answered_by_person",
  "given_back",
  "ignored_rightly",
]);

/** The verdict on a proposal, given what happened. */
export function compare(proposal: Proposal, happened: Happened): Judgement {
  const verdict = verdictOf(proposal, happened);
  const { isProposed, isAssistants, isBacklog } = proposal;
  const isJudged = isAssistants && (isProposed || isSilent(proposal)) && JUDGED.has(verdict.verdict);
  return {
    verdict,
    isJudged,
    wouldHaveGoneWrong: isJudged && isProposed && !isBacklog && isWrong(proposal, verdict, happened),
  };
}

/** True for decisions without words for the lead. */
function isSilent({ decision }: Proposal): boolean {
  return ["hand_off", "ignore", "suppress"].includes(decision.nextAction);
}

function verdictOf(proposal: Proposal, happened: Happened): Verdict {
  const { decision, text } = proposal;
  const isHandOff = decision.nextAction === "hand_off";
  switch (happened.what) {
    case "nothing":
      return { verdict: "pending" };
    case "left":
      return { verdict: "left_by_itself" };
    case "let_go":
      if (text === null || happened.body === text) return { verdict: "approved" };
      return { verdict: "edited", ...editOf(text, happened.body, decision.facts) };
    case "rejected":
      return { verdict: "rejected" };
    case "answered":
      if (isHandOff) return { verdict: "answered_by_person" };
      return {
        verdict: "answered_otherwise",
        similarity: text === null ? 0 : 1 - editOf(text, happened.body, []).distance,
      };
    case "taken_over":
      return { verdict: isHandOff ? "pending" : "taken_over" };
    case "given_back":
      return { verdict: isHandOff ? "given_back" : "taken_over" };
    case "moved_on":
      return { verdict: isSilent(proposal) && !isHandOff ? "ignored_rightly" : "not_answered" };
    default:
      return never(happened);
  }
}

function isWrong({ decision, text }: Proposal, verdict: Verdict, happened: Happened): boolean {
  if (verdict.verdict === "rejected") return true;
  if (verdict.verdict === "edited") return changesFact(verdict);
  if (verdict.verdict !== "answered_otherwise" || happened.what !== "answered" || text === null) return false;
  return verdict.similarity < SAME_ANSWER_MIN || changesFact(editOf(text, happened.body, decision.facts));
}

function changesFact({ removed, added }: Edit): boolean {
  return removed.length + added.length > 0;
}
