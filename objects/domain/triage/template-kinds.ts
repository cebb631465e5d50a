// The closed list of wordings that an organisation may replace with its own, and which variables each may and must hold.
// What makes a text acceptable is in template-check.ts; how it enters a reply in own-words.ts.
import type { Language } from "./language.ts";

export const TEMPLATE_KINDS = [
  "greeting",
  "signature",
  "answerAvailability",
  "answerPricing",
  "answerPolicy",
  "answerApplication",
  "answerUnit",
  "offer",
  "otherTimes",
  "rescheduled",
  "taken",
  "whichOffered",
  "noMatch",
  "booked",
  "confirmed",
  "cancelled",
  "closing",
  "later",
  "howHelp",
  "askDayBefore",
  "askSameDay",
  "remindSameDay",
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** In braces in a template: {lead_name}. */
export const TEMPLATE_VARIABLES = ["lead_name", "organisation", "facts", "times", "time"] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** An organisation's own words for one kind of paragraph in one language. */
export type ReplyTemplate = { readonly kind: TemplateKind; readonly language: Language; readonly text: string };

/** Longest template: a short paragraph. Greeting, two paragraphs, signature, facts and times fit into one message (T49). */
export const TEMPLATE_CHARS_MAX = 600;

type Variables = { readonly required: readonly TemplateVariable[]; readonly optional: readonly TemplateVariable[] };

const ANSWER: Variables = { required: ["facts"], optional: [] };
const TIMES: Variables = { required: ["times"], optional: [] };
const TIME: Variables = { required: ["time"], optional: [] };
const WORDS: Variables = { required: [], optional: ["organisation"] };

/** What each kind may hold. A list of facts or times always stands on lines of its own. */
export const VARIABLES_OF: Readonly<Record<TemplateKind, Variables>> = {
  greeting: { required: [], optional: ["lead_name", "organisation"] },
  signature: WORDS,
  answerAvailability: ANSWER,
  answerPricing: ANSWER,
  answerPolicy: ANSWER,
  answerApplication: ANSWER,
  answerUnit: ANSWER,
  offer: TIMES,
  otherTimes: TIMES,
  rescheduled: TIMES,
  taken: TIMES,
  whichOffered: TIMES,
  noMatch: TIMES,
  booked: TIME,
  confirmed: WORDS,
  cancelled: WORDS,
  closing: WORDS,
  later: WORDS,
  howHelp: WORDS,
  askDayBefore: TIME,
  askSameDay: TIME,
  remindSameDay: TIME,
};
