// The closed list of reasons for which a conversation refuses a command.
import type { Refusal } from "../kernel/result.ts";

export type ConversationRefusal = Refusal<
  | "NOT_FOUND"
  | "NOT_NOW"
  | "NOT_STARTED"
  | "STALE"
  | "NEW_INBOUND"
  | "ANSWERED_MEANWHILE"
  | "SUPPRESSED"
  | "TOO_LARGE"
  | "IDEMPOTENCY_KEY_REUSED"
  | "TEXT_BLOCKED"
  | "TEXT_WARNED"
>;
