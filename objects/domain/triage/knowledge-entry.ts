// The shape of what an organisation itself wrote down as an answer. Which entry answers a question is in knowledge.ts.

/** A question that leads ask and the answer that may be given to it, word for word. */
export type KnowledgeEntry = {
  /** Record path of the fact it becomes: knowledge/<id>. */
  readonly id: string;
  /** One wording a line: a lead's question is compared with each. */
  readonly question: string;
  readonly answer: string;
  /** Null: it holds for every unit of the organisation. */
  readonly unitId: string | null;
  /** UTC ISO instant from which it does not hold any more; null: until it is changed. */
  readonly validUntil: string | null;
};

/** The topic of an answer that an entry gives: it is said as it stands, without a label. */
export const KNOWLEDGE_TOPIC = "knowledge";

/** Longest question with all its wordings; a lead's own is a sentence. */
export const QUESTION_CHARS_MAX = 500;
/** Wordings of one question; more are another question. */
export const WORDINGS_MAX = 8;
/** Longest answer: a few sentences. Four of them and a list of times still fit into one message (T49). */
export const ANSWER_CHARS_MAX = 600;

/** The wordings of a question, blank lines left out. */
export function wordingsOf(question: string): readonly string[] {
  return question
    .split("\n")
    .map((wording) => wording.trim())
    .filter((wording) => wording !== "");
}
