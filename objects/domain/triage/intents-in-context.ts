// Owns what the state of the conversation makes of the classifier's intents: "yes" after an offer is a choice, after a
// reminder a confirmation. It reads no facts and takes no action.
import type { ScoredIntent } from "./classify.ts";
import { FACT_INTENTS, INTENT_SCORE_MIN } from "./classify.ts";
import type { ConversationContext } from "./conversation-context.ts";
import { AGREES, isNo, isYes, REFUSES } from "./cues.ts";
import type { Intent } from "./decision.ts";
import { HUMAN } from "./guards/human.ts";
import {
  isGreetingAlone,
  isThanksAlone,
  isWordless,
  saysApplicationStatus,
  saysBot,
  saysComing,
  saysFailure,
  saysLeft,
  saysMove,
  saysNoNewTime,
  saysOptOut,
  saysOtherHome,
  saysVisit,
  saysWaiting,
} from "./plain-words.ts";
import type { Reading } from "./reading.ts";
import type { SlotChoice } from "./slot-choice.ts";
import { readTimes, saysTime } from "./time-mentions.ts";

const CHOSEN_SCORE = 0.95;
const AGREED_SCORE = 0.9;
const UNCLEAR_CHOICE_SCORE = 0.8;
const PLAIN_SCORE = 0.9;
/** In a message longer than this, a complaint counts only in words of its own: a life story holds sorrow about others. */
const STORY_WORDS_MIN = 60;

/** Intents that end the talk about the offered times; a time named beside them is no choice. */
const AGAINST_CHOOSING: readonly Intent[] = [
  "cancel",
  "not_interested",
  "unsubscribe",
  "deferred",
  "complaint",
  "emergency",
  "spam_or_scam",
  "changes_listing",
];
const SHADOWED_BY_CHOICE: readonly Intent[] = [
  "showing_request",
  "reschedule",
  "confirmation",
  "small_talk",
  "unknown",
  "availability_question",
];
const SHOWING_WORDS = /\b(?:re-?schedul\w*|tour|showing|viewing|appointment|visit|meet\w*|cita|come)\b/u;
const SHORT_MESSAGE_WORDS = 14;

/** The intents of a message where it stands, highest score first; never empty. */
export function intentsInContext(
  scored: readonly ScoredIntent[],
  reading: Reading,
  context: ConversationContext,
  choice: SlotChoice,
): readonly ScoredIntent[] {
  const scores = new Map<Intent, number>();
  for (const { intent, score } of scored) if (score >= INTENT_SCORE_MIN) scores.set(intent, score);
  readPlainWords(scores, reading, context);
  if (context.phase === "offered") readOffer(scores, reading, context, choice);
  if (context.phase === "booked" || context.phase === "confirming") readBooking(scores, reading, context, choice);
  if (context.phase === "fresh" || context.phase === "talking") dropFalseReschedule(scores, reading);
  if (context.phase !== "offered") readUnofferedChoice(scores, reading);
  if (scores.size > 1) {
    scores.delete("small_talk");
    scores.delete("unknown");
  }
  const entries = [...scores]
    .map(([intent, score]) => ({ intent, score }))
    .sort((left, right) => right.score - left.score);
  return entries.length > 0 ? entries : [{ intent: "unknown", score: scored[0]?.score ?? 0 }];
}

/** What is said in so many words stands, whatever the model makes of it. */
function readPlainWords(scores: Map<Intent, number>, reading: Reading, { phase }: ConversationContext): void {
  const text = reading.normalised.replace(/\n+/gu, " . ");
  const isOpen = phase === "fresh" || phase === "talking";
  const isUncued = reading.segments.every(({ cues }) => cues.length === 0);
  if (isOpen && isUncued && isWordless(text) && /[\p{L}\p{N}]/u.test(text)) {
    scores.clear();
    return;
  }
  const cued = (intent: Intent) => reading.segments.some(({ cues }) => cues.some((cue) => cue.intent === intent));
  const say = (intent: Intent) => {
    scores.delete("unknown");
    scores.set(intent, Math.max(PLAIN_SCORE, scores.get(intent) ?? 0));
  };
  if (saysOptOut(text)) say("unsubscribe");
  else if (HUMAN(text) && !cued("unsubscribe")) scores.delete("unsubscribe");
  if (saysBot(text)) say("bot_challenge");
  if (!isOpen && (saysMove(text) || refusesOffer(reading))) scores.delete("changes_listing");
  else if (saysOtherHome(text)) say("changes_listing");
  if (saysApplicationStatus(text)) say("application_question");
  if (saysFailure(text)) say("complaint");
  else if (!cued("complaint") && text.split(" ").length > STORY_WORDS_MIN) scores.delete("complaint");
  if (isOpen && saysVisit(text)) say("showing_request");
  const nothing = [...scores.keys()].every((intent) => intent === "unknown" || intent === "small_talk");
  if (nothing && saysWaiting(text)) say("deferred");
  if (nothing && saysLeft(text)) say("not_interested");
  else if (nothing && isThanksAlone(text)) say("small_talk");
  if (isGreetingAlone(text) && !scores.has("follow_up_nudge") && !text.endsWith("hello?")) {
    scores.clear();
    say("small_talk");
  }
}

/** "Six months instead" moves no showing: without a booking, a question about the home is only that. */
function dropFalseReschedule(scores: Map<Intent, number>, reading: Reading): void {
  if (reading.asked.length > 0 && !SHOWING_WORDS.test(reading.normalised)) scores.delete("reschedule");
}

/** Nothing is on the table: a time that "works" asks for a showing. */
function readUnofferedChoice(scores: Map<Intent, number>, reading: Reading): void {
  const score = scores.get("slot_selection");
  if (score === undefined || !saysTime(readTimes(reading.normalised))) return;
  scores.delete("slot_selection");
  if (!scores.has("confirmation") && !scores.has("reschedule") && !scores.has("cancel")) {
    scores.set("showing_request", Math.max(score, scores.get("showing_request") ?? 0));
  }
}

/** True when the lead turns the offered times down without naming another. */
export function refusesOffer(reading: Reading): boolean {
  return isNo(reading.normalised) || REFUSES.test(reading.normalised);
}

/** With a single time on the table, words the model hears as taking it take it, unless they ask or refuse. */
function takesOnlyOne(scores: Map<Intent, number>, reading: Reading, context: ConversationContext): boolean {
  if (context.offered.length !== 1 || reading.segments.some((segment) => segment.asks) || refusesOffer(reading))
    return false;
  return scores.has("slot_selection") || scores.has("confirmation");
}

function readOffer(
  scores: Map<Intent, number>,
  reading: Reading,
  context: ConversationContext,
  choice: SlotChoice,
): void {
  if (REFUSES.test(reading.normalised) && scores.delete("changes_listing")) scores.set("showing_request", AGREED_SCORE);
  if (choice.kind === "chosen" && TAKES.test(reading.normalised) && !cancels(reading)) scores.delete("cancel");
  if (AGAINST_CHOOSING.some((intent) => scores.has(intent))) return;
  const asksAvailability = reading.asked.some((topic) => topic.id === "availability" || topic.id === "move_in_date");
  const choose = (score: number) => {
    for (const intent of SHADOWED_BY_CHOICE)
      if (intent !== "availability_question" || !asksAvailability) scores.delete(intent);
    scores.set("slot_selection", score);
  };
  if (choice.kind === "unsaid") {
    if (isYes(reading.normalised) || agreesFirst(reading) || takesOnlyOne(scores, reading, context))
      choose(AGREED_SCORE);
    else if (refusesOffer(reading) || scores.has("reschedule")) {
      scores.delete("reschedule");
      scores.delete("slot_selection");
      scores.set("showing_request", AGREED_SCORE);
    }
    return;
  }
  if (!speaksOfOffer(reading)) return;
  if (choice.kind === "none" && REFUSES.test(reading.normalised)) {
    choose(AGREED_SCORE);
    scores.delete("slot_selection");
    scores.set("showing_request", AGREED_SCORE);
    return;
  }
  if (choice.kind === "chosen") scores.delete("human_request");
  choose(choice.kind === "chosen" ? CHOSEN_SCORE : UNCLEAR_CHOICE_SCORE);
}

/** "We would take the Friday one": words that take a time, where nothing is booked that could be cancelled. */
const TAKES =
  /\b(?:take|book|choose|pick|go with|going with|lets do|put (?:me|us) down|works?|count (?:me|us) in|come|tomo|tomamos|prefiero|quedo con)\b/u;

function cancels(reading: Reading): boolean {
  return reading.segments.some(({ cues }) => cues.some((cue) => cue.id === "cancel" || cue.id === "cant_make"));
}

/** A time counts as said about the offer in a short message, or where the words agree, ask for it or turn it down. */
function speaksOfOffer(reading: Reading): boolean {
  if (reading.normalised.split(/\s+/u).length <= SHORT_MESSAGE_WORDS) return true;
  return (
    AGREES.test(reading.normalised) ||
    REFUSES.test(reading.normalised) ||
    /\b(?:can|could|how about|what about)\b/u.test(reading.normalised)
  );
}

function agreesFirst(reading: Reading): boolean {
  const first = reading.segments.find((segment) => !segment.courtesy) ?? reading.segments[0];
  return (
    first !== undefined &&
    (isYes(first.text) ||
      /^(?:yes|yes please|ok|sure|perfect|great|that works|works for me|sounds good|si)\b[ ,]/u.test(first.text)) &&
    !first.asks
  );
}

function readBooking(
  scores: Map<Intent, number>,
  reading: Reading,
  context: ConversationContext,
  choice: SlotChoice,
): void {
  readBookedWords(scores, reading);
  const moves = scores.has("reschedule") || scores.has("cancel");
  const ends = scores.has("not_interested") || scores.has("unsubscribe");
  if (!moves && !ends && scores.has("showing_request") && choice.kind !== "unsaid" && choice.kind !== "chosen") {
    scores.delete("showing_request");
    scores.set("reschedule", AGREED_SCORE);
    return;
  }
  if (moves) {
    for (const intent of ["showing_request", "confirmation", "availability_question"] as const) {
      if (intent !== "availability_question" || reading.asked.length === 0) scores.delete(intent);
    }
    return;
  }
  if (context.phase === "confirming" && isNo(reading.normalised) && !ends) {
    scores.set("cancel", UNCLEAR_CHOICE_SCORE);
    return;
  }
  const thanksOnly =
    context.phase === "booked" &&
    scores.size === 1 &&
    scores.has("small_talk") &&
    !saysComing(reading.normalised) &&
    !/\b(?:yes|see you|there|confirm|works)\b/u.test(reading.normalised);
  if (thanksOnly || ends) return;
  if (
    isYes(reading.normalised) ||
    agreesFirst(reading) ||
    choice.kind === "chosen" ||
    namesBookedTime(reading, context) ||
    saysComing(reading.normalised)
  ) {
    scores.delete("small_talk");
    scores.delete("showing_request");
    scores.delete("unknown");
    if (reading.asked.length === 0) for (const intent of FACT_INTENTS) scores.delete(intent);
    scores.set("confirmation", AGREED_SCORE);
  }
}

/** What a booked visit makes of plain words: it is off, it must move, or the lead comes. */
function readBookedWords(scores: Map<Intent, number>, reading: Reading): void {
  const text = reading.normalised;
  if (saysNoNewTime(text)) {
    scores.delete("reschedule");
    if (!scores.has("not_interested")) scores.set("cancel", Math.max(PLAIN_SCORE, scores.get("cancel") ?? 0));
  } else if (saysMove(text) && !scores.has("cancel") && !saysLeft(text)) {
    if (!reading.segments.some(({ cues }) => cues.some((cue) => cue.id === "found_place")))
      scores.delete("not_interested");
    scores.set("reschedule", Math.max(PLAIN_SCORE, scores.get("reschedule") ?? 0));
  }
}

const TIME_ECHO_WORDS_MAX = 8;

/** A short message that says the hour of our last words again, and asks nothing: "👍 5:30". */
function namesBookedTime(reading: Reading, context: ConversationContext): boolean {
  if (reading.normalised.split(/\s+/u).length > TIME_ECHO_WORDS_MAX || reading.segments.some(({ asks }) => asks))
    return false;
  const said = readTimes(reading.normalised);
  const ours = readTimes(context.lastOurs);
  if (said.times.length === 0 || said.weekdays.some((day) => !ours.weekdays.includes(day))) return false;
  return said.times.every((time) =>
    ours.times.some(({ minute }) => minute === time.minute || (time.half && minute === (time.minute + 720) % 1_440)),
  );
}
