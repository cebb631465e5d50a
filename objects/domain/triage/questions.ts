// Owns the rule that every question must be answerable: all topics asked have a fact, what has none is answered by the
// organisation's own words (told.ts), and nothing asked is left unread.

import { asksBeyond, asksNothing, isImplied, isSureBeyond } from "./asked-subjects.ts";
import { asksAboutMeeting, asksAboutVisit, saysComing } from "./booked-words.ts";
import { FACT_INTENTS } from "./classify.ts";
import { type Draft, handOff } from "./compose.ts";
import { REFUSES } from "./cues.ts";
import type { Fact, Intent } from "./decision.ts";
import { isGreetingAlone } from "./few-words.ts";
import { MONEY } from "./money-words.ts";
import { withNamedFacts } from "./named-facts.ts";
import { asksBeyondRecord, asksWhetherEnough, asksWhetherReal } from "./odd-questions.ts";
import { isOtherAnimal } from "./pet-kinds.ts";
import { saysBot } from "./plain-words.ts";
import type { ReadSegment } from "./reading.ts";
import { type Situation, says } from "./situation.ts";
import type { Answer } from "./templates.ts";
import { readTimes, saysTime } from "./time-mentions.ts";
import { NOTHING_TOLD, type ToldPieces, toldPieces } from "./told.ts";
import type { Topic } from "./topic.ts";
import { ALL_TOPICS } from "./topics.ts";
import { factsFor, isStale } from "./unit-facts.ts";

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

/** The facts of a topic, unless they speak of another animal than the lead does, or name no money where that is asked. */
function tellingFacts({ input, reading }: Situation, topic: Topic): readonly Fact[] {
  const facts = factsFor(topic, input);
  if (topic.intent === "unit_question" && reading.segments.some((one) => asksCost(one, topic)))
    return facts.filter(({ value }) => MONEY.test(String(value)));
  return topic.id === "pets" && facts.some(({ value }) => isOtherAnimal(reading.normalised, value)) ? [] : facts;
}

const asksCost = ({ touched, text }: ReadSegment, topic: Topic): boolean =>
  touched.length === 1 &&
  touched.includes(topic) &&
  /\b(?:how much|cost|costs|price|per load|fee|cuanto (?:cuesta|cobran|sale))\b/u.test(text);

const PRAISE =
  /\b(?:love|lov(?:ed|ing|ely)|sick|killer|fire|dope|amazing|gorgeous|stunning|beautiful|insane|great|nice|awesome|cute|dreamy|unreal|perfect|fantastic|me encanta|hermos[oa]|lind[oa])\b/u;

/** "Killer view too" praises and asks nothing. */
function isOnlyPraised(topic: Topic, segments: readonly ReadSegment[]): boolean {
  const touching = segments.filter(({ touched }) => touched.includes(topic));
  return touching.length > 0 && touching.every(({ asks, text }) => !asks && PRAISE.test(text));
}

function missing(draft: Draft): Answered {
  return { answers: [], missing: draft, isToldWhole: false };
}

/** True when a piece asks something that neither a topic, a cue, the model nor the piece before it explains. */
export function unreadQuestion(situation: Situation, told: ToldPieces = NOTHING_TOLD): boolean {
  const { segments } = situation.reading;
  return segments.some((segment, index) => {
    if (told.pieces.has(index) || isAnsweredOtherwise(situation, segment)) return false;
    const isAnswering = isAnsweringAny(situation, told) || says(situation, "bot_challenge");
    if (isAnswering && asksNothing(situation.asked, index)) return false;
    if (!segment.asks || segment.courtesy || segment.cues.length > 0 || segment.touched.length > 0) return false;
    const said = situation.bySegment[index] ?? [];
    if (said.some((intent) => !FACT_INTENTS.includes(intent))) return false;
    return !pointsBack(segments, index, said) && !HARMLESS.test(segment.text) && !namesChosenTime(situation, segment);
  });
}

/** A piece that says the time which is chosen asks for nothing else. */
function namesChosenTime({ choice }: Situation, { text }: ReadSegment): boolean {
  return choice.kind !== "unsaid" && (saysTime(readTimes(text)) || isPlace(text));
}

const isPlace = (text: string): boolean =>
  /\b(?:one|first|second|third|last|option|slot|primer[oa]?|segund[oa]|tercer[oa]?|ultim[oa])\b/u.test(text);

function isAboutVisit({ context }: Situation, { text }: ReadSegment): boolean {
  const isAgreed = context.phase === "booked" || context.phase === "confirming" || context.phase === "offered";
  return asksAboutVisit(text) || (isAgreed && asksAboutMeeting(text));
}

function isBeyondRecord({ text, touched, asks, cues }: ReadSegment): boolean {
  const isOfFacts = touched.some(({ intent }) => FACT_INTENTS.includes(intent));
  return (isOfFacts || (asks && touched.length === 0 && cues.length === 0)) && asksBeyondRecord(text);
}

function isAnsweringAny({ reading }: Situation, told: ToldPieces): boolean {
  return reading.asked.length > 0 || told.pieces.size > 0;
}

/** "I make 68k, 705 credit. Would I qualify?" */
function asksToBeWeighed(situation: Situation): boolean {
  return says(situation, "application_question") && asksWhetherEnough(situation.reading.normalised);
}

/** The model hears in the piece what no record tells; talk of times, of us, and interest alone are answered by other rules. */
function isBeyondModel(situation: Situation, index: number): boolean {
  const segment = situation.reading.segments[index];
  if (segment === undefined || segment.courtesy || HARMLESS.test(segment.text)) return false;
  if (isAnsweredOtherwise(situation, segment)) return false;
  if (namesChosenTime(situation, segment) || !asksBeyond(situation.asked, index, segment.asks)) return false;
  const said = situation.bySegment[index] ?? [];
  if (pointsBack(situation.reading.segments, index, said) && !isSureBeyond(situation.asked, index)) return false;
  const isInterest = segment.cues.some((cue) => cue.id === "interest");
  if (isInterest && !said.some((intent) => FACT_INTENTS.includes(intent))) return false;
  const isOfFacts = said.some((intent) => FACT_INTENTS.includes(intent) || intent === "availability_question");
  return isOfFacts || (said.length === 0 && segment.cues.length === 0);
}

const OTHER_TIMES =
  /^(?:and |so )?(?:(?:what|which) (?:else |other )?(?:times?|days?|hours?|slots?|openings?)? ?)?(?:do |are |else )?(?:you |u )?(?:have|got|open|available|free)(?: open| available| left| instead)?[ ?]*$|^[¿ ]*(?:hay |tienen? )?(?:an)?ot(?:her|r[oa]) (?:time|day|horario|hora|dia)[ ?]*$|^[¿ ]*(?:y )?(?:que|cuales) (?:otr[oa]s? )?(?:horarios?|dias?|horas?)(?: \w+){0,3}[ ?]*$/u;

/** The truth about who writes, or the booked visit, answers the piece. */
function isAnsweredOtherwise(situation: Situation, segment: ReadSegment): boolean {
  const { context } = situation;
  const isBooked = context.phase === "booked" || context.phase === "confirming";
  if (asksWhetherReal(segment.text) && says(situation, "availability_question")) return true;
  if (saysBot(segment.text) || isGreetingAlone(segment.text)) return true;
  if (says(situation, "reschedule") && segment.touched.length === 0 && saysTime(readTimes(segment.text))) return true;
  if (context.phase === "offered" && segment.touched.length === 0 && REFUSES.test(segment.text)) return true;
  if (!isBooked || segment.touched.length > 0) return false;
  return saysComing(segment.text) || OTHER_TIMES.test(segment.text) || checksTime(segment.text);
}

/** "11 on saturday, right?" */
const checksTime = (text: string): boolean =>
  /\b(?:right|correct|yes|still|still on|verdad|cierto|sigue|no) ?\?$/u.test(text) && saysTime(readTimes(text));

const POINTING =
  /^(?:or |and |so |but |is |are |do |does |would |will |that )+.*\b(?:that|it|them|those|this|extra|separate|separately)\b/u;
/** A longer piece asks something of its own. */
const POINTING_WORDS_MAX = 7;
const HARMLESS =
  /^(?:(?:hi |hello |hey )?(?:dear )?(?:\w+ )?,? ?how are you(?: doing)?(?: today)?|hows it going|i hope (?:you are |youre )?(?:well|fine|good)|what do you think|can you help(?: me)?|could you help(?: me)?|can i ask(?: you)?(?: a)?(?: few| couple)?(?: questions?)?|do you have a (?:minute|moment|sec)|(?:is|would) that (?:be )?(?:ok|okay|possible|work|fine)(?: for you| with you)?|would that work(?: for you)?|does that work(?: for you)?|let me know(?: if.*)?|please (?:let me know|advise)|just (?:wondering|curious)|(?:id|i would|we would|wed) (?:like|love)(?: to (?:know|learn|hear|get|have))? (?:some )?more(?: (?:info|information|details?))?(?: (?:about|on) (?:this|the|your|it)(?: \w+)?)?|i have (?:a )?(?:few |couple |some )?questions?|hope to hear.*)[ ?.!]*$/u;

/** The model hears a question of fact in a piece that touches no topic; an answer elsewhere does not cover it. */
function unansweredIntent(situation: Situation, told: ToldPieces): boolean {
  const { segments } = situation.reading;
  const heard = segments.some((segment, index) => {
    if (told.pieces.has(index) || isAnsweredOtherwise(situation, segment)) return false;
    if (isAnsweringAny(situation, told) && asksNothing(situation.asked, index)) return false;
    if (HARMLESS.test(segment.text) || namesChosenTime(situation, segment)) return false;
    const said = (situation.bySegment[index] ?? []).filter((intent) => FACT_INTENTS.includes(intent));
    if (said.length === 0 || segment.touched.length > 0 || segment.courtesy) return false;
    if (!segment.asks && says(situation, "showing_request", "availability_question")) return false;
    if (said.every((intent) => intent === "application_question")) return false;
    return !pointsBack(segments, index, said) && !leadsUp(segments, index, said);
  });
  const touched = told.pieces.size > 0 || segments.some((segment) => segment.touched.length > 0);
  return (
    heard || (!touched && FACT_INTENTS.some((intent) => intent !== "application_question" && says(situation, intent)))
  );
}

/** A short piece that only makes sense about the one before it ("is that ok?", "or do I pay that"). */
function pointsBack(segments: readonly ReadSegment[], index: number, said: readonly Intent[]): boolean {
  const [segment, before] = [segments[index], segments[index - 1]];
  if (segment === undefined || before === undefined || before.touched.length === 0) return false;
  if (segment.text.split(" ").length > POINTING_WORDS_MAX) return false;
  if (before.asks && POINTING.test(segment.text)) return true;
  return said.every((intent) => before.touched.some((topic) => topic.intent === intent));
}

/** A short piece that asks nothing and leads up to the question behind it ("sorry, forgot to ask:"). */
function leadsUp(segments: readonly ReadSegment[], index: number, said: readonly Intent[]): boolean {
  const [segment, next] = [segments[index], segments[index + 1]];
  if (segment === undefined || next === undefined || segment.asks || !next.asks) return false;
  if (segment.text.split(" ").length > POINTING_WORDS_MAX) return false;
  return said.every((intent) => next.touched.some((topic) => topic.intent === intent));
}

/** An availability or application question that names no topic still needs the fact, unless interest alone was stated. */
function impliedTopics(situation: Situation, told: ToldPieces): readonly Topic[] {
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
function statedTopics(situation: Situation): readonly Topic[] {
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
