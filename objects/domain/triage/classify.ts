// Owns the classifier port: a message and its history in, scored intents out. Any other classifier (a language model
// behind a setting) fits the same type. It must not look at facts, slots or policy.
import { INTENTS, type Intent, type Turn } from "./decision.ts";
import { LABELS, probabilityOf, SCORES, scoreSegments } from "./model.ts";
import { normalise } from "./normalise.ts";
import type { Reading } from "./reading.ts";
import { splitSegments } from "./segments.ts";

export type ScoredIntent = { readonly intent: Intent; readonly score: number };

/** Intents with a score of at least SCORE_FLOOR, highest first; never empty. */
export type Classification = { readonly intents: readonly ScoredIntent[] };

/** The port. Deterministic: the same text and history give the same scores. */
export type Classify = (text: string, history: readonly Turn[]) => Classification;

/** From here an intent counts as said. */
export const INTENT_SCORE_MIN = 0.5;
const SCORE_FLOOR = 0.05;
/** Beside an intent as sure as this, another counts as said only from SECOND_MIN; found on messages of strangers. */
const SURE_MIN = 0.9;
const SECOND_MIN = 0.7;

/** Probability 0..1 of every label of the model, for the message and for each of its segments alone. */
export type MessageScores = {
  /** As `classify` gives them. */
  readonly intents: readonly ScoredIntent[];
  readonly message: ReadonlyMap<string, number>;
  readonly segments: readonly ReadonlyMap<string, number>[];
};

/** Intents whose answer is a fact of the unit. */
export const FACT_INTENTS: readonly Intent[] = [
  "pricing_question",
  "policy_question",
  "application_question",
  "unit_question",
];
/** The place of each intent among the classes of the model; -1 for `unknown`, which is the absence of the others. */
const PLACES = INTENTS.map((intent) => LABELS.indexOf(intent));

/** The embedded classifier: no network, no key. */
export const classify: Classify = (text) => {
  scoreSegments(splitSegments(normalise(text)));
  return intentsOf(SCORES.message);
};

/** Scores a message with the model, piece by piece. */
export function scoreReading({ segments }: Pick<Reading, "segments">): MessageScores {
  scoreSegments(segments);
  const byLabel = (probability: (row: number) => number) =>
    new Map(LABELS.map((label, row) => [label, probability(row)]));
  return {
    intents: intentsOf(SCORES.message).intents,
    message: byLabel((row) => SCORES.message[row] ?? 0),
    segments: segments.map((_, place) =>
      byLabel((row) => probabilityOf(row, SCORES.segments[place * LABELS.length + row] ?? 0)),
    ),
  };
}

function intentsOf(probabilities: Float64Array): Classification {
  let top = 0;
  for (const place of PLACES) top = Math.max(top, probabilities[place] ?? 0);
  const intents: ScoredIntent[] = [];
  for (let index = 0; index < PLACES.length; index += 1) {
    const probability = probabilities[PLACES[index] as number] ?? 0;
    const doubtful = top >= SURE_MIN && probability < SECOND_MIN;
    const score = doubtful ? (probability * INTENT_SCORE_MIN) / SECOND_MIN : probability;
    if (score >= SCORE_FLOOR) intents.push({ intent: INTENTS[index] as Intent, score });
  }
  intents.sort((left, right) => right.score - left.score);
  if (top < INTENT_SCORE_MIN) intents.unshift({ intent: "unknown", score: 1 - top });
  return { intents };
}
