// Owns the topics that a message means without asking for them in so many words: implied by its intent, or stated.
// It must not look at facts; questions.ts does.
import { isImplied } from "./asked-subjects.ts";
import { FACT_INTENTS } from "./classify.ts";
import type { Intent } from "./decision.ts";
import { type Situation, says } from "./situation.ts";
import type { ToldPieces } from "./told.ts";
import type { Topic } from "./topic.ts";
import { ALL_TOPICS } from "./topics.ts";

/** An availability or application question that names no topic still needs the fact, unless interest alone was stated. */
export function impliedTopics(situation: Situation, told: ToldPieces): readonly Topic[] {
  const { asked } = situation.reading;
  const implied: Topic[] = [];
  const nothingElse =
    !asked.some((topic) => topic.intent === "application_question") &&
    !isExplained(situation, told, "application_question");
  if (
    says(situation, "application_question") &&
    nothingElse &&
    isImplied(situation.asked, "application") &&
    !touches(situation, "application_question")
  )
    implied.push(...topicNamed("application"));
  if (!says(situation, "availability_question") || asked.length > 0) return implied;
  if (isExplained(situation, told, "availability_question")) return implied;
  const explicit = situation.reading.segments.some((segment) => segment.cues.some((cue) => cue.id === "still_avail"));
  const interest = situation.reading.segments.some((segment) => segment.cues.some((cue) => cue.id === "interest"));
  if (says(situation, "showing_request") && !explicit) return implied;
  if (explicit || !interest || situation.input.slots.length === 0) implied.push(...topicNamed("availability"));
  return implied;
}

/** The intent was heard in pieces that the organisation's own words answer, and in no other. */
function isExplained(situation: Situation, told: ToldPieces, intent: Intent): boolean {
  return (
    told.pieces.size > 0 && !situation.bySegment.some((said, index) => !told.pieces.has(index) && said.includes(intent))
  );
}

/** Topics stated rather than asked ("we have two cats"): answered when a record holds the fact, not needed otherwise. */
export function statedTopics(situation: Situation): readonly Topic[] {
  return situation.reading.segments.flatMap((segment, index) => {
    const said = situation.bySegment[index] ?? [];
    return segment.asks
      ? []
      : segment.touched.filter((topic) => FACT_INTENTS.includes(topic.intent) && said.includes(topic.intent));
  });
}

function touches(situation: Situation, intent: Intent): boolean {
  return situation.reading.segments.some((segment) => segment.touched.some((topic) => topic.intent === intent));
}

function topicNamed(id: string): readonly Topic[] {
  return ALL_TOPICS.filter((topic) => topic.id === id);
}
