// Why an admin sends a text that a rule blocks: a closed list of words, because it goes to the audit log, where no text may stand.
export const OVERRIDE_REASONS = ["misread", "asked_by_lead", "legal_advice", "other"] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];
