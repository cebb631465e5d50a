// Measures the triage room on labelled messages and prints what a reader needs to judge it: per-intent precision,
// recall and F1, the share of right next actions, wrong automatic replies, what is taken for what, how much goes to a person,
// the recall of every guardrail, calibration. Without a path it reads the held-out messages; --misses lists every miss.
import { readFileSync } from "node:fs";
import { NEXT_ACTIONS } from "#domain/triage/decision";
import { readLabelled } from "./labelled-messages.ts";
import {
  actionConfusion,
  automaticOnes,
  calibrationError,
  firedWithoutCause,
  handedOff,
  intentConfusion,
  type Judged,
  judge,
  macroF1,
  measureGuardrails,
  measureIntents,
  wrongActions,
} from "./measures.ts";

const HELD_OUT = new URL("../fixtures/triage/held-out.jsonl", import.meta.url);
const CONFIDENCE_BOUNDS = [0, 0.55, 0.7, 0.8, 0.9, 0.95, 1.001];
const EXCERPT_CHARS = 110;
const ACTION_COLUMN_CHARS = 13;
/** The rarest confusions tell of single messages; --misses shows those. */
const CONFUSIONS_SHOWN_MAX = 12;

const paths = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const verbose = process.argv.includes("--misses");
const judged = judge(
  (paths.length > 0 ? paths : [HELD_OUT]).flatMap((path) => readLabelled(readFileSync(path, "utf8"))),
);
printIntents(judged);
printActions(judged);
printConfusion(judged);
printGuardrails(judged);
printCalibration(judged);

function printIntents(all: readonly Judged[]): void {
  console.log("intent                  n   precision  recall     F1");
  const measures = measureIntents(all);
  for (const { intent, meant, precision, recall, f1 } of measures) {
    const numbers = [precision, recall, f1].map((value) => value.toFixed(3)).join("      ");
    console.log(`${intent.padEnd(22)}${String(meant).padStart(4)}   ${numbers}`);
  }
  console.log(`macro F1 ${macroF1(measures).toFixed(3)} over ${all.length} messages`);
  list(
    all.filter(({ message, decision }) => sorted(message.intents) !== sorted(decision.intents)),
    ({ message, decision }) => `intents: meant ${sorted(message.intents)}, said ${sorted(decision.intents)}`,
  );
}

function printActions(all: readonly Judged[]): void {
  const wrong = wrongActions(all);
  const automatic = automaticOnes(all);
  const wrongAutomatic = automaticOnes(wrong);
  console.log(`next action right ${percent(all.length - wrong.length, all.length)}`);
  console.log(`wrong automatic replies ${percent(wrongAutomatic.length, automatic.length)} of the automatic ones`);
  list(
    wrong,
    ({ message, decision }) =>
      `action: meant ${message.nextAction}, said ${decision.nextAction} (${decision.reason.code}, ${decision.confidence})`,
  );
}

function printConfusion(all: readonly Judged[]): void {
  const said = actionConfusion(all);
  const times = (meant: string, action: string) =>
    said.find((one) => one.meant === meant && one.said === action)?.times ?? 0;
  const used = NEXT_ACTIONS.filter((action) => said.some((one) => one.meant === action || one.said === action));
  console.log(
    ["meant \\ said", ...used]
      .map((cell) => cell.padEnd(ACTION_COLUMN_CHARS))
      .join("")
      .trimEnd(),
  );
  for (const meant of used) {
    const row = used.map((action) => String(times(meant, action) || "."));
    console.log(
      [meant, ...row]
        .map((cell) => cell.padEnd(ACTION_COLUMN_CHARS))
        .join("")
        .trimEnd(),
    );
  }
  const intents = intentConfusion(all).filter((one) => one.times > 1);
  const shown = intents.slice(0, CONFUSIONS_SHOWN_MAX).map((one) => `${one.meant} -> ${one.said} ${one.times}`);
  console.log(`intents taken for others, twice or more: ${shown.length === 0 ? "none" : shown.join(", ")}`);
  console.log(`handed to a person ${percent(handedOff(all).length, all.length)}`);
}

function printGuardrails(all: readonly Judged[]): void {
  for (const { id, due, missed } of measureGuardrails(all)) {
    console.log(`guardrail ${id.padEnd(22)} recall ${percent(due - missed.length, due)}`);
    list(missed, () => "missed");
  }
  const fired = firedWithoutCause(all);
  console.log(`guardrail fired without cause ${percent(fired.length, all.length)}`);
  list(fired, ({ decision }) => `fired ${decision.guardrails.join(", ")}`);
}

function printCalibration(all: readonly Judged[]): void {
  console.log(`expected calibration error ${calibrationError(all).toFixed(3)}, ten bins`);
  const wrong = new Set(wrongActions(all));
  CONFIDENCE_BOUNDS.slice(1).forEach((to, index) => {
    const from = CONFIDENCE_BOUNDS[index] ?? 0;
    const inside = all.filter(({ decision }) => decision.confidence >= from && decision.confidence < to);
    if (inside.length === 0) return;
    const right = inside.filter((one) => !wrong.has(one)).length;
    console.log(`confidence ${from.toFixed(2)}-${Math.min(1, to).toFixed(2)}  right ${percent(right, inside.length)}`);
  });
}

function list(some: readonly Judged[], what: (one: Judged) => string): void {
  if (!verbose) return;
  for (const one of some) {
    console.log(`  ${one.message.id} ${what(one)}: ${JSON.stringify(one.message.input.text.slice(0, EXCERPT_CHARS))}`);
  }
}

function sorted(intents: readonly string[]): string {
  return [...intents].sort().join("+");
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "n/a" : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
}
