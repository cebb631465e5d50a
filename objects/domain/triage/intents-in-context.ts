// Owns what the state of the conversation makes of the classifier's intents: "yes" after an offer is a choice, after a
// reminder a confirmation. It reads no facts and takes no action.
import { agreesFirst, readBooking } from "./booked-intents.ts";
import type { ScoredIntent } from "./classify.ts";
import { INTENT_SCORE_MIN } from "./classify.ts";
import type { ConversationContext } from "./conversation-context.ts";
import { AGREES, isYes, REFUSES } from "./cues.ts";
import type { Intent } from "./decision.ts";
import { refusesOffer } from "./offer-refusal.ts";
import type { Reading } from "./reading.ts";
import type { SlotChoice } from "./slot-choice.ts";
import { readPlainWords } from "./spoken-intents.ts";
import { readTimes, saysTime } from "./time-mentions.ts";

const CHOSEN_SCORE = 0.95;
const AGREED_SCORE = 0.9;
const UNCLEAR_CHOICE_SCORE = 0.8;
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
    else if (turnsDown(reading) || scores.has("reschedule")) {
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

/** "Sorry, before I pick: are utilities included?" turns nothing down. */
function turnsDown(reading: Reading): boolean {
  return refusesOffer(reading) && (reading.asked.length === 0 || REFUSES.test(reading.normalised));
}

/** "We would take the Friday one": words that take a time, where nothing is booked that could be cancelled. */
const TAKES =
  /\b(?:take|book|choose|pick|go with|going with|lets do|put (?:me|us) down|works?|count (?:me|us) in|come|tomo|tomamos|prefiero|quedo con)\b/u;

function cancels(reading: Reading): boolean {
  return reading.segments.some(({ cues }) => cues.some((cue) => cue.id === "cancel" || cue.id === "cant_make"));
}

const isShort = (text: string): boolean => text.split(" ").length <= SHORT_MESSAGE_WORDS;

/** A time counts as said about the offer in a short message, or where the words agree, ask for it or turn it down. */
function speaksOfOffer(reading: Reading): boolean {
  if (reading.normalised.split(/\s+/u).length <= SHORT_MESSAGE_WORDS) return true;
  if (reading.segments.some(({ text, asks }) => !asks && isShort(text) && saysTime(readTimes(text)))) return true;
  return (
    AGREES.test(reading.normalised) ||
    REFUSES.test(reading.normalised) ||
    /\b(?:can|could|how about|what about)\b/u.test(reading.normalised)
  );
}
