// One alarm per actor: the earliest of everything that waits for a time.

/** The earliest of the given times, not before now; null when nothing waits. Times in epoch milliseconds. */
export function nextAlarmAtMs(times: readonly (number | null)[], nowMs: number): number | null {
  const waiting = times.filter((at) => at !== null);
  return waiting.length === 0 ? null : Math.max(Math.min(...waiting), nowMs);
}

/** Arms the alarm, or takes it away. A past-due alarm may not fire, so the time is never before now. */
export function armAlarm(
  storage: DurableObjectStorage,
  times: readonly (number | null)[],
  nowMs: number,
): Promise<void> {
  const at = nextAlarmAtMs(times, nowMs);
  return at === null ? storage.deleteAlarm() : storage.setAlarm(at);
}
