// Owns the rules that bring a person although no guardrail fired: delicate subjects, somebody at the door, complaints, another
// home, an own application, doubt. They are part of policy.ts, which owns where they stand among the others.
import { saysAtDoor } from "./booked-words.ts";
import { type Draft, handOff } from "./compose.ts";
import type { Intent, Risk } from "./decision.ts";
import { delicateIn, isDoubtful, isHalfHeard } from "./doubt.ts";
import { saysMismatch } from "./odd-questions.ts";
import { saysApplicationStatus } from "./plain-words.ts";
import { type Situation, says } from "./situation.ts";

type HandedOver = { readonly intent: Intent; readonly risk: Risk; readonly code: string; readonly sentence: string };

const HANDED_OVER: readonly HandedOver[] = [
  {
    intent: "emergency",
    risk: "critical",
    code: "emergency",
    sentence: "The message speaks of danger; a person must act now.",
  },
  {
    intent: "spam_or_scam",
    risk: "high",
    code: "spam_or_scam",
    sentence: "The message looks like a scam or an advertisement.",
  },
  { intent: "complaint", risk: "medium", code: "complaint", sentence: "The lead complains; a person should answer." },
  { intent: "human_request", risk: "medium", code: "human_requested", sentence: "The lead asks for a person." },
  {
    intent: "changes_listing",
    risk: "low",
    code: "another_unit",
    sentence: "The lead asks about another home than the one advertised.",
  },
];

/** In the order in which they are asked. */
export const HAND_OVER_RULES: readonly ((situation: Situation) => Draft | null)[] = [
  delicate,
  atTheDoor,
  mismatched,
  handedOver,
  statusAsked,
  doubtful,
  halfHeard,
];

/** What no record answers and only a person may: codes, promises, other people's data, money at once. */
function delicate(situation: Situation): Draft | null {
  const found = delicateIn(situation.input.text);
  return found === null ? null : { ...handOff(found.code, found.sentence), risk: "medium", certain: true };
}

/** Who stands at the door, or comes late, cannot wait for an answer by writing. */
function atTheDoor(situation: Situation): Draft | null {
  if (!saysAtDoor(situation.reading.normalised.replace(/\n+/gu, " . "))) return null;
  return {
    ...handOff("at_the_door", "The lead stands at the door now, or comes late."),
    risk: "medium",
    certain: true,
  };
}

/** Which of two things we said holds is not for the assistant to tell. */
function mismatched(situation: Situation): Draft | null {
  if (!saysMismatch(situation.reading.normalised.replace(/\n+/gu, " . "))) return null;
  return handOff("mismatch", "The lead holds two things that were said against each other.");
}

/** How an application stands is on no record of a home. */
function statusAsked(situation: Situation): Draft | null {
  if (!saysApplicationStatus(situation.reading.normalised)) return null;
  return handOff("application_status", "The lead asks how their own application stands.");
}

/** A class of refusal nearly fires: rather a person than an answer that may be wrong. */
function doubtful(situation: Situation): Draft | null {
  return isDoubtful(situation)
    ? handOff("nearly_guarded", "The message is near to a subject that only a person answers.")
    : null;
}

/** Of a long message, what is half heard may be what matters. */
function halfHeard(situation: Situation): Draft | null {
  return isHalfHeard(situation)
    ? handOff("half_heard", "The message is long and not all of it was understood for sure.")
    : null;
}

function handedOver(situation: Situation): Draft | null {
  const rule = HANDED_OVER.find((entry) => says(situation, entry.intent));
  return rule === undefined ? null : { ...handOff(rule.code, rule.sentence), risk: rule.risk };
}
