// The closed list of verdicts, for code and wire. Nothing else.

export const VERDICTS = [
  "pending",
  "approved",
  "edited",
  "rejected",
  "answered_otherwise",
  "answered_by_person",
  "given_back",
  "ignored_rightly",
  "not_answered",
  "taken_over",
  "left_by_itself",
] as const;
export type VerdictName = (typeof VERDICTS)[number];
