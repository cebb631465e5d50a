// Reads a day as a lead mail writes it. A day is a calendar day of no zone; nothing is computed from today.

export type MailDay = {
  /** YYYY-MM-DD; null when the words name no certain day. */
  readonly date: string | null;
  /** As written. */
  readonly raw: string;
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Month first: both platforms whose mails hold dates are American. */
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;
const NAMED = new RegExp(`^${WEEKDAY}(${MONTH_NAME})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, "i");
const UNCERTAIN =
  /^(?:asap|as soon as possible|immediate(?:ly)?|flexible|now|anytime|open|unknown|not sure|tbd|n\/a|none)\b/i;
/** A year before or after is a slip: one platform shows 1965. */
const YEAR_MIN = 2000;
const YEAR_MAX = 2099;

/** [L10] `words` is one plain line. */
export function readMailDay(words: string): MailDay {
  return { date: isoDay(words), raw: words };
}

/** [L8] True for what may stand after a date label: a day, or words such as ASAP in its place. */
export function isDayLike(words: string): boolean {
  return (
    isoDay(words) !== null || UNCERTAIN.test(words) || (/\d/.test(words) && /^[\p{L}\d\s.,/'-]{1,40}$/u.test(words))
  );
}

function isoDay(words: string): string | null {
  const iso = ISO.exec(words);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = SLASHED.exec(words);
  if (slashed !== null) {
    const [, month = "", day = "", year = ""] = slashed;
    return existing(year.length === 2 ? YEAR_MIN + Number(year) : Number(year), Number(month), Number(day));
  }
  const [, name = "", day = "", year = ""] = NAMED.exec(words) ?? [];
  if (name === "") return null;
  return existing(Number(year), MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1, Number(day));
}

function existing(year: number, month: number, day: number): string | null {
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return null;
  if (day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
