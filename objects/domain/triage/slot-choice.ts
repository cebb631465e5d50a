// Owns the reading of a lead's choice among the times we offered. It never guesses: no single match means we ask.
// It must not be called to find out whether times were offered; conversation-context.ts knows that.
import { monthAndDate, weekdayOf } from "../kernel/civil-day.ts";
import type { OfferedSlot } from "./decision.ts";
import { readPlace, type SaidPlace } from "./slot-place.ts";
import { hearTimes } from "./time-clauses.ts";
import { type DayPart, readTimes, type TimeMention } from "./time-mentions.ts";
import { instantMs, type WallClock, wallClockIn, writtenWallClock } from "./wall-clock.ts";

/** `chosen`: exactly one slot; `several` or `none`: a time was said that fits more or no slot; `unsaid`: no time was said. */
export type SlotChoice =
  | { readonly kind: "chosen"; readonly index: number }
  | { readonly kind: "several"; readonly indexes: readonly number[] }
  | { readonly kind: "none" }
  | { readonly kind: "unsaid" };

const DENIES = /\b(?:cant|cannot|can not|dont|doesnt|wont|neither|not|no puedo)\b/u;
const EITHER =
  /\b(?:either of (?:the|them|those|these)|(?:do|take|make|can) either|you (?:pick|choose|decide)|your (?:pick|choice)|up to you|usted (?:elija|escoja)|either (?:one |time |day )?(?:works|is (?:fine|good|ok)|would work)|either one|any (?:of (?:them|those|these)|time|one) (?:works|is (?:fine|good|ok)|would work|is)|any of (?:them|those|these)|both work|all work|whichever|whatever works|cualquiera)\b/u;

/** "A bit earlier", "an hour later": near an offered time and yet none of them. */
const SHIFTED =
  /\b(?:(?:a |an )?(?:bit|little|little bit|hour|half an hour|few minutes|\d+ min(?:utes)?|slightly) (?:earlier|later|before that|after that)|slightly (?:earlier|later)|un poco (?:antes|despues|mas (?:temprano|tarde))|una hora (?:antes|despues))\b/u;

/**
 * Which offered slot the text chooses. `offered` holds indexes into `slots` in the order they were offered (at most a
 * handful). `now` and `zone` serve "tomorrow" and "today"; without them those words match nothing.
 */
export function readSlotChoice(
  normalised: string,
  slots: readonly OfferedSlot[],
  offered: readonly number[],
  now: string | null,
  zone: string | null,
): SlotChoice {
  if (offered.length === 0) return { kind: "unsaid" };
  if (SHIFTED.test(normalised)) return { kind: "none" };
  if (EITHER.test(normalised) && !DENIES.test(normalised) && offered.length > 1)
    return { kind: "several", indexes: offered };
  const place = readPlace(normalised, offered.length);
  const { wanted, refused, wantsOther, isDoubtful } = hearTimes(normalised);
  const leavesOther = wanted.length === 0 && wantsOther && refused.length > 0;
  const today = now === null ? null : localDay(now, zone);
  const fitsOne = (mentions: readonly TimeMention[], index: number) =>
    mentions.some((mention) => fits(mention, slotClock(slots[index], zone), today));
  let fitting = offered.filter((index) => (leavesOther || fitsOne(wanted, index)) && !fitsOne(refused, index));
  if (place !== null) return byPlace(place, fitting, offered, slots, zone);
  if (wanted.length === 0 && !leavesOther) return { kind: "unsaid" };
  const [earliest, latest] = [wanted.some((mention) => mention.earliest), wanted.some((mention) => mention.latest)];
  if (fitting.length > 1 && (earliest || latest)) {
    const sorted = [...fitting].sort((a, b) => (slots[a]?.start ?? "").localeCompare(slots[b]?.start ?? ""));
    fitting = [(earliest ? sorted[0] : sorted.at(-1)) ?? 0];
  }
  const [only] = fitting;
  if (only === undefined) return { kind: "none" };
  // "6" is six o'clock or the sixth.
  const isADate = offered.some(
    (index) => index !== only && dateOf(slotClock(slots[index], zone)) === normalised.trim(),
  );
  return fitting.length === 1 && !isDoubtful && !isADate
    ? { kind: "chosen", index: only }
    : { kind: "several", indexes: fitting };
}

/** A place in the list; beside an hour it counts among the times at that hour ("the second 4:30 one"). */
function byPlace(
  { places, isBareNumber, isBesideTime }: SaidPlace,
  fitting: readonly number[],
  offered: readonly number[],
  slots: readonly OfferedSlot[],
  zone: string | null,
): SlotChoice {
  const list = isBesideTime && fitting.length > 0 ? fitting : offered;
  const indexes = [...new Set(places.flatMap((place) => list[place] ?? []))];
  const [only] = indexes;
  // "3" is the third time or three o'clock.
  const hour = (places[0] ?? 0) + 1;
  const isAnHour = isBareNumber && offered.some((at) => at !== only && hourOf(slotClock(slots[at], zone)) === hour);
  if (isAnHour) return { kind: "several", indexes: offered };
  if (only === undefined) return { kind: "none" };
  return indexes.length === 1 ? { kind: "chosen", index: only } : { kind: "several", indexes };
}

function dateOf(clock: WallClock | null): string | null {
  return clock === null ? null : String(monthAndDate(clock.day).date);
}

/** 1..12 */
function hourOf(clock: WallClock | null): number | null {
  return clock === null ? null : Math.floor(clock.minute / 60) % 12 || 12;
}

/** The wall clock a slot stands for: as its label says, else its start in the zone, else its start as written. */
export function slotClock(slot: OfferedSlot | undefined, zone: string | null): WallClock | null {
  if (slot === undefined) return null;
  const startMs = instantMs(slot.start);
  const label = readTimes(slot.label.toLowerCase().replace(/[’']/gu, ""));
  const zoned = startMs === null || zone === null ? null : wallClockIn(startMs, zone);
  const base = zoned ?? writtenWallClock(slot.start);
  const time = label.times[0];
  const minute = time === undefined ? base?.minute : time.minute;
  if (minute === undefined) return null;
  const day = labelDay(label, base?.day ?? null);
  return day === null ? null : { day, minute };
}

/** The label's date nearest to the start's date: labels are local, starts may be UTC and one day off. */
function labelDay(label: TimeMention, base: number | null): number | null {
  if (base === null) return null;
  for (const day of [base, base - 1, base + 1]) {
    const civil = monthAndDate(day);
    if (label.date !== null && label.month !== null) {
      if (civil.date === label.date && civil.month === label.month) return day;
    } else if (label.weekdays.length > 0 && label.weekdays.includes(weekdayOf(day))) return day;
  }
  return base;
}

function localDay(now: string, zone: string | null): number | null {
  const nowMs = instantMs(now);
  if (nowMs === null) return null;
  return (zone === null ? writtenWallClock(now) : wallClockIn(nowMs, zone))?.day ?? null;
}

const PART_MINUTES: Readonly<Record<DayPart, readonly [number, number]>> = {
  morning: [0, 720],
  lunch: [690, 840],
  afternoon: [720, 1_020],
  tarde: [720, 1_200],
  pm: [720, 1_440],
  evening: [1_020, 1_440],
};

function fits(mention: TimeMention, clock: WallClock | null, today: number | null): boolean {
  if (clock === null) return false;
  const civil = monthAndDate(clock.day);
  if (mention.date !== null && !isDate(civil, mention) && !isDate(civil, mention.otherwise)) return false;
  if (mention.nextWeek && !isInNextWeek(clock.day, today)) return false;
  if (mention.weekdays.length > 0 && !mention.weekdays.includes(weekdayOf(clock.day))) return false;
  if (mention.weekend && ![0, 6].includes(weekdayOf(clock.day))) return false;
  if (
    mention.dayOffset !== null &&
    mention.weekdays.length === 0 &&
    (today === null || clock.day !== today + mention.dayOffset)
  )
    return false;
  if (
    mention.times.length > 0 &&
    !mention.times.some(
      (said) => clock.minute === said.minute || (said.half && clock.minute === (said.minute + 720) % 1_440),
    )
  )
    return false;
  if (mention.afterMinute !== null && clock.minute < mention.afterMinute) return false;
  if (mention.beforeMinute !== null && clock.minute >= mention.beforeMinute) return false;
  if (mention.part === null) return true;
  const [from, to] = PART_MINUTES[mention.part];
  return clock.minute >= from && clock.minute < to;
}

type Civil = ReturnType<typeof monthAndDate>;

function isDate(civil: Civil, said: Pick<TimeMention, "month" | "date"> | null): boolean {
  return said !== null && civil.date === said.date && (said.month === null || civil.month === said.month);
}

/** Weeks begin on Monday. */
function isInNextWeek(day: number, today: number | null): boolean {
  if (today === null) return false;
  const monday = today + 7 - ((weekdayOf(today) + 6) % 7);
  return day >= monday && day < monday + 7;
}
