// Owns the words of a pasted line of availability: days, clocks, dashes, commas. It says what stands where, not what it means.
// The first piece that is no such word ends the reading.

/** A clock as written: the hour as it stands, and whether am or pm was said; `isExact` when the writing leaves no doubt. */
export type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly meridiem: "am" | "pm" | null;
  /** Written in the 24-hour way: "17:00", "09:30", "0900". */
  readonly isExact: boolean;
};

export type Token = { readonly text: string } & (
  | { readonly kind: "days"; readonly weekdays: readonly number[] }
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "dash" | "comma" | "between" | "off" }
);

/** Weekday 1 = Monday. Single letters only where they are not two days: no "t", no "s". */
const DAY_NAMES: readonly (readonly [weekdays: readonly number[], names: string])[] = [
  [[1], "mon(?:day)?|m"],
  [[2], "tue(?:s|sday)?|tu"],
  [[3], "wed(?:s|nesday)?|w"],
  [[4], "thu(?:r|rs|rsday)?|th"],
  [[5], "fri(?:day)?|f"],
  [[6], "sat(?:urday)?|sa"],
  [[7], "sun(?:day)?|su"],
  [[1, 2, 3, 4, 5], "week ?day|business day|work(?:ing)? ?day"],
  [[6, 7], "week ?end"],
  [[1, 2, 3, 4, 5, 6, 7], "daily|every ?day|all week|7 days(?: a week)?"],
  [[1, 3, 5], "mwf"],
  [[2, 4], "t(?:u|ue)?th"],
];
const DAYS = DAY_NAMES.map(([weekdays, names]) => ({
  weekdays,
  pattern: new RegExp(`(?:${names})s?\\.?(?![a-z0-9])`, "iuy"),
}));
const FILLERS =
  /(?:[^\S\n]+|(?:from|on|at|(?:every|each)(?! ?day)|i(?:['’]m| am)|we(?:['’]re| are)|available|free|open)(?![a-z])|[:@()]|hours?(?![a-z]))/iuy;
const DASH = /(?:[-\u2010-\u2015\u2212~]|(?:to|through|thru|until|till?)(?![a-z]))/iuy;
// A new line is a comma, with the mark of a list before what follows.
const COMMA = /(?:\n\s*(?:[-–•*]\s+)?|[,;&+/|]|\.(?!\d)|(?:and|plus|then)(?![a-z]))/iuy;
const BETWEEN = /between(?![a-z])/iuy;
const OFF = /(?:off|closed|none|unavailable|not available|no showings)(?![a-z])/iuy;
const NAMED_CLOCK = /(?:(12 ?)?(noon|midday)|(12 ?)?midnight)(?![a-z])/iuy;
const CLOCK = /(\d{1,2})(?:[:.h](\d{2})|h)?(?:\s*o['’]?clock)?(?:\s*([ap])(?:\.?m\.?|(?![a-z])))?(?![a-z0-9])/iuy;
const FOUR_DIGITS = /(\d{2})(\d{2})(?:\s*h(?:rs?|ours?)?)?(?![a-z0-9:])/iuy;
const PIECE = /[^\s,;]+/uy;

/** The words of a line in their order, up to and without the first that is none; `unknown` is that one. */
export function readTokens(line: string): { readonly tokens: readonly Token[]; readonly unknown: string | null } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const filler = matchAt(FILLERS, line, at);
    if (filler !== null) {
      at += filler[0].length;
      continue;
    }
    const token = tokenAt(line, at);
    if (token === null) return { tokens, unknown: matchAt(PIECE, line, at)?.[0] ?? line.slice(at, at + 1) };
    tokens.push(token);
    at += token.text.length;
  }
  return { tokens, unknown: null };
}

function tokenAt(line: string, at: number): Token | null {
  const plain: readonly (readonly [RegExp, "between" | "off" | "dash" | "comma"])[] = [
    [BETWEEN, "between"],
    [OFF, "off"],
    [DASH, "dash"],
    [COMMA, "comma"],
  ];
  for (const [pattern, kind] of plain) {
    const match = matchAt(pattern, line, at);
    if (match !== null) return { kind, text: match[0] };
  }
  for (const { weekdays, pattern } of DAYS) {
    const match = matchAt(pattern, line, at);
    if (match !== null) return { kind: "days", weekdays, text: match[0] };
  }
  return clockAt(line, at);
}

function clockAt(line: string, at: number): Token | null {
  const named = matchAt(NAMED_CLOCK, line, at);
  if (named !== null) {
    const meridiem = named[2] === undefined ? "am" : "pm";
    return { kind: "clock", text: named[0], clock: { hour: 12, minute: 0, meridiem, isExact: false } };
  }
  const four = matchAt(FOUR_DIGITS, line, at);
  if (four !== null) return clockToken(four[0], Number(four[1]), Number(four[2]), undefined, true);
  const match = matchAt(CLOCK, line, at);
  if (match === null) return null;
  const [text, hours = "", minutes = "0", letter] = match;
  return clockToken(text, Number(hours), Number(minutes), letter, hours.startsWith("0") || Number(hours) > 12);
}

function clockToken(
  text: string,
  hour: number,
  minute: number,
  letter: string | undefined,
  is24: boolean,
): Token | null {
  const meridiem = letter === undefined ? null : letter.toLowerCase() === "a" ? "am" : "pm";
  const isHour = hour < 24 || (hour === 24 && minute === 0);
  // "13pm" is said; "0 am" and "30 pm" are nothing.
  if (!isHour || minute > 59 || (meridiem !== null && hour === 0)) return null;
  const isExact = is24 && (meridiem === null || hour > 12);
  return { kind: "clock", text, clock: { hour, minute, meridiem: isExact ? null : meridiem, isExact } };
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
