// Owns the offsets of time zones: found with few questions to the runtime's zone database, kept, and looked up by integers.
// Wall-clock times resolve as "compatible": inside a gap forward by the gap, in an overlap the first one.
import { assert } from "../kernel/assert.ts";
import { dateText, dayNumber } from "../kernel/civil-day.ts";
import { ZONE_CHARS_MAX, ZONES_CACHED_MAX } from "./limits.ts";

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * The offsets of one zone over a stretch of time: piece `i` begins at `startsMs[i]` and lasts to the next one's beginning.
 * The first piece has no beginning and the last no end: ask only about instants of the stretch.
 */
export type ZoneLine = { readonly startsMs: readonly number[]; readonly offsetsMs: readonly number[] };

type KnownZone = { readonly format: Intl.DateTimeFormat; fromMs: number; toMs: number; line: ZoneLine };

/**
 * How far apart the zone database is asked. No zone changes its clock and back within it: since 1970 the shortest such
 * time in the database is 6.96 days (America/Recife, 2000).
 */
const PROBE_MS = 6 * DAY_MS;
/** A line that would grow beyond this is begun anew: the years between two far apart questions are nobody's. */
const LINE_MS_MAX = 800 * DAY_MS;

const UNASKED: ZoneLine = { startsMs: [], offsetsMs: [] };
const known = new Map<string, KnownZone>();

// The first formatter of a process makes the runtime load its tables (10 to 15 ms in Node), which belongs to the start of the
// program and not to the first lead.
assert(
  formatIn("UTC").format(1_234_567_890_000) === "02/13/2009, 23:31:30",
  "the runtime writes dates as they are read here",
);

/** True when the runtime knows the IANA name. Offsets such as "+05:00" are no zones: they have no rules to follow. */
export function isKnownZone(zone: string): boolean {
  return entryOf(zone) !== null;
}

/** The zone's offsets from `fromMs` to `toMs` (a little more may be in it). The zone must be known. */
export function zoneLine(zone: string, fromMs: number, toMs: number): ZoneLine {
  const entry = entryOf(zone);
  assert(entry !== null, "a zone is checked before it is used");
  if (fromMs >= entry.fromMs && toMs < entry.toMs) return entry.line;
  const lowMs = Math.floor(fromMs / PROBE_MS) * PROBE_MS;
  const highMs = (Math.floor(toMs / PROBE_MS) + 1) * PROBE_MS;
  const unionLowMs = Math.min(lowMs, entry.fromMs);
  const unionHighMs = Math.max(highMs, entry.toMs);
  const grows = unionHighMs - unionLowMs <= LINE_MS_MAX;
  entry.fromMs = grows ? unionLowMs : lowMs;
  entry.toMs = grows ? unionHighMs : highMs;
  entry.line = askLine(entry.format, entry.fromMs, entry.toMs);
  return entry.line;
}

/** How far the wall clock is ahead of UTC at an instant of the line, in milliseconds. */
export function offsetAt(line: ZoneLine, ms: number): number {
  const { startsMs, offsetsMs } = line;
  let piece = startsMs.length - 1;
  while (piece > 0 && ms < (startsMs[piece] ?? 0)) piece--;
  return offsetsMs[piece] ?? 0;
}

/** [S4] The instant of a wall-clock time, given as the milliseconds it would be in UTC; "compatible". */
export function resolveWall(line: ZoneLine, wallMs: number): number {
  const { startsMs, offsetsMs } = line;
  const last = startsMs.length - 1;
  let atMs = wallMs - (offsetsMs[0] ?? 0);
  for (let piece = 0; piece < last && atMs >= (startsMs[piece + 1] ?? 0); piece++) {
    const nextMs = wallMs - (offsetsMs[piece + 1] ?? 0);
    // Neither before nor after the change: the time was skipped, and the old offset moves it forward by the gap.
    if (nextMs < (startsMs[piece + 1] ?? 0)) return atMs;
    atMs = nextMs;
  }
  return atMs;
}

/** The local day number of an instant of the line. */
export function localDay(line: ZoneLine, ms: number): number {
  return Math.floor((ms + offsetAt(line, ms)) / DAY_MS);
}

/** The local date of an instant, as "2026-03-08". The zone must be known. */
export function localDateOf(ms: number, zone: string): string {
  return dateText(localDay(zoneLine(zone, ms, ms), ms));
}

function entryOf(zone: string): KnownZone | null {
  const found = known.get(zone);
  if (found !== undefined) return found;
  if (zone.length > ZONE_CHARS_MAX || !startsWithLetter(zone)) return null;
  let format: Intl.DateTimeFormat;
  try {
    format = formatIn(zone);
  } catch {
    return null;
  }
  if (known.size >= ZONES_CACHED_MAX) known.clear();
  const entry: KnownZone = { format, fromMs: Number.POSITIVE_INFINITY, toMs: Number.NEGATIVE_INFINITY, line: UNASKED };
  known.set(zone, entry);
  return entry;
}

function startsWithLetter(text: string): boolean {
  const letter = text.charCodeAt(0) | 32;
  return letter >= 97 && letter <= 122;
}

function formatIn(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
}

function askLine(format: Intl.DateTimeFormat, fromMs: number, toMs: number): ZoneLine {
  let offsetMs = offsetByAsking(format, fromMs);
  const startsMs = [fromMs];
  const offsetsMs = [offsetMs];
  for (let probeMs = fromMs + PROBE_MS; probeMs <= toMs; probeMs += PROBE_MS) {
    const probedMs = offsetByAsking(format, probeMs);
    if (probedMs === offsetMs) continue;
    startsMs.push(changeBetween(format, probeMs - PROBE_MS, probeMs, offsetMs));
    offsetsMs.push(probedMs);
    offsetMs = probedMs;
  }
  return { startsMs, offsetsMs };
}

/** The second at which the offset stops being `offsetMs`; it is so at `lowMs` and no longer at `highMs`. */
function changeBetween(format: Intl.DateTimeFormat, lowMs: number, highMs: number, offsetMs: number): number {
  const hourMs = firstChanged(format, lowMs, highMs, offsetMs, HOUR_MS);
  // Nearly all zones change at a full hour of UTC: one question more, and the seconds need not be searched.
  if (offsetByAsking(format, hourMs - 1_000) === offsetMs) return hourMs;
  return firstChanged(format, hourMs - HOUR_MS, hourMs - 1_000, offsetMs, 1_000);
}

/** By halving: the first multiple of `unitMs` after `lowMs` with another offset; both bounds are multiples of it. */
function firstChanged(
  format: Intl.DateTimeFormat,
  lowMs: number,
  highMs: number,
  offsetMs: number,
  unitMs: number,
): number {
  let low = lowMs / unitMs;
  let high = highMs / unitMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetByAsking(format, middle * unitMs) === offsetMs) low = middle;
    else high = middle;
  }
  return high * unitMs;
}

/** Reads "03/08/2026, 07:30:00" back into a number: every part of it has its fixed place. */
function offsetByAsking(format: Intl.DateTimeFormat, ms: number): number {
  const text = format.format(ms);
  const day = dayNumber(twoDigits(text, 6) * 100 + twoDigits(text, 8), twoDigits(text, 0), twoDigits(text, 3));
  const clock = (twoDigits(text, 12) * 60 + twoDigits(text, 15)) * 60 + twoDigits(text, 18);
  return day * DAY_MS + clock * 1_000 - Math.floor(ms / 1_000) * 1_000;
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}
