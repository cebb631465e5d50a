// The English words that the outbound rules look for, in normalised text (lower case, no apostrophes, no accents).
// What follows from a finding stands in outbound-check.ts.
import type { OutboundRule } from "./outbound-rules.ts";

/** The rules that are told by words; the others look at numbers and length. */
export type WordedRule = Exclude<
  OutboundRule,
  "T43 holds_sensitive_data" | "T44 unrecorded_number" | "T49 empty_or_long"
>;
export type OutboundWords = Readonly<Record<WordedRule, RegExp>>;

export const ENGLISH: OutboundWords = {
  "T40 steering":
    /\b(?:(?:safe|unsafe|good|nice|bad|rough|dangerous|family|quiet) (?:and \w+ )?(?:neighbou?rhood|area|part of town|block|community)|(?:great|good|excellent|best|top|bad) (?:\w+ )?schools?|low crime|crime (?:rate|is)|(?:mostly|mainly|predominantly|full of|lots? of|many) (?:\w+ )?(?:famil\w+|students|professionals|white|black|asian|hispanic|latin\w*|jewish|muslim|christian|young people|retirees|immigrants)|(?:kind|type|sort) of people|demographic\w*|(?:neighbou?rhood|area|building|block) (?:is|feels) (?:very |really |quite )?(?:safe|unsafe|dangerous)|(?:perfect|ideal|great|best|better|suitable|suited) for (?:a |an )?(?:single\w*|famil\w+|couples?|students?|young \w+|christians?|women|men|retirees|professionals|bachelor\w*))\b/u,
  "T41 refuses_protected":
    /\b(?:(?:no|not|dont|do not|cant|cannot|never|wont|unable to|prefer not to) (?:\w+ ){0,3}(?:section 8|vouchers?|kids|children|famil(?:y|ies) with|service (?:animals?|dogs?)|emotional support|esa\b|wheelchair\w*|disab\w+|muslims?|jews?|christians?|immigrants?|foreigners?|gay|lesbian|trans\w*|single mothers?|pregnant|welfare|ssi\b|public assistance)|(?:adults?|women|men|females?|males?|christians?|english speakers?|citizens?|professionals) only|(?:prefer|looking for|only rent to|rent only to) (?:\w+ ){0,2}(?:women|men|females?|males?|christians?|couples?|singles?|young|families|professionals|mature|adults|citizens)|(?:what is|whats|tell me|may i ask|share) your (?:race|religion|nationality|ethnicity|age|marital status|disability|sexual orientation|immigration status)|are you (?:married|pregnant|disabled|religious|muslim|jewish|christian|gay|straight|a citizen)|(?:do|will) you have (?:any )?(?:kids|children)|how old are (?:you|your))\b/u,
  "T42 asks_sensitive_data":
    /\b(?:send|share|give|provide|text|email|reply with|need|what is|whats|tell|confirm)(?: \w+){0,4} (?:your )?(?:ssn|social security|card (?:number|details)|credit card|debit card|bank (?:account|details)|account number|routing|cvv|passport(?: number)?|drivers? licen[cs]e|date of birth|password|photo id|copy of your id)\b/u,
  "T45 promise":
    /\b(?:guarantee(?:d|s)?\b(?! rent)|i promise|we promise|you are approved|youre approved|you have been approved|definitely (?:get|be approved|yours)|(?:its|it is|the (?:apartment|unit|place) is) yours|we will (?:lower|reduce|waive|hold)|(?:can|will) (?:lower|reduce|waive) the (?:rent|fee|deposit))\b/u,
  "T46 abuse": /\b(?:fuck\w*|shit\w*|idiots?|morons?|stupid|asshole\w*|bitch\w*|shut up|go to hell|loser)\b/u,
  "T47 claims_human":
    /\b(?:i am|im|this is|you are (?:talking|speaking|chatting) (?:to|with)) (?:not an? (?:bot|robot|ai|automated \w+|machine)|an? (?:real|actual|live) (?:person|human|agent)|an? human|not automated)\b/u,
  "T48 off_platform_payment":
    /\b(?:western union|moneygram|gift cards?|bitcoin|crypto\w*|wire (?:the|us|me|transfer)|(?:zelle|venmo|cash ?app|paypal) (?:me|us|the|your|to)|(?:send|pay)(?: \w+){0,4} (?:by|via|through|with|on) (?:zelle|venmo|cash ?app|paypal))\b/u,
};
