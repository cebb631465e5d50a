// Makes the one prompt of a message: rules and examples apart, the lead's words as fenced data, personal data masked, and a limit
// on every part. It must not decide whether to ask (ask.ts).
import type { Decision, DecisionInput } from "../triage/decision.ts";
import { languageOf } from "../triage/language.ts";
import { normalise } from "../triage/normalise.ts";
import type { Ask } from "./ask.ts";
import { mask } from "./mask.ts";
import { EXAMPLES, RULES } from "./prompt-text.ts";

export type Prompt = {
  readonly system: string;
  readonly user: string;
  /** What stands behind each placeholder; it never leaves. */
  readonly originals: ReadonlyMap<string, string>;
};

/** The newest turns; what was said before them rarely decides what a message means. */
const TURNS_MAX = 8;
const TURN_CHARS_MAX = 600;
/** All turns together. */
const HISTORY_CHARS_MAX = 3_000;
/** As templates.ts quotes a fact. */
const FACT_CHARS_MAX = 300;
const FACTS_MAX = 20;
/** More open times are never offered to one lead. */
const SLOTS_MAX = 12;

/** The prompt for a message. `embedded`: what the rules decide by themselves. */
export function promptFor(
  input: DecisionInput,
  embedded: Decision,
  ask: Exclude<Ask, { readonly for: "nothing" }>,
): Prompt {
  const turns = newestTurns(input);
  const facts = ask.for === "words" ? statedFacts(embedded) : [];
  const slots = input.slots.slice(0, SLOTS_MAX);
  const { texts, originals } = mask([
    input.text,
    ...turns.map(({ text }) => text),
    ...facts.map(({ value }) => String(value).slice(0, FACT_CHARS_MAX)),
  ]);
  const [lead = "", ...rest] = texts;
  const data = {
    asks: ask.for,
    language: languageOf(normalise(input.text)),
    ...(ask.for === "words" ? { action: embedded.nextAction } : {}),
    facts: facts.map(({ name }, at) => ({ name, value: rest[turns.length + at] ?? "" })),
    slots: slots.map(({ label }, index) => ({ index, label, isOffered: input.offered?.includes(index) ?? false })),
    history: turns.map(({ from }, at) => ({ from, text: cut(rest[at] ?? "", TURN_CHARS_MAX) })),
    lead,
  };
  return { system: SYSTEM, user: fenced(data), originals };
}

/** The facts of an answer without the open times, which the rules write themselves. */
export function statedFacts(decision: Decision): Decision["facts"] {
  return decision.facts.filter(({ record }) => !record.startsWith("slots/")).slice(0, FACTS_MAX);
}

const SYSTEM = `${RULES}\n\n${EXAMPLES.map(([data, answer]) => `${fenced(data)}\n${JSON.stringify(answer)}`).join("\n\n")}`;

/** JSON without any "<", so that nothing in it can end the fence. */
function fenced(data: object): string {
  return `<data>\n${JSON.stringify(data).replaceAll("<", "\\u003c")}\n</data>`;
}

function newestTurns({ history }: DecisionInput): DecisionInput["history"] {
  let left = HISTORY_CHARS_MAX;
  const kept = [];
  for (const turn of history.slice(-TURNS_MAX).toReversed()) {
    left -= Math.min(turn.text.length, TURN_CHARS_MAX);
    if (left < 0) break;
    kept.push(turn);
  }
  return kept.toReversed();
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
