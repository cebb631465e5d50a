// Owns the facts outside the topic table that a question names itself: "does it have its own entrance?" beside a record
// "entrance: private". Only plain questions for what is there; anything else about such a fact is for a person (T121).
import type { Fact } from "./decision.ts";
import { asksBeyondRecord } from "./odd-questions.ts";
import type { ReadSegment } from "./reading.ts";
import type { Situation } from "./situation.ts";
import type { Answer } from "./templates.ts";
import type { ToldPieces } from "./told.ts";
import { ALL_TOPICS } from "./topics.ts";
import { factsFor, findFact } from "./unit-facts.ts";

/** A longer piece asks more than one thing. */
const WORDS_MAX = 14;
const WORD_CHARS_MIN = 3;
const ASKS_PLAINLY =
  /^(?:(?:and|also|so|hi|hello|hey|hola|y|tambien)[ ,]+)*(?:is|are|does|do|has|have|any|got|what|which|where|how far|near|hay|tiene|tienen|cuenta|esta|es|que|cual|donde)\b|^(?:the|el|la|los|las) \w+ (?:is|are|es|son)\b/u;
const ASKS_MORE =
  /\b(?:why|who|whose|how (?:much|long|often|old|do|does|is)|when|if|before|after|allowed|can|could|may|might|will|would|should|still|ever|instead|cost|price|extra|work|works|good|safe|fast|por que|quien|cuanto|cuando|puedo|funciona)\b/u;
/** Facts whose values are rules and sums: naming one of their words is not asking for them. */
const OF_TOPICS = new Set(
  [
    ...ALL_TOPICS.filter(({ intent }) => intent !== "unit_question").flatMap(({ facts }) => facts),
    "status",
    "description",
  ].map((name) => name.toLowerCase()),
);
/** Facts that a topic speaks for: only words of their values can ask for them here. */
const NAMED_BY_TOPICS = new Set(ALL_TOPICS.flatMap(({ facts }) => facts).map((name) => name.toLowerCase()));
/** Words that stand in many records and tell nothing of what is asked. */
const COMMON = new Set(
  `
  the and for are any you has can not per day all one two own our its but out get got see yes was who how why bed bath sq ft usd have with that this from there your place home house apartment unit room rooms rent month months week weeks year years included
  include includes free only available more than each some also very good great large small nice walk minute minutes away near
  close street block blocks building floor private shared does what which where about para esta este desde casa piso cuarto`
    .trim()
    .split(/\s+/u),
);

/** Adds to the pieces that are answered those that name a fact no topic tells of. */
export function withNamedFacts(told: ToldPieces, situation: Situation): ToldPieces {
  const pieces = new Set(told.pieces);
  const topics = new Set(told.topics);
  const answers = [...told.answers];
  situation.reading.segments.forEach((segment, index) => {
    if (pieces.has(index) || !asksPlainly(segment)) return;
    if (segment.touched.some((topic) => factsFor(topic, situation.input).length > 0)) return;
    const named = factsNamedIn(segment.text, situation);
    if (named.length === 0) return;
    pieces.add(index);
    for (const { id } of segment.touched) topics.add(id);
    answers.push(...named.map(answerOf));
  });
  return { ...told, pieces, topics, answers };
}

function asksPlainly({ text, asks, courtesy }: ReadSegment): boolean {
  if (!asks || courtesy || text.split(" ").length > WORDS_MAX) return false;
  return ASKS_PLAINLY.test(text) && !ASKS_MORE.test(text) && !asksBeyondRecord(text);
}

function factsNamedIn(text: string, { input }: Situation): readonly Fact[] {
  const asked = new Set(wordsOf(text));
  return Object.keys(input.unit).flatMap((name) => {
    if (OF_TOPICS.has(name.toLowerCase())) return [];
    const fact = findFact([name], input);
    if (fact === null) return [];
    const named = NAMED_BY_TOPICS.has(name.toLowerCase()) ? [] : wordsOf(name.replace(/([A-Z])/gu, " $1"));
    const own = [...named, ...wordsOf(String(fact.value))];
    return own.some((word) => asked.has(word)) ? [fact] : [];
  });
}

/** The telling words of a text, without the ending of a plural. */
function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= WORD_CHARS_MIN && !COMMON.has(word))
    .map((word) => word.replace(/s$/u, ""));
}

function answerOf(fact: Fact): Answer {
  const label = fact.name.replace(/([A-Z])/gu, " $1").toLowerCase();
  const title = label.charAt(0).toUpperCase() + label.slice(1);
  return { topic: `named ${fact.name}`, intent: "unit_question", label: [title, title], facts: [fact] };
}
