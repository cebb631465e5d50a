// Weighs the answer of a model that was kept, as it was weighed when it came: what was asked, and what the placeholders of the
// prompt stand for, follow from the input alone. No model is asked.
import type { Decision, DecisionInput } from "../triage/decision.ts";
import { decide } from "../triage/policy.ts";
import { askFor } from "./ask.ts";
import { merge } from "./merge.ts";
import { promptFor } from "./prompt.ts";
import type { Consulted } from "./proposal.ts";

/** [M20] The decision that the rules and this answer make together; the rules' own where it was not to be asked for. */
export function weighAgain(input: DecisionInput, { mayWord, proposal }: Consulted): Decision {
  const embedded = decide(input);
  const ask = askFor(input, embedded, mayWord);
  if (ask.for === "nothing") return embedded;
  const { originals } = promptFor(input, embedded, ask);
  return merge(input, embedded, ask, proposal, originals).decision;
}
