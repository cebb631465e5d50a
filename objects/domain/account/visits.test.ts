import { describe, expect, it } from "vitest";
import { NEW_ACCOUNT, restart, resume } from "./account.ts";
import {
  BREAKER_PAUSE_MS_MAX,
  POLL_YIELDS_MS_MAX,
  SEND_BURST_SHARE,
  SEND_COMES_BACK_MS,
  VISIT_GAP_SPREAD,
  VISIT_LEASE_MS,
} from "./limits.ts";
import { begun, ended, faultOf, GAP_MS, PACE, running, T0, visitOf } from "./talk.ts";
import { awaitSend, beginVisit, endVisit, renewVisit } from "./visits.ts";

describe("a visit", () => {
  it("[A1] is refused while another one lives", () => {
    const other = visitOf("send", "b");
    expect(beginVisit(begun(running), other, T0 + VISIT_LEASE_MS - 1).ok).toBe(false);
    expect(beginVisit(begun(running), other, T0 + VISIT_LEASE_MS).ok).toBe(true);
  });

  it("[A2] ends when it is not renewed, and its token opens nothing any more", () => {
    const state = begun(running);
    const end = { loginState: "in", fault: null, foundNew: false, readThroughAtMs: null } as const;
    expect(renewVisit(state, "a", T0 + 1)?.visit?.untilMs).toBe(T0 + 1 + VISIT_LEASE_MS);
    expect(renewVisit(state, "b", T0 + 1)).toBeNull();
    expect(renewVisit(state, "a", T0 + VISIT_LEASE_MS)).toBeNull();
    expect(endVisit(state, "b", end, T0, 0)).toBeNull();
  });

  it("[A3] is not given while the account is switched off or stopped, until a person resumes it", () => {
    expect(beginVisit(NEW_ACCOUNT, visitOf("poll"), T0).ok).toBe(false);
    const stopped = ended(begun(running), faultOf({ isStopping: true }));
    const refused = beginVisit(stopped, visitOf("poll"), T0 + BREAKER_PAUSE_MS_MAX * 9);
    expect(!refused.ok && refused.error.message).toBe("It failed.");
    expect(beginVisit(resume(stopped, T0), visitOf("poll"), T0).ok).toBe(true);
  });

  it("[A9] of an earlier run of the process is void", () => {
    expect(restart(begun(running), "b1", T0).visit).not.toBeNull();
    expect(restart(begun(running), "b2", T0).visit).toBeNull();
  });

  it("[A12] keeps the account's gap to the one before, longer by chance and never shorter", () => {
    const at = (chance: number) => ended(begun(running, T0, "send"), {}, T0, chance).notBeforeMs - T0;
    expect(at(0)).toBe(GAP_MS);
    expect(at(0.999999)).toBeGreaterThan(GAP_MS * (1 + VISIT_GAP_SPREAD) - 2);
    expect(beginVisit(ended(begun(running)), visitOf("reconcile"), T0 + GAP_MS - 1).ok).toBe(false);
  });

  it("[A21] that reads adverts waits its turn, keeps the gap, moves no poll and spends no message", () => {
    const due = { ...running, nextPollAtMs: T0 + 60_000 };
    expect(beginVisit(begun(running), visitOf("listings", "b"), T0).ok).toBe(false);
    const looking = begun(due, T0, "listings");
    expect(looking).toMatchObject({ nextPollAtMs: T0 + 60_000, sendBudgetFullAtMs: running.sendBudgetFullAtMs });
    expect(ended(looking)).toMatchObject({ visit: null, nextPollAtMs: T0 + 60_000 });
    expect(beginVisit(ended(looking), visitOf("send"), T0 + GAP_MS - 1).ok).toBe(false);
    const pressing = begun({ ...running, nextPollAtMs: T0 }, T0, "listings");
    expect(ended(pressing).nextPollAtMs).toBe(ended(pressing).notBeforeMs);
  });

  it("[A22] for a message goes before the next poll, and a poll steps back for ten seconds at most", () => {
    const due = { ...running, visitGapMs: 0, nextPollAtMs: T0 };
    const refused = ended(awaitSend(begun(due, T0, "reconcile"), T0 + 1_000, T0), {}, T0);
    const backAtMs = T0 + 1_000 + SEND_COMES_BACK_MS;
    const poll = beginVisit(refused, visitOf("poll"), backAtMs - 1);
    expect(!poll.ok && poll.error.retryAtMs).toBe(backAtMs);
    expect(beginVisit(refused, visitOf("poll"), backAtMs).ok).toBe(true);
    // It came: the poll is free again, unless another one was refused meanwhile.
    const sending = begun(refused, T0 + 1_000, "send");
    expect(beginVisit(ended(sending, {}, T0 + 1_500), visitOf("poll"), T0 + 1_500).ok).toBe(true);
    let busy = sending;
    for (let atMs = T0 + 1_000; atMs < T0 + POLL_YIELDS_MS_MAX; atMs += 1_000)
      busy = awaitSend(busy, atMs + 1_000, atMs);
    expect(beginVisit(ended(busy), visitOf("poll"), T0 + POLL_YIELDS_MS_MAX - 1).ok).toBe(false);
    const polling = begun(ended(busy), T0 + POLL_YIELDS_MS_MAX);
    expect(polling.sendAwaited).toBeNull();
  });

  it("[A22] for a message is not waited for while the account is stopped or pauses", () => {
    const stopped = ended(begun(running), faultOf({ isStopping: true }));
    expect(awaitSend(stopped, T0 + 1_000, T0)).toBe(stopped);
  });

  it("[A13] gives an hour's messages and no more, whatever the visits came to, and never a refused poll or read", () => {
    const hour = 3_600_000;
    let state = { ...running, visitGapMs: 0 };
    let sent = 0;
    for (let atMs = T0; atMs < T0 + hour; atMs += 1_000) {
      const begunSend = beginVisit(state, visitOf("send"), atMs);
      if (!begunSend.ok) {
        expect(begunSend.error.retryAtMs).toBeGreaterThan(atMs);
        expect(beginVisit(state, visitOf("reconcile"), atMs).ok).toBe(true);
        continue;
      }
      sent++;
      state = ended(begunSend.value, {}, atMs, 0);
      if (atMs === T0 + 9_000) expect(sent).toBe(PACE.sendsPerHourMax / SEND_BURST_SHARE);
    }
    const burst = PACE.sendsPerHourMax / SEND_BURST_SHARE;
    expect(sent).toBeGreaterThanOrEqual(PACE.sendsPerHourMax);
    expect(sent).toBeLessThanOrEqual(PACE.sendsPerHourMax + burst);
  });
});
