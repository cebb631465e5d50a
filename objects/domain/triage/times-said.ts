// Owns how the times that a lead mentioned are told to an agent: only what was said, in few words, no time made of a guess.
import { splitSegments } from "./segments.ts";
import { readTimes, saysTime, type TimeMention } from "./time-mentions.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MENTIONS_MAX = 3;

/** "Thu 3:00 PM, tomorrow after 5:00"; empty when no time is said. `normalised`: the text in reading form. */
export function timesSaid(normalised: string): string {
  const said = splitSegments(normalised).map(({ text }) => readTimes(text));
  const words = said
    .filter(saysTime)
    .map(wordsOf)
    .filter((one) => one !== "");
  return [...new Set(words)].slice(0, MENTIONS_MAX).join(", ");
}

function wordsOf(said: TimeMention): string {
  const parts = [
    said.dayOffset === 0 ? "today" : said.dayOffset === 1 ? "tomorrow" : "",
    said.weekdays.map((day) => DAYS[day] ?? "").join("/"),
    said.weekend ? "weekend" : "",
    dateOf(said),
    said.part ?? "",
    said.times.map(({ minute, half }) => clock(minute, half)).join("/"),
    said.afterMinute === null ? "" : `after ${clock(said.afterMinute, true)}`,
    said.beforeMinute === null ? "" : `before ${clock(said.beforeMinute, true)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function dateOf({ month, date }: TimeMention): string {
  if (date === null) return "";
  return month === null ? `the ${date}.` : `${MONTHS[month - 1] ?? ""} ${date}`;
}

/** `isHalf`: morning or afternoon was not said, so neither is written. */
function clock(minute: number, isHalf: boolean): string {
  const hour = Math.floor(minute / 60) % 24;
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute % 60).padStart(2, "0")}`;
  return isHalf ? twelve : `${twelve} ${hour < 12 ? "AM" : "PM"}`;
}
