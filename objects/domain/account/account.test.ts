import { describe, expect, it } from "vitest";
import {
  type AccountState,
  afterSignal,
  beginVisit,
  configure,
  endVisit,
  isPollDue,
  NEW_ACCOUNT,
  postponePoll,
  renewVisit,
  restart,
  resume,
  wake,
} from "./account.ts";
import { FAULT_DELAY_MS_MAX, POLL_SPREAD, VISIT_GAP_MS, VISIT_LEASE_MS } from "./limits.ts";

const T0 = 1_800_000_000_000;
const INTERVAL_MS = 600_000;
const running = configure(NEW_ACCOUNT, { isActive: true, pollIntervalMs: INTERVAL_MS }, T0);
const visit = { token: "a", purpose: "poll", bootId: "b1" } as const;

function begun(state: AccountState, nowMs = T0): AccountState {
  const result = beginVisit(state, visit, nowMs);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function ended(
  state: AccountState,
  fault: { isStopping: boolean; retryAfterMs: number } | null,
  nowMs = T0,
  chance = 0.5,
) {
  const end = { loginState: "in" as const, fault: fault === null ? null : { code: "TIMEOUT", message: "m", ...fault } };
  const next = endVisit(state, "a", end, nowMs, chance);
  if (next === null) throw new Error("the token was not taken");
  return next;
}

describe("a platform account", () => {
  it("[A1] refuses every other visit while one lives", () => {
    expect(beginVisit(begun(running), { ...visit, token: "b", purpose: "send" }, T0 + VISIT_LEASE_MS - 1).ok).toBe(
      false,
    );
    expect(beginVisit(begun(running), { ...visit, token: "b", purpose: "send" }, T0 + VISIT_LEASE_MS).ok).toBe(true);
  });

  it("[A2] ends a visit that is not renewed", () => {
    const state = begun(running);
    expect(renewVisit(state, "a", T0 + 1)?.visit?.untilMs).toBe(T0 + 1 + VISIT_LEASE_MS);
    expect(renewVisit(state, "b", T0 + 1)).toBeNull();
    expect(renewVisit(state, "a", T0 + VISIT_LEASE_MS)).toBeNull();
    expect(endVisit(state, "b", { loginState: "in", fault: null }, T0, 0)).toBeNull();
  });

  it("[A3] gives no visit while it is switched off or stopped", () => {
    expect(beginVisit(NEW_ACCOUNT, visit, T0).ok).toBe(false);
    const stopped = ended(begun(running), { isStopping: true, retryAfterMs: 0 });
    const refused = beginVisit(stopped, visit, T0 + FAULT_DELAY_MS_MAX * 9);
    expect(!refused.ok && refused.error.message).toBe("m");
    expect(beginVisit(resume(stopped, T0), visit, T0).ok).toBe(true);
  });

  it("[A4] polls an interval after the last poll ended, spread to either side", () => {
    const at = (chance: number) => (ended(begun(running), null, T0, chance).nextPollAtMs ?? 0) - T0;
    expect(at(0.5)).toBe(INTERVAL_MS);
    expect(at(0)).toBe(INTERVAL_MS * (1 - POLL_SPREAD));
    expect(at(0.999999)).toBeLessThanOrEqual(INTERVAL_MS * (1 + POLL_SPREAD));
  });

  it("[A5] wakes at once, but not before the pace allows", () => {
    const quiet = ended(begun(running), null);
    expect(wake(quiet, T0 + 1).nextPollAtMs).toBe(T0 + VISIT_GAP_MS);
    expect(wake(quiet, T0 + 60_000).nextPollAtMs).toBe(T0 + 60_000);
    expect(wake(NEW_ACCOUNT, T0).nextPollAtMs).toBeNull();
  });

  it("[A6] repeats a signal that nobody acted on", () => {
    expect(isPollDue(running, T0)).toBe(true);
    const signalled = afterSignal(running, T0);
    expect(isPollDue(signalled, T0 + 1_000)).toBe(false);
    expect(isPollDue(signalled, T0 + 60_000)).toBe(true);
    expect(beginVisit(signalled, visit, T0 + 1).ok).toBe(true);
  });

  it("[A7] stops at a fault that needs a human, and says what to do", () => {
    const stopped = ended(begun(running), { isStopping: true, retryAfterMs: 0 });
    expect(stopped).toMatchObject({ nextPollAtMs: null, stopped: { code: "TIMEOUT", atMs: T0 } });
    expect(stopped.stopped?.next).toContain("resume");
    expect(isPollDue(stopped, T0 * 2)).toBe(false);
  });

  it("[A8] waits longer after each fault in a row, as long as the platform says, and forgets at a success", () => {
    const once = ended(begun(running), { isStopping: false, retryAfterMs: 0 });
    const twice = ended(begun(once, T0 + 700_000), { isStopping: false, retryAfterMs: 0 }, T0 + 700_000);
    expect(twice.notBeforeMs - (T0 + 700_000)).toBeGreaterThan(once.notBeforeMs - T0);
    expect(ended(begun(running), { isStopping: false, retryAfterMs: 99_000 }).notBeforeMs).toBe(T0 + 99_000);
    expect(beginVisit(once, { ...visit, purpose: "send" }, once.notBeforeMs - 1).ok).toBe(false);
    expect(ended(begun(twice, T0 + 2_000_000), null, T0 + 2_000_000).faultsInARow).toBe(0);
  });

  it("[A9] voids the visit of an earlier run of the process", () => {
    expect(restart(begun(running), "b1").visit).not.toBeNull();
    expect(restart(begun(running), "b2").visit).toBeNull();
  });

  it("[A10] polls soon after a visit that was in the way, not only when the signal would be repeated", () => {
    const busy = begun(afterSignal(running, T0));
    const refused = beginVisit(busy, { ...visit, token: "b" }, T0);
    if (refused.ok) throw new Error("two visits at once");
    const postponed = postponePoll(busy, refused.error.retryAtMs);
    expect(postponed.nextPollAtMs).toBeLessThan(busy.nextPollAtMs ?? 0);
    expect(isPollDue(postponed, refused.error.retryAtMs)).toBe(true);
    expect(postponePoll(NEW_ACCOUNT, T0).nextPollAtMs).toBeNull();
  });
});
