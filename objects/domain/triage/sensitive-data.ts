// Owns the recognition of payment and identity data: card numbers (Luhn), social security numbers, bank accounts.
// It says whether such data is there; it never returns, stores or masks it.

const CARD_DIGITS_MIN = 13;
const CARD_DIGITS_MAX = 19;

/** Digits that may be one card number: grouped by single spaces or dashes, not part of a longer run. */
const CARD_SHAPE = /(?<![\d.$])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\d])/gu;
const SSN_SHAPE = /(?<![\d-])(?!000|666|9\d\d)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/u;
const SSN_NAMED =
  /\b(?:ssn|social security (?:number|no|#)|social security|my social|social is|social number|itin)\b[^\n]{0,30}?\d(?:[ -]?\d){3,8}/u;
const IDENTITY_NAMED =
  /\b(?:(?:my|the|here is|heres|our|his|her) (?:full )?(?:ssn|social(?: security)?(?: (?:number|no|card|#))?|passport (?:number|no|#)|passport|drivers? licen[cs]e(?: (?:number|no|#|is))?|licen[cs]e number|national id|itin|green card number|tax id)(?: is\b|:|,| -|\s*#?\d)|(?:ssn|passport|licen[cs]e)\s*(?:#|no\.?|number)?\s*(?:is|:|-)?\s*[a-z]{0,3}\d{5,9}|date of birth|dob ?(?:is|:|-)|numero de seguro social|seguro social)/u;
const PAYMENT_NAMED =
  /\b(?:(?:routing|account|acct|iban|sort code|swift|card)(?: ?(?:number|no|num|#))? ?(?:is|:|#|=)? ?#?[a-z]{0,2}\d[\d -]{3,}|(?:my|our|the|here is|heres|a|with|use|charge|run|take|give you|send you|provide) (?:\w+ ){0,2}(?:credit card|debit card|card|bank account|bank|routing|checking account) ?(?:number|numbers|details|info|information|#|no\b|is)|(?:cvv|cvc|cvv2|security code|expir(?:y|es|ation)|exp(?: date)?\.?) ?(?:is|:|#|date)? ?\d{2,4}|(?:numero de (?:tarjeta|cuenta)|mi tarjeta))/u;
const CARD_ORDER =
  /\b(?:charge (?:it to )?my (?:card|visa|mastercard|amex)|(?:visa|mastercard|amex|card)(?: \w+){0,3} (?:ending|number|exp))\b/u;
const IBAN_SHAPE = /\b[a-z]{2}\d{2} ?(?:[a-z0-9]{4} ?){3,7}[a-z0-9]{1,4}\b/u;

/** True when the reading holds, or offers to hand over, payment or identity data. */
export function holdsPaymentOrIdentityData(reading: string): boolean {
  return (
    holdsCardNumber(reading) ||
    SSN_SHAPE.test(reading) ||
    SSN_NAMED.test(reading) ||
    IDENTITY_NAMED.test(reading) ||
    PAYMENT_NAMED.test(reading) ||
    CARD_ORDER.test(reading) ||
    holdsIban(reading)
  );
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
  return match !== null && (match[0].match(/\d/gu) ?? []).length >= 12;
}
