// What a text of ours states that can be wrong: amounts and other numbers, dates, times, and a no. Everything else is style.
// Finds them by their shape; knows nothing of records.

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const ORDINAL = "(?:st|nd|rd|th)?";
const CLOCK = /\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b\.?/g;
const CLOCK_24 = /\b([01]?\d|2[0-3]):([0-5]\d)\b/g;
const ISO_DATE = /\b\d{4}-\d{2}-\d{2}\b/g;
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})${ORDINAL}\\b`, "g");
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})${ORDINAL}\\s+(?:of\\s+)?${MONTH}(?![a-z])`, "g");
const DAY = /\b(today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b/g;
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const NO = /\b(?:not|no|never|cannot|without|unfortunately)\b|n['’]t\b/g;

/** [W3] Everything that `text` states, each once, in one spelling. */
export function stated(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let rest = text.normalize("NFC").toLowerCase();
  const take = (pattern: RegExp, name: (match: readonly string[]) => string) => {
    rest = rest.replace(pattern, (...match: readonly unknown[]) => {
      found.add(name(match.map((part) => (typeof part === "string" ? part : ""))));
      return " ";
    });
  };
  take(CLOCK, ([, hour, minute, half]) => `time ${clock(Number(hour), minute ?? "", half ?? "a")}`);
  take(CLOCK_24, ([, hour, minute]) => `time ${hour?.padStart(2, "0")}:${minute}`);
  take(ISO_DATE, ([date]) => `date ${date}`);
  take(MONTH_DAY, ([, month, day]) => `date ${month} ${day}`);
  take(DAY_MONTH, ([, day, month]) => `date ${month} ${day}`);
  take(DAY, ([, day]) => `day ${day}`);
  take(NUMBER, ([number]) => String(Number(number?.replaceAll(",", ""))));
  take(NO, () => "not");
  return found;
}

/** True for what names a day or an hour. */
export function isTime(fact: string): boolean {
  return /^(?:time|date|day) /.test(fact);
}

function clock(hour: number, minute: string, half: string): string {
  const hours = (hour % 12) + (half === "p" ? 12 : 0);
  return `${String(hours).padStart(2, "0")}:${minute === "" ? "00" : minute}`;
}
