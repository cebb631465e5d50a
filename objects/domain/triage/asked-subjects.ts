// Owns what the model of asked subjects makes of a reading: which topics are asked, and which pieces ask beyond the record.
// Rules and model check each other: what both hear counts soon, what one of them hears alone must be clear. It knows no facts.
import { OTHER } from "./asked-file.ts";
import { type AskedScores, SUBJECTS, scoreAsked } from "./asked-model.ts";
import type { Reading, ReadSegment } from "./reading.ts";
import type { Topic } from "./topic.ts";
import { ALL_TOPICS, withoutCovered } from "./topics.ts";

/** What the rules touch counts from here, beside a topic as sure as TOPIC_SURE from there. Found on lines that the model did not see. */
const TOUCHED_MIN = 0.02;
const TOUCHED_BESIDE_MIN = 0.3;
/** What the rules do not touch must be clear to the model alone. */
const HEARD_MIN = 0.5;
/** So many topics in one piece are a list: "rent, lease length, laundry, pets?" */
const LISTED_MIN = 3;
/** A piece in which something else is said and no question of fact must be this clear. */
const ASIDE_MIN = 0.8;
/** From here the model alone takes a topic as asked, also where the piece has no form of a question. */
const ASKED_MIN = 0.4;
/** From here something is asked that no record tells; beside a topic that is heard it must be surer. */
const BEYOND_MIN = 0.5;
const TOPIC_HEARD = 0.45;
const TOPIC_SURE = 0.8;
const BEYOND_BESIDE_MIN = 0.93;
/** A short piece that points back at the one before asks beyond the record from here. */
const BEYOND_POINTING_MIN = 0.7;
/** A piece that has no form of a question must be this sure. */
const BEYOND_TOLD_MIN = 0.75;
/** So much the model must lean towards a topic that no words name. */
const IMPLIED_MIN = 0.15;
/** Below this the model hears nothing asked. */
const NOTHING_MAX = 0.18;

/** A question of fact, something else, or nothing that can be told. */
export type PieceKind = "fact" | "aside" | "unheard";

export type HeardReading = {
  readonly reading: Reading;
  readonly scores: AskedScores;
};

/**
 * The reading with the topics as rules and model together hear them. `kinds` tells what the model of intents hears
 * in each piece: without a question of fact, and without the form of a question, no topic is taken as asked ("the cat sat on the mat").
 */
export function hearAsked(reading: Reading, kinds: readonly PieceKind[]): HeardReading {
  const scores = scoreAsked(reading.segments);
  const segments = reading.segments.map((segment, place) => ({
    text: segment.text,
    asks: segment.asks,
    cues: segment.cues,
    courtesy: segment.courtesy,
    touched: withoutCovered(heardIn(segment, scores.pieces[place], kinds[place] ?? "unheard")),
  }));
  const touched = new Set(segments.flatMap((segment) => segment.touched));
  const asked = reading.asked.filter((topic) => touched.has(topic));
  const inQuestions = new Set(
    segments.flatMap((segment, place) => (segment.asks || kinds[place] === "fact" ? segment.touched : [])),
  );
  const more = ALL_TOPICS.filter(
    (topic) => !asked.includes(topic) && inQuestions.has(topic) && (scores.message.get(topic.id) ?? 0) >= ASKED_MIN,
  );
  return { reading: { normalised: reading.normalised, segments, asked: [...asked, ...more] }, scores };
}

/** True when the model hears in a piece what no record tells; beside a topic that is sure, it must be surer. */
export function asksBeyond(scores: AskedScores, place: number, asks: boolean): boolean {
  const piece = scores.pieces[place];
  if (piece === undefined) return false;
  const least = surestTopic(piece) >= TOPIC_HEARD ? BEYOND_BESIDE_MIN : asks ? BEYOND_MIN : BEYOND_TOLD_MIN;
  return (piece.get(OTHER) ?? 0) >= least;
}

/** True when the model is sure that a piece asks beyond the record, even where its words point back to another. */
export function isSureBeyond(scores: AskedScores, place: number): boolean {
  return (scores.pieces[place]?.get(OTHER) ?? 0) >= BEYOND_POINTING_MIN;
}

/** True when a topic that no words name may be meant: the model leans towards it, and not beyond the record. */
export function isImplied(scores: AskedScores, id: string): boolean {
  return (scores.message.get(id) ?? 0) >= IMPLIED_MIN && (scores.message.get(OTHER) ?? 0) < BEYOND_MIN;
}

/** True when the model hears nothing asked in a piece. */
export function asksNothing(scores: AskedScores, place: number): boolean {
  return [...(scores.pieces[place] ?? [])].every(([, score]) => score < NOTHING_MAX);
}

function heardIn(
  segment: ReadSegment,
  scores: ReadonlyMap<string, number> | undefined,
  kind: PieceKind,
): readonly Topic[] {
  if (segment.touched.length >= LISTED_MIN) return segment.touched;
  const touchedMin = surestTopic(scores) >= TOPIC_SURE ? TOUCHED_BESIDE_MIN : TOUCHED_MIN;
  return ALL_TOPICS.filter((topic) => {
    const isTouched = segment.touched.includes(topic);
    if (!SUBJECTS.has(topic.id)) return isTouched;
    const least = kind === "aside" ? ASIDE_MIN : isTouched ? touchedMin : HEARD_MIN;
    return (scores?.get(topic.id) ?? 0) >= least;
  });
}

function surestTopic(scores: ReadonlyMap<string, number> = new Map()): number {
  return Math.max(0, ...[...scores].map(([id, score]) => (id === OTHER ? 0 : score)));
}
