// Trains the model of intents and guardrails and gives its weights as a file. It must not read the held-out messages.
import { CONCEPTS_FINGERPRINT } from "#domain/triage/thesaurus";
import type { WeightsFile } from "#domain/triage/weights-file";
import { CLASSES, type Example, type Line, makeExamples } from "./train-examples.ts";
import { bestSplit, firingLogit, fitCalibration, type Scored } from "./train-fit.ts";
import { type Fitting, type Linear, logitsOf, type Packed, trainLinear } from "./train-linear.ts";
import { columnScales, fixed, prune, writeRows } from "./train-rows.ts";

const SEED = 20_260_301;
const FOLDS = 5;
/** What fits into 400 KB beside the model of what is asked; and the lines that a feature must stand in to be looked at. */
const LIMITS = { rows: 13_000, lines: 2 };
const LOGIT_MIN = -20;
/** What is less probable than this fires nothing, however rare it is in what is clean. */
const FIRES_MIN = 0.59;
/** Taken from every log-odds: the lines are richer in each class than an inbox. Found on development.jsonl. */
const PRIOR_SHIFT = 0.7;
const LEADS = "leads-";
const FITTING: Fitting = {
  epochs: 12,
  rate: 0.8,
  shrink: 0.003,
  positiveWeight: 2,
  dropout: 0.35,
  wholeShare: 0.6,
  averaged: 5,
  wholeOnly: new Set([CLASSES.indexOf("small_talk")]),
  seed: SEED,
};
/** The guardrail that stands behind an intent's name. */
const GUARDRAIL_OF: Readonly<Record<string, string>> = {
  emergency: "T22 emergency",
  spam_or_scam: "T25 scam",
  human_request: "T27 human_requested",
  unsubscribe: "T29 opt_out",
  bot_challenge: "T30 bot_challenge",
};

/** The weights learned from the lines; prints how each class does on lines that its model did not see. */
export function trainIntents(lines: readonly Line[]): WeightsFile {
  const { examples, kept } = pruned(lines);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainOn(
      examples.filter((one) => one.fold !== fold),
      kept.length,
    );
    return examples
      .filter((one) => one.fold === fold)
      .map((example) => ({ example, logits: ofMessage(model, example.pieces) }));
  }).flat();
  /** What strangers wrote tells more of strangers than our own phrases. */
  const judges = folds.filter(({ example }) => example.line.writer.startsWith(LEADS));
  const model = trainOn(examples, kept.length);
  const scales = columnScales(model.weights, CLASSES.length);
  const classes = CLASSES.map((label, row) => {
    const scored = judges.map(
      ({ example, logits }): Scored => ({
        logit: logits[row] as number,
        positive: example.positive[row] === 1,
        clean: (example.line.guardrails ?? []).length === 0,
        weight: example.weight,
      }),
    );
    const { slope, shift, fires } = thresholds(label, scored);
    return {
      label,
      scale: scales[row] as number,
      bias: fixed(model.biases[row] as number),
      slope: fixed(slope),
      shift: fixed(shift - PRIOR_SHIFT),
      fires: fires === null ? null : fixed(1 / (1 + Math.exp(PRIOR_SHIFT) * (1 / fires - 1))),
    };
  });
  console.log(`${examples.length} examples, ${CLASSES.length} classes, ${kept.length} features`);
  return {
    version: `${SEED}-${examples.length}`,
    concepts: CONCEPTS_FINGERPRINT,
    wholeShare: FITTING.wholeShare,
    classes,
    rows: writeRows(kept, model.weights, scales),
  };
}

/** Prints how a model that never saw one writer's messages does on them, for every writer. */
export function printStrangers(lines: readonly Line[]): void {
  const { examples, kept } = pruned(lines);
  const writers = [...new Set(lines.map((line) => line.writer))].filter((name) => name.startsWith(LEADS));
  for (const writer of writers) {
    const model = trainOn(
      examples.filter((one) => one.line.writer !== writer),
      kept.length,
    );
    printStranger(
      writer,
      model,
      examples.filter((one) => one.line.writer === writer),
    );
  }
}

function pruned(lines: readonly Line[]): { readonly examples: readonly Example[]; readonly kept: readonly number[] } {
  const { examples, keys } = makeExamples(lines, SEED);
  return prune(examples, keys, CLASSES.length, FITTING, LIMITS);
}

function trainOn(some: readonly Example[], features: number): Linear {
  return trainLinear(some, features, CLASSES.length, FITTING);
}

/** Probability by logistic(slope * logit + shift), 0.5 standing at the best split; and where a guardrail fires. */
function thresholds(label: string, scored: readonly Scored[]): { slope: number; shift: number; fires: number | null } {
  const { slope } = fitCalibration(scored);
  const shift = -slope * bestSplit(scored);
  const guarded = label in GUARDRAIL_OF || label.startsWith("T");
  const fires = guarded ? Math.max(FIRES_MIN, 1 / (1 + Math.exp(-(slope * firingLogit(scored) + shift)))) : null;
  const said = scored.filter((one) => slope * one.logit + shift > 0);
  const right = said.filter((one) => one.positive).length;
  const due = scored.filter((one) => one.positive);
  const caught = due.filter(
    (one) => fires !== null && 1 / (1 + Math.exp(-(slope * one.logit + shift))) >= fires,
  ).length;
  const f1 = (2 * right) / (said.length + due.length);
  const note =
    fires === null
      ? ""
      : `  fires from ${fires.toFixed(2)}: ${((100 * caught) / due.length).toFixed(1)} % of what is due`;
  console.log(`${label.padEnd(22)} out of fold F1 ${f1.toFixed(3)}${note}`);
  return { slope, shift, fires };
}

/** The logit of a message by class, as model.ts makes it. */
function ofMessage(model: Linear, pieces: readonly Packed[]): readonly number[] {
  const logits = pieces.map((piece) => logitsOf(model, piece));
  return CLASSES.map((_, row) => {
    const whole = logits.at(-1)?.[row] ?? LOGIT_MIN;
    const most = FITTING.wholeOnly.has(row) ? whole : Math.max(LOGIT_MIN, ...logits.map((one) => one[row] as number));
    return (1 - FITTING.wholeShare) * most + FITTING.wholeShare * whole;
  });
}

function printStranger(writer: string, model: Linear, examples: readonly Example[]): void {
  const seen = new Set<string>();
  const theirs = examples.filter((one) => !seen.has(one.line.id) && seen.add(one.line.id));
  const scored = theirs.map((example) => ({ example, logits: ofMessage(model, example.pieces) }));
  const measures = CLASSES.flatMap((label, row) => {
    const due = scored.filter(({ example }) => example.positive[row] === 1);
    const said = scored.filter(({ logits }) => (logits[row] as number) > 0);
    const right = said.filter(({ example }) => example.positive[row] === 1).length;
    return due.length < 3 ? [] : [{ label, f1: (2 * right) / (said.length + due.length) }];
  });
  const mean = measures.reduce((sum, one) => sum + one.f1, 0) / measures.length;
  console.log(`${writer}: ${theirs.length} messages, macro F1 ${mean.toFixed(3)} over ${measures.length} classes`);
}
