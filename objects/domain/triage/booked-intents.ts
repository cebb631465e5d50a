// Owns what the intents become after a booking: a yes or the hour again confirms, another day moves, "no new time" ends it.
import { asksAboutMeeting, asksAboutVisit, saysComing, saysMove, saysNoNewTime } from "./booked-words.ts";
import { FACT_INTENTS } from "./classify.ts";
import type { ConversationContext } from "./conversation-context.ts";
import { isNo, isYes } from "./cues.ts";
import type { Intent } from "./decision.ts";
import { saysLeft, saysOtherHome } from "./plain-words.ts";
import type { Reading } from "./reading.ts";
import type { SlotChoice } from "./slot-choice.ts";
import { PLAIN_SCORE } from "./spoken-intents.ts";
import { readTimes, saysTime } from "./time-mentions.ts";

const AGREED_SCORE = 0.9;
const UNCLEAR_CHOICE_SCORE = 0.8;
/** A message that is longer says more than the hour again. */
const TIME_ECHO_WORDS_MAX = 8;

/** Changes the scores in place. */
export function readBooking(
  scores: Map<Intent, number>,
  reading: Reading,
  context: ConversationContext,
  choice: SlotChoice,
): void {
  readBookedWords(scores, reading);
  if (scores.has("cancel") && !saysNoNewTime(reading.normalised) && asksForAnotherTime(reading, context)) {
    scores.delete("cancel");
    scores.set("reschedule", AGREED_SCORE);
    if (reading.asked.every((topic) => topic.intent === "availability_question"))
      scores.delete("availability_question");
  }
  const isOff = scores.has("cancel") || scores.has("not_interested") || scores.has("reschedule");
  if (isOff && !saysOtherHome(reading.normalised) && !ASKS_FOR_HOME.test(reading.normalised))
    scores.delete("changes_listing");
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
    const asks =
      reading.asked.length > 0 || reading.segments.some((segment) => segment.asks && !isOfVisit(segment.text));
    if (!asks) for (const intent of FACT_INTENTS) scores.delete(intent);
    scores.set("confirmation", AGREED_SCORE);
  }
}

/** "But do you have something with two bedrooms?" */
const ASKS_FOR_HOME = /\b(?:bed ?rooms?|br|studio|units?|apartments?|homes?|places?|rooms?|listings?)\b[^.!]*\?/u;

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

const isOfVisit = (text: string): boolean =>
  saysComing(text) || asksAboutVisit(text) || asksAboutMeeting(text) || saysTime(readTimes(text)) || isYes(text);

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

/** "I can't come Friday. Is Saturday still there?": a question that names a day our last words did not name. */
function asksForAnotherTime(reading: Reading, context: ConversationContext): boolean {
  const ours = readTimes(context.lastOurs);
  return reading.segments.some(({ asks, text }) => {
    const said = readTimes(text);
    const isOther =
      said.weekdays.some((day) => !ours.weekdays.includes(day)) || said.weekend || said.dayOffset !== null;
    return asks && isOther;
  });
}

/** Begins with a yes that is no question. */
export function agreesFirst(reading: Reading): boolean {
  const first = reading.segments.find((segment) => !segment.courtesy) ?? reading.segments[0];
  return (
    first !== undefined &&
    (isYes(first.text) ||
      /^(?:yes|yes please|ok|sure|perfect|great|that works|works for me|sounds good|si)\b[ ,]/u.test(first.text)) &&
    !first.asks
  );
}
