import { describe, expect, it } from "vitest";
import { configure, NEW_ACCOUNT, restart } from "./account.ts";
import {
  LOOK_AGAIN_MS,
  POLL_FASTER_TIMES,
  POLL_SPREAD,
  SEND_COMES_BACK_MS,
  WAKE_BURST,
  WAKE_EVERY_MS,
} from "./limits.ts";
import { afterSignal, isPollDue, nextLookAtMs, postponePoll, wake } from "./polling.ts";
import { begun, ended, GAP_MS, INTERVAL_MS, PACE, running, T0, visitOf } from "./talk.ts";
import { beginVisit } from "./visits.ts";

describe("the poll clock", () => {
  it("[A4] polls a quiet inbox an interval after the last poll ended, spread to either side", () => {
    const at = (chance: number) => (ended(begun(running), {}, T0, chance).nextPollAtMs ?? 0) - T0;
    expect(at(0.5)).toBe(INTERVAL_MS);
    expect(at(0)).toBe(INTERVAL_MS * (1 - POLL_SPREAD));
    expect(at(0.999999)).toBeLessThanOrEqual(INTERVAL_MS * (1 + POLL_SPREAD));
  });

  it("[A5] wakes at once, but not before the pace allows", () => {
    const quiet = ended(begun(running));
    expect(wake(quiet, T0 + 1).nextPollAtMs).toBe(T0 + GAP_MS * 1.25);
    expect(wake(quiet, T0 + 60_000).nextPollAtMs).toBe(T0 + 60_000);
    expect(wake(NEW_ACCOUNT, T0).nextPollAtMs).toBeNull();
  });

  it("[A5] follows a poll that was running when the wake came by another one", () => {
    const woken = wake(begun(running), T0 + 1_000);
    expect(ended(woken, {}, T0 + 2_000, 0).nextPollAtMs).toBe(T0 + 2_000 + GAP_MS);
    expect(ended(begun(running), {}, T0 + 2_000, 0).nextPollAtMs).toBeGreaterThan(T0 + INTERVAL_MS / 2);
  });

  it("[A6] repeats a signal that nobody acted on, and gives none while a poll runs", () => {
    expect(isPollDue(running, T0)).toBe(true);
    const signalled = afterSignal(running, "b1", T0);
    expect(isPollDue(signalled, T0 + 1_000)).toBe(false);
    expect(isPollDue(signalled, T0 + 60_000)).toBe(true);
    const polling = begun(signalled, T0 + 1);
    const renewed = { ...polling, visit: { token: "a", purpose: "poll", bootId: "b1", untilMs: T0 + 90_000 } as const };
    expect(isPollDue(renewed, T0 + 60_000)).toBe(false);
    expect(isPollDue(renewed, T0 + 90_000)).toBe(true);
  });

  it("[A10] polls soon after a visit that was in the way, not only when the signal would be repeated", () => {
    const busy = begun(afterSignal(running, "b1", T0), T0, "send");
    const refused = beginVisit(busy, visitOf("poll", "b"), T0);
    if (refused.ok) throw new Error("two visits at once");
    const postponed = postponePoll(busy, refused.error.retryAtMs);
    expect(postponed.nextPollAtMs).toBeLessThan(busy.nextPollAtMs ?? 0);
    expect(isPollDue(postponed, refused.error.retryAtMs)).toBe(true);
    expect(postponePoll(NEW_ACCOUNT, T0).nextPollAtMs).toBeNull();
  });

  it("[A11] polls faster after traffic, and slower again with every poll that finds nothing", () => {
    const fastMs = INTERVAL_MS / POLL_FASTER_TIMES;
    const pauses: number[] = [];
    let state = ended(begun(running), { foundNew: true });
    for (let atMs = T0, n = 0; n < 4; n++) {
      pauses.push((state.nextPollAtMs ?? 0) - atMs);
      atMs = state.nextPollAtMs ?? 0;
      state = ended(begun(state, atMs), {}, atMs);
    }
    expect(pauses).toEqual([fastMs, fastMs * 2, INTERVAL_MS, INTERVAL_MS]);
  });

  it("[A11] starts again at the interval when an admin changes it", () => {
    const fast = ended(begun(running), { foundNew: true });
    const slower = configure(fast, { ...PACE, pollIntervalMs: INTERVAL_MS * 2 }, T0);
    expect(slower).toMatchObject({ nextPollAtMs: T0, pollPauseMs: INTERVAL_MS * 2 });
    expect(configure(fast, { ...PACE, sendsPerHourMax: 5 }, T0).nextPollAtMs).toBe(fast.nextPollAtMs);
  });

  it("[A14] turns a flood of wakes into a few polls, and loses none", () => {
    let state = { ...running, visitGapMs: 0 };
    const polls: number[] = [];
    const lastWakeMs = T0 + 299_000;
    for (let atMs = T0; atMs < T0 + 400_000; atMs += 1_000) {
      if (atMs <= lastWakeMs) state = wake(state, atMs);
      if (!isPollDue(state, atMs)) continue;
      polls.push(atMs);
      state = ended(begun(state, atMs), {}, atMs);
    }
    expect(polls.length).toBeLessThanOrEqual(WAKE_BURST + 300_000 / WAKE_EVERY_MS + 2);
    expect(polls.at(-1)).toBeGreaterThanOrEqual(lastWakeMs);
    expect(polls.at(-1)).toBeLessThanOrEqual(lastWakeMs + WAKE_EVERY_MS + 1_000);
  });

  it("[A15] looks again soon while a signal or a visit is out, and otherwise only when the poll is due", () => {
    expect(nextLookAtMs(afterSignal(running, "b1", T0), T0)).toBe(T0 + LOOK_AGAIN_MS);
    expect(nextLookAtMs(begun(running), T0)).toBe(T0 + LOOK_AGAIN_MS);
    expect(nextLookAtMs(ended(begun(running)), T0)).toBe(T0 + INTERVAL_MS);
    expect(nextLookAtMs(NEW_ACCOUNT, T0)).toBeNull();
    // A refused poll has answered its signal.
    expect(postponePoll(afterSignal(running, "b1", T0), T0 * 2).signalledTo).toBeNull();
  });

  it("[A15] [A22] makes a poll due soon whose signal or visit died with its process, after the messages that waited", () => {
    const dueAtMs = T0 + 1_000 + SEND_COMES_BACK_MS;
    const signalled = afterSignal(running, "b1", T0);
    expect(restart(signalled, "b1", T0 + 1_000).nextPollAtMs).toBe(signalled.nextPollAtMs);
    expect(restart(signalled, "b2", T0 + 1_000).nextPollAtMs).toBe(dueAtMs);
    expect(restart(begun(signalled), "b2", T0 + 1_000)).toMatchObject({ visit: null, nextPollAtMs: dueAtMs });
    const quiet = ended(begun(running));
    expect(restart(begun(quiet, T0 + GAP_MS * 2, "send"), "b2", T0 + GAP_MS * 3).nextPollAtMs).toBe(quiet.nextPollAtMs);
  });
});
