// Owns the shape of labelled messages: an input line of the triage command with what a careful person expects of it.
import { type DecisionInput, INTENTS, type Intent, NEXT_ACTIONS, type NextAction } from "#domain/triage/decision";
import { parseLine } from "./triage-line.ts";

export type LabelledMessage = {
  readonly id: string;
  readonly input: DecisionInput;
  readonly intents: readonly Intent[];
  readonly nextAction: NextAction;
  readonly selectedSlot: number | null;
  readonly guardrail: string | null;
};

/** Reads JSON lines; throws at the first line that is not a labelled message, naming its number. */
export function readLabelled(text: string): readonly LabelledMessage[] {
  return text.split("\n").flatMap((line, index) => (line.trim() === "" ? [] : [readOne(line, index + 1)]));
}

function readOne(line: string, number: number): LabelledMessage {
  const parsed = parseLine(line);
  const expected = (JSON.parse(line) as { expected?: Record<string, unknown> }).expected;
  if (!parsed.ok || expected === undefined) throw new Error(`line ${number} is not a labelled message`);
  const intents = (expected["intents"] as unknown[]).map(
    (intent) => INTENTS.find((known) => known === intent) ?? fail(number),
  );
  const nextAction = NEXT_ACTIONS.find((known) => known === expected["nextAction"]) ?? fail(number);
  const { selectedSlot, guardrail } = expected;
  return {
    id: String(parsed.value.id),
    input: parsed.value.input,
    intents,
    nextAction,
    selectedSlot: typeof selectedSlot === "number" ? selectedSlot : null,
    guardrail: typeof guardrail === "string" ? guardrail : null,
  };
}

function fail(number: number): never {
  throw new Error(`line ${number} carries an unknown label`);
}
