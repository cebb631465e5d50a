// Owns the examples that the classifier is trained on: which lines, how often, with what noise, as packed features.
// It must not read the held-out messages.
import { readdirSync, readFileSync } from "node:fs";
import { INTENTS } from "#domain/triage/decision";
import { FOUND, REPEATS_MAX, readFeatures, wholeSquare } from "#domain/triage/features";
import { normalise } from "#domain/triage/normalise";
import { splitSegments } from "#domain/triage/segments";
import { composeMessages, fill, makeRandom, type Phrase, type Random, variant } from "./compose-messages.ts";
import type { Instance, Packed } from "./train-linear.ts";

const FIXTURES = new URL("../fixtures/triage/", import.meta.url);
/** Rules that no intent stands for. */
const GUARDED = [
  "T20 legal_threat",
  "T21 abuse",
  "T23 sensitive_data",
  "T24 fair_housing",
  "T26 minors",
  "T28 injection",
];
/** "unknown" is told by the absence of everything else. */
export const CLASSES: readonly string[] = [...INTENTS.filter((intent) => intent !== "unknown"), ...GUARDED];

/** A line as written, and where it comes from: a writer's file, or what the project wrote itself. */
export type Line = Phrase & { readonly writer: string };
export type Example = Instance & { readonly line: Line; readonly fold: number };
/** Numbers the features of all examples; the same number in every example. */
export type Vocabulary = { readonly numbers: Map<number, number>; readonly keys: number[] };

const FOLDS = 5;
/** Lines written in a row are alike and stay in one fold, with all their variants. */
const FOLD_LINES = 12;
const COMPOSED = 1_500;
const VARIANTS = { leads: 2, phrases: 1 };
const WEIGHTS = { leads: 1.5, phrases: 1, handwritten: 1, composed: 0.5 };

/** Reads the lines of all writers and our own. */
export function readLines(): readonly Line[] {
  const leads = readdirSync(FIXTURES)
    .filter((name) => /^leads-.*\.jsonl$/u.test(name))
    .sort();
  return ["phrases.jsonl", "handwritten.jsonl", ...leads].flatMap((name) =>
    readFileSync(new URL(name, FIXTURES), "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => ({ ...(JSON.parse(line) as Phrase), writer: name.replace(".jsonl", "") })),
  );
}

/** The lines with their noisy variants and the composed messages, packed with one vocabulary. */
export function makeExamples(
  lines: readonly Line[],
  seed: number,
): { examples: readonly Example[]; keys: readonly number[] } {
  const random = makeRandom(seed);
  const vocabulary: Vocabulary = { numbers: new Map(), keys: [] };
  const examples = lines.flatMap((line) =>
    variantsOf(line, random).map((text) => pack(text, line, weightOf(line), vocabulary)),
  );
  const own = lines.filter((line) => line.writer === "phrases");
  const composed = composeMessages(own, COMPOSED, random).map((message) =>
    pack(message.text, { ...message, writer: "composed" }, WEIGHTS.composed, vocabulary),
  );
  return { examples: [...examples, ...composed], keys: vocabulary.keys };
}

/** One message as pieces of the vocabulary; unknown features are added to it. */
export function packMessage(text: string, vocabulary: Vocabulary): readonly Packed[] {
  return packPieces(splitSegments(normalise(text)), vocabulary, readFeatures);
}

/** Pieces as `read` finds their features, and the whole of them when there are several. */
export function packPieces<Piece>(
  all: readonly Piece[],
  vocabulary: Vocabulary,
  read: (piece: Piece) => void,
): readonly Packed[] {
  const pieces = all.map((piece) => {
    read(piece);
    const counted = new Map<number, number>();
    const times = new Map<number, number>();
    for (let place = 0; place < FOUND.count; place += 1) {
      const number = numberOf(FOUND.keys[place] as number, vocabulary);
      times.set(number, (times.get(number) ?? 0) + 1);
      if ((times.get(number) ?? 0) > REPEATS_MAX) continue;
      counted.set(number, (counted.get(number) ?? 0) + (FOUND.values[place] as number));
    }
    return { counted, square: FOUND.square };
  });
  if (pieces.length > 1) {
    const whole = new Map<number, number>();
    for (const { counted } of pieces)
      for (const [number, value] of counted) whole.set(number, (whole.get(number) ?? 0) + value);
    pieces.push({ counted: whole, square: wholeSquare(pieces.reduce((sum, piece) => sum + piece.square, 0)) });
  }
  return pieces.map(({ counted, square }) => ({
    indexes: Int32Array.from(counted.keys()),
    values: Float64Array.from(counted.values(), (value) => value / Math.sqrt(square)),
  }));
}

function numberOf(key: number, { numbers, keys }: Vocabulary): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, keys.length);
  keys.push(key);
  return keys.length - 1;
}

function pack(text: string, line: Line, weight: number, vocabulary: Vocabulary): Example {
  const labels = [...line.intents, ...(line.guardrails ?? [])] as readonly string[];
  return {
    pieces: packMessage(text, vocabulary),
    positive: Uint8Array.from(CLASSES, (label) => (labels.includes(label) ? 1 : 0)),
    weight,
    line,
    fold: Math.floor(Number(line.id.replace(/\D/gu, "")) / FOLD_LINES) % FOLDS,
  };
}

function isLead(line: Line): boolean {
  return line.writer.startsWith("leads-");
}

function weightOf(line: Line): number {
  return isLead(line) ? WEIGHTS.leads : line.writer === "handwritten" ? WEIGHTS.handwritten : WEIGHTS.phrases;
}

function variantsOf(line: Line, random: Random): readonly string[] {
  const count = line.writer === "phrases" ? VARIANTS.phrases : VARIANTS.leads;
  return [fill(line.text, random), ...Array.from({ length: count }, () => variant(line.text, random))];
}
