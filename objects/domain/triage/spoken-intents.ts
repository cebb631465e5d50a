// Owns what the intents become where a message says one in so many words: it stands, whatever the model makes of the message.
// The words themselves stand in plain-words.ts and few-words.ts.
import { saysMove, saysSeen } from "./booked-words.ts";
import type { ConversationContext } from "./conversation-context.ts";
import type { Intent } from "./decision.ts";
import { isGreetingAlone, isThanksAlone, isWordless } from "./few-words.ts";
import { HUMAN } from "./guards/human.ts";
import { refusesOffer } from "./offer-refusal.ts";
import {
  saysApplicationStatus,
  saysBot,
  saysFailure,
  saysLeft,
  saysOptOut,
  saysOtherHome,
  saysVisit,
  saysWaiting,
} from "./plain-words.ts";
import type { Reading } from "./reading.ts";

/** How sure an intent is that was said in so many words. */
export const PLAIN_SCORE = 0.9;
/** In a message longer than this, a complaint counts only in words of its own: a life story holds sorrow about others. */
const STORY_WORDS_MIN = 60;

/** "??" asks again for what was not answered. */
const MARKS_ALONE = /^[?!. ]*\?[?!. ]*$/u;

/** What is said in so many words stands, whatever the model makes of it. */
export function readPlainWords(scores: Map<Intent, number>, reading: Reading, { phase }: ConversationContext): void {
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
  if (phase !== "fresh" && MARKS_ALONE.test(text)) say("follow_up_nudge");
  if (saysOptOut(text)) say("unsubscribe");
  else if (HUMAN(text) && !cued("unsubscribe")) scores.delete("unsubscribe");
  if (saysBot(text)) say("bot_challenge");
  if (!isOpen && (saysMove(text) || refusesOffer(reading))) scores.delete("changes_listing");
  else if (saysOtherHome(text)) say("changes_listing");
  if (saysApplicationStatus(text)) say("application_question");
  if (saysFailure(text)) say("complaint");
  else if (!cued("complaint") && text.split(" ").length > STORY_WORDS_MIN) scores.delete("complaint");
  if (isOpen && saysVisit(text)) say("showing_request");
  else if (saysSeen(text) && !/\bagain\b/u.test(text)) scores.delete("showing_request");
  const nothing = [...scores.keys()].every((intent) => intent === "unknown" || intent === "small_talk");
  if (nothing && saysWaiting(text)) say("deferred");
  if (nothing && saysLeft(text)) say("not_interested");
  else if (nothing && isThanksAlone(text)) say("small_talk");
  if (isGreetingAlone(text) && !scores.has("follow_up_nudge") && !text.endsWith("hello?")) {
    scores.clear();
    say("small_talk");
  }
}
