// Reads the prices in the words of an advert's card: "$1,450 / month", "£180 pw", "$900 - $1,200 per month". Pure.
// Never invents: an amount, a currency or a period that the words do not hold is null, and the words stay beside it.
import type { ListedPrice } from "#domain/listing-sync/listing";

/** Prices of one advert that are kept; the longest seen table has a handful of lease terms. */
export const PRICES_MAX = 20;
/** Characters of a price's own words that are kept. */
const RAW_CHARS_MAX = 80;

const SIGNED = /([$£€])\s*(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?/g;
const UNSIGNED = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?(?![\d.,])/g;
const CURRENCY_OF: Readonly<Record<string, ListedPrice["currency"]>> = { $: "USD", "£": "GBP", "€": "EUR" };
const PERIODS: readonly (readonly [RegExp, ListedPrice["period"]])[] = [
  [/\b(pcm|p\.?m|per month|months?|monthly|mo)\b/i, "month"],
  [/\b(pw|p\.w|per week|weeks?|weekly|wk)\b/i, "week"],
  [/\b(per (day|night)|nights?|nightly|daily)\b/i, "day"],
];

/**
 * The prices of one line, in its order; empty for an empty line. Without a sign one number alone is taken for a price: "1 Bed" beside
 * "$2,900" is none.
 */
export function readPrices(line: string): readonly ListedPrice[] {
  const words = line.replace(/\s+/g, " ").trim();
  if (words === "") return [];
  const raw = words.slice(0, RAW_CHARS_MAX);
  const signed = [...words.matchAll(SIGNED)];
  if (signed.length > 0) {
    const after = words.slice((signed.at(-1)?.index ?? 0) + (signed.at(-1)?.[0].length ?? 0));
    const period = periodIn(after);
    return signed.slice(0, PRICES_MAX).map(([, sign = "", whole = "", part = ""]) => ({
      amountCents: centsOf(whole, part),
      currency: CURRENCY_OF[sign] ?? null,
      period,
      raw,
    }));
  }
  const [only, ...more] = [...words.matchAll(UNSIGNED)];
  const amountCents = only === undefined || more.length > 0 ? null : centsOf(only[1] ?? "", only[2] ?? "");
  return [{ amountCents, currency: null, period: periodIn(words), raw }];
}

/** Of the words after the amount: what stands before it may be a lease term ("3 months: $1,450"). */
function periodIn(words: string): ListedPrice["period"] {
  return PERIODS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function centsOf(whole: string, part: string): number {
  return Math.round(Number(whole.replaceAll(",", "") + part) * 100);
}
