// What stops a text that an agent typed (R17): identity or payment data, and words that fair housing forbids. The other
// outbound rules are about the assistant: a person may state a number that no record holds.
import { checkOutbound, type OutboundFinding, type OutboundRule } from "./outbound-check.ts";

const BLOCKS_AGENTS: ReadonlySet<OutboundRule> = new Set<OutboundRule>([
  "T40 steering",
  "T41 refuses_protected",
  "T42 asks_sensitive_data",
  "T43 holds_sensitive_data",
]);

/** The first finding that must stop an agent's text, or null when it may go. */
export function agentTextBlock(text: string): OutboundFinding | null {
  return checkOutbound(text, { facts: [] }).find((finding) => BLOCKS_AGENTS.has(finding.rule)) ?? null;
}
