// Trains the model that hears which subjects are asked and gives its weights as a file. What is asked in which line stands in
// asked.jsonl, by the ids of the lines. It must not read the held-out messages.
import { readFileSync } from "node:fs";
import { type AskedFile, OTHER } from "#domain/triage/asked-file";
import { readAskedFeatures, type TouchedPiece } from "#domain/triage/asked-model";
import { FACT_INTENTS } from "#domain/triage/classify";
import type { Intent } from "#domain/triage/decision";
import { readMessage } from "#domain/triage/reading";
import { CONCEPTS_FINGERPRINT } from "#domain/triage/thesaurus";
import { ALL_TOPICS } from "#domain/triage/topics";
import { fill, makeRandom, variant } from "./compose-messages.ts";
import { type Line, packPieces, type Vocabulary } from "./train-examples.ts";
import { fitCalibration } from "./train-fit.ts";
import type { Fitting, Instance, Packed } from "./train-linear.ts";
import { type LowRank, type LowRankFitting, lowRankLogits, trainLowRank } from "./train-lowrank.ts";
import { columnScales, fixed, prune, writeRows } from "./train-rows.ts";

const LABELS = new URL("../fixtures/triage/asked.jsonl", import.meta.url);
const SEED = 20_260_302;
const FOLDS = 5;
const FOLD_LINES = 12;
/** A subject asked in fewer lines than this is left to the rules. */
const LINES_MIN = 8;
/** What fits into 400 KB beside the model of intents; and the lines that a feature must stand in to be looked at. */
const LIMITS = { rows: 5_400, lines: 3 };
const FIRST_LOOK: Fitting = {
  epochs: 4,
  rate: 0.8,
  shrink: 0.002,
  positiveWeight: 2,
  dropout: 0.3,
  wholeShare: 0.2,
  averaged: 1,
  wholeOnly: new Set(),
  seed: SEED,
};
const FITTING: LowRankFitting = {
  columns: 30,
  epochs: 10,
  rate: 0.1,
  positiveWeight: 2,
  dropout: 0.3,
  wholeShare: FIRST_LOOK.wholeShare,
  averaged: 4,
  seed: SEED,
};
/** A line with one of these asks something; what it asks has to be known before it teaches. */
const ASKING: readonly Intent[] = [...FACT_INTENTS, "availability_question", "changes_listing"];
const LOGIT_MIN = -20;

type Example = Instance & { readonly line: Line; readonly fold: number; readonly isWritten: boolean };

/** The subjects asked in each line, by its id. */
export function readAsked(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readFileSync(LABELS, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { id: string; asked: readonly string[] })
      .map(({ id, asked }) => [id, asked]),
  );
}

/** The weights learned from the lines; prints how the subjects are heard in lines that the model did not see. */
export function trainAsked(lines: readonly Line[]): AskedFile {
  const asked = readAsked();
  const subjects = [...ALL_TOPICS.map(({ id }) => id), OTHER].filter(
    (id) => lines.filter((line) => asked.get(line.id)?.includes(id)).length >= LINES_MIN,
  );
  const { all, keys } = makeExamples(lines, asked, subjects);
  const { examples, kept } = prune(all, keys, subjects.length, FIRST_LOOK, LIMITS);
  const trainOn = (some: readonly Example[]) => trainLowRank(some, kept.length, subjects.length, FITTING);
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainOn(examples.filter((one) => one.fold !== fold));
    return examples
      .filter((one) => one.fold === fold && one.isWritten)
      .map((example) => ({ example, logits: ofMessage(model, example.pieces) }));
  })
    .flat()
    .filter(({ example }) => asked.has(example.line.id));
  printHeard(subjects, scored);
  const model = trainOn(examples);
  const { slope } = fitCalibration(
    scored.flatMap(({ example, logits }) =>
      logits.map((logit, row) => ({ logit, positive: example.positive[row] === 1, clean: true, weight: 1 })),
    ),
  );
  const scales = columnScales(model.weights, FITTING.columns);
  return {
    version: `${SEED}-${examples.length}`,
    concepts: CONCEPTS_FINGERPRINT,
    wholeShare: FITTING.wholeShare,
    slope: fixed(slope),
    columns: scales.map((scale, column) => ({ scale, bias: fixed(model.columnBiases[column] as number) })),
    subjects: subjects.map((id, row) => ({
      id,
      bias: fixed(model.biases[row] as number),
      weights: scales.map((_, column) => Number((model.outputs[column * subjects.length + row] as number).toFixed(3))),
    })),
    rows: writeRows(kept, model.weights, scales),
  };
}

function makeExamples(
  lines: readonly Line[],
  asked: ReadonlyMap<string, readonly string[]>,
  subjects: readonly string[],
): { readonly all: readonly Example[]; readonly keys: readonly number[] } {
  const random = makeRandom(SEED);
  const vocabulary: Vocabulary = { numbers: new Map(), keys: [] };
  const all = lines.flatMap((line) => {
    const labels = asked.get(line.id);
    if (labels === undefined && line.intents.some((intent) => ASKING.includes(intent))) return [];
    const texts =
      labels === undefined ? [fill(line.text, random)] : [fill(line.text, random), variant(line.text, random)];
    return texts.map((text, place) => ({
      pieces: packPieces<TouchedPiece>(readMessage(text).segments, vocabulary, readAskedFeatures),
      positive: Uint8Array.from(subjects, (id) => (labels?.includes(id) ? 1 : 0)),
      weight: 1,
      line,
      fold: Math.floor(Number(line.id.replace(/\D/gu, "")) / FOLD_LINES) % FOLDS,
      isWritten: place === 0,
    }));
  });
  return { all, keys: vocabulary.keys };
}

/** The logit of a message by subject, as asked-model.ts makes it. */
function ofMessage(model: LowRank, pieces: readonly Packed[]): readonly number[] {
  const logits = pieces.map((piece) => lowRankLogits(model, piece));
  return Array.from({ length: model.classes }, (_, row) => {
    const whole = logits.at(-1)?.[row] ?? LOGIT_MIN;
    const most = Math.max(LOGIT_MIN, ...logits.map((one) => one[row] as number));
    return (1 - FITTING.wholeShare) * most + FITTING.wholeShare * whole;
  });
}

function printHeard(
  subjects: readonly string[],
  scored: readonly { readonly example: Example; readonly logits: readonly number[] }[],
): void {
  let [all, precisions] = [0, 0];
  subjects.forEach((id, row) => {
    const sorted = scored.toSorted((left, right) => (right.logits[row] as number) - (left.logits[row] as number));
    const due = sorted.filter(({ example }) => example.positive[row] === 1).length;
    const heard = sorted.filter(({ logits }) => (logits[row] as number) > 0);
    const right = heard.filter(({ example }) => example.positive[row] === 1).length;
    let [found, precision] = [0, 0];
    sorted.forEach(({ example }, index) => {
      if (example.positive[row] !== 1) return;
      found += 1;
      precision += found / (index + 1) / due;
    });
    all += 1;
    precisions += precision;
    const percent = (part: number, of: number) => ((100 * part) / Math.max(1, of)).toFixed(0).padStart(3);
    console.log(
      `asked ${id.padEnd(19)} ${String(due).padStart(5)} lines  precision ${percent(right, heard.length)} %  recall ${percent(right, due)} %`,
    );
  });
  console.log(`asked, out of fold: mean average precision ${(precisions / all).toFixed(3)} over ${all} subjects`);
}
