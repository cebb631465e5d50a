// Owns the text of a follow-up (T60..): what was offered or asked last, in the lead's language, with the record's facts and no
// others. What it cannot say well it leaves to a person. It must not decide whether a follow-up is due.
import { offersTimes } from "./conversation-context.ts";
import type { Decision, DecisionInput, Fact, Reason, Turn } from "./decision.ts";
import { CLOSINGS, type FollowUpSubject, OPENINGS, STILL_FREE, type Wording } from "./follow-up-lines.ts";
import { type Language, languageOf } from "./language.ts";
import { normalise } from "./normalise.ts";
import { checkOutbound } from "./outbound-check.ts";
import { readMessage } from "./reading.ts";
import { NEAR_IDENTICAL_MIN, similarity } from "./similarity.ts";
import { FREE, factLines, frameReply } from "./templates.ts";
import type { Topic } from "./topic.ts";
import { findFact, isGone } from "./unit-facts.ts";

/** Everything a follow-up is written from. Nothing is read from anywhere else. */
export type FollowUpInput = Pick<
  DecisionInput,
  "history" | "unit" | "records" | "leadName" | "organisationName" | "templates"
> & {
  readonly stage: "follow_up_1" | "follow_up_2";
  readonly occasion: "unanswered" | "no_show" | "completed";
  /** What we wrote since the lead wrote last, follow-ups left out. */
  readonly answered: readonly string[];
  /** What was understood of the lead's last words; null: nobody decided about them. */
  readonly decision: Pick<Decision, "intents" | "risk"> | null;
  /** True while the assistant has not said a word in this conversation. */
  readonly isFirstOfAssistant: boolean;
};

export type FollowUpText =
  | { readonly kind: "text"; readonly body: string; readonly facts: readonly Fact[] }
  | { readonly kind: "person"; readonly reason: Reason };

/** Our earlier texts that a new one is compared with; older ones nobody remembers. */
const OUR_TURNS_COMPARED_MAX = 50;
/** The lead's words that tell the language and the subject. */
const LEAD_TURNS_READ_MAX = 6;
const TOPICS_NAMED_MAX = 2;
/** Topics whose label is no subject that one can ask about. */
const UNNAMED_TOPICS: ReadonlySet<string> = new Set([
  "application_status",
  "approval_time",
  "availability",
  "hold",
  "move_in_date",
  "negotiation",
  "smoking",
]);

/** The text, or why a person must find the words (R13). Total and deterministic. */
export function followUpText(input: FollowUpInput): FollowUpText {
  if (isGone(input)) return person("unit_gone", "The record says the home is no longer available.");
  if (input.decision?.intents.includes("deferred") === true) {
    return person("deferred", "The lead asked for time. Decide yourself whether to write.");
  }
  if (input.decision?.risk === "high" || input.decision?.risk === "critical") {
    return person("risky", "The lead's last words were for a person. Decide yourself whether to write.");
  }
  const said = input.history.filter((turn) => turn.from === "lead").slice(-LEAD_TURNS_READ_MAX);
  const language = languageOf(normalise(said.map((turn) => turn.text).join("\n")));
  const availability = availabilityOf(input, language);
  const bodies = wordings(input, language).map((parts) =>
    frameReply([availability.line, ...parts], { ...input, language, firstReply: input.isFirstOfAssistant }),
  );
  const ours = input.history.filter((turn) => turn.from === "us").slice(-OUR_TURNS_COMPARED_MAX);
  const body = bodies.find((one) => !ours.some((turn) => similarity(turn.text, one) >= NEAR_IDENTICAL_MIN));
  if (body === undefined) return person("would_repeat", "Every text we have would repeat what we already wrote.");
  const grounds = { facts: availability.facts, allowedTexts: [input.organisationName ?? "", input.leadName ?? ""] };
  const blocked = checkOutbound(body, grounds).find((finding) => finding.severity === "block");
  return blocked === undefined
    ? { kind: "text", body, facts: availability.facts }
    : person("outbound_blocked", blocked.sentence);
}

/** Opening and closing in every pairing, the plainest first. The second stage does not begin with the words of the first. */
function wordings(input: FollowUpInput, language: Language): readonly (readonly [string, string])[] {
  const { subject, topics } = subjectOf(input);
  const inLanguage = (wording: Wording) => wording[language === "es" ? 1 : 0];
  const named = topics.map((topic) => inLanguage(topic.label).toLowerCase());
  const [first, second] = OPENINGS[subject].map((one) =>
    inLanguage(one).replace("{topics}", named.join(language === "es" ? " y " : " and ")),
  ) as [string, string];
  const [plain, other] = CLOSINGS[input.stage].map(inLanguage) as [string, string];
  const [one, two] = input.stage === "follow_up_1" ? [first, second] : [second, first];
  return [
    [one, plain],
    [two, other],
    [one, other],
    [two, plain],
  ];
}

/** What we come back to: a showing that is over, times we sent, a question of ours, or what the lead asked about. */
function subjectOf(input: FollowUpInput): {
  readonly subject: FollowUpSubject;
  readonly topics: readonly Topic[];
} {
  if (input.occasion !== "unanswered") return { subject: input.occasion, topics: [] };
  if (input.answered.some(offersTimes)) return { subject: "times", topics: [] };
  if (input.answered.at(-1)?.includes("?") === true) return { subject: "question", topics: [] };
  const topics = input.answered.length === 0 ? [] : askedIn(input.history);
  return { subject: topics.length === 0 ? "open" : "topics", topics };
}

function askedIn(history: readonly Turn[]): readonly Topic[] {
  const last = history.findLast((turn) => turn.from === "lead");
  const asked = last === undefined ? [] : readMessage(last.text).asked;
  const byLabel = new Map(asked.filter(({ id }) => !UNNAMED_TOPICS.has(id)).map((topic) => [topic.label[0], topic]));
  return [...byLabel.values()].slice(0, TOPICS_NAMED_MAX);
}

/** [T61] The one fact worth saying again: that the home can still be had, or from when; nothing when no record says so. */
function availabilityOf(
  input: FollowUpInput,
  language: Language,
): { readonly line: string; readonly facts: readonly Fact[] } {
  const status = findFact(["status", "availability", "available"], input, FREE);
  if (status !== null) return { line: STILL_FREE[language === "es" ? 1 : 0], facts: [status] };
  const date = findFact(["availableFrom"], input);
  if (date === null) return { line: "", facts: [] };
  const answer = { topic: "availability", intent: "availability_question", label: STILL_FREE, facts: [date] } as const;
  return { line: factLines([answer], language), facts: [date] };
}

function person(code: string, sentence: string): FollowUpText {
  return { kind: "person", reason: { code, sentence } };
}
