// Wall-clock time of a zone to an instant and back. Pure but for Intl; one cached formatter per zone.
// Rule "compatible": a time inside a spring gap moves forward by the gap; in an autumn overlap the first one is meant.

/** A wall-clock reading; month 1..12. */
export type Wall = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of `zone` (IANA) at an instant. */
export function wallAt(ms: number, zone: string): Wall {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, formatter);
  }
  const parts: Record<string, number> = {};
  for (const part of formatter.formatToParts(ms)) parts[part.type] = Number(part.value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/** The instants a wall-clock time may mean, earliest first: two in an autumn overlap, else one. */
export function instantsOf(wall: Wall, zone: string): readonly number[] {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const offsetBefore = offsetAt(asUtc - DAY_MS, zone);
  const offsetAfter = offsetAt(asUtc + DAY_MS, zone);
  const found = [...new Set([asUtc - offsetBefore, asUtc - offsetAfter])].filter(
    (ms) => ms + offsetAt(ms, zone) === asUtc,
  );
  return found.length > 0 ? found.sort((left, right) => left - right) : [asUtc - offsetBefore];
}

/** The instant of a wall-clock time by the rule "compatible". */
export function instantOf(wall: Wall, zone: string): number {
  return instantsOf(wall, zone)[0] ?? 0;
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(ms: number, zone: string): number {
  const wall = wallAt(ms, zone);
  const wholeSecond = Math.floor(ms / 1000) * 1000;
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) - wholeSecond;
}
