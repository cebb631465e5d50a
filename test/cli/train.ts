// Trains the embedded classifier from the labelled messages in test/fixtures/triage and writes its weights.
// Reproducible to the byte: seeded, single threaded, no clock. It must not read the held-out messages.
import { readFileSync, writeFileSync } from "node:fs";
import { overPieces, piecesOf } from "#domain/triage/classify";
import { INTENTS } from "#domain/triage/decision";
import { FEATURES, type Features, featuresOf, SIGN_NAMES } from "#domain/triage/features";
import type { GuardrailId } from "#domain/triage/guardrails";
import { readMessage } from "#domain/triage/reading";
import { composeMessages, fill, makeRandom, type Phrase, variant } from "./compose-messages.ts";
import { fitCalibration, type Linear, trainClass } from "./train-linear.ts";

const FIXTURES = new URL("../fixtures/triage/", import.meta.url);
const OUTPUT = new URL("../../objects/domain/triage/weights.generated.ts", import.meta.url);
const SEED = 20_260_301;
const COMPOSED = 2_400;
const VARIANTS_PER_PHRASE = 2;
const FOLDS = 5;
/** Guardrails whose words no list of patterns can foresee. */
const GUARDED: readonly GuardrailId[] = ["T20 legal_threat", "T21 abuse", "T24 fair_housing", "T26 minors"];
/** "unknown" is told by the absence of everything else. */
const CLASSES: readonly string[] = [...INTENTS.filter((intent) => intent !== "unknown"), ...GUARDED];

type Example = { readonly pieces: readonly Features[]; readonly labels: readonly string[]; readonly fold: number };

const random = makeRandom(SEED);
const phrases = read("phrases.jsonl");
const handwritten = read("handwritten.jsonl");
const composed = composeMessages(phrases, COMPOSED, random);
writeFileSync(new URL("composed.jsonl", FIXTURES), composed.map((message) => `${JSON.stringify(message)}\n`).join(""));

const single = [
  ...phrases.map((phrase) => ({ ...phrase, text: variant(phrase.text, random) })),
  ...Array.from({ length: VARIANTS_PER_PHRASE }, () =>
    phrases.map((phrase) => ({ ...phrase, text: variant(phrase.text, random) })),
  ).flat(),
  ...handwritten.flatMap((phrase) => [
    { ...phrase, text: fill(phrase.text, random) },
    { ...phrase, text: variant(phrase.text, random) },
  ]),
];
const examples = [...single, ...composed].map(toExample);
const rows = CLASSES.map((label) => trainOne(label));
writeFileSync(OUTPUT, render(rows));
console.log(`${examples.length} examples, ${CLASSES.length} classes, ${FEATURES} features a class`);

function read(name: string): readonly Phrase[] {
  const text = readFileSync(new URL(name, FIXTURES), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Phrase);
}

/** The fold follows the phrase, so that variants of one phrase never stand on both sides of a split. */
function toExample(message: Phrase): Example {
  const fold = Number(message.id.replace(/\D/gu, "")) % FOLDS;
  return {
    pieces: piecesOf(readMessage(message.text)).map(featuresOf),
    labels: [...message.intents, ...(message.guardrails ?? [])],
    fold,
  };
}

/** Pieces are the instances; a message with one piece teaches that piece, others teach their whole (the last piece). */
function trainOne(label: string): {
  readonly label: string;
  readonly linear: Linear;
  readonly slope: number;
  readonly shift: number;
} {
  const instances = examples.flatMap(({ pieces, labels, fold }) => {
    const whole = pieces.at(-1);
    return whole === undefined ? [] : [{ features: whole, positive: labels.includes(label), fold }];
  });
  const seed = SEED + CLASSES.indexOf(label);
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const linear = trainClass(
      instances.filter((instance) => instance.fold !== fold),
      FEATURES,
      seed,
    );
    return examples
      .filter((example) => example.fold === fold)
      .map((example) => ({
        logit: overPieces(
          label,
          example.pieces.map((piece) => linear.logit(piece)),
        ),
        positive: example.labels.includes(label),
      }));
  }).flat();
  const { slope, shift } = fitCalibration(scored);
  const right = scored.filter(({ logit, positive }) => slope * logit + shift > 0 === positive).length;
  console.log(
    `${label.padEnd(22)} out of fold ${((100 * right) / scored.length).toFixed(2)} %  slope ${slope.toFixed(2)} shift ${shift.toFixed(2)}`,
  );
  return { label, linear: trainClass(instances, FEATURES, seed), slope, shift };
}

function render(trained: readonly ReturnType<typeof trainOne>[]): string {
  const bytes = new Int8Array(trained.length * FEATURES);
  const classes = trained.map(({ label, linear, slope, shift }, row) => {
    const most = linear.weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
    const scale = Number((most / 127).toPrecision(6));
    linear.weights.forEach((weight, index) => {
      bytes[row * FEATURES + index] = Math.round(weight / scale);
    });
    return { label, scale, bias: fixed(linear.bias), slope: fixed(slope), shift: fixed(shift) };
  });
  const file = {
    version: `${SEED}-${examples.length}`,
    signs: SIGN_NAMES,
    classes,
    rows: Buffer.from(bytes.buffer).toString("base64"),
  };
  return `// Generated by \`npm run train\`; do not edit. Rows are signed bytes, base64.\nimport type { WeightsFile } from "./weights-file.ts";\n\nexport const WEIGHTS: WeightsFile = ${JSON.stringify(file)};\n`;
}

function fixed(value: number): number {
  return Number(value.toFixed(4));
}
