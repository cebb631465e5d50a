// Owns the reading of a pasted line of availability ("Mon–Thu 7:30-9pm, Sat 10-2") into weekly rules. All of the line is understood or
// none of it: what is read in part would open times that nobody meant, or lose some.
import type { Refusal, Result } from "../kernel/result.ts";
import { err, ok } from "../kernel/result.ts";
import { readTokens, type Token } from "./availability-tokens.ts";
import { readClockPair } from "./clock-pair.ts";
import type { DayInterval } from "./day-rules.ts";
import { LINE_CHARS_MAX, WEEKLY_RULES_MAX } from "./limits.ts";
import type { WeeklyRule } from "./scenario.ts";

/** `piece` is what was not understood, as it was written; empty when it is the line as a whole. */
export type AvailabilityRefusal = Refusal<
  "empty_line" | "line_too_long" | "unknown_piece" | "no_days" | "no_times" | "bad_interval"
> & { readonly piece: string };

type Reading<T> = Result<T, AvailabilityRefusal>;

/**
 * [S19] Reads a line. Days stand before their times ("Mon 9-12, 1-5") or, in all of the line, after them ("9-5 on weekdays");
 * a day range may go over Sunday. The rules are sorted by weekday and start, each once.
 */
export function readAvailabilityLine(text: string): Reading<readonly WeeklyRule[]> {
  if (text.trim() === "") return refusal("empty_line", "", "The line is empty.");
  if (text.length > LINE_CHARS_MAX) return refusal("line_too_long", "", "The line is too long.");
  const { tokens, unknown } = readTokens(text);
  if (unknown !== null) return refusal("unknown_piece", unknown, `“${unknown}” was not understood.`);
  const runs = runsOf(tokens);
  const [first] = runs;
  if (first === undefined) return refusal("no_days", "", "The line names no days.");
  const daysComeFirst = isDayRun(first);
  const rules = new Map<string, WeeklyRule>();
  for (let at = 0; at < runs.length; at += 2) {
    const [one, two] = [runs[at] ?? [], runs[at + 1] ?? []];
    if (two.length === 0) {
      const piece = textOf(one);
      return daysComeFirst
        ? refusal("no_times", piece, `“${piece}” has no times.`)
        : refusal("no_days", piece, `“${piece}” has no days.`);
    }
    const days = readDays(daysComeFirst ? one : two);
    if (!days.ok) return days;
    const times = readTimes(daysComeFirst ? two : one);
    if (!times.ok) return times;
    for (const weekday of days.value) {
      for (const { fromMinute, toMinute } of times.value) {
        rules.set(`${weekday} ${fromMinute} ${toMinute}`, { weekday, fromMinute, toMinute });
      }
    }
  }
  const sorted = [...rules.values()].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
  return sorted.length > WEEKLY_RULES_MAX ? refusal("line_too_long", "", "The line has too many times.") : ok(sorted);
}

/** Days and times by turns. Dashes and commas stay with what they stand in; one between days and their times goes ("Mon - 9-5"). */
function runsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let between: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "dash" || token.kind === "comma" || token.kind === "between") {
      between.push(token);
      continue;
    }
    const last = runs.at(-1);
    if (last !== undefined && isDayRun(last) === (token.kind === "days")) last.push(...between, token);
    else {
      // "9-5 - Fri" leaves open whether the days go on: the dash stays, and no time has one there.
      if (last !== undefined && !isDayRun(last)) last.push(...between.filter(({ kind }) => kind === "dash"));
      runs.push([...between.filter(({ kind }) => kind === "between"), token]);
    }
    between = [];
  }
  const dangling = between.filter(({ kind }) => kind === "dash");
  runs.at(-1)?.push(...dangling);
  return runs;
}

function isDayRun(run: readonly Token[]): boolean {
  return run.some(({ kind }) => kind === "days");
}

function readDays(run: readonly Token[]): Reading<readonly number[]> {
  const weekdays: number[] = [];
  const words = run.filter(({ kind }) => kind !== "comma");
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word?.kind !== "days") return notDays(run);
    const [from] = word.weekdays;
    if (words[at + 1]?.kind !== "dash") {
      weekdays.push(...word.weekdays);
      continue;
    }
    const end = words[at + 2];
    const [to] = end?.kind === "days" ? end.weekdays : [];
    if (from === undefined || to === undefined || word.weekdays.length > 1) return notDays(run);
    if (end?.kind === "days" && end.weekdays.length > 1) return notDays(run);
    for (let day = from; ; day = (day % 7) + 1) {
      weekdays.push(day);
      if (day === to) break;
    }
    at += 2;
  }
  return ok(weekdays);
}

function readTimes(run: readonly Token[]): Reading<readonly DayInterval[]> {
  const intervals: DayInterval[] = [];
  const [first] = run;
  if (first?.kind === "off" && run.length === 1) return ok(intervals);
  const words = run.filter(({ kind }, at) => kind !== "comma" || run[at - 2]?.kind === "between");
  for (let at = 0; at < words.length; at += 3) {
    // "between 5 and 7": the comma of "and" is the dash of the pair.
    const isBetween = words[at]?.kind === "between";
    if (isBetween) at++;
    const [from, dash, to] = [words[at], words[at + 1], words[at + 2]];
    const isPair = dash?.kind === "dash" || (isBetween && dash?.kind === "comma");
    if (from?.kind !== "clock" || !isPair || to?.kind !== "clock") {
      const piece = textOf([from, dash, to].flatMap((each) => each ?? []));
      return refusal("bad_interval", piece, `“${piece}” is not a time from … to ….`);
    }
    const interval = readClockPair(from.clock, to.clock);
    const piece = `${from.text}${dash?.text ?? ""}${to.text}`;
    if (interval === null) return refusal("bad_interval", piece, `“${piece}” does not end after it begins.`);
    intervals.push(interval);
  }
  return ok(intervals);
}

function notDays(run: readonly Token[]): Reading<never> {
  const piece = textOf(run);
  return refusal("unknown_piece", piece, `“${piece}” names no days.`);
}

function textOf(run: readonly Token[]): string {
  return run.map(({ text }) => text.trim()).join(" ");
}

function refusal(code: AvailabilityRefusal["code"], piece: string, message: string): Reading<never> {
  return err({ code, piece, message, next: "Write days and times, such as “Mon-Thu 7:30-9pm, Sat 10-2”." });
}
