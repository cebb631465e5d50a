// Days and wall-clock minutes of a unit's or a person's zone, turned into instants and back, by the rules that free times
// follow (slots, S4). It reads no clock.
import { DAY_MS, isKnownZone, localDay, MINUTE_MS, offsetAt, resolveWall, zoneLine } from "#domain/slots/zone";

/** A local day as a number of days, and the minute of that day. */
export type WallTime = { readonly day: number; readonly minute: number };

/** The instant of a minute (0..1440) of a local day; null where the browser does not know the zone. */
export function instantAt(zone: string, day: number, minute: number): number | null {
  if (!isKnownZone(zone)) return null;
  const wallMs = day * DAY_MS + minute * MINUTE_MS;
  return resolveWall(zoneLine(zone, wallMs - 2 * DAY_MS, wallMs + 2 * DAY_MS), wallMs);
}

/** The local day and minute of an instant; UTC's where the browser does not know the zone. */
export function wallOf(zone: string, ms: number): WallTime {
  const line = isKnownZone(zone) ? zoneLine(zone, ms, ms) : null;
  const wallMs = ms + (line === null ? 0 : offsetAt(line, ms));
  const day = Math.floor(wallMs / DAY_MS);
  return { day, minute: Math.floor((wallMs - day * DAY_MS) / MINUTE_MS) };
}

/** Today where the zone is. */
export function todayIn(zone: string, nowMs: number): number {
  return isKnownZone(zone) ? localDay(zoneLine(zone, nowMs, nowMs), nowMs) : Math.floor(nowMs / DAY_MS);
}
