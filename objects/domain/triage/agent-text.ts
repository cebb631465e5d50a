// How a text that an agent typed is judged (R17): identity or payment data and words that fair housing forbids are blocked, what
// no record holds, promises, rudeness and money outside the agreed way are warned about. That a person writes is true here.
import { checkOutbound, type OutboundFinding, type OutboundGrounds } from "./outbound-check.ts";
import type { OutboundRule } from "./outbound-rules.ts";

/** Null: the rule is about the assistant alone, or the caller says it in better words. */
const FOR_AGENTS: Readonly<Record<OutboundRule, OutboundFinding["severity"] | null>> = {
  "T40 steering": "block",
  "T41 refuses_protected": "block",
  "T42 asks_sensitive_data": "block",
  "T43 holds_sensitive_data": "block",
  "T44 unrecorded_number": "warn",
  "T45 promise": "warn",
  "T46 abuse": "warn",
  "T47 claims_human": null,
  "T48 off_platform_payment": "warn",
  "T49 empty_or_long": null,
};

/** [T89] What the rules find in a typed text, blocks first. The unit's facts are grounds: a number that they hold is no finding. */
export function agentTextFindings(text: string, grounds: OutboundGrounds): readonly OutboundFinding[] {
  const findings = checkOutbound(text, grounds).flatMap((finding): OutboundFinding[] => {
    const severity = FOR_AGENTS[finding.rule];
    return severity === null ? [] : [{ ...finding, severity }];
  });
  return findings.toSorted((a, b) => Number(b.severity === "block") - Number(a.severity === "block"));
}
