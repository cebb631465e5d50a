// Where a conversation stands, and what reading its thread does (C1-C10).
import { describe, expect, it } from "vitest";
import { QUIET_WINDOWS_MAX } from "./limits.ts";
import { asked, identity, lead, ours, QUIET_MS, type Row, sightingOf, T0, Talk } from "./talk.ts";
import { mayMove, mayStand, WORKFLOW_STATES } from "./workflow.ts";

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
    const more = { unitId: null, agentId: null, quietWindowMs: 0, approvalHoldMs: 0, businessHours: null, nowMs: T0 };
    expect(talk.tell({ do: "ingest", identity: other, sighting, ...more })).toBe("NOT_FOUND");
    expect(talk.tell({ do: "ingest", identity, sighting, ...more })).toBe("NOT_FOUND");
    expect(new Talk().tell({ do: "reopen", userId: "us_1", nowMs: T0 })).toBe("NOT_FOUND");
  });
});
