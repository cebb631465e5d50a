// Owns which pieces of a message the organisation's own words answer: only those that no fact of the record answers (T70).
// It must not decide what follows; questions.ts does.
import { toldTo } from "./knowledge.ts";
import type { ReadSegment } from "./reading.ts";
import { readAsked } from "./same-question.ts";
import type { Situation } from "./situation.ts";
import type { Answer } from "./templates.ts";
import { factsFor } from "./unit-facts.ts";

export type ToldPieces = {
  /** Indexes of the pieces that are answered. */
  readonly pieces: ReadonlySet<number>;
  readonly answers: readonly Answer[];
  /** Ids of the topics that are answered with them, wherever the message asks about them. */
  readonly topics: ReadonlySet<string>;
  /** Only what is out of date would answer a piece. */
  readonly isStale: boolean;
  /** Every piece is answered so, or is courtesy. */
  readonly isWhole: boolean;
};

/** One or two pieces that ask one thing. */
type Question = ReadSegment & { readonly indexes: readonly number[] };

const ENDED = /[?!.¿¡]$/u;

export const NOTHING_TOLD: ToldPieces = {
  pieces: new Set(),
  answers: [],
  topics: new Set(),
  isStale: false,
  isWhole: false,
};

/** Asks the entries about every question that has no fact. */
export function toldPieces(situation: Situation): ToldPieces {
  const { reading, input } = situation;
  if ((input.knowledge ?? []).length === 0) return NOTHING_TOLD;
  const pieces = new Set<number>();
  const answers = new Map<string, Answer>();
  let isStale = false;
  for (const question of questionsIn(reading.segments)) {
    if (!isOpen(question, situation)) continue;
    const told = toldTo(question, input);
    if (told.kind === "stale") isStale = true;
    if (told.kind !== "answer") continue;
    for (const index of question.indexes) pieces.add(index);
    answers.set(told.answer.facts[0]?.record ?? "", told.answer);
  }
  const isWhole = pieces.size > 0 && reading.segments.every((one, index) => one.courtesy || pieces.has(index));
  return { pieces, answers: [...answers.values()], topics: topicsOf(reading.segments, pieces), isStale, isWhole };
}

/** Pieces that ask; one that was cut off before it names anything ("how much" of "how much is the rent?") goes with the next. */
function questionsIn(segments: readonly ReadSegment[]): readonly Question[] {
  const questions: Question[] = [];
  let begun: Question | null = null;
  for (const [index, segment] of segments.entries()) {
    const question: Question = {
      ...segment,
      indexes: [...(begun?.indexes ?? []), index],
      text: begun === null ? segment.text : `${begun.text} ${segment.text}`,
      asks: segment.asks || begun !== null,
      touched: [...new Set([...(begun?.touched ?? []), ...segment.touched])],
    };
    const isCutOff = segment.asks && !ENDED.test(segment.text) && readAsked(segment.text).words.size === 0;
    if (isCutOff && index + 1 < segments.length) begun = question;
    else {
      questions.push(question);
      begun = null;
    }
  }
  return questions;
}

/** A question that no record answers: it touches a topic without a fact, or nothing that we know of. */
function isOpen(question: Question, { input }: Situation): boolean {
  if (!question.asks || question.courtesy) return false;
  if (question.touched.length === 0) return question.cues.length === 0;
  return question.touched.some((topic) => factsFor(topic, input).length === 0);
}

/** A topic that another, unanswered piece asks about as well is not answered. */
function topicsOf(segments: readonly ReadSegment[], pieces: ReadonlySet<number>): ReadonlySet<string> {
  const touching = (answered: boolean) =>
    segments.flatMap((segment, index) => (pieces.has(index) === answered ? segment.touched.map(({ id }) => id) : []));
  const open = new Set(touching(false));
  return new Set(touching(true).filter((id) => !open.has(id)));
}
