// Where a conversation stands, in words: workflow state, outcome, owner.
import type { OWNER_MODES } from "#contracts/api/conversation";
import type { WorkflowState } from "#domain/conversation/workflow";
import type { Outcome } from "#domain/triage/decision";

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  not_interested: "Not interested",
  wants_reschedule: "Wants another time",
  no_reply: "No reply",
  showing_confirmed: "Showing confirmed",
  general_question: "Question answered",
  human_required: "Needs a person",
  no_show: "No-show",
  completed: "Completed",
};

const STATE_WORDS: Readonly<Record<WorkflowState, string>> = {
  lead: "Talking",
  showing: "Showing",
  follow_up_1: "Follow-up 1",
  follow_up_2: "Follow-up 2",
  outcome: "Closed",
};

export const OWNER_WORDS: Readonly<Record<(typeof OWNER_MODES)[number], string>> = {
  ai: "The assistant answers",
  ai_reminders_only: "The assistant only reminds",
  human: "A person answers",
};

/** The outcome where there is one, otherwise the workflow state. */
export function stateWords(row: { readonly workflowState: WorkflowState; readonly outcome: Outcome | null }): string {
  return row.outcome === null ? STATE_WORDS[row.workflowState] : OUTCOME_WORDS[row.outcome];
}
