// Owns the paragraphs of a reply between greeting and signature: answers, and the sentence with its times; in the organisation's
// words where it has some for that kind, else in ours. It must not choose what is said.
import type { Intent, NextAction, OfferedSlot } from "./decision.ts";
import { ownWords } from "./own-words.ts";
import type { TemplateKind } from "./template-kinds.ts";
import { type Answer, factLines, type LINES, line, type ReplyFrame, slotLines } from "./templates.ts";

type Lead = {
  readonly action: NextAction;
  /** The sentence; none: nothing stands after the answers. */
  readonly lead?: keyof typeof LINES;
  readonly slots: readonly OfferedSlot[];
};

const ANSWER_KINDS: Readonly<Partial<Record<Intent, TemplateKind>>> = {
  availability_question: "answerAvailability",
  pricing_question: "answerPricing",
  policy_question: "answerPolicy",
  application_question: "answerApplication",
  unit_question: "answerUnit",
};

/** The facts of the answers; those of one kind together as soon as the organisation has words of its own for one of them. */
export function answerLines(answers: readonly Answer[], frame: ReplyFrame): string {
  const groups = Map.groupBy(answers, ({ intent }) => ANSWER_KINDS[intent]);
  const worded = [...groups].map(([kind, group]) => {
    const facts = factLines(group, frame.language);
    return { facts, own: kind === undefined ? null : ownWords(frame.templates, kind, frame.language, { facts }) };
  });
  if (worded.every(({ own }) => own === null)) return factLines(answers, frame.language);
  return worded.map(({ facts, own }) => own ?? facts).join("\n");
}

/** The sentence that follows the answers, with the times it puts to the lead. */
export function leadLines({ action, lead, slots }: Lead, frame: ReplyFrame): readonly string[] {
  if (lead === undefined) return [];
  const single = action === "book_slot";
  const times = single ? (slots[0]?.label ?? "") : slotLines(slots);
  const own = isTemplated(lead)
    ? ownWords(frame.templates, lead, frame.language, { times, time: times, organisation: frame.organisationName })
    : null;
  if (own !== null) return [own];
  const choose = action === "offer_slots" && slots.length > 0 ? line("chooseSlot", frame.language) : "";
  return [line(lead, frame.language), times, choose];
}

/** What we say about ourselves is not for others to word, and the choice is asked within the words of an offer. */
function isTemplated(lead: keyof typeof LINES): lead is Exclude<keyof typeof LINES, "bot" | "chooseSlot"> {
  return lead !== "bot" && lead !== "chooseSlot";
}
