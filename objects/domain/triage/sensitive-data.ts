// Owns the recognition of payment and identity data: card numbers (Luhn), social security numbers, bank accounts.
// and what stands beside their names; and of the offer to hand them over. It says whether such data is there; it never
// returns, stores or masks it.
import { anyOf, either, phrase, without, words } from "./guards/matchers.ts";

const CARD_DIGITS_MIN = 13;
const CARD_DIGITS_MAX = 19;

/** Digits that may be one card number: grouped by single spaces or dashes, not part of a longer run. */
const CARD_SHAPE = /(?<![\d.$])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\d])/gu;
/** Four groups of four are written as a card, even where a digit is wrong. */
const CARD_GROUPS = /(?<![\d.$-])[2-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?![\d-])/u;
const SSN_SHAPE = /(?<![\d-])(?!000|666)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/u;
const ALIEN_SHAPE = /\ba ?-?\d{3}-?\d{3}-?\d{3}\b/u;
const IBAN_SHAPE = /\b[a-z]{2}\d{2} ?(?:[a-z0-9]{4} ?){3,7}[a-z0-9]{1,4}\b/u;
const IBAN_DIGITS_MIN = 12;

/** Papers and numbers that say who somebody is. */
const IDENTITY = words(`
  ssn itin ein tin social_security(?:_(?:number|no|card|#))? my_social social_(?:is|number) seguro_social passports?
  pasaporte drivers?_lic(?:en[cs]es?)? driving_licen[cs]es? licen[cs]e_(?:number|no|nr|#)
  licencia(?:_de_(?:conducir|manejo))? national_id id_(?:number|card) state_id green_card visa(?:_number)?
  alien(?:_registration)?(?:_number)? a-number tax_id taxpayer_id i-94 uscis_number dni cedula ine curp rfc nie
  matricula
`);
/** Where money lies, and what opens it. */
const ACCOUNT = words(`
  routing account acct acc iban sort_code swift bic clabe aba card tarjeta cuenta credit_card debit_card checking
  savings
`);
const NUMBER = words("number numbers no num # numero details info information");
const SECRET_WORDS = phrase(
  words(`
    (?:bank|online_banking|chase|account)_(?:login|log-?_?in|password|username|user_id|credentials)
    (?:login|password|username)_(?:for|to|of)_(?:the|my)_bank bank_pin debit_pin my_pin(?:_is|_number)?
    pin_(?:is|code_is|number_is) mothers_maiden(?:_name)? maiden_name_is apellido_de_soltera
    numero_de_(?:tarjeta|cuenta|seguro_social) mi_tarjeta_es
  `),
);
const ROUTING_PAIR = /(?<!\d)\d{9} ?[/,;-] ?\d{8,17}(?!\d)/u;
const LOGIN = /\buser ?(?:name|id)?:? \S+ (?:and )?(?:password|pass|pw):? \S+/u;
const BORN = /\b(?:date of birth|dob|fecha de nacimiento|born on)\b[^\n]{0,12}\d/u;
const SHORT_SSN =
  /\b(?:ssn|social security(?: number| no|#)?|my social|socials?|social (?:is|number)|itin)\b[^\n]{0,60}?\d(?:[ -]?\d){2,8}/u;
/** A paper that is named and a number of at least five digits after it. */
const IDENTITY_NUMBER = new RegExp(`\\b${IDENTITY}\\b[^\\n]{0,30}?(?<![$.\\d])[a-z]{0,3}-?\\d(?:[ -]?\\d){4,}`, "u");
const ACCOUNT_NUMBER = new RegExp(
  `\\b${ACCOUNT}(?: ?${NUMBER})?(?: (?:is|es|ends?|ending|in))*[ :#=]*#?[a-z]{0,4}\\d[\\d -]{3,}`,
  "u",
);
const CARD_EXTRAS =
  /\b(?:(?:cvv|cvc|cvv2|security code|expir(?:y|es|ation)|vence|exp(?: date)?\.?) ?(?:is|:|#|date)? ?\d{2,4}(?:\/\d{2,4})?)\b/u;
const OWN = words("my our the his her here_is heres mi nuestro el la");
const OWN_NUMBER = phrase(
  OWN,
  1,
  either(IDENTITY, ACCOUNT),
  words("number numbers no # details info information is es numero"),
);
const CARD_ORDER = phrase(
  words("charge run bill cobre(?:n|la|lo)?"),
  2,
  words("my mi"),
  1,
  words("cards? visa mastercard amex tarjeta"),
);
const CARD_ENDS = phrase(words("visa mastercard amex card tarjeta"), 3, words("ending exp vence"));

const HANDS_OVER = words(`
  send sending sent dm attach(?:ed|ing)? upload(?:ed|ing)? text email give giving provide type put share scan(?:ned)?
  submit enclose[ds]? forward drop fax here_(?:is|are) heres see find mand(?:o|ar|are|e) envi(?:o|ar|are|e) adjunto
  pas(?:o|ar|e) le_doy dejo comparto
`);
const PAPERS = words(`
  passports? pasaporte drivers?_licen[cs]es? driving_licen[cs]es? licen[cs]e licencia green_card visa ssn social
  social_security(?:_(?:number|card))? seguro_social itin i-94 birth_certificate id id_card identification photo_id
  cedula dni credit_card debit_card card_(?:number|details|info) bank_(?:statements?|details|info|login|account)
  account_number routing_number tax_id medical_records pin password w-?2 id_numbers? numeros_de_identificacion ine
  curp
`);
const PICTURE = words("photos? pictures? pics? copy copies scans? image front_and_back foto fotos copia");
const ASKS_WHETHER = [
  phrase(
    words(`
      what which do_you_(?:need|require|want|accept|take) need required require necesito needed bring must_i
    `),
    3,
    words(`
      id photo_id identification documents? papers ssn social(?:_security)? itin passport license licencia pasaporte
      visa
    `),
  ),
  phrase(words("photo"), "id", words("is and required needed ok")),
  phrase(words("send give share email text provide"), 2, words("id"), words("to the apartment")),
];

/** True when the reading holds payment or identity data. */
export function holdsPaymentOrIdentityData(reading: string): boolean {
  return (
    holdsCardNumber(reading) ||
    holdsIban(reading) ||
    [
      CARD_GROUPS,
      SSN_SHAPE,
      ALIEN_SHAPE,
      SHORT_SSN,
      IDENTITY_NUMBER,
      ACCOUNT_NUMBER,
      CARD_EXTRAS,
      BORN,
      ROUTING_PAIR,
      LOGIN,
    ].some((shape) => shape.test(reading)) ||
    [SECRET_WORDS, OWN_NUMBER, CARD_ORDER, CARD_ENDS].some((said) => said.test(reading))
  );
}

const OFFERED = without(
  ASKS_WHETHER,
  anyOf(
    phrase(HANDS_OVER, 6, PAPERS),
    phrase(PICTURE, words("of de"), 2, PAPERS),
    phrase(words("attached adjunt[oa]s?"), 5, either(PICTURE, PAPERS)),
  ),
);

/** True when the lead offers to hand such data over, or asks whether to type it here. It is no sign of it in our own words. */
export function offersPaymentOrIdentityData(reading: string): boolean {
  return OFFERED(reading);
}

/** True when a run of digits has a card's length and passes the Luhn check (ISO/IEC 7812-1, annex B). */
export function holdsCardNumber(text: string): boolean {
  for (const match of text.matchAll(CARD_SHAPE)) {
    const digits = match[0].replace(/\D/gu, "");
    if (digits.length < CARD_DIGITS_MIN || digits.length > CARD_DIGITS_MAX) continue;
    if (passesLuhn(digits)) return true;
  }
  return false;
}

/** The Luhn sum of a string of digits is a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

function holdsIban(reading: string): boolean {
  const match = IBAN_SHAPE.exec(reading);
  return match !== null && (match[0].match(/\d/gu) ?? []).length >= IBAN_DIGITS_MIN;
}
