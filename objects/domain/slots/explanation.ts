// Owns the shape of an explanation: the names of the rules as they are shown, and what one of them does to a start.

/** The rules by the names under which they are shown; SPEC.md has them in full. */
export type ExplainedRule =
  | "minimum_notice"
  | "horizon"
  | "unit_window"
  | "weekly_rule"
  | "date_override"
  | "step_grid"
  | "interval_end"
  | "booking"
  | "booking_buffer"
  | "same_unit_booking"
  | "group_size"
  | "max_per_day"
  | "result";

/** What one rule does to the start. Without an agent it speaks of the unit, or of the scenario as a whole. */
export type Explanation = {
  readonly rule: ExplainedRule;
  readonly agentId?: string;
  readonly effect: "admits" | "removes";
  /** A sentence for a person. */
  readonly detail: string;
};
