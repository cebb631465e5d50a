// Owns the question whether something on record still holds. The time is an argument; what cannot be told does not hold.

/** True when `validUntil` (UTC ISO instant; null or absent: no end) has come at `now`, or when that cannot be told. */
export function isPast(validUntil: string | null | undefined, now: string | null | undefined): boolean {
  if (validUntil === null || validUntil === undefined) return false;
  const untilMs = Date.parse(validUntil);
  const nowMs = Date.parse(now ?? "");
  return !(nowMs < untilMs);
}
