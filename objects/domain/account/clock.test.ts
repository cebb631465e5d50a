import { describe, expect, it } from "vitest";
import { mendClock } from "./clock.ts";
import { BREAKER_PAUSE_MS_MIN, BROWSER_WAIT_MS_MAX } from "./limits.ts";
import { afterSignal, isPollDue, wake } from "./polling.ts";
import { begun, ended, failing, INTERVAL_MS, running, T0, visitOf } from "./talk.ts";
import { beginVisit } from "./visits.ts";

const AHEAD_MS = 20 * 60_000;

describe("a clock that went back", () => {
  it("[A19] changes nothing while no instant is further ahead than its rule sets it", () => {
    const limited = failing(running, { code: "RATE_LIMITED", retryAfterMs: 86_400_000 }).state;
    const sent = ended(begun(running, T0, "send"), {}, T0, 0.999);
    for (const state of [running, begun(running), wake(sent, T0), afterSignal(running, "b1", T0), limited]) {
      expect(mendClock(state, T0)).toBe(state);
    }
  });

  it("[A19] leaves neither visit nor poll waiting for a time that was written ahead", () => {
    const later = T0 + AHEAD_MS;
    const ahead = ended(
      begun(ended(begun(running, later, "send"), {}, later), later + INTERVAL_MS),
      {},
      later + INTERVAL_MS,
    );
    expect(beginVisit(ahead, visitOf("send"), T0 + 10_000).ok).toBe(false);
    const mended = mendClock(ahead, T0);
    expect(beginVisit(mended, visitOf("send"), T0 + BROWSER_WAIT_MS_MAX).ok).toBe(true);
    expect(isPollDue(mended, T0 + INTERVAL_MS * 1.3)).toBe(true);
  });

  it("[A19] keeps what is left of a breaker's pause, counted from now", () => {
    let state = running;
    for (let n = 0; n < 3; n++)
      state = failing({ ...state, notBeforeMs: Math.max(state.notBeforeMs, T0 + AHEAD_MS) }).state;
    const mended = mendClock(state, T0);
    expect(mended.breaker?.untilMs).toBe(T0 + BREAKER_PAUSE_MS_MIN);
    expect(mended.notBeforeMs).toBe(T0 + BREAKER_PAUSE_MS_MIN);
    expect(mendClock(mended, T0)).toBe(mended);
  });

  it("[A19] ends a visit's lease that lies ahead", () => {
    const mended = mendClock(begun(running, T0 + AHEAD_MS, "send"), T0);
    expect(beginVisit(mended, visitOf("send", "b"), T0 + 21_000).ok).toBe(true);
  });
});
