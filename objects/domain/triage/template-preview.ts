// Owns what an organisation sees before it keeps its words: ours in the same form, and a whole reply with theirs.
// The times are examples; the facts are the record's. It must not be sent to anybody.
import type { DecisionInput, Intent, OfferedSlot } from "./decision.ts";
import type { Language } from "./language.ts";
import { answerLines, leadLines } from "./paragraphs.ts";
import { reminderText } from "./showing-texts.ts";
import { slotLabel } from "./slot-label.ts";
import { type ReplyTemplate, type TemplateKind, VARIABLES_OF } from "./template-kinds.ts";
import { type Answer, frameReply, LINES, line, type ReplyFrame } from "./templates.ts";
import { ALL_TOPICS } from "./topics.ts";
import { factsFor } from "./unit-facts.ts";

export type PreviewOf = Pick<DecisionInput, "unit" | "records" | "organisationName"> & {
  readonly kind: TemplateKind;
  readonly language: Language;
  /** The organisation's, with the text that is looked at among them. */
  readonly templates: readonly ReplyTemplate[];
  readonly nowMs: number;
  /** IANA zone of the example times. */
  readonly zone: string;
};

/** Facts that an example states. */
const FACTS_SHOWN_MAX = 2;
const EXAMPLE_NAMES = { en: "Alex", es: "Alex" } as const;
const EXAMPLE_TIMES_MS = [47, 71, 76].map((hours) => hours * 3_600_000);
const HOUR_MS = 3_600_000;

const INTENT_OF: Readonly<Partial<Record<TemplateKind, Intent>>> = {
  answerAvailability: "availability_question",
  answerPricing: "pricing_question",
  answerPolicy: "policy_question",
  answerApplication: "application_question",
  answerUnit: "unit_question",
};

/** Our words of a kind, written as a template would be. */
export function ourWords(kind: TemplateKind, language: Language): string {
  switch (kind) {
    case "greeting":
      return language === "es" ? "Hola {lead_name}," : "Hi {lead_name},";
    case "signature":
      return "{organisation}";
    case "answerAvailability":
    case "answerPricing":
    case "answerPolicy":
    case "answerApplication":
    case "answerUnit":
      return "{facts}";
    default: {
      const [needed] = VARIABLES_OF[kind].required;
      const words = LINES[kind][language === "es" ? 1 : 0];
      if (needed === undefined) return words;
      return needed === "times" ? `${words}\n{times}\n${line("chooseSlot", language)}` : `${words}\n{${needed}}`;
    }
  }
}

/** A whole reply with the words of a kind; null for answers when no record holds a fact of theirs. */
export function previewReply(preview: PreviewOf): string | null {
  const { kind, language, templates, organisationName } = preview;
  const frame = { language, leadName: EXAMPLE_NAMES[language], organisationName, firstReply: true, templates };
  switch (kind) {
    case "greeting":
    case "signature":
      return frameReply([line("howHelp", language)], frame);
    case "answerAvailability":
    case "answerPricing":
    case "answerPolicy":
    case "answerApplication":
    case "answerUnit": {
      const answers = exampleAnswers(preview);
      return answers.length === 0 ? null : frameReply([answerLines(answers, frame)], frame);
    }
    case "askDayBefore":
    case "askSameDay":
    case "remindSameDay":
      return exampleReminder(preview, frame);
    case "booked":
      return frameReply(
        leadLines({ action: "book_slot", lead: kind, slots: exampleTimes(preview).slice(0, 1) }, frame),
        frame,
      );
    case "offer":
    case "otherTimes":
    case "rescheduled":
    case "taken":
      return frameReply(leadLines({ action: "offer_slots", lead: kind, slots: exampleTimes(preview) }, frame), frame);
    case "whichOffered":
    case "noMatch":
      return frameReply(leadLines({ action: "ask", lead: kind, slots: exampleTimes(preview) }, frame), frame);
    default:
      return frameReply(leadLines({ action: "reply", lead: kind, slots: [] }, frame), frame);
  }
}

/** What the record says to the questions of the kind, the first few. */
function exampleAnswers({ kind, ...record }: PreviewOf): readonly Answer[] {
  const said = new Set<string>();
  return ALL_TOPICS.flatMap((topic): readonly Answer[] => {
    const facts = topic.intent === INTENT_OF[kind] ? factsFor(topic, record).filter(({ name }) => !said.has(name)) : [];
    for (const { name } of facts) said.add(name);
    return facts.length === 0 ? [] : [{ topic: topic.id, intent: topic.intent, label: topic.label, facts }];
  }).slice(0, FACTS_SHOWN_MAX);
}

function exampleTimes({ nowMs, zone, language }: PreviewOf): readonly OfferedSlot[] {
  const hourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  return EXAMPLE_TIMES_MS.map((afterMs) => {
    const start = new Date(hourMs + afterMs).toISOString();
    return { start, end: start, label: slotLabel(hourMs + afterMs, zone, language) };
  });
}

function exampleReminder(
  { kind, language, nowMs, zone, templates, organisationName }: PreviewOf,
  frame: ReplyFrame,
): string {
  const said = language === "es" ? "Hola, gracias" : "Hello, thank you";
  return reminderText({
    stage: kind === "askDayBefore" ? "day_before" : "same_day",
    isConfirmedByLead: kind === "remindSameDay",
    startMs: Math.floor(nowMs / HOUR_MS) * HOUR_MS + (kind === "askDayBefore" ? 24 : 3) * HOUR_MS,
    history: [{ from: "lead", text: said }],
    leadName: frame.leadName,
    ...{ zone, templates, organisationName },
  });
}
