// Which numbers a person can have in the US and Canada, and in the UK: the numbering plans, as far as they are fixed by rule.

/** [P6] Toll-free: the number of a business. Area codes that end in 00 are toll-free, premium or not in use. */
const TOLL_FREE = /^8(?:00|22|33|44|55|66|77|88)/;
/** NANP: area code and exchange begin with 2 to 9, neither is N11; N9X, 37X and 96X are kept for later, X00 is no area. */
const AMERICAN = /^(?!.11|.00|37|96)[2-9][0-8][0-9](?!.11)[2-9][0-9]{6}$/;
/** Ofcom: geographic numbers (1, 2) and mobiles (7), ten digits without the zero; 3, 8 and 9 belong to businesses. */
const BRITISH = /^(?:[12][0-9]|7[1-57-9])[0-9]{8}$/;

/** Ten digits, without the 1. */
export function isAmericanNumber(digits: string): boolean {
  return AMERICAN.test(digits) && !TOLL_FREE.test(digits);
}

/** Ten digits, without the 44 and without the zero. */
export function isBritishNumber(digits: string): boolean {
  return BRITISH.test(digits);
}
