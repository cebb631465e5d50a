// Owns what may stand in a knowledge entry (T74): an answer that may leave as it is, to a question that comes to it at all.
// It must not store anything, and it does not judge whether an answer is true.

import { err, ok, type Result } from "../kernel/result.ts";
import { scoreReading } from "./classify.ts";
import { talkOf } from "./conversation-context.ts";
import { delicateIn } from "./doubt.ts";
import { inboundGuardrails } from "./guardrails.ts";
import { ANSWER_CHARS_MAX, QUESTION_CHARS_MAX, WORDINGS_MAX, wordingsOf } from "./knowledge-entry.ts";
import { checkOutbound } from "./outbound-check.ts";
import { readMessage } from "./reading.ts";
import { readAsked } from "./same-question.ts";

export type KnowledgeProblem = {
  readonly code:
    | "question_empty"
    | "question_too_long"
    | "question_vague"
    | "question_guarded"
    | "answer_empty"
    | "answer_too_long"
    | "answer_blocked"
    | "answer_reads_as_showing";
  readonly field: "question" | "answer";
  /** A sentence for the person who writes the entry, with what to do. */
  readonly sentence: string;
};

/** The words as they are kept: one wording a line, the answer in one paragraph. */
export type KnowledgeWords = { readonly question: string; readonly answer: string };

/** The words to keep, or everything that is wrong with them. */
export function checkKnowledge(words: KnowledgeWords): Result<KnowledgeWords, readonly KnowledgeProblem[]> {
  const wordings = wordingsOf(words.question);
  const answer = words.answer.replace(/\s+/gu, " ").trim();
  const problems = [...questionProblems(words.question, wordings), ...answerProblems(answer)];
  return problems.length === 0 ? ok({ question: wordings.join("\n"), answer }) : err(problems);
}

/** True when the answer may leave as it is today; rules may have become stricter since it was saved. */
export function isSayable(answer: string): boolean {
  return answerProblems(answer).length === 0;
}

function questionProblems(question: string, wordings: readonly string[]): readonly KnowledgeProblem[] {
  const problem = (code: KnowledgeProblem["code"], sentence: string): readonly KnowledgeProblem[] => [
    { code, field: "question", sentence },
  ];
  if (wordings.length === 0) return problem("question_empty", "Write the question as leads ask it.");
  if (question.length > QUESTION_CHARS_MAX || wordings.length > WORDINGS_MAX) {
    return problem(
      "question_too_long",
      `Keep it to ${WORDINGS_MAX} wordings and ${QUESTION_CHARS_MAX} characters. Make another entry for the rest.`,
    );
  }
  if (wordings.some((wording) => readAsked(wording).words.size === 0)) {
    return problem("question_vague", "It names nothing that it asks about. Say what, for example the bike room.");
  }
  for (const wording of wordings) {
    const [guardrail] = inboundGuardrails(wording, scoreReading(readMessage(wording)).message);
    const kept = guardrail?.id ?? delicateIn(wording)?.code;
    if (kept !== undefined) {
      return problem(
        "question_guarded",
        `A question like this always goes to a person (${kept}), so the entry would never be used. Leave it to your team.`,
      );
    }
  }
  return [];
}

function answerProblems(answer: string): readonly KnowledgeProblem[] {
  const problem = (code: KnowledgeProblem["code"], sentence: string): readonly KnowledgeProblem[] => [
    { code, field: "answer", sentence },
  ];
  if (answer.trim() === "") return problem("answer_empty", "Write the answer that leads get, word for word.");
  if (answer.length > ANSWER_CHARS_MAX) {
    return problem("answer_too_long", `Keep the answer to ${ANSWER_CHARS_MAX} characters.`);
  }
  const facts = [{ name: "knowledge", value: answer, record: "knowledge" }];
  const [finding] = checkOutbound(answer, { facts });
  if (finding !== undefined) {
    return problem("answer_blocked", `${finding.sentence} Take that out (${finding.rule}).`);
  }
  if (talkOf(answer) !== "nothing") {
    return problem(
      "answer_reads_as_showing",
      "It reads as words about a showing: an offer, a booking, a reminder or a cancellation. Leave those to the replies that make them.",
    );
  }
  return [];
}
