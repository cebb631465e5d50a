// Owns which pieces of a message ask something that nothing answers: no topic, no cue, no words of ours, nor the piece before.
// It must not look at facts; questions.ts does.
import { asksBeyond, asksNothing, isSureBeyond } from "./asked-subjects.ts";
import { asksAboutMeeting, asksAboutVisit, saysComing } from "./booked-words.ts";
import { FACT_INTENTS } from "./classify.ts";
import { REFUSES } from "./cues.ts";
import type { Intent } from "./decision.ts";
import { isGreetingAlone } from "./few-words.ts";
import { asksBeyondRecord, asksWhetherEnough, asksWhetherReal } from "./odd-questions.ts";
import { saysBot } from "./plain-words.ts";
import type { ReadSegment } from "./reading.ts";
import { type Situation, says } from "./situation.ts";
import { readTimes, saysTime } from "./time-mentions.ts";
import { NOTHING_TOLD, type ToldPieces } from "./told.ts";

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

/** True when a piece asks about the visit itself. */
export function isAboutVisit({ context }: Situation, { text }: ReadSegment): boolean {
  const isAgreed = context.phase === "booked" || context.phase === "confirming" || context.phase === "offered";
  return asksAboutVisit(text) || (isAgreed && asksAboutMeeting(text));
}

/** True when the words of a piece ask beyond what a record of their subject tells. */
export function isBeyondRecord({ text, touched, asks, cues }: ReadSegment): boolean {
  const isOfFacts = touched.some(({ intent }) => FACT_INTENTS.includes(intent));
  return (isOfFacts || (asks && touched.length === 0 && cues.length === 0)) && asksBeyondRecord(text);
}

function isAnsweringAny({ reading }: Situation, told: ToldPieces): boolean {
  return reading.asked.length > 0 || told.pieces.size > 0;
}

/** "I make 68k, 705 credit. Would I qualify?" */
export function asksToBeWeighed(situation: Situation): boolean {
  return says(situation, "application_question") && asksWhetherEnough(situation.reading.normalised);
}

/** The model hears in the piece what no record tells; talk of times, of us, and interest alone are answered by other rules. */
export function isBeyondModel(situation: Situation, index: number): boolean {
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
export function unansweredIntent(situation: Situation, told: ToldPieces): boolean {
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
