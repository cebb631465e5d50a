// Given-when-then examples for the rules of SPEC.md.
import { describe, expect, it } from "vitest";
import { DELIVERING_LEASE_MS } from "../sending/limits.ts";
import type { Decision } from "../triage/decision.ts";
import { auditNote } from "./audit.ts";
import type { ConversationCommand } from "./command.ts";
import { decide } from "./decide.ts";
import { wantedJobs } from "./effect.ts";
import type { ConversationEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { BACKLOG_MS, QUIET_WINDOWS_MAX } from "./limits.ts";
import type { SightedMessage } from "./sighting.ts";
import type { ConversationState, Identity } from "./state.ts";
import { mayMove, mayStand, WORKFLOW_STATES } from "./workflow.ts";

const T0 = 1_800_000_000_000;
const QUIET_MS = 30_000;
const HOLD_MS = 5_000;
const identity: Identity = {
  conversationId: "cv_1",
  organisationId: "org_1",
  accountId: "acct_1",
  platform: "spareroom",
  threadId: "9_1",
};

type Row = Partial<SightedMessage> & { readonly body: string };
const lead = (body: string, id: string | null = `p-${body}`): Row => ({
  body,
  direction: "inbound",
  platformMessageId: id,
});
const ours = (body: string, id: string | null = `p-${body}`): Row => ({
  body,
  direction: "outbound",
  platformMessageId: id,
});

/** A conversation under test: tells commands, keeps every event. */
class Talk {
  state: ConversationState | null = null;
  events: ConversationEvent[] = [];

  tell(command: ConversationCommand): string | null {
    const { events, refusal } = decide(this.state, command);
    for (const event of events) this.state = evolve(this.state, event);
    this.events.push(...events);
    return refusal?.code ?? null;
  }

  read(rows: readonly Row[], nowMs = T0, isComplete = true): string | null {
    return this.tell({
      do: "ingest",
      identity,
      unitId: "un_1",
      agentId: "us_1",
      quietWindowMs: QUIET_MS,
      approvalHoldMs: HOLD_MS,
      sighting: sightingOf(rows, nowMs, isComplete),
      nowMs,
    });
  }

  decided(
    decision: Partial<Decision> = {},
    sendMode: "draft_only" | "auto_send" = "draft_only",
    nowMs = T0,
  ): string | null {
    const basis = this.now.pending?.basis ?? "none";
    return this.tell({
      do: "record_decision",
      basis,
      decision: { ...REPLY, ...decision },
      provider: "test@1",
      sendMode,
      nowMs,
    });
  }

  reply(body: string, more: Partial<Extract<ConversationCommand, { do: "reply" }>> = {}): string | null {
    return this.tell({
      do: "reply",
      userId: "us_1",
      idempotencyKey: `key-${body}`,
      body,
      answering: undefined,
      isConfirmed: false,
      nowMs: T0,
      ...more,
    });
  }

  /** Takes the newest send as far as the click. */
  click(rows: readonly Row[], nowMs = T0): string | null {
    const sendId = this.now.sends.at(-1)?.id ?? "";
    this.tell({ do: "tick", nowMs: nowMs + HOLD_MS });
    this.tell({ do: "claim_send", sendId, token: "a", sendMode: "auto_send", nowMs: nowMs + HOLD_MS });
    const preImage = sightingOf(rows, nowMs, true);
    return this.tell({ do: "allow_delivery", sendId, token: "a", preImage, nowMs: nowMs + HOLD_MS });
  }

  get now(): ConversationState {
    if (this.state === null) throw new Error("nothing was ingested");
    return this.state;
  }

  get sends() {
    return this.now.sends.map((send) => send.state);
  }

  happened(type: ConversationEvent["type"]): number {
    return this.events.filter((event) => event.type === type).length;
  }
}

function sightingOf(rows: readonly Row[], takenAtMs: number, isComplete: boolean) {
  return {
    threadId: identity.threadId,
    leadName: "Jamie",
    listing: { platformListingId: "1", title: "Sunny room" },
    messages: rows.map(
      (row): SightedMessage => ({
        platformMessageId: null,
        direction: "inbound",
        sentAt: { ms: null, precision: "none", raw: "" },
        state: "visible",
        ...row,
      }),
    ),
    isComplete,
    takenAtMs,
  };
}

const REPLY: Decision = {
  intents: ["availability_question"],
  outcome: "general_question",
  risk: "low",
  confidence: 0.9,
  nextAction: "reply",
  reason: { code: "answered", sentence: "The records answer it." },
  reply: "Yes, it is available.",
  selectedSlot: null,
  facts: [],
  guardrails: [],
};

function asked(text = "Is it available?"): Talk {
  const talk = new Talk();
  talk.read([lead(text)]);
  return talk;
}

describe("the workflow", () => {
  it("[C1] knows only the moves of the table", () => {
    const moves = WORKFLOW_STATES.flatMap((from) =>
      WORKFLOW_STATES.filter((to) => mayMove(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves).toEqual([
      "lead>showing",
      "lead>follow_up_1",
      "lead>outcome",
      "showing>lead",
      "showing>follow_up_1",
      "showing>outcome",
      "follow_up_1>lead",
      "follow_up_1>showing",
      "follow_up_1>follow_up_2",
      "follow_up_1>outcome",
      "follow_up_2>lead",
      "follow_up_2>showing",
      "follow_up_2>outcome",
      "outcome>lead",
    ]);
  });

  it("[C2] lets an outcome stand only at the end, except a confirmed showing", () => {
    expect(mayStand("outcome", "not_interested")).toBe(true);
    expect(mayStand("showing", "showing_confirmed")).toBe(true);
    expect(mayStand("lead", "not_interested")).toBe(false);
    expect(mayStand("showing", "no_show")).toBe(false);
    expect(mayStand("outcome", null)).toBe(false);
  });
});

describe("reading a thread", () => {
  it("[C3] stores a message once, however often it is read", () => {
    const talk = asked();
    for (let i = 0; i < 3; i++) talk.read([lead("Is it available?")], T0 + i);
    expect(talk.now.messages).toHaveLength(1);
    expect(talk.happened("message_seen")).toBe(1);
  });

  it("[C3] tells equal texts without ids apart by their place", () => {
    const talk = new Talk();
    talk.read([lead("ok", null)]);
    talk.read([lead("ok", null), ours("fine", null), lead("ok", null)]);
    talk.read([lead("ok", null), ours("fine", null), lead("ok", null)]);
    expect(talk.now.messages.map((message) => message.body)).toEqual(["ok", "fine", "ok"]);
    talk.read([ours("fine", null), lead("ok", null), lead("ok", null)], T0, false);
    expect(talk.now.messages.map((message) => message.body)).toEqual(["ok", "fine", "ok", "ok"]);
  });

  it("[C4] takes over an id that the platform shows later", () => {
    const talk = new Talk();
    talk.read([lead("Hello", null)]);
    talk.read([lead("Hello", "p7")]);
    expect(talk.now.messages).toMatchObject([{ key: "m1", platformMessageId: "p7" }]);
  });

  it("[C5] never replaces a time by a vaguer one", () => {
    const talk = new Talk();
    const at = (precision: "minute" | "day") => [{ ...lead("Hello"), sentAt: { ms: T0, precision, raw: precision } }];
    talk.read(at("day"));
    talk.read(at("minute"));
    talk.read(at("day"));
    expect(talk.now.messages[0]?.sentAt.precision).toBe("minute");
  });

  it("[C6] stores no row that is being sent or failed, nor one whose side is unknown", () => {
    const talk = asked();
    talk.read([
      lead("Is it available?"),
      { ...ours("one"), state: "sending" },
      { ...ours("two"), state: "failed" },
      { ...ours("three"), direction: "unknown" },
    ]);
    expect(talk.now.messages).toHaveLength(1);
  });

  it("[C7] reopens an outcome when the lead writes again", () => {
    const talk = asked();
    talk.tell({ do: "set_outcome", userId: "us_1", outcome: "no_reply", nowMs: T0 });
    expect(talk.now).toMatchObject({ workflowState: "outcome", outcome: "no_reply" });
    talk.read([lead("Is it available?"), lead("Hello again")]);
    expect(talk.now).toMatchObject({ workflowState: "lead", outcome: null });
    expect(talk.now.pending?.basis).toBe("m2");
  });

  it("[C8] a new message cancels the assistant's draft and returns an agent's unsent text", () => {
    const talk = asked();
    talk.decided();
    talk.read([lead("Is it available?"), lead("And parking?")]);
    expect(talk.sends).toEqual(["cancelled"]);
    talk.reply("Yes, both.");
    talk.read([lead("Is it available?"), lead("And parking?"), lead("Hello?")]);
    expect(talk.sends).toEqual(["cancelled", "draft"]);
    expect(talk.now.sends[1]?.returned?.code).toBe("new_message");
  });

  it("[C9] answers a burst once: a quiet window after its end, at most four after its start", () => {
    const talk = new Talk();
    const rows: Row[] = [];
    for (let i = 0; i < 8; i++) {
      rows.push(lead(`part ${i}`));
      talk.read(rows, T0 + i * 25_000);
      expect(talk.now.pending?.dueAtMs).toBe(
        Math.min(T0 + i * 25_000 + QUIET_MS, Math.max(T0 + QUIET_WINDOWS_MAX * QUIET_MS, T0 + i * 25_000)),
      );
    }
    talk.decided();
    expect(talk.sends).toEqual(["draft"]);
    expect(talk.now.pending).toBeNull();
  });

  it("[C10] wants no answer while our side wrote last", () => {
    const talk = new Talk();
    talk.read([lead("Hello"), ours("Hi, how can I help?")]);
    expect(talk.now.pending).toBeNull();
    talk.read([lead("Hello"), ours("Hi, how can I help?"), lead("Is it free?")]);
    expect(talk.now.pending).not.toBeNull();
    talk.read([lead("Hello"), ours("Hi, how can I help?"), lead("Is it free?"), ours("Yes")]);
    expect(talk.now.pending).toBeNull();
  });

  it("refuses a read of another thread", () => {
    const talk = asked();
    const other = { ...identity, threadId: "9_2" };
    const sighting = { ...sightingOf([lead("x")], T0, true), threadId: "9_2" };
    const more = { unitId: null, agentId: null, quietWindowMs: 0, approvalHoldMs: 0, nowMs: T0 };
    expect(talk.tell({ do: "ingest", identity: other, sighting, ...more })).toBe("NOT_FOUND");
    expect(talk.tell({ do: "ingest", identity, sighting, ...more })).toBe("NOT_FOUND");
    expect(new Talk().tell({ do: "reopen", userId: "us_1", nowMs: T0 })).toBe("NOT_FOUND");
  });
});

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
    expect(wantedJobs(talk.now)).toEqual([]);
    talk.tell({ do: "tick", nowMs: T0 + HOLD_MS + DELIVERING_LEASE_MS });
    expect(wantedJobs(talk.now)).toMatchObject([{ topic: "reconcile", sendId: "cv_1.3" }]);
    talk.read([...thread, ours("Yes, it is available.")], T0 + 500_000);
    expect(wantedJobs(talk.now)).toEqual([]);
  });

  it("marks a text that shows twice as an incident", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.click(thread);
    talk.read([...thread, ours("Yes, it is available.", "p1")]);
    talk.read([...thread, ours("Yes, it is available.", "p1"), ours("Yes, it is available.", "p2")]);
    expect(talk.now.sends[0]).toMatchObject({ state: "sent", isDuplicated: true });
    expect(talk.now.ownerMode).toBe("ai");
  });
});

describe("the audit line", () => {
  it("[C28] holds no message text and no name, whatever happened", () => {
    const secret = "My number is 555-0100";
    const talk = new Talk();
    talk.read([lead(secret)]);
    talk.decided({ reply: `You said: ${secret}` });
    talk.tell({
      do: "approve_draft",
      userId: "us_1",
      sendId: talk.now.draftId,
      body: `${secret}!`,
      nowMs: T0,
    } as never);
    talk.reply(secret);
    const notes = talk.events.map(auditNote).filter((note) => note !== null);
    expect(notes.length).toBeGreaterThan(4);
    const text = JSON.stringify(notes);
    expect(text).not.toContain("555-0100");
    expect(text).not.toContain("Jamie");
  });
});
