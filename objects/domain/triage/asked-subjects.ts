// Owns what the model of asked subjects makes of a reading: which topics are asked, and which pieces ask beyond the record.
// Rules and model check each other: what both hear counts soon, what one of them hears alone must be clear. It knows no facts.
import { OTHER } from "./asked-file.ts";
import { type AskedScores, SUBJECTS, scoreAsked } from "./asked-model.ts";
import type { Reading, ReadSegment } from "./reading.ts";
import type { Topic } from "./topic.ts";
import { ALL_TOPICS } from "./topics.ts";

/** What the rules touch counts from here; what they do not touch must be clear to the model alone. Found on lines that the model did not see. */
const TOUCHED_MIN = 0.1;
const HEARD_MIN = 0.5;
/** From here the model alone takes a topic as asked, also where the piece has no form of a question. */
const ASKED_MIN = 0.4;
/** From here something is asked that no record tells; beside a topic as sure as TOPIC_SURE it must be surer. */
const BEYOND_MIN = 0.55;
const TOPIC_SURE = 0.8;
const BEYOND_BESIDE_MIN = 0.93;
/** Below this the model hears nothing asked. */
const NOTHING_MAX = 0.3;

export type HeardReading = {
  readonly reading: Reading;
  readonly scores: AskedScores;
};

/** The reading with the topics as rules and model together hear them. */
export function hearAsked(reading: Reading): HeardReading {
  const scores = scoreAsked(reading.segments);
  const segments = reading.segments.map((segment, place) => ({
    text: segment.text,
    asks: segment.asks,
    cues: segment.cues,
    courtesy: segment.courtesy,
    touched: heardIn(segment, scores.pieces[place]),
  }));
  const touched = new Set(segments.flatMap((segment) => segment.touched));
  const asked = reading.asked.filter((topic) => touched.has(topic));
  const more = ALL_TOPICS.filter(
    (topic) => !asked.includes(topic) && touched.has(topic) && (scores.message.get(topic.id) ?? 0) >= ASKED_MIN,
  );
  return { reading: { normalised: reading.normalised, segments, asked: [...asked, ...more] }, scores };
}

/** True when the model hears in a piece what no record tells; beside a topic that is sure, it must be surer. */
export function asksBeyond(scores: AskedScores, place: number): boolean {
  const piece = scores.pieces[place];
  if (piece === undefined) return false;
  const topic = Math.max(...[...piece].map(([id, score]) => (id === OTHER ? 0 : score)));
  return (piece.get(OTHER) ?? 0) >= (topic >= TOPIC_SURE ? BEYOND_BESIDE_MIN : BEYOND_MIN);
}

/** True when the model hears nothing asked in a piece. */
export function asksNothing(scores: AskedScores, place: number): boolean {
  return [...(scores.pieces[place] ?? [])].every(([, score]) => score < NOTHING_MAX);
}

function heardIn(segment: ReadSegment, scores: ReadonlyMap<string, number> | undefined): readonly Topic[] {
  return ALL_TOPICS.filter((topic) => {
    const isTouched = segment.touched.includes(topic);
    if (!SUBJECTS.has(topic.id)) return isTouched;
    return (scores?.get(topic.id) ?? 0) >= (isTouched ? TOUCHED_MIN : HEARD_MIN);
  });
}
