// Owns the making of a decision from a draft: reply text, facts, confidence, and the last checks before it stands.
// A draft that fails a check becomes a hand-off here, so no rule can let an unsafe reply through.
import type { Decision, Fact, Intent, NextAction, OfferedSlot, Outcome, Reason, Risk } from "./decision.ts";
import { KNOWLEDGE_TOPIC } from "./knowledge-entry.ts";
import { checkOutbound } from "./outbound-check.ts";
import { answerLines, leadLines } from "./paragraphs.ts";
import { NEAR_IDENTICAL_MIN, similarity } from "./similarity.ts";
import type { Situation } from "./situation.ts";
import { type Answer, factKey, frameReply, type LINES, line, SLOTS_OFFERED_MAX } from "./templates.ts";

export type Draft = {
  readonly action: NextAction;
  readonly reason: Reason;
  readonly risk: Risk;
  readonly outcome: Outcome | null;
  readonly paragraphs: readonly string[];
  readonly answers: readonly Answer[];
  readonly slots: readonly OfferedSlot[];
  readonly selectedSlot: number | null;
  /** The sentence that opens the reply after the facts. */
  readonly lead?: keyof typeof LINES;
  readonly bot?: boolean;
  /** Nothing is said. */
  readonly silent: boolean;
  /** A named rule fired: the statistics do not matter. */
  readonly certain: boolean;
  readonly confidence?: number;
  /** Words that state the facts instead of our lines. */
  readonly words?: string | null;
  /** A whole decision taken over from an earlier message. */
  readonly ready?: Decision;
};

const GUARDED_CONFIDENCE = 0.97;
const HAND_OFF_CONFIDENCE = 0.85;
/** How often a person would have handed over, too, where these are the reason; counted on messages of strangers. */
const HANDED_RIGHTLY: Readonly<Record<string, number>> = {
  question_unclear: 0.75,
  fact_missing: 0.88,
  not_understood: 0.62,
  wordless: 0.8,
};
const OUR_TURNS_COMPARED_MAX = 6;

/** A draft for an action the assistant takes by itself. */
export function automatic(action: NextAction, code: string, sentence: string, answers: readonly Answer[]): Draft {
  return {
    action,
    reason: { code, sentence },
    risk: "low",
    outcome: null,
    paragraphs: [],
    answers,
    slots: [],
    selectedSlot: null,
    silent: false,
    certain: false,
  };
}

/** A draft that brings a person. */
export function handOff(code: string, sentence: string): Draft {
  return { ...automatic("hand_off", code, sentence, []), outcome: "human_required", silent: true };
}

/** A draft that asks which time is meant. */
export function askDecision(
  code: string,
  lead: keyof typeof LINES,
  slots: readonly OfferedSlot[],
  answers: readonly Answer[],
): Draft {
  return { ...automatic("ask", code, "The choice of a time is not clear; we ask.", answers), lead, slots };
}

/** Makes the decision, or the hand-off that is due because the draft fails a check. */
export function finish(situation: Situation, draft: Draft, confidenceMin: number): Decision {
  const confidence = confidenceOf(situation, draft);
  const refused = draft.action === "hand_off" ? null : refusal(situation, draft, confidence, confidenceMin);
  const kept = refused ?? draft;
  const reply = kept.silent ? null : replyOf(situation, kept);
  return {
    intents: intentsOf(situation, kept),
    outcome: kept.outcome,
    risk: kept.risk,
    confidence: round(refused === null || confidence < confidenceMin ? confidence : HAND_OFF_CONFIDENCE),
    nextAction: kept.action,
    reason: kept.reason,
    reply,
    selectedSlot: kept.selectedSlot,
    facts: kept.silent ? [] : factsOf(kept),
    guardrails: [
      ...situation.guardrails.map((rule) => rule.id),
      ...(says(situation, "unsubscribe") ? ["T29 opt_out"] : []),
      ...(says(situation, "bot_challenge") ? ["T30 bot_challenge"] : []),
    ],
  };
}

function refusal(situation: Situation, draft: Draft, confidence: number, confidenceMin: number): Draft | null {
  if (confidence < confidenceMin) return handOff("low_confidence", "The message was not understood well enough.");
  if (draft.silent) return null;
  const reply = replyOf(situation, draft);
  const ours = situation.input.history.filter((turn) => turn.from === "us").slice(-OUR_TURNS_COMPARED_MAX);
  if (ours.some((turn) => similarity(turn.text, reply) >= NEAR_IDENTICAL_MIN)) {
    return handOff("would_repeat", "The answer would repeat what we already wrote.");
  }
  const slotTexts = draft.slots.map((slot) => slot.label);
  const blocked = checkOutbound(reply, { facts: factsOf(draft), allowedTexts: slotTexts }).find(
    (finding) => finding.severity === "block",
  );
  return blocked === undefined ? null : handOff("outbound_blocked", blocked.sentence);
}

function replyOf(situation: Situation, draft: Draft): string {
  if (draft.ready?.reply != null) return draft.ready.reply;
  const { language, context, input } = situation;
  const frame = {
    language,
    leadName: input.leadName,
    organisationName: input.organisationName,
    firstReply: context.firstReply,
    templates: input.templates,
  };
  const bot = draft.bot === true ? line("bot", language) : "";
  const answers = draft.words ?? answerLines(draft.answers, frame);
  return frameReply([bot, answers, ...leadLines(draft, frame), ...draft.paragraphs], frame);
}

function factsOf(draft: Draft): readonly Fact[] {
  if (draft.ready !== undefined) return draft.ready.facts;
  const facts = new Map<string, Fact>();
  for (const answer of draft.answers) for (const fact of answer.facts) facts.set(factKey(fact), fact);
  draft.slots.slice(0, SLOTS_OFFERED_MAX).forEach((slot) => {
    const name = `slot ${slot.start}`;
    facts.set(name, { name, value: slot.label, record: `slots/${slot.start}` });
  });
  return [...facts.values()];
}

function intentsOf(situation: Situation, draft: Draft): readonly Intent[] {
  const implied = situation.guardrails.flatMap((rule) => rule.intent ?? []);
  const read = situation.scored.map((entry) => entry.intent);
  const fallback =
    read.every((intent) => intent === "unknown") && situation.guardrails.some((rule) => rule.id === "T24 fair_housing")
      ? (["policy_question"] as const)
      : [];
  const told = draft.answers.flatMap(({ topic, intent }) => (topic === KNOWLEDGE_TOPIC ? intent : []));
  const all = [...new Set([...implied, ...read, ...fallback, ...told])];
  return all.length > 1 ? all.filter((intent) => intent !== "unknown" && intent !== "small_talk") : all;
}

/** Low for what was not understood, high for named rules, else midway between the surest and the least sure intent. */
function confidenceOf(situation: Situation, draft: Draft): number {
  if (draft.confidence !== undefined) return draft.confidence;
  if (draft.certain) return GUARDED_CONFIDENCE;
  const scores = situation.scored.map((entry) => entry.score);
  const rightly = draft.action === "hand_off" ? HANDED_RIGHTLY[draft.reason.code] : undefined;
  if (rightly !== undefined) return rightly;
  if (says(situation, "unknown")) return Math.min(...scores);
  if (draft.action === "hand_off") return Math.max(HAND_OFF_CONFIDENCE, ...scores);
  return (Math.max(...scores) + Math.min(...scores)) / 2;
}

function says(situation: Situation, intent: Intent): boolean {
  return situation.scored.some((entry) => entry.intent === intent);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
