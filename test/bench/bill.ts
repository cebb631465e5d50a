// What counts cost at list prices, before anything that the plan includes. Pure.
import { BROWSER_HOUR, OBJECT_GB, OBJECT_GB_SECONDS, PRICES } from "./cloudflare-prices.ts";
import type { Usage } from "./usage.ts";

const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_MONTH = 30 * 86_400;
const MINUTES_PER_MONTH = 30 * 1_440;

/** Everything but the browser. */
export function usdOf(usage: Usage): number {
  const lines = Object.entries(PRICES).map(([name, { usd, per }]) => (usage[name as keyof typeof PRICES] * usd) / per);
  const objectSeconds = (usage.objectActiveMs / 1_000) * OBJECT_GB;
  return lines.reduce((sum, line) => sum + line, (objectSeconds * OBJECT_GB_SECONDS.usd) / OBJECT_GB_SECONDS.per);
}

export function browserUsd(seconds: number): number {
  return (seconds / SECONDS_PER_HOUR) * BROWSER_HOUR.usd;
}

/**
 * How long a browser is billed for visits that begin every `everySeconds` and last `visitSeconds`: it stays for the next
 * visitor `keptSeconds` more, and is closed when none came. Spread and overlap are left out.
 */
export function billedShare(everySeconds: number, visitSeconds: number, keptSeconds: number): number {
  return Math.min(1, (visitSeconds + keptSeconds) / Math.max(everySeconds, visitSeconds));
}

export type PollingCost = {
  readonly everySeconds: number;
  readonly accounts: number;
  readonly pollsPerMonth: number;
  readonly browserHoursPerMonth: number;
  readonly browserUsd: number;
  readonly otherUsd: number;
};

/**
 * A month of polling by accounts that share one browser, one after another. `poll` and `minute` are the usage of one poll
 * and of one tick of the clock for one account.
 */
export function pollingMonth(how: {
  readonly everySeconds: number;
  readonly accounts: number;
  readonly visitSeconds: number;
  readonly keptSeconds: number;
  readonly pollUsd: number;
  readonly minuteUsd: number;
}): PollingCost {
  const { everySeconds, accounts, visitSeconds, keptSeconds, pollUsd, minuteUsd } = how;
  const polls = (accounts * SECONDS_PER_MONTH) / everySeconds;
  const hours =
    (billedShare(everySeconds / accounts, visitSeconds, keptSeconds) * SECONDS_PER_MONTH) / SECONDS_PER_HOUR;
  return {
    ...{ everySeconds, accounts, pollsPerMonth: polls, browserHoursPerMonth: hours },
    browserUsd: browserUsd(hours * SECONDS_PER_HOUR),
    otherUsd: polls * pollUsd + accounts * MINUTES_PER_MONTH * minuteUsd,
  };
}
