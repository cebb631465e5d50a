import { describe, expect, it } from "vitest";
import { resume } from "./account.ts";
import {
  BREAKER_FAULTS,
  BREAKER_PAUSE_MS_MAX,
  BREAKER_PAUSE_MS_MIN,
  BROWSER_WAIT_MS_MAX,
  RATE_LIMIT_PAUSE_MS,
  RATE_LIMIT_PAUSE_MS_MAX,
  RATE_LIMITS_MAX,
} from "./limits.ts";
import { isPollDue } from "./polling.ts";
import { begun, ended, failing, faultOf, running, T0, visitOf } from "./talk.ts";
import { beginVisit } from "./visits.ts";

/** Faults one after another, each at the first time that allows a visit. */
function failingTimes(times: number, fault: Parameters<typeof failing>[1] = {}) {
  let last = { atMs: T0, state: running };
  for (let n = 0; n < times; n++) last = failing(last.state, fault);
  return last;
}

describe("faults of an account", () => {
  it("[A7] stop it at once when they need a human, and say what to do", () => {
    const stopped = ended(begun(running), faultOf({ isStopping: true }));
    expect(stopped).toMatchObject({ nextPollAtMs: null, breaker: null, stopped: { code: "TIMEOUT", atMs: T0 } });
    expect(stopped.stopped?.next).toContain("resume");
    expect(isPollDue(stopped, T0 * 2)).toBe(false);
  });

  it("[A8] delay the next visit, longer each time, as long as the platform said, and are forgotten at a success", () => {
    const once = failingTimes(1);
    const twice = failingTimes(2);
    expect(once.state.breaker).toBeNull();
    expect(twice.state.notBeforeMs - twice.atMs).toBeGreaterThan(once.state.notBeforeMs - once.atMs);
    expect(failingTimes(1, { retryAfterMs: 99_000 }).state.notBeforeMs).toBe(T0 + 99_000);
    expect(beginVisit(once.state, visitOf("send"), once.state.notBeforeMs - 1).ok).toBe(false);
    const { notBeforeMs } = twice.state;
    expect(ended(begun(twice.state, notBeforeMs, "send"), {}, notBeforeMs).faultsInARow).toBe(0);
  });

  it("[A16] open the breaker at the third in a row, with the reason, and double its pause at each failed trial", () => {
    expect(failingTimes(BREAKER_FAULTS - 1).state.breaker).toBeNull();
    const pauses = [0, 1, 2, 30].map((more) => {
      const { atMs, state } = failingTimes(BREAKER_FAULTS + more);
      expect(state.breaker).toMatchObject({ code: "TIMEOUT", message: "It failed.", untilMs: state.notBeforeMs });
      const refused = beginVisit(state, visitOf("send"), state.notBeforeMs - 1);
      expect(!refused.ok && refused.error).toMatchObject({ message: "It failed.", retryAtMs: state.notBeforeMs });
      return state.notBeforeMs - atMs;
    });
    expect(pauses).toEqual([
      BREAKER_PAUSE_MS_MIN,
      BREAKER_PAUSE_MS_MIN * 2,
      BREAKER_PAUSE_MS_MIN * 4,
      BREAKER_PAUSE_MS_MAX,
    ]);
  });

  it("[A16] end with the first good visit after the pause, or when a person ends the pause", () => {
    const { state } = failingTimes(BREAKER_FAULTS);
    const trial = begun(state, state.notBeforeMs, "send");
    expect(trial.breaker).not.toBeNull();
    expect(ended(trial, {}, state.notBeforeMs)).toMatchObject({ breaker: null, faultsInARow: 0 });
    expect(resume(state, T0)).toMatchObject({ breaker: null, notBeforeMs: T0, nextPollAtMs: T0 });
  });

  it("[A20] of our own browser wait longer each time, never long, and leave the breaker as it is", () => {
    const lost = { code: "BROWSER_LOST" };
    const waits = [1, 2, 3, 30].map((times) => {
      const { atMs, state } = failingTimes(times, lost);
      expect([state.breaker, state.faultsInARow]).toEqual([null, 0]);
      return state.notBeforeMs - atMs;
    });
    expect(waits).toEqual([2_000, 4_000, 8_000, BROWSER_WAIT_MS_MAX]);
    const open = failingTimes(BREAKER_FAULTS).state;
    expect(failing(open, lost).state.breaker).toEqual(open.breaker);
  });

  it("[A17] pause at once for as long as a platform that says 'too many requests' asks", () => {
    const asked = failingTimes(1, { code: "RATE_LIMITED", retryAfterMs: 120_000 });
    expect(asked.state).toMatchObject({ notBeforeMs: T0 + 120_000, stopped: null, breaker: { code: "RATE_LIMITED" } });
    expect(failingTimes(1, { code: "RATE_LIMITED" }).state.notBeforeMs).toBe(T0 + RATE_LIMIT_PAUSE_MS);
    const endless = failingTimes(1, { code: "RATE_LIMITED", retryAfterMs: 1e12 });
    expect(endless.state.notBeforeMs).toBe(T0 + RATE_LIMIT_PAUSE_MS_MAX);
  });

  it("[A17] stop the account when the platform says it again and again, and not when good visits lie between", () => {
    const limited = { code: "RATE_LIMITED", retryAfterMs: 1_000 };
    expect(failingTimes(RATE_LIMITS_MAX - 1, limited).state.stopped).toBeNull();
    expect(failingTimes(RATE_LIMITS_MAX, limited).state.stopped).toMatchObject({ code: "RATE_LIMITED" });
    const almost = failingTimes(RATE_LIMITS_MAX - 1, limited).state;
    const good = ended(begun(almost, almost.notBeforeMs, "send"), {}, almost.notBeforeMs);
    expect(failing(good, limited).state.stopped).toBeNull();
  });
});
