// A zone in which it is about noon, or about midnight, now: for tests of quiet hours on actors, which believe the clock of
// their process.
import { quietUntilMs } from "#domain/conversation/quiet-hours";

export function zoneAt(hour: 12 | 0): string {
  const ahead = (hour - new Date().getUTCHours() + 24) % 24;
  const offset = ahead > 12 ? ahead - 24 : ahead;
  const zone = offset === 0 ? "UTC" : `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  if ((quietUntilMs(Date.now(), zone) === null) !== (hour === 12)) throw new Error(`it is not ${hour}:00 in ${zone}`);
  return zone;
}
