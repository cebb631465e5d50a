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
/** The intents that are classes of the model, each with its row; `unknown` is the absence of the others. */
const HEARD = INTENTS.map((intent) => ({ intent, row: LABELS.indexOf(intent) })).filter(({ row }) => row >= 0);

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
  for (const { row } of HEARD) top = Math.max(top, probabilities[row] as number);
  const intents: ScoredIntent[] = top < INTENT_SCORE_MIN ? [{ intent: "unknown", score: 1 - top }] : [];
  const first = intents.length;
  for (const { intent, row } of HEARD) {
    const probability = probabilities[row] as number;
    const doubtful = top >= SURE_MIN && probability < SECOND_MIN;
    const score = doubtful ? (probability * INTENT_SCORE_MIN) / SECOND_MIN : probability;
    if (score < SCORE_FLOOR) continue;
    // The few that are left are put in their place at once: highest first, equal ones in the order of INTENTS.
    let place = intents.length;
    for (; place > first && (intents[place - 1] as ScoredIntent).score < score; place -= 1)
      intents[place] = intents[place - 1] as ScoredIntent;
    intents[place] = { intent, score };
  }
  return { intents };
}
