// Owns the outbound guardrails: what our own words may not say, whoever wrote them (an assistant or an agent).
// It finds; the caller decides whether a warning is shown or a block stops the send.
import type { Fact } from "./decision.ts";
import { foldDisguise, normalise } from "./normalise.ts";
import { OUTBOUND_RULES, type OutboundRule } from "./outbound-rules.ts";
import { ENGLISH, type OutboundWords, type WordedRule } from "./outbound-words.ts";
import { SPANISH } from "./outbound-words-es.ts";
import { holdsPaymentOrIdentityData } from "./sensitive-data.ts";

export type OutboundFinding = {
  readonly rule: OutboundRule;
  readonly severity: "warn" | "block";
  readonly sentence: string;
};

export type OutboundGrounds = {
  readonly facts: readonly Fact[];
  /** Texts that may be quoted, for example slot labels and our own name. */
  readonly allowedTexts?: readonly string[];
};

const REPLY_CHARS_MAX = 4_000;

type PatternRule = { readonly rule: WordedRule; readonly severity: "warn" | "block"; readonly sentence: string };

const PATTERNS: readonly PatternRule[] = [
  {
    rule: "T40 steering",
    severity: "block",
    sentence: "It describes an area by its people, its safety or its schools.",
  },
  { rule: "T41 refuses_protected", severity: "block", sentence: "It refuses or prefers people of a protected class." },
  {
    rule: "T42 asks_sensitive_data",
    severity: "block",
    sentence: "It asks for payment or identity data in a message.",
  },
  { rule: "T45 promise", severity: "warn", sentence: "It promises something a record does not hold." },
  { rule: "T46 abuse", severity: "block", sentence: "It is abusive." },
  {
    rule: "T47 claims_human",
    severity: "block",
    sentence: "It claims that a person is writing when that is not recorded.",
  },
  { rule: "T48 off_platform_payment", severity: "block", sentence: "It asks for money outside the agreed way." },
];

/** What the rules look for, in the languages we write. */
const LANGUAGES: readonly OutboundWords[] = [ENGLISH, SPANISH];

/** Judges a text before it leaves. Findings are in the order of the rules; none means clean. */
export function checkOutbound(text: string, grounds: OutboundGrounds): readonly OutboundFinding[] {
  const reading = normalise(text).replace(/\n+/gu, " . ");
  const quoted = new Set(
    [...grounds.facts.map((fact) => String(fact.value)), ...(grounds.allowedTexts ?? [])].map((value) =>
      normalise(value),
    ),
  );
  let own = reading;
  for (const value of [...quoted].sort((a, b) => b.length - a.length))
    if (value.length > 1) own = own.replaceAll(value, " ");
  const findings: OutboundFinding[] = PATTERNS.filter(({ rule }) =>
    LANGUAGES.some((words) => words[rule].test(reading)),
  );
  if (holdsPaymentOrIdentityData(foldDisguise(text))) {
    findings.push({
      rule: "T43 holds_sensitive_data",
      severity: "block",
      sentence: "It holds payment or identity data.",
    });
  }
  if (statesUnrecordedNumber(own, quoted)) {
    findings.push({
      rule: "T44 unrecorded_number",
      severity: "warn",
      sentence: "It states an amount, a date or a time that no record holds.",
    });
  }
  if (text.trim() === "" || text.length > REPLY_CHARS_MAX) {
    findings.push({ rule: "T49 empty_or_long", severity: "block", sentence: "It is empty or too long to send." });
  }
  return findings.sort((a, b) => OUTBOUND_RULES.indexOf(a.rule) - OUTBOUND_RULES.indexOf(b.rule));
}

/** An amount of money, a date or a clock time in our own words whose digits stand in no record. */
function statesUnrecordedNumber(own: string, quoted: ReadonlySet<string>): boolean {
  const known = new Set([...quoted].flatMap((value) => value.match(/\d[\d,.]*/gu) ?? []).map(digitsOf));
  const said =
    own.match(
      /(?:[$£€] ?\d[\d,.]*|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?[ap]m\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\b|\b\d[\d,]{2,}(?:\.\d+)?\b|\b\d+ ?%)/gu,
    ) ?? [];
  return said.some((number) => !known.has(digitsOf(number)));
}

function digitsOf(text: string): string {
  return text.replace(/[.,](?:0{1,2})?$/u, "").replace(/\D/gu, "");
}
