// Owns the classifier port: a message and its history in, scored intents out. Any other classifier (a language model
// behind a setting) fits the same type. It must not look at facts, slots or policy.
import { INTENTS, type Intent, type Turn } from "./decision.ts";
import { LABELS, scoreSegments } from "./model.ts";
import { type Reading, readMessage } from "./reading.ts";

export type ScoredIntent = { readonly intent: Intent; readonly score: number };

/** Intents with a score of at least SCORE_FLOOR, highest first; never empty. */
export type Classification = { readonly intents: readonly ScoredIntent[] };

/** The port. Deterministic: the same text and history give the same scores. */
export type Classify = (text: string, history: readonly Turn[]) => Classification;

/** From here an intent counts as said. */
export const INTENT_SCORE_MIN = 0.5;
const SCORE_FLOOR = 0.05;

/** Probability 0..1 of every label of the model, for the message and for each of its segments alone. */
export type MessageScores = {
  readonly message: ReadonlyMap<string, number>;
  readonly segments: readonly ReadonlyMap<string, number>[];
};

/** A topic that is asked in so many words is at least this sure to be meant. */
const ASKED_TOPIC_SCORE = 0.8;

/** Intents whose answer is a fact of the unit. */
export const FACT_INTENTS: readonly Intent[] = [
  "pricing_question",
  "policy_question",
  "application_question",
  "unit_question",
];
/** "I have two cats" beside a request asks for leave; a longer sentence tells a story. */
const STORY_WORDS_MIN = 5;
/** A typical phrase and a model that leans the same way make the intent said. */
const CUE_SUPPORTED_MIN = 0.25;
const CUE_SUPPORTED_SCORE = 0.65;
/** Pure courtesy is small talk unless the model is this sure of something else. */
const COURTESY_YIELDS_MIN = 0.9;
const COURTESY_SCORE = 0.95;

/** The embedded classifier: no network, no key. */
export const classify: Classify = (text) => {
  const reading = readMessage(text);
  return classifyReading(reading, scoreReading(reading));
};

/** The same for a message that was read and scored already. */
export function classifyReading(reading: Reading, scores: MessageScores): Classification {
  const found = new Map<Intent, number>();
  for (const intent of INTENTS) found.set(intent, scores.message.get(intent) ?? 0);
  for (const { intent } of reading.asked) found.set(intent, Math.max(found.get(intent) ?? 0, ASKED_TOPIC_SCORE));
  for (const { intent } of reading.segments.flatMap((segment) => segment.cues)) {
    const score = found.get(intent) ?? 0;
    if (intent !== "small_talk" && score >= CUE_SUPPORTED_MIN) found.set(intent, Math.max(score, CUE_SUPPORTED_SCORE));
  }
  for (const intent of storyIntents(reading, scores)) found.delete(intent);
  if (isCourtesyOnly(reading)) {
    for (const [intent, score] of found) if (score < COURTESY_YIELDS_MIN) found.delete(intent);
    found.set("small_talk", COURTESY_SCORE);
  }
  const intents = [...found]
    .map(([intent, score]) => ({ intent, score }))
    .filter((entry) => entry.score >= SCORE_FLOOR)
    .sort((left, right) => right.score - left.score);
  const top = intents[0]?.score ?? 0;
  return { intents: top >= INTENT_SCORE_MIN ? intents : [{ intent: "unknown", score: 1 - top }, ...intents] };
}

/** Questions of fact heard only in what the lead tells of themselves, beside a real request: no questions at all. */
function storyIntents(reading: Reading, scores: MessageScores): readonly Intent[] {
  const said = (label: Intent) => (scores.message.get(label) ?? 0) >= INTENT_SCORE_MIN;
  if (!said("showing_request") && !said("availability_question")) return [];
  return FACT_INTENTS.filter((intent) => {
    if (!said(intent) || reading.asked.some((topic) => topic.intent === intent)) return false;
    const heard = reading.segments.filter((_, index) => (scores.segments[index]?.get(intent) ?? 0) >= INTENT_SCORE_MIN);
    return heard.every(
      (one) => !one.asks && (intent !== "policy_question" || one.text.split(" ").length > STORY_WORDS_MIN),
    );
  });
}

/** Thanks and greetings and nothing else, unless they are asked in the tone of a nudge ("hello??"). */
function isCourtesyOnly({ segments }: Reading): boolean {
  return segments.length > 0 && segments.every((one) => one.courtesy && !one.cues.some((cue) => cue.id === "hello_q"));
}

/** Scores a message with the model, piece by piece. */
export function scoreReading({ segments }: Pick<Reading, "segments">): MessageScores {
  const scores = scoreSegments(segments);
  return {
    message: byLabel(scores.message, 0),
    segments: segments.map((_, place) => byLabel(scores.segments, place)),
  };
}

function byLabel(probabilities: Float64Array, place: number): ReadonlyMap<string, number> {
  return new Map(LABELS.map((label, row) => [label, probabilities[place * LABELS.length + row] ?? 0]));
}
