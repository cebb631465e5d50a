// What the workboard says: times, send states, decisions, history. Words are part of the product.
import { describe, expect, it } from "vitest";
import type { SendView } from "#contracts/api/conversation";
import { INCIDENT_KINDS, type IncidentView } from "#contracts/api/incident";
import { SEND_STATES } from "#domain/sending/send";
import { latencyWords, pauseWords } from "../../web/src/words/account.ts";
import { actorWords, detailWords } from "../../web/src/words/audit.ts";
import { confidenceWords, factWords, guardrailWords } from "../../web/src/words/decision.ts";
import { incidentWords } from "../../web/src/words/health.ts";
import { mayCancel, sendWords } from "../../web/src/words/send.ts";
import { countDown, deadline, messageClock, shortAgo, until } from "../../web/src/words/time.ts";

const NOW_MS = Date.parse("2026-11-20T12:00:00Z");
const inMs = (ms: number) => new Date(NOW_MS + ms).toISOString();

function send(state: SendView["state"], more: Partial<SendView> = {}): SendView {
  const rest = { releaseAt: null, isEdited: false, failure: null, returned: null } as const;
  return { id: "s", state, body: "b", author: "agent", createdAt: inMs(0), ...rest, ...more };
}

describe("times in words", () => {
  it("are short in lists and never from the future", () => {
    expect(shortAgo(inMs(20_000), NOW_MS)).toBe("now");
    expect(shortAgo(inMs(-59_000), NOW_MS)).toBe("now");
    expect(shortAgo(inMs(-60_000), NOW_MS)).toBe("1 min");
    expect(shortAgo(inMs(-3_600_000), NOW_MS)).toBe("1 h");
  });

  it("tell how much of a deadline is left, or by how much it is over", () => {
    expect(deadline(inMs(12.5 * 60_000), NOW_MS)).toEqual({ words: "12 min left", isOverdue: false });
    expect(deadline(inMs(-2 * 3_600_000), NOW_MS)).toEqual({ words: "overdue by 2 h", isOverdue: true });
    expect(deadline(inMs(-50 * 3_600_000), NOW_MS).words).toBe("overdue by 2 days");
  });

  it("count down in seconds, rounded up, and say when something is due", () => {
    expect(countDown(1)).toBe("1 s");
    expect(countDown(9_001)).toBe("10 s");
    expect(countDown(300_000)).toBe("5 min");
    expect(until(inMs(-1), NOW_MS)).toBe("due");
  });

  it("show no clock for a message whose platform told only the day, or nothing", () => {
    expect(messageClock(inMs(0), "day")).toBeNull();
    expect(messageClock(null, "none")).toBeNull();
    expect(messageClock(inMs(0), "minute")).not.toBeNull();
  });
});

describe("send states in words", () => {
  it("exist for every state, and none speaks in codes", () => {
    for (const state of SEND_STATES) expect(sendWords(send(state), "RentHop", NOW_MS).words).not.toMatch(/_|undefined/);
  });

  it("count down while there is time to undo, and not afterwards", () => {
    expect(sendWords(send("approved", { releaseAt: inMs(8_000) }), "RentHop", NOW_MS).words).toBe("Goes out in 8 s");
    expect(sendWords(send("approved", { releaseAt: inMs(-1) }), "RentHop", NOW_MS).words).toBe("On its way");
  });

  it("ask for patience, not for a second try, while the arrival is checked", () => {
    expect(sendWords(send("unknown"), "RentHop", NOW_MS).next).toContain("do not send it twice");
  });

  it("say what to do after a failure", () => {
    const failure = { code: "X", message: "It was refused.", next: "Shorten it." };
    expect(sendWords(send("failed", { failure }), "RentHop", NOW_MS)).toEqual({
      tone: "bad",
      words: "It was refused.",
      next: "Shorten it.",
    });
  });

  it("offer undo exactly until the click", () => {
    expect(SEND_STATES.filter((state) => mayCancel(send(state)))).toEqual(["approved", "queued", "claimed"]);
  });
});

describe("decisions and history in words", () => {
  it("tell confidence as a word and a number, on the same border as the policy", () => {
    expect(confidenceWords(0.549)).toBe("Unsure (55 %)");
    expect(confidenceWords(0.55)).toBe("Fairly sure (55 %)");
    expect(confidenceWords(0.91)).toBe("Sure (91 %)");
  });

  it("turn codes into words", () => {
    expect(factWords("rentMonthly")).toBe("rent monthly");
    expect(guardrailWords("T20 legal_threat")).toBe("legal threat");
    expect(actorWords("agent:us_1", "us_1")).toBe("You");
    expect(actorWords("agent:us_2", "us_1")).toBe("Agent");
    expect(detailWords({ sendId: "x", nextAction: "offer_slots", count: 2, nothing: null })).toBe(
      "next action: offer slots · count: 2",
    );
    expect(detailWords({ id: "x" })).toBeNull();
  });
});

describe("what went wrong", () => {
  const incident: IncidentView = {
    id: "i",
    kind: "dead_letter",
    at: inMs(0),
    conversation: { id: "cv_1", leadName: null },
    account: null,
    detail: { job: "send" },
    seen: null,
  };

  it("says for every incident what happened and what to do", () => {
    for (const kind of INCIDENT_KINDS) {
      const { title, next } = incidentWords({ ...incident, kind });
      expect(title.length, kind).toBeGreaterThan(5);
      expect(next, kind).toMatch(/^[A-Z].+\.$/);
    }
    expect(incidentWords(incident).title).toBe("Given up: sending a message");
    expect(incidentWords({ ...incident, detail: { job: "newer" } }).title).toBe("Given up: a job");
    expect(incidentWords({ ...incident, conversation: null }).next).not.toBe(incidentWords(incident).next);
  });
});

describe("an account in words", () => {
  it("says how long leads wait to be read, and marks more than a minute", () => {
    expect(latencyWords(null)).toBeNull();
    const words = latencyWords({ p50Ms: 20_100, p95Ms: 60_000, samples: 37 });
    expect(words).toEqual({ p50: "21 s", p95: "60 s", samples: "37", isSlow: false });
    expect(latencyWords({ p50Ms: 20_100, p95Ms: 60_001, samples: 1 })?.isSlow).toBe(true);
  });

  it("says when an account that pauses tries again", () => {
    expect(pauseWords(inMs(9 * 60_000), NOW_MS)).toContain("in 9 min");
    expect(pauseWords(inMs(-1), NOW_MS)).toContain("by itself now");
  });
});
