// Owns the outbound guardrails: what our own words may not say, whoever wrote them (an assistant or an agent).
// It finds; the caller decides whether a warning is shown or a block stops the send.
import type { Fact } from "./decision.ts";
import { foldDisguise, normalise } from "./normalise.ts";
import { OUTBOUND_RULES, type OutboundRule } from "./outbound-rules.ts";
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

type PatternRule = {
  readonly rule: OutboundRule;
  readonly severity: "warn" | "block";
  readonly sentence: string;
  readonly says: RegExp;
};

const PATTERNS: readonly PatternRule[] = [
  {
    rule: "T40 steering",
    severity: "block",
    sentence: "It describes an area by its people, its safety or its schools.",
    says: /\b(?:(?:safe|unsafe|good|nice|bad|rough|dangerous|family|quiet) (?:and \w+ )?(?:neighbou?rhood|area|part of town|block|community)|(?:great|good|excellent|best|top|bad) (?:\w+ )?schools?|low crime|crime (?:rate|is)|(?:mostly|mainly|predominantly|full of|lots? of|many) (?:\w+ )?(?:famil\w+|students|professionals|white|black|asian|hispanic|latin\w*|jewish|muslim|christian|young people|retirees|immigrants)|(?:kind|type|sort) of people|demographic\w*|(?:neighbou?rhood|area|building|block) (?:is|feels) (?:very |really |quite )?(?:safe|unsafe|dangerous)|(?:perfect|ideal|great|best|better|suitable|suited) for (?:a |an )?(?:single\w*|famil\w+|couples?|students?|young \w+|christians?|women|men|retirees|professionals|bachelor\w*))\b/u,
  },
  {
    rule: "T41 refuses_protected",
    severity: "block",
    sentence: "It refuses or prefers people of a protected class.",
    says: /\b(?:(?:no|not|dont|do not|cant|cannot|never|wont|unable to|prefer not to) (?:\w+ ){0,3}(?:section 8|vouchers?|kids|children|famil(?:y|ies) with|service (?:animals?|dogs?)|emotional support|esa\b|wheelchair\w*|disab\w+|muslims?|jews?|christians?|immigrants?|foreigners?|gay|lesbian|trans\w*|single mothers?|pregnant|welfare|ssi\b|public assistance)|(?:adults?|women|men|females?|males?|christians?|english speakers?|citizens?|professionals) only|(?:prefer|looking for|only rent to|rent only to) (?:\w+ ){0,2}(?:women|men|females?|males?|christians?|couples?|singles?|young|families|professionals|mature|adults|citizens)|(?:what is|whats|tell me|may i ask|share) your (?:race|religion|nationality|ethnicity|age|marital status|disability|sexual orientation|immigration status)|are you (?:married|pregnant|disabled|religious|muslim|jewish|christian|gay|straight|a citizen)|(?:do|will) you have (?:any )?(?:kids|children)|how old are (?:you|your))\b/u,
  },
  {
    rule: "T42 asks_sensitive_data",
    severity: "block",
    sentence: "It asks for payment or identity data in a message.",
    says: /\b(?:send|share|give|provide|text|email|reply with|need|what is|whats|tell|confirm)(?: \w+){0,4} (?:your )?(?:ssn|social security|card (?:number|details)|credit card|debit card|bank (?:account|details)|account number|routing|cvv|passport(?: number)?|drivers? licen[cs]e|date of birth|password|photo id|copy of your id)\b/u,
  },
  {
    rule: "T45 promise",
    severity: "warn",
    sentence: "It promises something a record does not hold.",
    says: /\b(?:guarantee(?:d|s)?\b(?! rent)|i promise|we promise|you are approved|youre approved|you have been approved|definitely (?:get|be approved|yours)|(?:its|it is|the (?:apartment|unit|place) is) yours|we will (?:lower|reduce|waive|hold)|(?:can|will) (?:lower|reduce|waive) the (?:rent|fee|deposit))\b/u,
  },
  {
    rule: "T46 abuse",
    severity: "block",
    sentence: "It is abusive.",
    says: /\b(?:fuck\w*|shit\w*|idiots?|morons?|stupid|asshole\w*|bitch\w*|shut up|go to hell|loser)\b/u,
  },
  {
    rule: "T47 claims_human",
    severity: "block",
    sentence: "It claims that a person is writing when that is not recorded.",
    says: /\b(?:i am|im|this is|you are (?:talking|speaking|chatting) (?:to|with)) (?:not an? (?:bot|robot|ai|automated \w+|machine)|an? (?:real|actual|live) (?:person|human|agent)|an? human|not automated)\b/u,
  },
  {
    rule: "T48 off_platform_payment",
    severity: "block",
    sentence: "It asks for money outside the agreed way.",
    says: /\b(?:western union|moneygram|gift cards?|bitcoin|crypto\w*|wire (?:the|us|me|transfer)|(?:zelle|venmo|cash ?app|paypal) (?:me|us|the|your|to)|(?:send|pay)(?: \w+){0,4} (?:by|via|through|with|on) (?:zelle|venmo|cash ?app|paypal))\b/u,
  },
];

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
  const findings: OutboundFinding[] = PATTERNS.filter((pattern) => pattern.says.test(reading)).map(
    ({ rule, severity, sentence }) => ({ rule, severity, sentence }),
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
