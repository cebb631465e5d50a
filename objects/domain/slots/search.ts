// Owns the bounds of one search and its unit of time: whole seconds from its base. Every start lies on a whole second, and small
// whole numbers are what the runtime is fast with, also in the first call of a process. Bounds that lie between two seconds are
// rounded to the side on which no start changes its answer.
import type { SlotScenario } from "./scenario.ts";
import { DAY_MS, MINUTE_MS } from "./zone.ts";

/** Starts lie from `fromSec` up to, not including, `untilSec`. */
export type Search = {
  /** The instant of second 0. */
  readonly baseMs: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly fromSec: number;
  readonly untilSec: number;
  readonly slotSec: number;
  readonly stepSec: number;
};

/** [S5] From now and the notice to the horizon. */
export function searchOf(scenario: SlotScenario): Search {
  const baseMs = Math.floor(scenario.nowMs / 1_000) * 1_000;
  const fromMs = scenario.nowMs + scenario.minNoticeMinutes * MINUTE_MS;
  const untilMs = scenario.nowMs + scenario.horizonDays * DAY_MS;
  return {
    baseMs,
    fromMs,
    untilMs,
    fromSec: secondsUp(baseMs, fromMs),
    untilSec: secondsUp(baseMs, untilMs),
    slotSec: scenario.slotMinutes * 60,
    stepSec: scenario.stepMinutes * 60,
  };
}

/** The first whole second from the base that is not before an instant. */
export function secondsUp(baseMs: number, ms: number): number {
  return Math.ceil((ms - baseMs) / 1_000);
}

/** The last whole second from the base that is not after an instant. */
export function secondsDown(baseMs: number, ms: number): number {
  return Math.floor((ms - baseMs) / 1_000);
}
