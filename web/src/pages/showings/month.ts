// A month as weeks of days, Monday first, with what each day holds. Pure.
import type { ShowingView } from "#contracts/api/showing";
import { dateText, dayNumber, monthAndDate, readDate, weekdayOf } from "#domain/kernel/civil-day";
import { daysAfter } from "../../words/place-time.ts";

export type MonthDay = {
  readonly date: string;
  /** False for the days of the months beside it that fill the first and the last week. */
  readonly isInside: boolean;
  /** Cancelled ones are not counted. */
  readonly count: number;
  /** Of those counted: how many still wait for a yes or for another time. */
  readonly waiting: number;
};

/** The first and the last date of the month that holds `date`. */
export function monthBounds(date: string): { readonly first: string; readonly last: string } {
  return { first: monthsAfter(date, 0), last: daysAfter(monthsAfter(date, 1), -1) };
}

/** The first date of the month `months` later. */
export function monthsAfter(date: string, months: number): string {
  const { year, month } = monthAndDate(readDate(date) ?? 0);
  const index = year * 12 + (month - 1) + months;
  return dateText(dayNumber(Math.floor(index / 12), (index % 12) + 1, 1));
}

/** The weeks that hold the month. */
export function monthWeeks(date: string, showings: readonly ShowingView[]): readonly (readonly MonthDay[])[] {
  const { first, last } = monthBounds(date);
  const firstDay = readDate(first) ?? 0;
  const lastDay = readDate(last) ?? 0;
  const weeks: MonthDay[][] = [];
  for (let day = firstDay - ((weekdayOf(firstDay) + 6) % 7); day <= lastDay; day += 7) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((ahead) => monthDay(dateText(day + ahead), first, last, showings)));
  }
  return weeks;
}

function monthDay(date: string, first: string, last: string, showings: readonly ShowingView[]): MonthDay {
  const counted = showings.filter((one) => one.day === date && one.status !== "cancelled");
  return {
    date,
    isInside: date >= first && date <= last,
    count: counted.length,
    waiting: counted.filter(({ status }) => status === "pending" || status === "reschedule_requested").length,
  };
}
