// What a person of ours sends although a rule for our own words speaks against it (C89): which rules, and who took it on themselves.
// The machine itself looks for what is blocked; warnings depend on records, so whoever asks says which were found.
import { agentTextFindings } from "../triage/agent-text.ts";
import type { OutboundFinding } from "../triage/outbound-check.ts";
import type { OutboundRule } from "../triage/outbound-rules.ts";
import type { OverrideReason } from "./override-reason.ts";
import type { ConversationRefusal } from "./refusal.ts";

/** Rule ids and words of closed lists alone, because it goes to the audit log. */
export type LetThrough = {
  /** Warnings that the writer saw and confirmed. */
  readonly confirmed: readonly OutboundRule[];
  /** Blocks that an admin took away, and their reason; null without any. */
  readonly overridden: readonly OutboundRule[];
  readonly overrideReason: OverrideReason | null;
};

/** How a typed text was judged before it came here. */
export type TextCheck = {
  readonly letThrough: LetThrough;
  /** Warnings that nobody confirmed. */
  readonly unconfirmed: readonly OutboundFinding[];
};

export const UNCHECKED: TextCheck = {
  letThrough: { confirmed: [], overridden: [], overrideReason: null },
  unconfirmed: [],
};

/** [C89] Why a typed text may not go; null when it may. */
export function refuseText(body: string, { letThrough, unconfirmed }: TextCheck): ConversationRefusal | null {
  const { overridden, overrideReason } = letThrough;
  const block = agentTextFindings(body, { facts: [] }).find(
    ({ rule, severity }) => severity === "block" && (overrideReason === null || !overridden.includes(rule)),
  );
  if (block !== undefined) {
    return { code: "TEXT_BLOCKED", message: block.sentence, next: "Take that out, then send it." };
  }
  if (unconfirmed.length === 0) return null;
  const message = unconfirmed.map(({ sentence }) => sentence).join(" ");
  return { code: "TEXT_WARNED", message, next: "Change it, or confirm that it goes as it is." };
}

/** True when there is something for the audit log. */
export function isNotable({ confirmed, overridden }: LetThrough): boolean {
  return confirmed.length + overridden.length > 0;
}
