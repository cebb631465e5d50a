// Sends inside a conversation, its jobs, and its audit lines (C22-C24, C26, C28).
import { describe, expect, it } from "vitest";
import { DELIVERING_LEASE_MS } from "../sending/limits.ts";
import { auditNote } from "./audit.ts";
import { wantedJobs } from "./effect.ts";
import { asked, HOLD_MS, lead, ours, QUIET_MS, sightingOf, T0, Talk } from "./talk.ts";

const GIVEN_UP = { code: "dead_letter", sentence: "An answer could not be written." };
const TWICE = [ours("Yes, it is available.", "p1"), ours("Yes, it is available.", "p2")];

/** The assistant answered once, and the platform shows its text twice. */
function shownTwice(): Talk {
  const talk = asked();
  talk.decided({}, "auto_send");
  talk.click([lead("Is it available?")]);
  talk.read([lead("Is it available?"), ...TWICE]);
  return talk;
}

describe("sending", () => {
  const thread = [lead("Is it available?")];

  it("recognises its own message after the click and calls it sent", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    expect(talk.click(thread)).toBeNull();
    talk.read([...thread, ours("Yes,  it is available.\n-- \nHarbour")], T0 + HOLD_MS);
    expect(talk.sends).toEqual(["sent"]);
    expect(talk.now.messages.at(-1)).toMatchObject({ author: "assistant", sendId: "cv_1.3" });
    expect(talk.now.ownerMode).toBe("ai");
  });

  it("stops before the click when the pre-image holds a new message of the lead", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    expect(talk.click([...thread, lead("Wait, another question")])).toBe("STALE");
    expect(talk.sends).toEqual(["cancelled"]);
    expect(talk.now.pending?.basis).toBe("m4");
  });

  it("stops before the click when a person took over meanwhile", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    const sendId = talk.now.sends[0]?.id ?? "";
    talk.tell({ do: "claim_send", sendId, token: "a", sendMode: "auto_send", nowMs: T0 });
    talk.reply("I am answering this.");
    const preImage = sightingOf(thread, T0, true);
    expect(talk.tell({ do: "allow_delivery", sendId, token: "a", preImage, nowMs: T0 })).toBe("STALE");
  });

  it("[C22] lets the sends of a conversation leave in order, one at a time", () => {
    const talk = asked();
    talk.reply("first");
    talk.reply("second");
    talk.tell({ do: "tick", nowMs: T0 + HOLD_MS });
    const [first, second] = talk.now.sends.map((send) => send.id);
    const claim = { do: "claim_send", token: "a", sendMode: "auto_send", nowMs: T0 + HOLD_MS } as const;
    expect(talk.tell({ ...claim, sendId: second ?? "" })).toBe("NOT_NOW");
    expect(talk.tell({ ...claim, sendId: first ?? "" })).toBeNull();
    expect(talk.tell({ ...claim, sendId: second ?? "", token: "b" })).toBe("NOT_NOW");
  });

  it("[C23] a failed send opens a hand-off", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.click(thread);
    const failure = { code: "PLATFORM_REFUSED", message: "Blocked.", next: "Look." };
    const sendId = talk.now.sends[0]?.id ?? "";
    talk.tell({
      do: "report_send",
      sendId,
      token: "a",
      report: { saw: "refusal", failure, postImage: null },
      nowMs: T0,
    });
    expect(talk.sends).toEqual(["failed"]);
    expect(talk.now.handOff?.reason.code).toBe("send_failed");
  });

  it("[C24] returns what policy approved to a draft when sending by itself was switched off", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    const sendId = talk.now.sends[0]?.id ?? "";
    expect(talk.tell({ do: "claim_send", sendId, token: "a", sendMode: "draft_only", nowMs: T0 })).toBe("NOT_NOW");
    expect(talk.sends).toEqual(["draft"]);
  });

  it("[C26] wants exactly the jobs that its state needs", () => {
    const talk = asked();
    expect(wantedJobs(talk.now)).toMatchObject([{ key: "decide", dueAtMs: T0 + QUIET_MS }]);
    talk.decided({}, "auto_send");
    expect(wantedJobs(talk.now)).toMatchObject([{ topic: "send", sendId: "cv_1.3" }]);
    talk.click(thread);
    expect(wantedJobs(talk.now)).toMatchObject([{ topic: "follow_up" }]);
    talk.tell({ do: "tick", nowMs: T0 + HOLD_MS + DELIVERING_LEASE_MS });
    expect(wantedJobs(talk.now)).toMatchObject([{ topic: "reconcile", sendId: "cv_1.3" }]);
    talk.read([...thread, ours("Yes, it is available.")], T0 + 500_000);
    expect(wantedJobs(talk.now)).toMatchObject([{ topic: "follow_up" }]);
  });

  it("[C30] hands a text that shows twice to a person, once, and stops the assistant there", () => {
    const talk = shownTwice();
    expect(talk.now.sends[0]).toMatchObject({ state: "sent", isDuplicated: true });
    expect(talk.now.handOff?.reason.code).toBe("shown_twice");
    expect(talk.now.ownerMode).toBe("human");
    talk.read([...thread, ...TWICE]);
    expect(talk.happened("hand_off_opened")).toBe(1);
    talk.read([...thread, ...TWICE, lead("Why do you write twice?")]);
    talk.decided({}, "auto_send");
    expect(talk.sends).toEqual(["sent"]);
  });

  it("[C30] keeps the hand-off that is open already, and opens another for a copy that shows after it was closed", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.click(thread);
    talk.tell({ do: "open_hand_off", reason: GIVEN_UP, nowMs: T0 });
    talk.read([...thread, ...TWICE]);
    expect(talk.now.handOff?.reason.code).toBe("dead_letter");
    talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: T0 });
    expect(talk.now.handOff).toBeNull();
    talk.read([...thread, ...TWICE, ours("Yes, it is available.", "p3")]);
    expect(talk.now.handOff?.reason.code).toBe("shown_twice");
    expect(talk.now.ownerMode).toBe("human");
  });

  it("[C14] [C30] stops before the click when the pre-image shows an earlier text twice", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.click(thread);
    const answered = [...thread, ours("Yes, it is available.", "p1"), lead("And parking?")];
    talk.read(answered);
    talk.decided({ reply: "Parking is included." }, "auto_send");
    expect(talk.click([...answered, ours("Yes, it is available.", "p2")])).toBe("STALE");
    expect(talk.sends).toEqual(["sent", "cancelled"]);
  });

  it("[C31] hands what a queue gave up on to a person, and says it once while nobody answered", () => {
    const talk = asked();
    talk.decided();
    expect(talk.tell({ do: "open_hand_off", reason: GIVEN_UP, nowMs: T0 })).toBeNull();
    const opened = talk.now.handOff;
    expect(opened).toMatchObject({ reason: GIVEN_UP, openedAtMs: T0 });
    expect(talk.now.ownerMode).toBe("human");
    expect(talk.sends).toEqual(["cancelled"]);
    const before = talk.events.length;
    expect(talk.tell({ do: "open_hand_off", reason: GIVEN_UP, nowMs: T0 + 1_000 })).toBeNull();
    expect(talk.events.length).toBe(before);
    expect(talk.now.handOff).toBe(opened);
  });

  it("[C31] opens no conversation that nobody ever wrote in", () => {
    const talk = new Talk();
    expect(talk.tell({ do: "open_hand_off", reason: GIVEN_UP, nowMs: T0 })).toBe("NOT_FOUND");
    expect(talk.state).toBeNull();
  });
});

describe("the audit line", () => {
  it("[C28] holds no message text and no name, whatever happened", () => {
    const secret = "My number is 555-0100";
    const talk = new Talk();
    talk.read([lead(secret)]);
    talk.decided({ reply: `You said: ${secret}` });
    const sendId = talk.now.sends[0]?.id ?? "";
    talk.tell({ do: "approve_draft", userId: "us_1", sendId, body: `${secret}!`, nowMs: T0 });
    talk.reply(secret);
    const notes = talk.events.map(auditNote).filter((note) => note !== null);
    expect(notes.length).toBeGreaterThan(4);
    const text = JSON.stringify(notes);
    expect(text).not.toContain("555-0100");
    expect(text).not.toContain("Jamie");
  });
});
