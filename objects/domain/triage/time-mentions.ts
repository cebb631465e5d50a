// Owns the reading of times in words ("thursday at 3", "tomorrow after 5", "3/5 at noon", "el jueves a las 3").
// It gives what was said, not which slot is meant; slot-choice.ts compares.

/** What one text says about a time. Every field that is null was not said. Minutes count from midnight. */
export type TimeMention = {
  readonly weekdays: readonly number[];
  /** Days from today: 0 today, 1 tomorrow. */
  readonly dayOffset: number | null;
  readonly weekend: boolean;
  readonly month: number | null;
  readonly date: number | null;
  /** Exact minutes said; `half` true when am or pm was not said, so twelve hours later is meant just as well. */
  readonly times: readonly { readonly minute: number; readonly half: boolean }[];
  readonly afterMinute: number | null;
  readonly beforeMinute: number | null;
  readonly part: "morning" | "afternoon" | "evening" | null;
  readonly earliest: boolean;
  readonly latest: boolean;
};

const WEEKDAYS: readonly RegExp[] = [
  /\b(?:sundays?|sun|domingo)\b/u,
  /\b(?:mondays?|mon|lunes)\b/u,
  /\b(?:tuesdays?|tues?|martes)\b/u,
  /\b(?:wednesdays?|weds?|miercoles)\b/u,
  /\b(?:thursdays?|thurs?|thu|jueves)\b/u,
  /\b(?:fridays?|fri|viernes)\b/u,
  /\b(?:saturdays?|sat|sabado)\b/u,
];
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const MONTH_KEYS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  una: "1",
  dos: "2",
  tres: "3",
  cuatro: "4",
  cinco: "5",
  seis: "6",
  siete: "7",
  ocho: "8",
  nueve: "9",
  diez: "10",
  once: "11",
  doce: "12",
};
const CLOCK = "(\\d{1,2})(?:(?::|\\.|h)(\\d{2}))?(?: ?([ap])\\.?(?: ?m\\b\\.?)?(?![a-z]))?";

/** Reads the times said in a normalised text. */
export function readTimes(normalised: string): TimeMention {
  const text = normalised
    .replace(
      /\b(at|around|after|before|by|a las|las|until|about|for|from|til|than|@) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b(?! (?:of|more|other|people|bed|month|week|day))/gu,
      (_, lead: string, word: string) => `${lead} ${NUMBER_WORDS[word] ?? word}`,
    )
    .replace(
      /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?(?=oclock|thirty|fifteen|[ap]\.?m\b)/gu,
      (_, word: string) => `${NUMBER_WORDS[word] ?? word} `,
    )
    .replace(/(\d{1,2}) thirty\b/gu, "$1:30")
    .replace(/(\d{1,2}) fifteen\b/gu, "$1:15")
    .replace(/\bhalf (?:past )?(\d{1,2})\b/gu, "$1:30")
    .replace(/\b(?:not|no|never) (?:before|earlier than|until|till)\b/gu, "after")
    .replace(/\b(?:not|no) (?:after|later than|past)\b/gu, "before")
    .replace(/\b(?:noon|midday|mediodia)\b/gu, "12:00 pm")
    .replace(/ ?oclock\b/gu, ":00")
    .replace(/(\d)\s+:/gu, "$1:")
    .replace(/\b([1-9]|1[0-2])([0-5]\d) ?([ap]m)\b/gu, "$1:$2 $3");
  const { month, date, rest } = readDate(text);
  const clocks = readClocks(rest);
  return {
    weekdays: WEEKDAYS.flatMap((pattern, index) => (saysDay(pattern, rest) ? [index] : [])),
    dayOffset: /\b(?:day after tomorrow|pasado manana)\b/u.test(text)
      ? 2
      : /\btomorrow\b|(?<!(?:la|por|de) )\bmanana\b/u.test(text)
        ? 1
        : /\b(?:today|tonight|this (?:morning|afternoon|evening)|hoy)\b/u.test(text)
          ? 0
          : null,
    weekend: /\bweekends?\b|fin de semana/u.test(text),
    month,
    date,
    ...clocks,
    part: /\bmornings?\b|(?:la|por la) manana\b|\bbefore noon\b/u.test(text)
      ? "morning"
      : /\bafternoons?\b|\btarde\b|\bafter (?:lunch|noon)\b/u.test(text)
        ? "afternoon"
        : /\b(?:evenings?|tonight|night|noche|after work)\b/u.test(text)
          ? "evening"
          : null,
    earliest: /\b(?:earliest|soonest|earlier (?:one|slot|time)|mas temprano)\b/u.test(text),
    latest: /\b(?:latest (?:one|slot|time|available|you)|the latest|later (?:one|slot|time|of)|mas tarde)\b/u.test(
      text,
    ),
  };
}

/** True when anything about a time was said. */
export function saysTime(mention: TimeMention): boolean {
  return (
    mention.weekdays.length > 0 ||
    mention.dayOffset !== null ||
    mention.weekend ||
    mention.date !== null ||
    mention.times.length > 0 ||
    mention.afterMinute !== null ||
    mention.beforeMinute !== null ||
    mention.part !== null ||
    mention.earliest ||
    mention.latest
  );
}

/** A day that is refused ("thursday doesnt work", "not friday") does not count as said. */
function saysDay(pattern: RegExp, text: string): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 34);
  if (
    /\b(?:not|except|but not|no|cant (?:do|make)|cannot (?:do|make)|isnt|instead of|rather than|(?:i|we) (?:also )?(?:work|am busy|are busy|have class|have work|am off until)) (?:on |the |this |next )?$/u.test(
      before,
    )
  )
    return false;
  return !/^[^,.!?\n]{0,12}\b(?:doesnt work|does not work|dont work|wont work|isnt|is not|is bad|no good|no puedo|im busy|i work|i cant|is out|no me)\b/u.test(
    after,
  );
}

function readDate(text: string): { month: number | null; date: number | null; rest: string } {
  const slash = /\b(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?\b/u.exec(text);
  if (slash !== null) {
    const [first, second] = [Number(slash[1]), Number(slash[2])];
    const swapped = first > 12;
    return { month: swapped ? second : first, date: swapped ? first : second, rest: text.replace(slash[0], " ") };
  }
  const named = new RegExp(
    `\\b(?:(${MONTHS})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![:\\d]| ?[ap]m)|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS}))\\b`,
    "u",
  ).exec(text);
  if (named !== null) {
    const month = MONTH_KEYS.indexOf((named[1] ?? named[4] ?? "").slice(0, 3)) + 1;
    return { month, date: Number(named[2] ?? named[3]), rest: text.replace(named[0], " ") };
  }
  const ordinal =
    /\b(?:the |el )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:one|option|slot|time|floor|street|st\b|ave|avenue))/u.exec(text);
  if (ordinal !== null && Number(ordinal[1]) > 4)
    return { month: null, date: Number(ordinal[1]), rest: text.replace(ordinal[0], " ") };
  const bare =
    /(?<!\d)(?:on the|the|el|dia) (\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:[ap]m|:|one|option|oclock|bed|br\b|room|people|months?|options?|slots?|times?))/u.exec(
      text,
    );
  if (bare !== null && Number(bare[1]) > 12)
    return { month: null, date: Number(bare[1]), rest: text.replace(bare[0], " ") };
  return { month: null, date: null, rest: text };
}

function readClocks(text: string): Pick<TimeMention, "times" | "afterMinute" | "beforeMinute"> {
  let afterMinute: number | null = null;
  let beforeMinute: number | null = null;
  const times: { minute: number; half: boolean }[] = [];
  const pattern = new RegExp(
    `(?<![\\d$#.:/-])(?:\\b(any ?time after|after|past|from|later than|despues de las|desde las|before|by|until|til|earlier than|antes de las|at|around|about|a las|las|@|for)? ?)?(?<![\\d$])${CLOCK}(?![\\d%]|[.,]\\d|-\\d{3}| ?(?:bed|br\\b|ba\\b|bath|month|week|day|people|person|dog|cat|year|min|hour|room|lb|sq|of us|k\\b|st\\b|nd\\b|rd\\b|th\\b|adults?|kids?|x\\b))`,
    "gu",
  );
  for (const match of text.matchAll(pattern)) {
    const [, lead, hourText, minuteText, meridiem] = match;
    const hour = Number(hourText);
    if (hour > 23 || Number(minuteText ?? "0") > 59) continue;
    const bare = meridiem === undefined && minuteText === undefined && lead === undefined;
    if (bare && !standsAsTime(text, match.index, match[0])) continue;
    const said = {
      minute: toMinute(hour, Number(minuteText ?? "0"), meridiem),
      half: meridiem === undefined && hour <= 12,
    };
    if (lead !== undefined && /after|past|from|later|despues|desde/u.test(lead)) afterMinute = likelyMinute(said);
    else if (lead !== undefined && /before|by|until|til|earlier|antes/u.test(lead)) beforeMinute = likelyMinute(said);
    else times.push(said);
  }
  return { times, afterMinute, beforeMinute };
}

/** A number without am, pm, minutes or "at" is an hour only beside a day, or when it is all that was written. */
function standsAsTime(text: string, index: number, said: string): boolean {
  const before = text.slice(Math.max(0, index - 14), index + 1).trim();
  const after = text.slice(index + said.length).trim();
  if (Number(said.trim()) > 12 || Number(said.trim()) === 0) return false;
  if (/\b(?:option|number|slot|no\.?|#|choice|opcion|numero)$/u.test(before)) return false;
  return (
    /(?:day|tomorrow|today|sat|sun|wed|ok|yes|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana),?$/u.test(
      before,
    ) ||
    /^(?:works?|is (?:good|fine|great|perfect)|on (?:mon|tues|wednes|thurs|fri|satur|sun)|tomorrow|instead)/u.test(
      after,
    )
  );
}

function toMinute(hour: number, minute: number, meridiem: string | undefined): number {
  if (meridiem === undefined) return hour * 60 + minute;
  return ((hour % 12) + (meridiem === "p" ? 12 : 0)) * 60 + minute;
}

/** Showings are by day: a bound of 1..7 without am or pm is in the afternoon. */
function likelyMinute(said: { readonly minute: number; readonly half: boolean }): number {
  return said.half && said.minute < 8 * 60 ? said.minute + 720 : said.minute;
}
