// Trains the embedded classifier from the labelled messages in test/fixtures/triage and writes its weights.
// Reproducible to the byte: seeded, single threaded, no clock. With --stranger it writes nothing and prints how a model
// that never saw one writer's messages does on them.
import { writeFileSync } from "node:fs";
import { CONCEPTS_FINGERPRINT } from "#domain/triage/thesaurus";
import { GAP_MAX, gapChars, keyOf, WEIGHT_STEPS, weightChar } from "#domain/triage/weights-code";
import { CLASSES, type Example, makeExamples, readLines } from "./train-examples.ts";
import { bestSplit, firingLogit, fitCalibration, type Scored } from "./train-fit.ts";
import { type Fitting, type Linear, logitsOf, type Packed, trainLinear } from "./train-linear.ts";

const OUTPUT = new URL("../../objects/domain/triage/weights.generated.ts", import.meta.url);
const SEED = 20_260_301;
const FOLDS = 5;
/** Lines that a feature must stand in to be looked at. */
const LINES_MIN = 2;
/** What fits into 400 KB beside the rest. */
const ROWS_MAX = 13_500;
/** The largest weights of a class are cut here, in standard deviations, so that the small ones keep their steps. */
const SCALE_DEVIATIONS = 7;
const LOGIT_MIN = -20;
/** What is less probable than this fires nothing, however rare it is in what is clean. */
const FIRES_MIN = 0.35;
const LEADS = "leads-";
const FITTING: Fitting = {
  epochs: 12,
  rate: 0.8,
  shrink: 0.002,
  positiveWeight: 2,
  dropout: 0,
  wholeShare: 0.4,
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

const { examples: all, keys } = makeExamples(readLines(), SEED);
const { examples, kept } = prune(all, keys);
const held = process.argv.includes("--stranger")
  ? [...new Set(examples.map((one) => one.line.writer))].filter((name) => name.startsWith(LEADS))
  : [];
if (held.length > 0) for (const writer of held) printStranger(writer);
else writeWeights();

function writeWeights(): void {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainOn(examples.filter((one) => one.fold !== fold));
    return examples
      .filter((one) => one.fold === fold)
      .map((example) => ({ example, logits: ofMessage(model, example.pieces) }));
  }).flat();
  /** What strangers wrote tells more of strangers than our own phrases. */
  const judges = folds.filter(({ example }) => example.line.writer.startsWith(LEADS));
  const model = trainOn(examples);
  const classes = CLASSES.map((label, row) => {
    const scored = judges.map(
      ({ example, logits }): Scored => ({
        logit: logits[row] as number,
        positive: example.positive[row] === 1,
        clean: (example.line.guardrails ?? []).length === 0,
        weight: example.weight,
      }),
    );
    return { label, row, ...thresholds(label, scored) };
  });
  writeFileSync(OUTPUT, render(model, classes));
  console.log(`${examples.length} examples, ${CLASSES.length} classes, ${kept.length} features`);
}

function trainOn(some: readonly Example[]): Linear {
  return trainLinear(some, kept.length, CLASSES.length, FITTING);
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

/** Keeps the features that a first model leans on most. */
function prune(
  some: readonly Example[],
  hashes: readonly number[],
): { examples: readonly Example[]; kept: readonly number[] } {
  const lines = linesPerFeature(some, hashes.length);
  const often = [...hashes.keys()].filter((number) => (lines[number] as number) >= LINES_MIN);
  const narrowed = narrow(some, often, hashes.length);
  const model = trainLinear(narrowed, often.length, CLASSES.length, { ...FITTING, epochs: 6, averaged: 1 });
  const worth = often.map((number, place) => {
    let sum = 0;
    for (let row = 0; row < CLASSES.length; row += 1)
      sum += (model.weights[place * CLASSES.length + row] as number) ** 2;
    return { number, worth: sum * Math.sqrt(lines[number] as number) };
  });
  const seen = new Set<number>();
  const best = worth
    .sort((left, right) => right.worth - left.worth || left.number - right.number)
    .filter(({ number }) => !seen.has(keyOf(hashes[number] as number)) && seen.add(keyOf(hashes[number] as number)))
    .slice(0, ROWS_MAX)
    .map((one) => one.number);
  return { examples: narrow(some, best, hashes.length), kept: best.map((number) => hashes[number] as number) };
}

function linesPerFeature(some: readonly Example[], size: number): Int32Array {
  const lines = new Int32Array(size);
  const last: string[] = [];
  for (const { line, pieces } of some)
    for (const piece of pieces)
      for (const number of piece.indexes) {
        if (last[number] === line.id) continue;
        last[number] = line.id;
        lines[number] = (lines[number] as number) + 1;
      }
  return lines;
}

/** The same examples with only the features kept, numbered by their place among them. */
function narrow(some: readonly Example[], only: readonly number[], size: number): readonly Example[] {
  const places = new Int32Array(size).fill(-1);
  only.forEach((number, place) => {
    places[number] = place;
  });
  return some.map((example) => ({
    ...example,
    pieces: example.pieces.map(({ indexes, values }) => {
      const which = [...indexes.keys()].filter((at) => (places[indexes[at] as number] as number) >= 0);
      return {
        indexes: Int32Array.from(which, (at) => places[indexes[at] as number] as number),
        values: Float64Array.from(which, (at) => values[at] as number),
      };
    }),
  }));
}

function render(
  model: Linear,
  classes: readonly { label: string; row: number; slope: number; shift: number; fires: number | null }[],
): string {
  const scales = classes.map(({ row }) => scaleOf(model, row));
  const ordered = kept.map((hash, place) => ({ key: keyOf(hash), place })).sort((left, right) => left.key - right.key);
  let before = 0;
  const rows = ordered.map(({ key, place }) => {
    let text = "";
    for (; key - before > GAP_MAX; before += GAP_MAX) text += gapChars(GAP_MAX) + weightChar(0).repeat(classes.length);
    text += gapChars(key - before);
    before = key;
    return (
      text +
      classes
        .map(({ row }) => weightChar((model.weights[place * CLASSES.length + row] as number) / (scales[row] as number)))
        .join("")
    );
  });
  const file = {
    version: `${SEED}-${examples.length}`,
    concepts: CONCEPTS_FINGERPRINT,
    wholeShare: FITTING.wholeShare,
    classes: classes.map(({ label, row, slope, shift, fires }) => ({
      label,
      scale: scales[row],
      bias: fixed(model.biases[row] as number),
      slope: fixed(slope),
      shift: fixed(shift),
      fires: fires === null ? null : fixed(fires),
    })),
    rows: rows.join(""),
  };
  return `// Generated by \`npm run train\`; do not edit. Rows are six-bit weights, one base64 character each.\nimport type { WeightsFile } from "./weights-file.ts";\n\nexport const WEIGHTS: WeightsFile = ${JSON.stringify(file)};\n`;
}

function scaleOf(model: Linear, row: number): number {
  let [square, most, count] = [0, 0, 0];
  for (let at = row; at < model.weights.length; at += CLASSES.length) {
    const size = Math.abs(model.weights[at] as number);
    most = Math.max(most, size);
    square += size * size;
    count += 1;
  }
  return Number((Math.min(most, SCALE_DEVIATIONS * Math.sqrt(square / count)) / WEIGHT_STEPS).toPrecision(6));
}

function printStranger(writer: string): void {
  const model = trainOn(examples.filter((one) => one.line.writer !== writer));
  const seen = new Set<string>();
  const theirs = examples.filter(
    (one) => one.line.writer === writer && !seen.has(one.line.id) && seen.add(one.line.id),
  );
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

function fixed(value: number): number {
  return Number(value.toFixed(4));
}
