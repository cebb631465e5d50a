// Owns the rule that every question must be answerable: all topics asked have a fact, what has none is answered by the
// organisation's own words (told.ts), and nothing asked is left unread (unread-pieces.ts).

import { type Draft, handOff } from "./compose.ts";
import { impliedTopics, statedTopics } from "./implied-topics.ts";
import { withNamedFacts } from "./named-facts.ts";
import { type Situation, says } from "./situation.ts";
import { isOnlyPraised, tellingFacts } from "./telling-facts.ts";
import type { Answer } from "./templates.ts";
import { toldPieces } from "./told.ts";
import type { Topic } from "./topic.ts";
import { factsFor, isStale } from "./unit-facts.ts";
import {
  asksToBeWeighed,
  isAboutVisit,
  isBeyondModel,
  isBeyondRecord,
  unansweredIntent,
  unreadQuestion,
} from "./unread-pieces.ts";

export type Answered = {
  readonly answers: readonly Answer[];
  readonly missing: Draft | null;
  /** Everything the message says beside courtesy was answered in the organisation's own words. */
  readonly isToldWhole: boolean;
};

/** The answers to everything asked, or the hand-off that is due because one is missing. */
export function answersTo(situation: Situation): Answered {
  const { input, reading } = situation;
  const told = withNamedFacts(toldPieces(situation), situation);
  if (told.isStale) return missing(staleFact());
  const untold = reading.segments.filter((_, index) => !told.pieces.has(index));
  if (untold.some((segment) => segment.asks && isAboutVisit(situation, segment))) {
    return missing(handOff("question_unclear", "The lead asks about the visit itself; no record tells."));
  }
  const isBeyond = reading.segments.some((_, index) => !told.pieces.has(index) && isBeyondModel(situation, index));
  if (asksToBeWeighed(situation)) {
    return missing(
      handOff("question_unclear", "The lead asks whether their own figures are enough; a person weighs them."),
    );
  }
  if (isBeyond || untold.some((segment) => isBeyondRecord(segment))) {
    return missing(handOff("question_unclear", "The record holds the subject but not what is asked of it."));
  }
  const asked = reading.asked.filter((topic) => !isOnlyPraised(topic, reading.segments));
  const topics = new Map([...asked, ...impliedTopics(situation, told)].map((topic) => [topic.id, topic]));
  const answers: Answer[] = [];
  for (const topic of topics.values()) {
    const facts = tellingFacts(situation, topic);
    if (facts.length === 0 && told.topics.has(topic.id)) continue;
    if (facts.length === 0) return missing(missingFact(situation, topic));
    answers.push({ topic: topic.id, intent: topic.intent, label: topic.label, facts });
  }
  const wantsMore = topics.size > 0 || says(situation, "showing_request", "availability_question");
  for (const topic of statedTopics(situation)) {
    const facts = topics.has(topic.id) ? [] : factsFor(topic, input);
    const needed = topic.intent !== "policy_question" && !topics.has(topic.id) && !wantsMore;
    if (needed && facts.length === 0) return missing(missingFact(situation, topic));
    if (facts.length > 0) answers.push({ topic: topic.id, intent: topic.intent, label: topic.label, facts });
  }
  if (unreadQuestion(situation, told) || unansweredIntent(situation, told)) {
    return missing(handOff("question_unclear", "The message asks something that no rule can answer for sure."));
  }
  return { answers: [...answers, ...told.answers], missing: null, isToldWhole: told.isWhole };
}

function missing(draft: Draft): Answered {
  return { answers: [], missing: draft, isToldWhole: false };
}

function missingFact(situation: Situation, topic: Topic): Draft {
  if (isStale(topic, situation.input)) return staleFact();
  const known = Object.keys(situation.input.unit).length > 0;
  return known
    ? handOff("fact_missing", "No record holds what the lead asks for.")
    : handOff("unit_missing", "The conversation is not linked to a home with facts.");
}

function staleFact(): Draft {
  return handOff(
    "fact_stale",
    "What the record says to the question is out of date. Bring it up to date, then answer.",
  );
}
