// Owns the rules about showing times: a choice among offered ones, other times, a confirmation, a move, a cancellation.
// They are two rules of policy.ts, which owns their order.
import { askDecision, automatic, type Draft, handOff } from "./compose.ts";
import type { OfferedSlot } from "./decision.ts";
import { refusesOffer } from "./offer-refusal.ts";
import { answersTo } from "./questions.ts";
import { type Situation, says } from "./situation.ts";
import { readSlotChoice } from "./slot-choice.ts";
import { readTimes, saysTime } from "./time-mentions.ts";
import { isGone } from "./unit-facts.ts";

/** A choice among the offered times books; an unclear one is asked about; a refusal gets other times. */
export function chosen(situation: Situation): Draft | null {
  const { choice, context, input } = situation;
  if (context.phase !== "offered") return unofferedChoice(situation);
  if (says(situation, "showing_request") && !says(situation, "slot_selection") && refusesOffer(situation.reading)) {
    return answersTo(situation).missing ?? otherTimes(situation);
  }
  const unless = conditional(situation);
  if (unless !== null || !says(situation, "slot_selection")) return unless;
  const questions = answersTo(situation);
  if (questions.missing !== null) return questions.missing;
  const [only] = context.offered;
  const agreed = choice.kind === "unsaid" && context.offered.length === 1 ? only : undefined;
  const index = choice.kind === "chosen" ? choice.index : agreed;
  const slot = index === undefined ? undefined : input.slots[index];
  if (index !== undefined && slot !== undefined) {
    if (isGone(input)) return handOff("unit_gone", "The record says the home is no longer available.");
    return {
      ...automatic("book_slot", "slot_chosen", "The lead chose one of the offered times.", questions.answers),
      lead: "booked",
      slots: [slot],
      selectedSlot: index,
      outcome: "showing_confirmed",
    };
  }
  if (choice.kind === "none") {
    const fitting = fittingElsewhere(situation);
    if (fitting.length > 0) return { ...otherTimes(situation), slots: fitting };
  }
  const offered = context.offered.flatMap((at) => input.slots[at] ?? []);
  const several = choice.kind === "several" ? choice.indexes.flatMap((at) => input.slots[at] ?? []) : offered;
  return askDecision(
    choice.kind === "none" ? "slot_no_match" : "slot_unclear",
    choice.kind === "none" ? "noMatch" : "whichOffered",
    several,
    questions.answers,
  );
}

/** "Saturday at 2, but only if the credit check is a soft one": neither a choice nor a question of its own. */
function conditional({ reading }: Situation): Draft | null {
  if (!/\b(?:only|but|solo|pero)\b.{0,12}\b(?:if|when|si)\b/u.test(reading.normalised)) return null;
  if (!saysTime(readTimes(reading.normalised))) return null;
  return handOff("slot_conditional", "The lead names a time and ties it to a condition.");
}

/** "The second one" when nothing was offered: the open times are listed, nothing is booked. */
function unofferedChoice(situation: Situation): Draft | null {
  if (situation.context.phase === "booked" || situation.context.phase === "confirming") return null;
  if (!says(situation, "slot_selection") || situation.input.slots.length === 0) return null;
  const questions = answersTo(situation);
  return questions.missing ?? askDecision("slot_not_offered", "whichOffered", situation.input.slots, questions.answers);
}

/** Open times that were not offered yet and fit what the lead said. */
function fittingElsewhere({ input, context, reading }: Situation): readonly OfferedSlot[] {
  const fresh = input.slots.map((_, index) => index).filter((index) => !context.offered.includes(index));
  const choice = readSlotChoice(reading.normalised, input.slots, fresh, input.now, input.zone);
  const indexes = choice.kind === "chosen" ? [choice.index] : choice.kind === "several" ? choice.indexes : [];
  return indexes.flatMap((index) => input.slots[index] ?? []);
}

/** Open times that were not offered yet, or a person. */
function otherTimes(situation: Situation): Draft {
  const fresh = situation.input.slots.filter((_, index) => !situation.context.offered.includes(index));
  if (fresh.length === 0) return handOff("no_slots", "The lead needs another time and none is open.");
  return {
    ...automatic("offer_slots", "other_times", "The lead turned the offered times down; others are open.", []),
    lead: "otherTimes",
    slots: fresh,
  };
}

/** The time that was chosen is gone: others are offered, or a person answers. */
export function takenMeanwhile(situation: Situation): Draft {
  return { ...otherTimes(situation), lead: "taken" };
}

export function showingTalk(situation: Situation): Draft | null {
  const { context } = situation;
  const booked = context.phase === "booked" || context.phase === "confirming";
  if (says(situation, "reschedule")) return reschedule(situation);
  if (says(situation, "cancel")) {
    if (says(situation, "not_interested")) return null;
    if (!booked && context.phase !== "offered")
      return handOff("no_showing", "The lead speaks of a showing and the conversation holds none.");
    const questions = answersTo(situation);
    if (questions.missing !== null) return questions.missing;
    return {
      ...automatic("reply", "cancelled", "The lead cancels the showing.", questions.answers),
      lead: "cancelled",
    };
  }
  if (!says(situation, "confirmation")) return null;
  if (!booked) return handOff("no_showing", "The lead speaks of a showing and the conversation holds none.");
  const questions = answersTo(situation);
  if (questions.missing !== null) return questions.missing;
  return {
    ...automatic("reply", "confirmed", "The lead confirms the showing.", questions.answers),
    lead: "confirmed",
    outcome: "showing_confirmed",
  };
}

function reschedule(situation: Situation): Draft {
  const questions = answersTo(situation);
  if (questions.missing !== null) return questions.missing;
  const booked = situation.context.phase === "booked" || situation.context.phase === "confirming";
  const slots = situation.input.slots.filter((_, index) => !(booked && situation.context.offered.includes(index)));
  if (slots.length === 0) return handOff("no_slots", "The lead needs another time and none is open.");
  return {
    ...automatic(
      "offer_slots",
      "reschedule",
      "The lead needs another time; open times are offered.",
      questions.answers,
    ),
    lead: "rescheduled",
    slots,
    outcome: "wants_reschedule",
  };
}
