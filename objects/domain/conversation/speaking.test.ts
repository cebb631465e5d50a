// What a decision does, and who speaks (C11-C21, C25, C27, C29).
import { describe, expect, it } from "vitest";
import { BACKLOG_MS } from "./limits.ts";
import { asked, HOLD_MS, lead, ours, REPLY, T0, Talk } from "./talk.ts";

describe("deciding", () => {
  it("[C11] ignores a decision for an older message and a second one for the same", () => {
    const talk = asked();
    const command = {
      do: "record_decision",
      decision: REPLY,
      provider: "t",
      sendMode: "draft_only",
      nowMs: T0,
    } as const;
    talk.tell({ ...command, basis: "m0" });
    expect(talk.now.sends).toHaveLength(0);
    talk.tell({ ...command, basis: "m1" });
    talk.tell({ ...command, basis: "m1" });
    expect(talk.sends).toEqual(["draft"]);
  });

  it("[C12] drafts in draft_only and queues in auto_send", () => {
    const careful = asked();
    careful.decided();
    expect(careful.sends).toEqual(["draft"]);
    const bold = asked();
    bold.decided({}, "auto_send");
    expect(bold.now.sends).toMatchObject([{ state: "queued", approvedBy: "policy" }]);
  });

  it("[C13] [C29] records a decision in a human-owned conversation, writes nothing, and tells its human", () => {
    const talk = asked();
    talk.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: T0 });
    talk.decided({}, "auto_send");
    expect(talk.now.sends).toHaveLength(0);
    expect(talk.now.decision?.decision.nextAction).toBe("reply");
    expect(talk.now.handOff?.reason.code).toBe("lead_wrote");
  });

  it("[C17] hands off once until it is closed", () => {
    const talk = asked();
    talk.decided({ nextAction: "hand_off", reply: null });
    expect(talk.now).toMatchObject({ ownerMode: "human", epoch: 2, handOff: { reason: { code: "answered" } } });
    talk.read([lead("Is it available?"), lead("Hello?")]);
    talk.decided({ nextAction: "hand_off", reply: null });
    expect(talk.happened("hand_off_opened")).toBe(1);
  });

  it("hands over a chosen time that no offer explains, and the end of a showing that is not on record", () => {
    const chosen = asked("The second one");
    chosen.decided({ nextAction: "book_slot", reply: "We are booking it." }, "auto_send");
    expect(chosen.now.handOff?.reason.code).toBe("showing_change");
    const cancelled = asked("I cannot come");
    cancelled.decided({ intents: ["cancel"], reply: "We will cancel it." }, "auto_send");
    expect(cancelled.now.handOff?.reason.code).toBe("showing_change");
    expect([...chosen.now.sends, ...cancelled.now.sends]).toEqual([]);
  });

  it("[C21] suppresses a lead who asked for it: nothing leaves any more", () => {
    const talk = asked();
    talk.reply("Let me look.");
    talk.read([lead("Is it available?"), lead("Stop writing to me")]);
    talk.decided({ nextAction: "suppress", reply: null });
    expect(talk.now).toMatchObject({ isSuppressed: true, workflowState: "outcome", outcome: "not_interested" });
    expect(talk.sends).toEqual(["cancelled"]);
    expect(talk.reply("One more thing", { idempotencyKey: "k2" })).toBe("SUPPRESSED");
    talk.read([lead("Is it available?"), lead("Stop writing to me"), lead("I said stop")]);
    expect(talk.now.pending).toBeNull();
  });

  it("[C25] drafts an answer to an old backlog even in auto_send", () => {
    const talk = new Talk();
    talk.read([{ ...lead("Is it available?"), sentAt: { ms: T0 - BACKLOG_MS - 1, precision: "day", raw: "" } }]);
    talk.decided({}, "auto_send");
    expect(talk.sends).toEqual(["draft"]);
  });

  it("ends a conversation that the lead declined, after saying goodbye", () => {
    const talk = asked();
    talk.decided({ outcome: "not_interested", reply: "Thank you for telling us." }, "auto_send");
    expect(talk.now).toMatchObject({ workflowState: "outcome", outcome: "not_interested" });
    expect(talk.sends).toEqual(["queued"]);
  });
});

describe("who speaks", () => {
  it("[C14] every change of owner raises the epoch and cancels the assistant's unclicked texts", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: T0 });
    expect(talk.now.epoch).toBe(2);
    expect(talk.sends).toEqual(["cancelled"]);
  });

  it("[C15] an agent's reply takes the conversation over and closes the hand-off", () => {
    const talk = asked();
    talk.decided({ nextAction: "hand_off", reply: null });
    expect(talk.reply("Hello, this is Sam.")).toBeNull();
    expect(talk.now).toMatchObject({ ownerMode: "human", handOff: null, pending: null });
    expect(talk.now.sends.at(-1)).toMatchObject({ state: "approved", releaseAtMs: T0 + HOLD_MS });
  });

  it("[C16] a text of ours that no send explains means that a person wrote on the platform", () => {
    const history = new Talk();
    history.read([lead("Hello"), ours("Hi")]);
    expect(history.now.ownerMode).toBe("ai");
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.read([lead("Is it available?"), ours("Hi, Sam here")]);
    expect(talk.now).toMatchObject({ ownerMode: "human", epoch: 2 });
    expect(talk.now.messages.at(-1)?.author).toBe("platform");
    expect(talk.sends).toEqual(["cancelled"]);
  });

  it("[C18] giving back closes the hand-off and makes an answer due at once", () => {
    const talk = asked();
    talk.decided({ nextAction: "hand_off", reply: null });
    talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: T0 + 9 });
    expect(talk.now).toMatchObject({
      ownerMode: "ai",
      epoch: 3,
      handOff: null,
      pending: { basis: "m1", dueAtMs: T0 + 9 },
    });
  });

  it("[C19] the same key gives the same send, another text is refused", () => {
    const talk = asked();
    talk.reply("Hello", { idempotencyKey: "k" });
    expect(talk.reply("Hello", { idempotencyKey: "k" })).toBeNull();
    expect(talk.now.sends).toHaveLength(1);
    expect(talk.reply("Goodbye", { idempotencyKey: "k" })).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("[C20] nobody answers past the lead, or past a colleague without saying so", () => {
    const talk = asked();
    expect(talk.reply("Hi", { answering: "m0" })).toBe("NEW_INBOUND");
    expect(talk.reply("Hi", { answering: "m1" })).toBeNull();
    expect(talk.reply("Me too", { userId: "us_2", answering: "m1" })).toBe("ANSWERED_MEANWHILE");
    expect(talk.reply("Me too", { userId: "us_2", answering: "m1", isConfirmed: true })).toBeNull();
  });

  it("[C27] one table refuses in the machine and greys the button", () => {
    const talk = asked();
    expect(talk.tell({ do: "reopen", userId: "us_1", nowMs: T0 })).toBe("NOT_NOW");
    talk.tell({ do: "set_outcome", userId: "us_1", outcome: "completed", nowMs: T0 });
    expect(talk.tell({ do: "reopen", userId: "us_1", nowMs: T0 })).toBeNull();
    expect(talk.now).toMatchObject({ workflowState: "lead", outcome: null });
  });
});
