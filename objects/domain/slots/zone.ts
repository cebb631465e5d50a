// Owns the offsets of time zones: found with few questions to the runtime's zone database, kept, and looked up by integers.
// Wall-clock times resolve as "compatible": inside a gap forward by the gap, in an overlap the first one.
import { assert } from "../kernel/assert.ts";
import { dateText, dayNumber } from "../kernel/civil-day.ts";
import { ZONE_CHARS_MAX, ZONES_CACHED_MAX } from "./limits.ts";

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;

/**
 * The offsets of one zone over a stretch of time: piece `i` begins at `startsMs[i]` and lasts to the next one's beginning.
 * The first piece has no beginning and the last no end: ask only about instants of the stretch.
 */
export type ZoneLine = { readonly startsMs: readonly number[]; readonly offsetsMs: readonly number[] };

type KnownZone = { readonly format: Intl.DateTimeFormat; fromMs: number; toMs: number; line: ZoneLine };

/**
 * How far apart the zone database is asked. No zone changes its clock and back within it: the shortest such time in the
 * database is 3.99 days (Africa/Freetown, 1939), and 6.96 since 1970.
 */
const PROBE_MS = 3 * DAY_MS;
/** A line that would grow beyond this is begun anew: the years between two far apart questions are nobody's. */
const LINE_MS_MAX = 800 * DAY_MS;

const UNASKED: ZoneLine = { startsMs: [], offsetsMs: [] };
const known = new Map<string, KnownZone>();

// The first formatter of a process makes the runtime load its tables (10 to 15 ms in Node). That belongs to the start of
// the program, not to the first lead.
const UTC_FORMAT = formatIn("UTC");
assert(offsetByAsking(UTC_FORMAT, 0) === 0, "the runtime writes dates as this file reads them");

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
  if (zone.length > ZONE_CHARS_MAX || !/^[a-z]/iu.test(zone)) return null;
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
  let low = lowMs / 1_000;
  let high = highMs / 1_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetByAsking(format, middle * 1_000) === offsetMs) low = middle;
    else high = middle;
  }
  return high * 1_000;
}

/** Reads "03/08/2026, 07:30:00" back into a number. The order of its six numbers is fixed; what stands between is not. */
function offsetByAsking(format: Intl.DateTimeFormat, ms: number): number {
  const text = format.format(ms);
  const numbers = [0, 0, 0, 0, 0, 0];
  let at = 0;
  let isInside = false;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit >= 0 && digit <= 9) {
      numbers[at] = (numbers[at] ?? 0) * 10 + digit;
      isInside = true;
    } else if (isInside) {
      at++;
      isInside = false;
    }
  }
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers;
  const wallMs = dayNumber(year, month, date) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1_000;
  return wallMs - Math.floor(ms / 1_000) * 1_000;
}
