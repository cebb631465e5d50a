// Owns the reading of times in words ("thursday at 3", "tomorrow after 5", "3/5 at noon", "el jueves a las 3").
// It gives what was said, not which slot is meant; slot-choice.ts compares.

/** `pm` and `lunch` are said alone ("the PM slot"); a Spanish "tarde" reaches into the evening. */
export type DayPart = "morning" | "lunch" | "afternoon" | "tarde" | "pm" | "evening";

/** What one text says about a time. Every field that is null was not said. Minutes count from midnight. */
export type TimeMention = {
  readonly weekdays: readonly number[];
  /** Days from today: 0 today, 1 tomorrow. */
  readonly dayOffset: number | null;
  readonly weekend: boolean;
  /** The week that begins with the next Monday. */
  readonly nextWeek: boolean;
  readonly month: number | null;
  readonly date: number | null;
  /** "3/6" is the sixth of March to one and the third of June to another: the second reading, null where there is one alone. */
  readonly otherwise: { readonly month: number; readonly date: number } | null;
  /** Exact minutes said; `half` true when am or pm was not said, so twelve hours later is meant just as well. */
  readonly times: readonly { readonly minute: number; readonly half: boolean }[];
  readonly afterMinute: number | null;
  readonly beforeMinute: number | null;
  readonly part: DayPart | null;
  readonly earliest: boolean;
  readonly latest: boolean;
};

const WEEKDAYS: readonly RegExp[] = [
  /\b(?:sundays?|sun|domingos?|domigo)\b/u,
  /\b(?:mondays?|mon|lunes|lune)\b/u,
  /\b(?:tuesdays?|tues?|martes)\b/u,
  /\b(?:wednesdays?|weds?|miercoles?)\b/u,
  /\b(?:thursdays?|thurs?|thu|jueves|juebes|jueve)\b/u,
  /\b(?:fridays?|fri|viernes|biernes)\b/u,
  /\b(?:saturdays?|sat|sabados?|savado)\b/u,
];
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";
const MONTH_KEYS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Where the first three letters differ from the English ones. */
const SPANISH_MONTHS: Readonly<Record<string, string>> = { ene: "jan", abr: "apr", ago: "aug", dic: "dec" };
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
const HOUR_WORDS = Object.keys(NUMBER_WORDS).join("|");
const CLOCK = "(\\d{1,2})(?:(?::|\\.|h)(\\d{2}))?(?: ?([ap])\\.?(?: ?m\\b\\.?)?(?![a-z]))?";

/** Reads the times said in a normalised text. `countsRefused`: also days that are refused beside their name ("not thursday"). */
export function readTimes(normalised: string, countsRefused = false): TimeMention {
  const text = withPlainBounds(normalised)
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
    .replace(
      new RegExp(`\\b(half|quarter (?:past|to))( past)? (${HOUR_WORDS})\\b`, "gu"),
      (_, part: string, past: string | undefined, word: string) => `${part}${past ?? ""} ${NUMBER_WORDS[word] ?? word}`,
    )
    .replace(/\bhalf (?:past )?(\d{1,2})\b/gu, "$1:30")
    .replace(/\bquarter past (\d{1,2})\b/gu, "$1:15")
    .replace(
      /\b(?:quarter to|un cuarto para las) (\d{1,2})\b/gu,
      (_, hour: string) => `${(Number(hour) + 11) % 12 || 12}:45`,
    )
    .replace(/\b(\d{1,2}) y media\b/gu, "$1:30")
    .replace(/\b(\d{1,2}) y cuarto\b/gu, "$1:15")
    .replace(/\b(\d{1,2}) menos cuarto\b/gu, (_, hour: string) => `${(Number(hour) + 11) % 12 || 12}:45`)
    .replace(
      /(?<=^|\b(?:at|the|@|a las|las|para las) )([1-9]|1[0-2])([0-5][05])(?= ?(?:$|please|pls|works?|one|slot|is|on|the|thanks|[,.!]))/gu,
      "$1:$2",
    )
    .replace(/\b(?:noon|midday|mediodia)\b/gu, "12:00 pm")
    .replace(/ ?oclock\b/gu, ":00")
    .replace(/(\d)\s+:/gu, "$1:")
    .replace(/\b([1-9]|1[0-2])([0-5]\d) ?([ap]m)\b/gu, "$1:$2 $3");
  const { month, date, otherwise, rest } = readDate(text);
  const clocks = readClocks(rest);
  return {
    weekdays: /\bweekdays?\b|entre semana/u.test(rest)
      ? [1, 2, 3, 4, 5]
      : WEEKDAYS.flatMap((pattern, index) => (namesDay(pattern, rest, countsRefused) ? [index] : [])),
    dayOffset: /\b(?:day after tomorrow|pasado manana)\b/u.test(text)
      ? 2
      : /\btomorrow\b|(?<!(?:la|por|de) )\bmanana\b/u.test(text)
        ? 1
        : /\b(?:today|tonight|this (?:morning|afternoon|evening)|hoy)\b/u.test(text)
          ? 0
          : null,
    weekend: /\bweekends?\b|fin de semana/u.test(text),
    nextWeek: /\b(?:next week|(?:la )?(?:proxima semana|semana que viene))\b/u.test(text),
    month,
    date,
    otherwise,
    ...clocks,
    part: partOf(text),
    earliest: /\b(?:earliest|soonest|(?:earlier|sooner) (?:one|slot|time)|mas temprano)\b/u.test(text),
    latest:
      /\b(?:latest (?:one|slot|time|available|you)|the latest|later (?:one|slot|time|of|on|\w+day)|mas tarde)\b/u.test(
        text,
      ),
  };
}

const AM = /\b(?:the|mon|tues?|wed|thurs?|thu|fri|sat|sun|\w+day) am\b(?! (?:i|not|coming|free))/u;
const PM = /\b(?:the|mon|tues?|wed|thurs?|thu|fri|sat|sun|\w+day) pm\b/u;
const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/\bmornings?\b|(?:la|por la) manana\b|\bbefore noon\b/u, "morning"],
  [/\btarde\b/u, "tarde"],
  [/\bafternoons?\b|\bafter (?:lunch|noon)\b/u, "afternoon"],
  [/\b(?:evenings?|tonight|night|noche|after work)\b/u, "evening"],
  [/\b(?:lunch ?time|lunch|mediodia)\b/u, "lunch"],
  [AM, "morning"],
  [PM, "pm"],
];

function partOf(text: string): DayPart | null {
  return PARTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** "Not before 5" says "after 5". */
export function withPlainBounds(text: string): string {
  return text
    .replace(/\b(?:not|no|never) (?:before|earlier than|until|till)\b/gu, "after")
    .replace(/\b(?:not|no) (?:after|later than|past)\b/gu, "before");
}

/** True when anything about a time was said. */
export function saysTime(mention: TimeMention): boolean {
  return (
    mention.weekdays.length > 0 ||
    mention.dayOffset !== null ||
    mention.weekend ||
    mention.nextWeek ||
    mention.date !== null ||
    mention.times.length > 0 ||
    mention.afterMinute !== null ||
    mention.beforeMinute !== null ||
    mention.part !== null ||
    mention.earliest ||
    mention.latest
  );
}

/** True when a day was said, by name, by date, or counted from today. */
export function saysDay(mention: TimeMention): boolean {
  const { weekdays, dayOffset, weekend, nextWeek, date } = mention;
  return weekdays.length > 0 || dayOffset !== null || weekend || nextWeek || date !== null;
}

/** A day that is refused ("thursday doesnt work", "not friday") does not count as said. */
function namesDay(pattern: RegExp, text: string, countsRefused: boolean): boolean {
  const match = pattern.exec(text);
  if (match === null || countsRefused) return match !== null;
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

type SaidDate = Pick<TimeMention, "month" | "date" | "otherwise"> & { readonly rest: string };

function readDate(text: string): SaidDate {
  const slash = /\b(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?\b/u.exec(text);
  if (slash !== null) {
    const [first, second] = [Number(slash[1]), Number(slash[2])];
    const swapped = first > 12;
    const otherwise = first <= 12 && second <= 12 && first !== second ? { month: second, date: first } : null;
    const said = { month: swapped ? second : first, date: swapped ? first : second };
    return { ...said, otherwise, rest: text.replace(slash[0], " ") };
  }
  const named = new RegExp(
    `\\b(?:(${MONTHS})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![:\\d]| ?[ap]m)|(\\d{1,2})(?:st|nd|rd|th)? (?:of |de )?(${MONTHS}))\\b`,
    "u",
  ).exec(text);
  if (named !== null) {
    const letters = (named[1] ?? named[4] ?? "").slice(0, 3);
    const month = MONTH_KEYS.indexOf(SPANISH_MONTHS[letters] ?? letters) + 1;
    return { month, date: Number(named[2] ?? named[3]), otherwise: null, rest: text.replace(named[0], " ") };
  }
  const ordinal =
    /\b(?:the |el )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:one|option|slot|time|floor|street|st\b|ave|avenue))/u.exec(text);
  if (ordinal !== null && Number(ordinal[1]) > 4)
    return { month: null, date: Number(ordinal[1]), otherwise: null, rest: text.replace(ordinal[0], " ") };
  const bare =
    /(?<!\d)(?:on the|the|el|dia) (\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:[ap]m|:|one|option|oclock|bed|br\b|room|people|months?|options?|slots?|times?))/u.exec(
      text,
    );
  if (bare !== null && Number(bare[1]) > 12)
    return { month: null, date: Number(bare[1]), otherwise: null, rest: text.replace(bare[0], " ") };
  return { month: null, date: null, otherwise: null, rest: text };
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
  if (/^(?:[5-9]|1[0-2])$/u.test(text.trim())) return true;
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
