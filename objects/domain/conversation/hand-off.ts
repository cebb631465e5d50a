// What a hand-off is: why a person must look, by when, what they must know, and whether the lead was told. Data alone; how it
// moves stands in story.ts and hand-off-tending.ts. Persisted by the actor: keys may be added, never renamed.

import type { DecisionInput, Reason, Risk } from "../triage/decision.ts";
import type { BusinessHours } from "./business-hours.ts";

/** Whether the lead was told that a person answers. */
export type AcknowledgementState =
  /** The assistant wrote it: what became of it stands in the send log. */
  | { readonly kind: "written"; readonly sendId: string }
  /** Nothing leaves by itself: a person may send it. */
  | { readonly kind: "offered"; readonly body: string }
  | { readonly kind: "none"; readonly why: Reason };

export type HandOff = {
  readonly reason: Reason;
  readonly openedAtMs: number;
  readonly deadlineAtMs: number;
  readonly risk: Risk;
  /** Three lines at most. Personal data: never in the audit log, never in logs. */
  readonly summary: readonly string[];
  readonly acknowledgement: AcknowledgementState;
};

/** What D1 knows and a hand-off is told with; it comes with what was decided. */
export type HandOffGrounds = Pick<DecisionInput, "unit" | "records" | "organisationName"> & {
  /** The unit's name; null: not linked. */
  readonly home: string | null;
  /** As they are now; null: always open. */
  readonly businessHours: BusinessHours | null;
};

/** What stands until a hand-off was told, or where nothing of the lead led to it. */
export const NOT_ACKNOWLEDGED: AcknowledgementState = {
  kind: "none",
  why: { code: "not_the_lead", sentence: "It was no message of the lead that led here." },
};

const RISK_RANK: Readonly<Record<Risk, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

export function isGraver(risk: Risk, than: Risk): boolean {
  return RISK_RANK[risk] > RISK_RANK[than];
}
