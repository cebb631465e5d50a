// What people do with a follow-up (C71), and what the log keeps of all of it (C78).
import { describe, expect, it } from "vitest";
import { auditNote } from "./audit.ts";
import { actorOf, type ConversationCommand } from "./command.ts";
import { allowedFollowUp } from "./follow-up-commands.ts";
import { answered, FIRST_DUE, followedUpOnce, followedUpTwice, SEEN, type Thread } from "./follow-up-talk.ts";
import { FOLLOW_UP_2_AFTER_MS, NO_REPLY_AFTER_MS, SNOOZE_MS_MAX } from "./limits.ts";
import { HOLD_MS } from "./talk.ts";

type Verb = "complete_follow_up" | "skip_follow_up";
const close = ({ talk }: Thread, verb: Verb, followUpId: string, nowMs = FIRST_DUE) =>
  talk.tell({ do: verb, userId: "us_1", followUpId, nowMs });
const snooze = ({ talk }: Thread, untilMs: number, followUpId = "cv_1.f1", nowMs = FIRST_DUE) =>
  talk.tell({ do: "snooze_follow_up", userId: "us_1", followUpId, untilMs, nowMs });

describe("a person", () => {
  it.each([
    ["complete_follow_up", "completed"],
    ["skip_follow_up", "cancelled"],
  ] as const)(
    "[C71] says %s: the stage is over, the next one is armed, and a second tap changes nothing",
    (verb, status) => {
      const thread = answered();
      expect(close(thread, verb, "cv_1.f1")).toBeNull();
      expect(close(thread, verb, "cv_1.f1", FIRST_DUE + 1)).toBeNull();
      expect(thread.talk.now.followUps.closed).toEqual({ id: "cv_1.f1", status });
      expect(thread.talk.now.workflowState).toBe("follow_up_1");
      expect(thread.pending).toMatchObject({ id: "cv_1.f2", dueAtMs: FIRST_DUE + FOLLOW_UP_2_AFTER_MS });
      expect(close(thread, verb, "cv_1.f2")).toBeNull();
      expect(thread.talk.now.workflowState).toBe("follow_up_2");
      expect(thread.talk.now.followUps.noReplyAtMs).toBe(FIRST_DUE + NO_REPLY_AFTER_MS);
    },
  );

  it("[C71] takes the assistant's text away with it, unless it is on its way already", () => {
    const drafted = answered();
    drafted.records(FIRST_DUE, { sendMode: "draft_only" });
    expect(close(drafted, "complete_follow_up", "cv_1.f1")).toBeNull();
    expect(drafted.talk.sends).toEqual(["sent", "cancelled"]);
    const leaving = answered();
    leaving.records(FIRST_DUE);
    leaving.talk.click(leaving.rows, FIRST_DUE);
    expect(leaving.talk.sends).toEqual(["sent", "delivering"]);
    const { talk, pending } = leaving;
    expect(close(leaving, "skip_follow_up", "cv_1.f1")).toBe("NOT_NOW");
    expect(pending === null ? null : allowedFollowUp(talk.now, pending).skip?.code).toBe("NOT_NOW");
    expect(snooze(leaving, FIRST_DUE + 1)).toBe("NOT_NOW");
  });

  it("[C71] puts it off by at most 14 days, and not once its text is written", () => {
    const thread = answered();
    expect(snooze(thread, FIRST_DUE + SNOOZE_MS_MAX)).toBeNull();
    expect(thread.pending?.dueAtMs).toBe(FIRST_DUE + SNOOZE_MS_MAX);
    expect(snooze(thread, FIRST_DUE + SNOOZE_MS_MAX + 1)).toBe("NOT_NOW");
    expect(snooze(thread, FIRST_DUE)).toBe("NOT_NOW");
    expect(snooze(thread, FIRST_DUE + 60_000)).toBeNull();
    thread.records(FIRST_DUE + 60_000, { sendMode: "draft_only" });
    expect(snooze(thread, FIRST_DUE + 120_000)).toBe("NOT_NOW");
  });

  it("[C71] is told that a follow-up is over, or was never there", () => {
    const thread = followedUpOnce();
    expect(close(thread, "skip_follow_up", "cv_1.f1")).toBe("NOT_NOW");
    expect(close(thread, "complete_follow_up", "cv_1.f9")).toBe("NOT_FOUND");
    expect(close(thread, "complete_follow_up", "cv_2.f1")).toBe("NOT_FOUND");
    expect(snooze(thread, FIRST_DUE + 1_000_000)).toBe("NOT_NOW");
    const silent = followedUpTwice();
    expect(close(silent, "skip_follow_up", "cv_1.f2")).toBe("NOT_NOW");
  });

  it("[C71] may do it early", () => {
    const thread = answered();
    expect(close(thread, "skip_follow_up", "cv_1.f1", SEEN + HOLD_MS)).toBeNull();
    expect(thread.pending?.stage).toBe("follow_up_2");
  });
});

describe("the audit line of a follow-up", () => {
  it("[C78] holds ids, codes and stages, and nothing that anybody wrote", () => {
    const thread = followedUpTwice();
    snooze(thread, FIRST_DUE);
    const lines = thread.talk.events.flatMap((event) => auditNote(event) ?? []);
    const own = lines.filter(({ action }) => /^(?:follow_up|no_reply)/.test(action)).map(({ action }) => action);
    expect(own).toEqual([
      "follow_up.armed",
      "follow_up.written",
      "follow_up.completed",
      "follow_up.armed",
      "follow_up.written",
      "follow_up.completed",
      "no_reply.due",
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/looking|available|Jamie/i);
  });

  it("[C78] names who did it: the assistant its words, a person their tap", () => {
    const words = { do: "record_follow_up", episode: "m1", stage: "follow_up_1", zone: null, nowMs: 1 } as const;
    const commands: readonly ConversationCommand[] = [
      { ...words, sendMode: "draft_only", text: { kind: "text", body: "Hello", facts: [] } },
      { do: "skip_follow_up", userId: "us_1", followUpId: "cv_1.f1", nowMs: 1 },
    ];
    expect(commands.map(actorOf)).toEqual(["assistant", "agent:us_1"]);
  });
});
