// Owns the summary of a hand-off for the agent who takes it: who, what was said, what is known and what to do. It puts together
// only what was recognised; the lead's own words come in once at most, short, and never with numbers that could be data (T80..).
import type { Decision, DecisionInput, Intent, Reason } from "./decision.ts";
import { normalise } from "./normalise.ts";
import { readMessage } from "./reading.ts";
import { holdsPaymentOrIdentityData } from "./sensitive-data.ts";
import { nextStep, SAID_WORDS } from "./summary-words.ts";
import { timesSaid } from "./times-said.ts";
import type { Topic } from "./topic.ts";
import { factsFor } from "./unit-facts.ts";

export const SUMMARY_LINES_MAX = 3;
/** A line of a phone's list. */
export const SUMMARY_LINE_CHARS_MAX = 140;
const QUOTE_CHARS_MAX = 60;
const NAME_CHARS_MAX = 60;
const TOPICS_NAMED_MAX = 4;
const INTENTS_NAMED_MAX = 3;
/** Where the label of an answer does not name the question. */
const LABELS: Readonly<Record<string, string>> = { availability: "availability", move_in_date: "move-in date" };
/** What no record should hold is not missing. */
const NO_RECORD_NEEDED = "fair_housing";

/** Everything a summary is made from. */
export type SummaryInput = {
  readonly leadName: string | null;
  /** The unit's name, or the advert's title; null: not linked. */
  readonly home: string | null;
  /** What the lead wrote since we answered last, oldest first. */
  readonly said: readonly string[];
  /** What was understood of it; null: nothing was decided about it. */
  readonly decision: Pick<Decision, "intents" | "guardrails"> | null;
  readonly reason: Reason;
  /** The unit's facts; null: they were not looked up. */
  readonly record: Pick<DecisionInput, "unit" | "records"> | null;
};

/** [T80] At most three lines of at most 140 characters. Total and deterministic. */
export function summaryOf(input: SummaryInput): readonly string[] {
  const text = input.said.join("\n");
  const asked = uniqueByLabel(readMessage(text).asked).slice(0, TOPICS_NAMED_MAX);
  const lines = [whoAndWhere(input), whatWasSaid(input, text, asked), whatNext(input, asked)];
  return lines.filter((line) => line !== "").slice(0, SUMMARY_LINES_MAX);
}

function whoAndWhere({ leadName, home }: SummaryInput): string {
  const who = cut(oneLine(leadName ?? ""), NAME_CHARS_MAX);
  const where = cut(oneLine(home ?? ""), NAME_CHARS_MAX);
  return `${who === "" ? "A lead without a name" : who}, ${where === "" ? "home not linked yet" : where}`;
}

function whatWasSaid({ decision, said }: SummaryInput, text: string, asked: readonly Topic[]): string {
  const intents = (decision?.intents ?? []).slice(0, INTENTS_NAMED_MAX).map((intent: Intent) => SAID_WORDS[intent]);
  const times = timesSaid(normalise(text));
  const topics = asked.length === 0 ? "" : `open: ${asked.map(labelOf).join(", ")}`;
  const quote = quoteOf(said, decision);
  return capital(fitted([intents.join(", "), topics, times === "" ? "" : `mentions ${times}`, quote]));
}

/** What the record holds of what was asked, what it does not, and the step that the reason asks for. */
function whatNext({ reason, record }: SummaryInput, asked: readonly Topic[]): string {
  const looked = record === null || reason.code === NO_RECORD_NEEDED ? null : record;
  const known = looked === null ? [] : asked.filter((topic) => factsFor(topic, looked).length > 0);
  const missing = looked === null ? [] : asked.filter((topic) => !known.includes(topic));
  const step = nextStep(reason.code);
  const room = SUMMARY_LINE_CHARS_MAX - step.length - 2;
  const found = fitted(
    [
      missing.length === 0 ? "" : `no record of ${missing.map(labelOf).join(", ")}`,
      known.length === 0 ? "" : `on record: ${known.map(labelOf).join(", ")}`,
    ],
    room,
  );
  return found === "" ? step : `${capital(found)}. ${step}`;
}

/** [T81] The first words of the lead's last message, where they hold nothing that must not be repeated. */
function quoteOf(said: readonly string[], decision: SummaryInput["decision"]): string {
  const last = oneLine(said.at(-1) ?? "");
  const isAbuse = decision?.guardrails.some((rule) => rule.startsWith("T21")) ?? false;
  if (last === "" || isAbuse || /\d{5}|\d[ .-]\d{3}|@/u.test(last)) return "";
  if (holdsPaymentOrIdentityData(normalise(last)) || holdsPaymentOrIdentityData(last.toLowerCase())) return "";
  return `“${cut(last.replaceAll(/[“”"]/gu, "'"), QUOTE_CHARS_MAX)}”`;
}

/** The parts in one line, as many as have room, the first of them cut where it has none. */
function fitted(parts: readonly string[], room = SUMMARY_LINE_CHARS_MAX): string {
  let line = "";
  for (const part of parts.filter((one) => one !== "")) {
    const longer = line === "" ? cut(part, room) : `${line}; ${part}`;
    if ([...longer].length <= room) line = longer;
  }
  return line;
}

function uniqueByLabel(topics: readonly Topic[]): readonly Topic[] {
  return [...new Map(topics.map((topic) => [labelOf(topic), topic])).values()];
}

function labelOf({ id, label }: Topic): string {
  return LABELS[id] ?? label[0].toLowerCase();
}

function capital(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Without line breaks, control characters and marks that turn the writing direction. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, " ").trim();
}

function cut(text: string, charsMax: number): string {
  const characters = [...text];
  return characters.length <= charsMax
    ? text
    : `${characters
        .slice(0, charsMax - 1)
        .join("")
        .trimEnd()}…`;
}
