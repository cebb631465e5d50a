// Owns the decision: which of the seven actions follows from one message. The order of the rules is the policy.
// Pure: the same input gives the same decision. It must not word replies (compose.ts, templates.ts) nor read text itself.

import { INTENT_SCORE_MIN } from "./classify.ts";
import { automatic, type Draft, finish, handOff } from "./compose.ts";
import type { Decision, DecisionInput, OfferedSlot } from "./decision.ts";
import { HAND_OVER_RULES } from "./hand-over-rules.ts";
import { type Heard, NOTHING_HEARD, withHeard } from "./heard.ts";
import { asksToSeeFromAfar } from "./odd-questions.ts";
import { saysOptOut } from "./plain-words.ts";
import { answersTo } from "./questions.ts";
import { chosen, showingTalk, takenMeanwhile } from "./showing-rules.ts";
import { readSituation, type Situation, says } from "./situation.ts";
import { interested, smallTalk, wordless } from "./talk-rules.ts";
import { SLOTS_OFFERED_MAX } from "./templates.ts";
import { isGone } from "./unit-facts.ts";
import { unreadQuestion } from "./unread-pieces.ts";

/** Below this a person decides. */
export const CONFIDENCE_MIN = 0.55;

/** All that was asked is asked in the words of questions that the organisation answered itself: statistics add nothing. */
const TOLD_CONFIDENCE = 0.9;

/** Farewell words answer only who is heard to wait for sure. */
const DEFERRED_MIN = 0.7;

/** From here the model's word alone opts a lead out, which cannot be taken back by the assistant. */
const OPT_OUT_MIN = 0.97;

/** These stand before an opt-out: a person must read them, and nothing is sent meanwhile. */
const BEFORE_OPT_OUT: readonly string[] = ["T20 legal_threat", "T21 abuse", "T22 emergency"];

const RULES: readonly ((situation: Situation) => Draft | null)[] = [
  gravelyGuarded,
  optedOut,
  guarded,
  ...HAND_OVER_RULES,
  wordless,
  nudged,
  chosen,
  showingTalk,
  farewell,
  interested,
  answered,
  smallTalk,
];

/** Decides what follows from one message (R6, R14). Total and deterministic; a rule that cannot be sure hands off. */
export function decide(input: DecisionInput): Decision {
  return decideHearing(input, NOTHING_HEARD);
}

/** The same rules where another reader was asked, too: what it heard fills gaps, its words stand for our facts' lines. */
export function decideHearing(input: DecisionInput, heard: Heard): Decision {
  const situation = withHeard(readSituation(input), heard.intents, CONFIDENCE_MIN);
  for (const rule of RULES) {
    const draft = rule(situation);
    if (draft !== null) return finish(situation, { ...draft, words: heard.words }, CONFIDENCE_MIN);
  }
  return finish(situation, handOff("not_understood", "The message was not understood."), CONFIDENCE_MIN);
}

/** What is said when the time that the lead chose turned out to be gone. The same input as for the choice, with the times open now. */
export function decideTaken(input: DecisionInput): Decision {
  const situation = readSituation(input);
  return finish(situation, takenMeanwhile(situation), CONFIDENCE_MIN);
}

function gravelyGuarded(situation: Situation): Draft | null {
  return situation.guardrails.some((rule) => BEFORE_OPT_OUT.includes(rule.id)) ? guarded(situation) : null;
}

/**
 * Opting out is obeyed at once, whatever else was said, unless someone threatens or is in danger. A lead is not silenced on a lean of
 * the model alone: where no word of the rule is heard and the model is not as good as certain of it and of nothing else, a person decides.
 */
function optedOut(situation: Situation): Draft | null {
  if (!says(situation, "unsubscribe")) return null;
  const isCertain = situation.scored.some(({ intent, score }) => intent === "unsubscribe" && score >= OPT_OUT_MIN);
  const isAlone = situation.scored.every(({ intent, score }) => intent === "unsubscribe" || score < INTENT_SCORE_MIN);
  if (!saysOptOut(situation.reading.normalised.replace(/\n+/gu, " . ")) && !(isCertain && isAlone))
    return { ...handOff("opt_out_unsure", "The lead may want no more messages; a person decides."), certain: true };
  const grave = situation.guardrails.find((rule) => rule.risk === "high");
  return {
    ...automatic("suppress", "opt_out", "The lead asked not to be contacted again.", []),
    outcome: grave === undefined ? "not_interested" : "human_required",
    risk: grave?.risk ?? "low",
    silent: true,
  };
}

function guarded(situation: Situation): Draft | null {
  const [gravest] = situation.guardrails;
  if (gravest === undefined) return null;
  return { ...handOff(gravest.reason.code, gravest.reason.sentence), risk: gravest.risk, certain: true };
}

/** A nudge is answered by answering what was left unanswered; without that a person looks. */
function nudged(situation: Situation): Draft | null {
  if (!says(situation, "follow_up_nudge")) return null;
  if (
    situation.reading.asked.length > 0 ||
    says(situation, "showing_request", "reschedule", "cancel", "slot_selection", "confirmation", "not_interested")
  )
    return null;
  if (says(situation, "availability_question") && situation.context.unanswered.length === 0) return null;
  const { unanswered } = situation.context;
  if (unanswered.length === 0)
    return handOff("nothing_to_answer", "The lead asks for news and no open question is on record.");
  const before = situation.input.history.slice(0, situation.input.history.length - unanswered.length);
  const earlier = decide({ ...situation.input, text: unanswered.join("\n"), history: before });
  return fromDecision(earlier);
}

function fromDecision(decision: Decision): Draft {
  return {
    action: decision.nextAction,
    reason: decision.reason,
    risk: decision.risk,
    outcome: decision.outcome,
    paragraphs: [],
    answers: [],
    slots: [],
    selectedSlot: decision.selectedSlot,
    confidence: decision.confidence,
    ready: decision,
    silent: decision.reply === null,
    certain: false,
  };
}

function farewell(situation: Situation): Draft | null {
  const leaves = says(situation, "not_interested");
  if (!leaves && !says(situation, "deferred")) return null;
  const wants = situation.reading.asked.length > 0 || says(situation, "showing_request");
  if (wants && !leaves) return null;
  if (wants || unreadQuestion(situation))
    return handOff("ambiguous", "The lead turns the home down and still asks about it.");
  if (leaves)
    return {
      ...automatic("reply", "not_interested", "The lead is no longer interested.", []),
      lead: "closing",
      outcome: "not_interested",
    };
  if (situation.scored.every(({ intent, score }) => intent !== "deferred" || score < DEFERRED_MIN))
    return handOff("not_understood", "The lead may want to wait, or something else.");
  return { ...automatic("reply", "deferred", "The lead will decide later.", []), lead: "later" };
}

/** Questions, requests for a showing, and the truth about who is writing: all that is asked must be answerable. */
function answered(situation: Situation): Draft | null {
  const bot = says(situation, "bot_challenge");
  const showing = says(situation, "showing_request");
  const questions = answersTo(situation);
  if (questions.missing !== null) return questions.missing;
  if (showing) return offer(situation, questions.answers, bot);
  const available = says(situation, "availability_question");
  const open = openSlots(situation.input);
  if (available && open.length > 0 && !isGone(situation.input)) return offer(situation, questions.answers, bot);
  if (questions.answers.length > 0)
    return {
      ...automatic("reply", "facts", "Every question is answered from the record.", questions.answers),
      ...(questions.isToldWhole ? { confidence: TOLD_CONFIDENCE } : {}),
      bot,
      outcome: "general_question",
    };
  if (available) return handOff("fact_missing", "No record holds what the lead asks for.");
  if (bot)
    return {
      ...automatic(
        "reply",
        "bot_disclosed",
        "The lead asks whether a machine is writing; the answer is the truth.",
        [],
      ),
      bot,
      outcome: "general_question",
    };
  return null;
}

function offer(situation: Situation, answers: Draft["answers"], bot: boolean): Draft {
  if (asksToSeeFromAfar(situation.reading.normalised))
    return handOff("seen_from_afar", "The lead wants to see the home without coming; the open times are for visits.");
  if (isGone(situation.input)) return handOff("unit_gone", "The record says the home is no longer available.");
  const open = openSlots(situation.input);
  if (open.length === 0) return handOff("no_slots", "The lead asks for a showing and no time is open.");
  return {
    ...automatic("offer_slots", "showing_asked", "Open times are offered.", answers),
    lead: "offer",
    slots: open,
    bot,
  };
}

function openSlots(input: DecisionInput): readonly OfferedSlot[] {
  return input.slots.slice(0, SLOTS_OFFERED_MAX);
}
