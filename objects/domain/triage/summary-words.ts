// Owns the words of a summary for the agent: what a lead said, and the step that a hand-off asks for. English, because agents
// read it. It states no fact of a unit.
import type { Intent } from "./decision.ts";

/** What the lead said, by intent. */
export const SAID_WORDS: Readonly<Record<Intent, string>> = {
  showing_request: "wants a showing",
  availability_question: "asks if it is available",
  pricing_question: "asks about the price",
  policy_question: "asks about the rules",
  application_question: "asks how to apply",
  slot_selection: "chose a time",
  confirmation: "confirms",
  reschedule: "wants another time",
  cancel: "cancels",
  not_interested: "is not interested",
  deferred: "will decide later",
  unsubscribe: "wants no more messages",
  changes_listing: "means another home",
  unit_question: "asks about the home",
  small_talk: "small talk",
  follow_up_nudge: "asks for an answer",
  complaint: "complains",
  human_request: "asks for a person",
  emergency: "speaks of an emergency",
  bot_challenge: "asks if a machine writes",
  spam_or_scam: "may be spam or a scam",
  unknown: "was not understood",
};

const NEXT: Readonly<Record<string, string>> = {
  emergency: "Next: call or answer at once; danger first.",
  legal_threat: "Next: answer nothing on the matter alone; ask an admin.",
  abuse: "Next: stay calm, answer what is asked, or close.",
  sensitive_data: "Next: do not repeat the data; say how it is sent safely.",
  fair_housing: "Next: answer the same as to everybody; describe the home only.",
  minor: "Next: find out whether an adult applies.",
  scam: "Next: check before you answer; open no links.",
  spam_or_scam: "Next: check before you answer; open no links.",
  injection: "Next: read it yourself; it tries to order a machine about.",
  human_requested: "Next: answer yourself.",
  complaint: "Next: answer the complaint yourself.",
  at_the_door: "Next: tell whoever shows the home, at once.",
  mismatch: "Next: find out which of the two holds, and mend the other.",
  access_asked: "Next: give no key or code; agree on how the home is shown.",
  others_asked: "Next: tell nothing of other people.",
  payment_asked: "Next: name the agreed way to pay; take nothing else.",
  promise_asked: "Next: promise only what is decided.",
  papers_asked: "Next: say which papers are needed and how they are sent.",
  application_status: "Next: look at the application, then answer.",
  half_heard: "Next: read the whole message, then answer.",
  nearly_guarded: "Next: read it closely; it is near a delicate subject.",
  seen_from_afar: "Next: offer to show it by video, or say that you do not.",
  slot_conditional: "Next: answer the condition, then set the time.",
  wordless: "Next: look what it is, then ask what is meant.",
  another_unit: "Next: find out which home is meant.",
  fact_missing: "Next: find out and answer.",
  no_slots: "Next: no time is open; agree on one.",
  showing_refused: "Next: set the showing by hand.",
  showing_change: "Next: see to the showing.",
  showing_unconfirmed: "Next: call before you go.",
  send_failed: "Next: look at the thread, then write again.",
  shown_twice: "Next: look at the thread on the platform.",
  dead_letter: "Next: read the thread and answer.",
  unit_gone: "Next: the record says it is gone; tell the lead.",
  would_repeat: "Next: answer in other words.",
  lead_wrote: "Next: read and answer.",
};

/** [T82] The step that a hand-off of this reason asks for; one for every code. */
export function nextStep(reasonCode: string): string {
  return Object.hasOwn(NEXT, reasonCode) ? (NEXT[reasonCode] ?? ANY) : ANY;
}

const ANY = "Next: read and answer.";
