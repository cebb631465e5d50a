// Examples for the rules of SPEC.md, one send at a time. Random interleavings are in interleavings.test.ts.
import { describe, expect, it } from "vitest";
import { isSameBody } from "./body-match.ts";
import type { SendCommand, SendEvent } from "./command.ts";
import { decideSend, nextTickAtMs, readBackDueAtMs } from "./decide.ts";
import { evolveSend, newSend } from "./evolve.ts";
import {
  ABSENT_READ_GAP_MS,
  CLAIM_LEASE_MS,
  FAULTS_MAX,
  RELEASED_MS_MAX,
  retryDelayMs,
  SETTLE_MS,
  UNKNOWN_MS_MAX,
} from "./limits.ts";
import type { Send } from "./send.ts";

const T0 = 1_800_000_000_000;
const FAULT = { code: "TIMEOUT", message: "The page did not answer.", next: "It is tried again." };
const draft = newSend({
  id: "cv_1.1",
  body: "Yes, it is available.",
  author: { by: "assistant", decisionId: "d1" },
  epoch: 1,
  basis: "m1",
  createdAtMs: T0,
});

/** Carries out commands that must be accepted. */
function given(send: Send, ...commands: SendCommand[]): Send {
  let current = send;
  for (const command of commands) current = eventsOf(current, command).reduce(evolveSend, current);
  return current;
}

function eventsOf(send: Send, command: SendCommand): readonly SendEvent[] {
  const decided = decideSend(send, command);
  if (!decided.ok) throw new Error(`${command.do} was refused: ${decided.error.code}`);
  return decided.value;
}

function refusalOf(send: Send, command: SendCommand): string | null {
  const decided = decideSend(send, command);
  return decided.ok ? null : decided.error.code;
}

const approve: SendCommand = { do: "approve", by: "u1", body: null, basis: "m1", releaseAtMs: T0 };
const tick = (nowMs: number): SendCommand => ({ do: "tick", nowMs });
const claim = (token: string, nowMs = T0): SendCommand => ({ do: "claim", token, nowMs });
const allow = (token: string, nowMs = T0): SendCommand => ({
  do: "allow",
  token,
  epoch: 1,
  newestInbound: "m1",
  nowMs,
});
const sight: SendCommand = { do: "sight", platformMessageId: "p9", isHeld: false, nowMs: T0 };
const absent = (takenAtMs: number, isComplete = true): SendCommand => ({ do: "note_absent", isComplete, takenAtMs });

const queued = given(draft, approve, tick(T0));
const claimed = given(queued, claim("a"));
const delivering = given(claimed, allow("a"));
const unknown = given(delivering, { do: "report_unconfirmed", token: "a", nowMs: T0 });

describe("before the click", () => {
  it("[D1] only a draft can be approved, edited or rejected", () => {
    expect(given(draft, { ...approve, body: "Yes! It is." })).toMatchObject({
      state: "approved",
      approvedBy: "u1",
      body: "Yes! It is.",
      draftedBody: draft.body,
    });
    expect(given(draft, { do: "reject" }).state).toBe("rejected");
    for (const send of [queued, claimed, delivering, unknown]) {
      expect(refusalOf(send, approve)).toBe("NOT_NOW");
      expect(refusalOf(send, { do: "reject" })).toBe("NOT_NOW");
    }
  });

  it("[D2] an approved send waits for its release and can be cancelled until it is delivering", () => {
    const approved = given(draft, { ...approve, releaseAtMs: T0 + 5_000 });
    expect(nextTickAtMs(approved)).toBe(T0 + 5_000);
    expect(eventsOf(approved, tick(T0 + 4_999))).toEqual([]);
    expect(given(approved, tick(T0 + 5_000)).state).toBe("queued");
    const cancel: SendCommand = { do: "cancel", reason: { code: "undone", sentence: "Taken back." } };
    for (const send of [draft, approved, queued, claimed]) expect(given(send, cancel).state).toBe("cancelled");
    for (const send of [delivering, unknown, given(unknown, sight)]) expect(refusalOf(send, cancel)).toBe("NOT_NOW");
  });

  it("[D3] a redelivered job finds the claim and does nothing", () => {
    expect(refusalOf(claimed, claim("b"))).toBe("NOT_NOW");
    expect(refusalOf(delivering, claim("b"))).toBe("NOT_NOW");
    expect(refusalOf(given(unknown, sight), claim("b"))).toBe("NOT_NOW");
  });

  it("[D4] a claim that ends before delivering queues the send again", () => {
    expect(given(claimed, { do: "release_claim", token: "a", notBeforeMs: T0, nowMs: T0 }).state).toBe("queued");
    expect(given(claimed, { do: "release_claim", token: "other", notBeforeMs: T0, nowMs: T0 }).state).toBe("claimed");
    expect(given(claimed, tick(T0 + CLAIM_LEASE_MS)).state).toBe("queued");
    expect(given(claimed, { do: "restart", nowMs: T0 }).state).toBe("queued");
  });

  it("[D21] can be put off while it is queued, is not claimed before then, and can be cancelled meanwhile", () => {
    const later = given(queued, { do: "put_off", untilMs: T0 + 60_000 });
    expect(later).toMatchObject({ state: "queued", notBeforeMs: T0 + 60_000, faults: 0 });
    expect(refusalOf(later, claim("a", T0 + 59_999))).toBe("NOT_NOW");
    expect(given(later, claim("a", T0 + 60_000)).state).toBe("claimed");
    expect(given(later, { do: "cancel", reason: { code: "undone", sentence: "Taken back." } }).state).toBe("cancelled");
    for (const send of [later, draft, given(queued, claim("a"))]) {
      expect(eventsOf(send, { do: "put_off", untilMs: T0 + 60_000 })).toEqual([]);
    }
  });

  it("[D19] a claim given back waits as long as the account says, a minute at most, and counts as no fault", () => {
    const release = (notBeforeMs: number) =>
      given(claimed, { do: "release_claim", token: "a", notBeforeMs, nowMs: T0 });
    expect(release(T0 + 9_000)).toMatchObject({ state: "queued", notBeforeMs: T0 + 9_000, faults: claimed.faults });
    expect(refusalOf(release(T0 + 9_000), claim("b", T0 + 8_999))).toBe("NOT_NOW");
    expect(release(T0 + 86_400_000).notBeforeMs).toBe(T0 + RELEASED_MS_MAX);
    expect(release(0).notBeforeMs).toBe(T0);
  });

  it("[D5] delivering needs the living claim", () => {
    expect(refusalOf(claimed, allow("b"))).toBe("STALE");
    expect(refusalOf(claimed, allow("a", T0 + CLAIM_LEASE_MS))).toBe("STALE");
    expect(refusalOf(queued, allow("a"))).toBe("STALE");
    expect(refusalOf(delivering, allow("a"))).toBe("STALE");
    expect(delivering).toMatchObject({ state: "delivering", deliveringAtMs: T0 });
  });

  it("[D6] an assistant's text of an older epoch is never delivered", () => {
    expect(refusalOf(claimed, { do: "allow", token: "a", epoch: 2, newestInbound: "m1", nowMs: T0 })).toBe("STALE");
  });

  it("[D7] a text that does not answer the newest message is never delivered", () => {
    const command: SendCommand = { do: "allow", token: "a", epoch: 1, newestInbound: "m2", nowMs: T0 };
    expect(refusalOf(claimed, command)).toBe("NEW_INBOUND");
  });

  it("[D13] a fault before the click waits longer each time, obeys Retry-After, and fails in the end", () => {
    const report = (retryAfterMs: number, isRetryable = true): SendCommand => ({
      do: "report_not_sent",
      token: "a",
      failure: FAULT,
      isRetryable,
      retryAfterMs,
      nowMs: T0,
    });
    expect(given(claimed, report(0))).toMatchObject({
      state: "queued",
      notBeforeMs: T0 + retryDelayMs(1, 0),
      faults: 1,
    });
    expect(given(claimed, report(90_000)).notBeforeMs).toBe(T0 + 90_000);
    expect(refusalOf(given(claimed, report(0)), claim("b", T0))).toBe("NOT_NOW");
    expect(given(claimed, report(0, false)).state).toBe("failed");
    const tired = { ...claimed, faults: FAULTS_MAX - 1 };
    expect(given(tired, report(0))).toMatchObject({ state: "failed", failure: FAULT });
    expect(retryDelayMs(2, 0)).toBeGreaterThan(retryDelayMs(1, 0));
    expect(retryDelayMs(60, 0)).toBe(retryDelayMs(20, 0));
  });
});

describe("after the click", () => {
  it("[D8] no command but two absent reads leads back to queued", () => {
    const commands: SendCommand[] = [
      claim("b"),
      { do: "release_claim", token: "a", notBeforeMs: T0, nowMs: T0 },
      { do: "return", reason: { code: "x", sentence: "x" } },
      { do: "report_not_sent", token: "a", failure: FAULT, isRetryable: true, retryAfterMs: 0, nowMs: T0 },
      { do: "restart", nowMs: T0 },
      tick(T0 + 10 * UNKNOWN_MS_MAX),
      absent(T0 + SETTLE_MS),
    ];
    for (const start of [delivering, unknown]) {
      for (const command of commands) {
        const decided = decideSend(start, command);
        const end = decided.ok ? decided.value.reduce(evolveSend, start) : start;
        expect(["queued", "claimed", "draft", "approved"]).not.toContain(end.state);
      }
    }
  });

  it("[D9] a delivering send without proof becomes unknown", () => {
    expect(unknown.state).toBe("unknown");
    expect(given(delivering, { do: "restart", nowMs: T0 }).state).toBe("unknown");
    expect(given(delivering, tick(delivering.lease?.untilMs ?? 0)).state).toBe("unknown");
    expect(given(delivering, { do: "report_unconfirmed", token: "b", nowMs: T0 }).state).toBe("delivering");
  });

  it("[D10] a sighting wins, however late, and cancels a waiting resend", () => {
    const twiceAbsent = given(unknown, absent(T0 + SETTLE_MS), absent(T0 + SETTLE_MS + ABSENT_READ_GAP_MS));
    expect(twiceAbsent.state).toBe("queued");
    const failed = given(delivering, { do: "report_refused", token: "a", failure: FAULT });
    for (const send of [delivering, unknown, twiceAbsent, given(twiceAbsent, claim("b", T0 + 60_000)), failed]) {
      expect(given(send, sight)).toMatchObject({ state: "sent", proof: { platformMessageId: "p9" }, failure: null });
    }
    expect(eventsOf(queued, sight)).toEqual([]);
  });

  it("[D11] an absent read counts only when complete, settled, and apart from the one before", () => {
    expect(readBackDueAtMs(unknown)).toBe(T0 + SETTLE_MS);
    expect(eventsOf(unknown, absent(T0 + SETTLE_MS - 1))).toEqual([]);
    expect(eventsOf(unknown, absent(T0 + SETTLE_MS, false))).toEqual([]);
    const once = given(unknown, absent(T0 + SETTLE_MS));
    expect(once).toMatchObject({ state: "unknown", absentReads: 1 });
    expect(eventsOf(once, absent(T0 + SETTLE_MS + ABSENT_READ_GAP_MS - 1))).toEqual([]);
  });

  it("[D12] two absent reads allow one resend; after another two it fails for a human", () => {
    const twice = (send: Send, fromMs: number) => given(send, absent(fromMs), absent(fromMs + ABSENT_READ_GAP_MS));
    const again = twice(unknown, T0 + SETTLE_MS);
    expect(again).toMatchObject({ state: "queued", resends: 1 });
    const later = T0 + 120_000;
    const unknownAgain = given(again, claim("b", later), allow("b", later), {
      do: "report_unconfirmed",
      token: "b",
      nowMs: later,
    });
    expect(unknownAgain).toMatchObject({ state: "unknown", absentReads: 0 });
    expect(twice(unknownAgain, later + SETTLE_MS)).toMatchObject({ state: "failed", failure: { code: "SEND_ABSENT" } });
  });

  it("[D14] a refusal by the platform fails the send without a resend", () => {
    const failed = given(delivering, { do: "report_refused", token: "a", failure: FAULT });
    expect(failed).toMatchObject({ state: "failed", failure: FAULT, resends: 0 });
  });

  it("[D15] a second sighting is an incident and the send stays sent", () => {
    expect(given(delivering, sight, sight)).toMatchObject({ state: "sent", isDuplicated: true });
  });

  it("[D16] an unknown send that is never resolved goes to a human", () => {
    expect(nextTickAtMs(unknown)).toBe(T0 + UNKNOWN_MS_MAX);
    expect(given(unknown, tick(T0 + UNKNOWN_MS_MAX))).toMatchObject({
      state: "failed",
      failure: { code: "SEND_UNRESOLVED" },
    });
  });

  it("[D17] nothing but a sighting moves a final send", () => {
    const finals = [given(delivering, sight), given(draft, { do: "reject" })];
    const quiet: SendCommand[] = [
      tick(T0 * 2),
      { do: "restart", nowMs: T0 },
      absent(T0 * 2),
      { do: "return", reason: { code: "x", sentence: "x" } },
    ];
    for (const send of finals) for (const command of quiet) expect(eventsOf(send, command)).toEqual([]);
  });
});

describe("recognising our text", () => {
  it("[D18] knows it again with other white space, normalisation, or a signature on a new line", () => {
    expect(isSameBody("Yes,  it\nis available. ", "Yes, it is available.")).toBe(true);
    expect(isSameBody("Cafe\u0301", "Caf\u00e9")).toBe(true);
    expect(isSameBody("Yes, it is available.\n-- \nHarbour Lettings", "Yes, it is available.")).toBe(true);
    expect(isSameBody("Yes, it is available. Come at 5.", "Yes, it is available.")).toBe(false);
    expect(isSameBody("Yes", "Yes, it is available.")).toBe(false);
    expect(isSameBody("anything", "")).toBe(false);
  });
});

describe("a clock that went back", () => {
  const BACK_MS = 20 * 60_000;
  const nowMs = T0 - BACK_MS;

  it("[D20] begins the settle time of an unknown send anew, with none of the reads that lie ahead", () => {
    const read = given(unknown, absent(T0 + SETTLE_MS));
    for (const send of [unknown, read]) {
      const again = given(send, { do: "restart", nowMs });
      expect(again).toMatchObject({
        state: "unknown",
        unknownSinceMs: nowMs,
        absentReads: 0,
        lastAbsentReadAtMs: null,
      });
      expect(readBackDueAtMs(again)).toBe(nowMs + SETTLE_MS);
    }
    expect(eventsOf(read, { do: "restart", nowMs: T0 + SETTLE_MS })).toEqual([]);
  });

  it("[D20] lets a send that was written later than now wait no longer", () => {
    const held = given(draft, { ...approve, releaseAtMs: T0 + 5_000 });
    const delayed = { ...queued, notBeforeMs: T0 + 2_000 };
    for (const send of [held, delayed]) {
      expect(given(send, { do: "restart", nowMs })).toMatchObject({ state: "queued", notBeforeMs: nowMs });
      // The same wait under a clock that did not go back is what it is.
      expect(eventsOf(send, { do: "restart", nowMs: T0 })).toEqual([]);
    }
    expect(eventsOf(queued, { do: "restart", nowMs: T0 })).toEqual([]);
  });
});
