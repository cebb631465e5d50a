// Owns the word to a lead whose message went to a person: that a person will look, and when (T83..T88).
// It promises no more than the deadline of the hand-off, states no fact of a unit, and knows when saying nothing is better.
import { ACKNOWLEDGEMENTS, CLOSED, EMERGENCY, OPENS } from "./acknowledge-lines.ts";
import type { Decision, Fact, Reason } from "./decision.ts";
import { type Language, languageOf } from "./language.ts";
import { normalise } from "./normalise.ts";
import { openingWords } from "./opening-words.ts";
import { checkOutbound } from "./outbound-check.ts";
import { frameReply } from "./templates.ts";

/** [T88] Another acknowledgement within a day tells nothing new. */
export const ACKNOWLEDGE_AGAIN_AFTER_MS = 24 * 3_600_000;

export type AcknowledgeInput = {
  /** What the lead wrote since we answered last, oldest first: it tells the language. */
  readonly said: readonly string[];
  readonly reason: Reason;
  readonly decision: Pick<Decision, "intents" | "risk" | "guardrails">;
  /** A person led the talk already when the lead wrote. */
  readonly isLedByPerson: boolean;
  /** When this lead was acknowledged last; null: never. */
  readonly acknowledgedAtMs: number | null;
  /** True while we have not said a word in this conversation. */
  readonly isFirstReply: boolean;
  /** It leaves by itself; false: a person may send it, so that it is not automated. */
  readonly isAutomatic: boolean;
  /** First name; null: not known. */
  readonly leadName: string | null;
  readonly organisationName: string | null;
  readonly nowMs: number;
  /** The next opening of the organisation and its zone; null while it is open. */
  readonly opening: { readonly atMs: number; readonly zone: string } | null;
};

export type Acknowledgement =
  | { readonly kind: "text"; readonly body: string; readonly facts: readonly Fact[] }
  | { readonly kind: "none"; readonly why: Reason };

/** [T84] Reasons after which nothing is said before a person has looked, and why. */
const SILENT_REASONS: Readonly<Record<string, string>> = {
  legal_threat: "On a legal threat every word counts: a person finds the first one.",
  abuse: "An automatic word to somebody who is abusive makes it worse.",
  scam: "A scam learns from an answer that somebody reads here.",
  spam_or_scam: "A scam learns from an answer that somebody reads here.",
  injection: "A text that orders the assistant about gets no answer of the assistant.",
  backlog: "The lead wrote so long ago that only a person may answer.",
};
const SILENT_GUARDRAILS: Readonly<Record<string, string>> = {
  T20: "legal_threat",
  T21: "abuse",
  T25: "scam",
  T28: "injection",
};

/** The text, or why none is said. Total and deterministic. */
export function acknowledge(input: AcknowledgeInput): Acknowledgement {
  const { decision, acknowledgedAtMs, nowMs } = input;
  const silent = silentBecause(input);
  if (silent !== null) return none(silent, SILENT_REASONS[silent] ?? "");
  if (decision.intents.includes("unsubscribe")) return none("opted_out", "The lead wants no more messages.");
  if (input.isLedByPerson) return none("person_leads", "A person leads this conversation already.");
  if (acknowledgedAtMs !== null && nowMs - acknowledgedAtMs < ACKNOWLEDGE_AGAIN_AFTER_MS) {
    return none("acknowledged", "The lead was told within the last day that a person answers.");
  }
  const language = languageOf(normalise(input.said.join("\n")));
  const { body, facts } = wordsOf(input, language);
  const grounds = { facts, allowedTexts: [input.organisationName ?? "", input.leadName ?? "", "911"] };
  const [finding] = checkOutbound(body, grounds);
  return finding === undefined ? { kind: "text", body, facts } : none("outbound_blocked", finding.sentence);
}

/** Danger comes first: whoever is rude or threatens with a lawyer in an emergency is told whom to call. */
function silentBecause({ decision, reason }: AcknowledgeInput): string | null {
  if (isEmergency(decision)) return null;
  if (Object.hasOwn(SILENT_REASONS, reason.code)) return reason.code;
  const fired = decision.guardrails.map((rule) => SILENT_GUARDRAILS[rule.split(" ")[0] ?? ""]).find(Boolean);
  return fired ?? (decision.intents.includes("spam_or_scam") ? "spam_or_scam" : null);
}

function wordsOf(
  input: AcknowledgeInput,
  language: Language,
): { readonly body: string; readonly facts: readonly Fact[] } {
  const at = language === "es" ? 1 : 0;
  const isEmergencyNow = isEmergency(input.decision);
  const paragraphs = [isEmergencyNow ? EMERGENCY[at] : ""];
  const facts: Fact[] = [];
  if (input.opening === null) paragraphs.push(ACKNOWLEDGEMENTS[at]);
  else {
    const value = openingWords(input.opening.atMs, input.nowMs, input.opening.zone, language);
    facts.push({ name: "nextOpening", value, record: "organisation/business_hours" });
    paragraphs.push((isEmergencyNow ? OPENS : CLOSED)[at].replace("{when}", value));
  }
  const body = frameReply(paragraphs, { ...input, language, firstReply: input.isAutomatic && input.isFirstReply });
  return { body, facts };
}

function isEmergency({ intents, risk }: AcknowledgeInput["decision"]): boolean {
  return risk === "critical" || intents.includes("emergency");
}

function none(code: string, sentence: string): Acknowledgement {
  return { kind: "none", why: { code, sentence } };
}
