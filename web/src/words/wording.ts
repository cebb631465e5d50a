// The kinds of wordings in words: what each is for, and in which order people look for them.
import type { TemplateKind, TemplateVariable } from "#domain/triage/template-kinds";

/** What a kind is called, and when it is said. */
export const KIND_WORDS: Readonly<Record<TemplateKind, { readonly title: string; readonly hint: string }>> = {
  greeting: { title: "Greeting", hint: "Begins every message. Without the lead’s name ours is used." },
  signature: { title: "Signature", hint: "Ends every message." },
  answerAvailability: { title: "Answer about availability", hint: "Around what the record says." },
  answerPricing: { title: "Answer about price", hint: "Around what the record says." },
  answerPolicy: { title: "Answer about the rules", hint: "Pets, parking, lease terms: around what the record says." },
  answerApplication: { title: "Answer about applying", hint: "Around what the record says." },
  answerUnit: { title: "Answer about the unit", hint: "Around what the record says." },
  offer: { title: "Offer of times", hint: "To who asks for a showing." },
  otherTimes: { title: "Other times", hint: "When the first ones did not suit." },
  rescheduled: { title: "Times for a new date", hint: "When the lead needs to reschedule." },
  taken: { title: "The time is gone", hint: "When somebody else was faster." },
  whichOffered: { title: "Which time is meant", hint: "When the answer fits several times." },
  noMatch: { title: "No such time", hint: "When the answer fits none of the times." },
  booked: { title: "Booked", hint: "When a time was chosen." },
  confirmed: { title: "Confirmed", hint: "When the lead confirms the showing." },
  cancelled: { title: "Cancelled", hint: "When the lead cancels the showing." },
  closing: { title: "Goodbye", hint: "To who is no longer interested." },
  later: { title: "Later", hint: "To who will decide later." },
  howHelp: { title: "How can we help", hint: "To who only says hello." },
  askDayBefore: { title: "Reminder, the day before", hint: "Asks whether the showing stands." },
  askSameDay: { title: "Reminder, the same day", hint: "Asks whether the showing stands." },
  remindSameDay: { title: "Reminder after a yes", hint: "On the day, to who confirmed already." },
};

export const KIND_GROUPS: readonly { readonly title: string; readonly kinds: readonly TemplateKind[] }[] = [
  { title: "Every message", kinds: ["greeting", "signature"] },
  {
    title: "Answers",
    kinds: ["answerAvailability", "answerPricing", "answerPolicy", "answerApplication", "answerUnit"],
  },
  { title: "Times for a showing", kinds: ["offer", "otherTimes", "rescheduled", "taken", "whichOffered", "noMatch"] },
  { title: "The showing", kinds: ["booked", "confirmed", "cancelled", "askDayBefore", "askSameDay", "remindSameDay"] },
  { title: "Everything else", kinds: ["howHelp", "later", "closing"] },
];

export const VARIABLE_WORDS: Readonly<Record<TemplateVariable, string>> = {
  lead_name: "the lead’s first name",
  organisation: "your name",
  facts: "what the record says, on lines of its own",
  times: "the times, on lines of their own",
  time: "the time of the showing",
};

export const LANGUAGE_WORDS = { en: "English", es: "Spanish" } as const;
