// Owns what an organisation's own words must be (T75..T77): only known variables, nothing that a record should say, nothing that
// may not leave, and still read back as what they are for, because the next message of the lead is read by them (T10, T67).
import { err, ok, type Result } from "../kernel/result.ts";
import { offersTimes, type Talk, talkOf } from "./conversation-context.ts";
import type { Intent } from "./decision.ts";
import { normalise } from "./normalise.ts";
import { checkOutbound } from "./outbound-check.ts";
import { readMessage } from "./reading.ts";
import { TEMPLATE_CHARS_MAX, type TemplateKind, VARIABLES_OF } from "./template-kinds.ts";
import { readTimes } from "./time-mentions.ts";

export type TemplateProblem = {
  readonly code:
    | "empty"
    | "too_long"
    | "unreadable"
    | "unknown_variable"
    | "missing_variable"
    | "blocked"
    | "states_number"
    | "states_time"
    | "states_fact"
    | "reads_as_other";
  /** A sentence for the person who writes it, with what to do. */
  readonly sentence: string;
};

/** How a text must read, and what makes it read so. */
type Reading = { readonly talk: Talk; readonly hint: string };

const NOTHING: Reading = {
  talk: "nothing",
  hint: "It reads as words about a showing (an offer, a booking, a reminder or a cancellation). Take those out.",
};
const OFFER: Reading = {
  talk: "offer",
  hint: 'It does not read as an offer of times. Ask for a choice, for example "Which one suits you?", and name no booking or cancellation.',
};
const BOOKING: Reading = {
  talk: "booking",
  hint: 'It does not read as a booked showing. Say so, for example "Your showing is booked" or "See you at the showing".',
};
const ASKING: Reading = {
  talk: "asking",
  hint: 'It does not ask whether the showing stands. Ask, for example "Are you still coming?" or "Please confirm".',
};
const CANCELLATION: Reading = {
  talk: "cancellation",
  hint: 'It does not say that the showing is cancelled. Say so: "The showing is cancelled."',
};

const READS_AS: Readonly<Record<TemplateKind, Reading>> = {
  greeting: NOTHING,
  signature: NOTHING,
  answerAvailability: NOTHING,
  answerPricing: NOTHING,
  answerPolicy: NOTHING,
  answerApplication: NOTHING,
  answerUnit: NOTHING,
  offer: OFFER,
  otherTimes: OFFER,
  rescheduled: OFFER,
  taken: OFFER,
  whichOffered: OFFER,
  noMatch: OFFER,
  booked: BOOKING,
  confirmed: BOOKING,
  cancelled: CANCELLATION,
  closing: NOTHING,
  later: NOTHING,
  howHelp: NOTHING,
  askDayBefore: ASKING,
  askSameDay: ASKING,
  remindSameDay: BOOKING,
};

/** Offers say that times are open and available; a home that is gone is never offered (T38). */
const OPEN_INTENT: Intent = "availability_question";
/** Kinds that are sent on the day of the showing: there "today" is no guess. */
const SAME_DAY: readonly TemplateKind[] = ["askSameDay", "remindSameDay"];
/** Keeps the words beside a variable apart, as its value will: "See {time} you" does not say "see you". */
const STANDS_FOR_VALUE = " xx ";
const VARIABLE = /\{([a-z_]*)\}/gu;
/** Not a line break, and nothing to read either. */
const UNREADABLE = /[^\P{Cc}\n]|[\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** The text as it is kept, or everything that is wrong with it. */
export function checkTemplate(kind: TemplateKind, text: string): Result<string, readonly TemplateProblem[]> {
  const kept = text.replaceAll("\r\n", "\n").trim();
  const form = formProblems(kind, kept);
  if (form.length > 0) return err(form);
  const own = kept.replace(VARIABLE, STANDS_FOR_VALUE);
  const said = saidProblems(kind, own);
  return said.length === 0 ? ok(kept) : err(said);
}

function formProblems(kind: TemplateKind, text: string): readonly TemplateProblem[] {
  if (text === "") return [{ code: "empty", sentence: "Write the words, or remove the template to use ours." }];
  const problems: TemplateProblem[] = [];
  if (text.length > TEMPLATE_CHARS_MAX) {
    problems.push({ code: "too_long", sentence: `Keep it to ${TEMPLATE_CHARS_MAX} characters.` });
  }
  if (UNREADABLE.test(text)) {
    problems.push({ code: "unreadable", sentence: "It holds characters that show nothing. Type it anew." });
  }
  const { required, optional } = VARIABLES_OF[kind];
  const allowed = [...required, ...optional];
  const known = allowed.length === 0 ? "none" : allowed.map((name) => `{${name}}`).join(" and ");
  const named = [...text.matchAll(VARIABLE)].map(([, name = ""]) => name);
  const isForeign = named.some((name) => !allowed.some((one) => one === name));
  // What was written is not said again: a sentence of the API repeats nothing that was sent in.
  if (isForeign || /[{}]/u.test(text.replace(VARIABLE, ""))) {
    problems.push({
      code: "unknown_variable",
      sentence: `A brace holds no variable that has a value in words of this kind. Known here: ${known}.`,
    });
  }
  for (const name of required) {
    const count = named.filter((one) => one === name).length;
    if (count === 1) continue;
    problems.push({ code: "missing_variable", sentence: `Write {${name}} exactly once, where it is to stand.` });
  }
  return problems;
}

function saidProblems(kind: TemplateKind, own: string): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const { rule, sentence } of checkOutbound(own, { facts: [] })) {
    if (rule === "T49 empty_or_long") continue;
    if (rule === "T44 unrecorded_number") {
      problems.push({ code: "states_number", sentence: `${sentence} Leave numbers to the records.` });
    } else problems.push({ code: "blocked", sentence: `${sentence} Take that out (${rule}).` });
  }
  if (statesTime(kind, own)) {
    problems.push({ code: "states_time", sentence: "It names a day or a time. Times come from the calendar alone." });
  }
  const topic = readMessage(own)
    .segments.flatMap((segment) => segment.touched)
    .find(({ intent }) => READS_AS[kind] !== OFFER || intent !== OPEN_INTENT);
  if (topic !== undefined) {
    const sentence = `It speaks of a fact (${topic.label[0].toLowerCase()}). Put that on the unit's record or into the knowledge.`;
    problems.push({ code: "states_fact", sentence });
  }
  const { talk, hint } = READS_AS[kind];
  if (talkOf(own) !== talk || (talk !== "offer" && offersTimes(own)))
    problems.push({ code: "reads_as_other", sentence: hint });
  return problems;
}

/** A day, a date, an hour or a part of the day. "The earliest" alone names none. */
function statesTime(kind: TemplateKind, own: string): boolean {
  const said = readTimes(normalise(own));
  const today = said.dayOffset === 0 && SAME_DAY.includes(kind);
  return (
    said.weekdays.length > 0 ||
    (said.dayOffset !== null && !today) ||
    said.weekend ||
    said.month !== null ||
    said.date !== null ||
    said.times.length > 0 ||
    said.afterMinute !== null ||
    said.beforeMinute !== null ||
    said.part !== null
  );
}
