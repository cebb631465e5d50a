// What a decision was made from, as it is kept. The shape alone, so that who shows it does not load the policy.
import type { Consulted } from "../model/proposal.ts";
import type { DecisionInput } from "../triage/decision.ts";

/** Which rule book made the decision: the answer to a lead, or what is said when the chosen time was gone. */
export const RULE_BOOKS = ["answer", "time_taken"] as const;
export type RuleBook = (typeof RULE_BOOKS)[number];

/** What a decision was made from. Persisted by the actor: keys may be added, never renamed, without a migration. */
export type DecisionSource = {
  readonly ruleBook: RuleBook;
  readonly input: DecisionInput;
  /** What a model proposed; absent where none was asked, or none answered. */
  readonly consulted?: Consulted;
};
