// Makes a decision again from its stored input and says what differs. The input holds everything, so this needs nothing else.
import { never } from "../kernel/never.ts";
import { weighAgain } from "../model/weigh-again.ts";
import type { Decision } from "../triage/decision.ts";
import { decide, decideTaken } from "../triage/policy.ts";
import type { DecisionSource } from "./replay-source.ts";

export type Difference = { readonly field: string; readonly recorded: unknown; readonly replayed: unknown };

/** [W17] Every field in which the decision of today differs from the recorded one; none when it is the same. */
export function replay(source: DecisionSource, recorded: Decision): readonly Difference[] {
  const replayed = new Map<string, unknown>(Object.entries(decideAgain(source)));
  const before = new Map<string, unknown>(Object.entries(recorded));
  return [...new Set([...before.keys(), ...replayed.keys()])].flatMap((field): Difference[] => {
    const [was, is] = [before.get(field) ?? null, replayed.get(field) ?? null];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, recorded: was, replayed: is }];
  });
}

function decideAgain({ ruleBook, input, consulted }: DecisionSource): Decision {
  switch (ruleBook) {
    case "answer":
      return consulted === undefined ? decide(input) : weighAgain(input, consulted);
    case "time_taken":
      return decideTaken(input);
    default:
      return never(ruleBook);
  }
}
