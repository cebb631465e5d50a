// Where a conversation stands on its way lead → showing → follow-up → outcome, and which moves exist (product.md, R7, R8).
import type { Outcome } from "../triage/decision.ts";

export const WORKFLOW_STATES = ["lead", "showing", "follow_up_1", "follow_up_2", "outcome"] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];

const MOVES: Readonly<Record<WorkflowState, readonly WorkflowState[]>> = {
  lead: ["showing", "follow_up_1", "outcome"],
  showing: ["follow_up_1", "outcome", "lead"],
  follow_up_1: ["follow_up_2", "showing", "lead", "outcome"],
  follow_up_2: ["showing", "lead", "outcome"],
  outcome: ["lead"],
};

/** [C1] Only the moves of the table exist. */
export function mayMove(from: WorkflowState, to: WorkflowState): boolean {
  return MOVES[from].includes(to);
}

/** [C2] An outcome stands only in `outcome`, except `showing_confirmed`, which may stand in `showing`. */
export function mayStand(state: WorkflowState, outcome: Outcome | null): boolean {
  if (outcome === null) return state !== "outcome";
  if (outcome === "showing_confirmed" && state === "showing") return true;
  return state === "outcome";
}
