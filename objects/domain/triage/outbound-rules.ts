// The names of the outbound guardrails, in the order in which they are told. What each looks for stands in outbound-check.ts; this
// file is apart because the web app knows the names alone.
export const OUTBOUND_RULES = [
  "T40 steering",
  "T41 refuses_protected",
  "T42 asks_sensitive_data",
  "T43 holds_sensitive_data",
  "T44 unrecorded_number",
  "T45 promise",
  "T46 abuse",
  "T47 claims_human",
  "T48 off_platform_payment",
  "T49 empty_or_long",
] as const;
export type OutboundRule = (typeof OUTBOUND_RULES)[number];
