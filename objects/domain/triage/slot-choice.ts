// Owns the reading of a lead's choice among the times we offered. It never guesses: no single match means we ask.
// It must not be called to find out whether times were offered; conversation-context.ts knows that.
import { monthAndDate, weekdayOf } from "../kernel/civil-day.ts";
import type { OfferedSlot } from "./decision.ts";
import { readTimes, saysTime, type TimeMention } from "./time-mentions.ts";
import { instantMs, type WallClock, wallClockIn, writtenWallClock } from "./wall-clock.ts";

/** `chosen`: exactly one slot; `several` or `none`: a time was said that fits more or no slot; `unsaid`: no time was said. */
export type SlotChoice =
  | { readonly kind: "chosen"; readonly index: number }
  | { readonly kind: "several"; readonly indexes: readonly number[] }
  | { readonly kind: "none" }
  | { readonly kind: "unsaid" };

const ORDINALS: readonly RegExp[] = [
  /\b(?:(?:(?:the|your|that) (?:first|1st)\b(?! (?:of|week|month|floor|available|and last|day|showing|apartment))|(?:first|1st) (?:one|slot|time|option|please|pls|works)\b(?! (?:i|we|home|renter|here|apartment))|^(?:first|1st)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:1|one|uno|a)\b|(?:la|el) primer[ao]?\b)/u,
  /\b(?:(?:(?:the|your|that) (?:second|2nd)\b(?! (?:of|week|month|floor|day|showing|apartment|bed\w*|thoughts?))|(?:second|2nd) (?:one|slot|time|option|please|pls|works)\b|^(?:second|2nd)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:2|two|dos|b)\b|(?:la|el) segund[ao]\b)/u,
  /\b(?:(?:(?:the|your|that) (?:third|3rd)\b(?! (?:of|week|month|floor|day))|(?:third|3rd) (?:one|slot|time|option|please|pls|works)\b|^(?:third|3rd)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:3|three|tres|c)\b|(?:la|el) tercer[ao]?\b)/u,
  /\b(?:(?:(?:the|your|that) (?:fourth|4th)\b(?! (?:of|week|month|floor|day))|(?:fourth|4th) (?:one|slot|time|option|please|pls|works)\b|^(?:fourth|4th)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:4|four|cuatro|d)\b|(?:la|el) cuart[ao]\b)/u,
];
const BARE_NUMBER = /^(?:#|option |number )?([1-4])[.!) ]*(?:please|works|pls|is good|for me)?[.! ]*$/u;
const LAST = /\b(?:the last (?:one|slot|time|option)|last (?:one|option|slot)|la ultima|el ultimo)\b/u;
const FORMER = /\bthe former\b/u;
const LATTER = /\bthe latter\b/u;
const DENIES = /\b(?:cant|cannot|can not|dont|doesnt|wont|neither|not|no puedo)\b/u;
const EITHER =
  /\b(?:either (?:one |time |day )?(?:works|is (?:fine|good|ok)|would work)|either one|any (?:of (?:them|those|these)|time|one) (?:works|is (?:fine|good|ok)|would work|is)|any of (?:them|those|these)|both work|all work|whichever|whatever works|cualquiera)\b/u;

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
  const mention = readTimes(normalised);
  const byPlace = readPlace(normalised, offered, mention);
  if (byPlace !== null) return byPlace;
  if (!saysTime(mention)) return { kind: "unsaid" };
  const today = now === null ? null : localDay(now, zone);
  const clocks = offered.map((index) => slotClock(slots[index], zone));
  let fitting = offered.filter((_, at) => fits(mention, clocks[at] ?? null, today));
  if (fitting.length > 1 && (mention.earliest || mention.latest)) {
    const sorted = [...fitting].sort((a, b) => (slots[a]?.start ?? "").localeCompare(slots[b]?.start ?? ""));
    fitting = [(mention.earliest ? sorted[0] : sorted.at(-1)) ?? 0];
  }
  const [only] = fitting;
  if (only === undefined) return { kind: "none" };
  return fitting.length === 1 ? { kind: "chosen", index: only } : { kind: "several", indexes: fitting };
}

function readPlace(text: string, offered: readonly number[], mention: TimeMention): SlotChoice | null {
  const places = new Set<number>();
  const timed = mention.weekdays.length > 0 || mention.times.length > 0 || mention.date !== null;
  ORDINALS.forEach((pattern, place) => {
    if (pattern.test(text) && !(timed && /\b(?:\d(?:st|nd|rd|th))\b/u.test(text))) places.add(place);
  });
  const bare = BARE_NUMBER.exec(text);
  if (bare !== null) places.add(Number(bare[1]) - 1);
  if (LAST.test(text) || LATTER.test(text)) places.add(offered.length - 1);
  if (FORMER.test(text)) places.add(0);
  if (places.size === 0) return null;
  const indexes = [...places].flatMap((place) => offered[place] ?? []);
  const [only] = indexes;
  if (only === undefined) return timed || bare !== null ? null : { kind: "none" };
  return indexes.length === 1 ? { kind: "chosen", index: only } : { kind: "several", indexes };
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

const PART_MINUTES = { morning: [0, 720], afternoon: [720, 1_020], evening: [1_020, 1_440] } as const;

function fits(mention: TimeMention, clock: WallClock | null, today: number | null): boolean {
  if (clock === null) return false;
  const civil = monthAndDate(clock.day);
  if (mention.date !== null && civil.date !== mention.date) return false;
  if (mention.date !== null && mention.month !== null && civil.month !== mention.month) return false;
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
