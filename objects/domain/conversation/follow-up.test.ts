// Arming, writing and ending of follow-ups (C60-C70, C72-C76), given-when-then.
import { describe, expect, it } from "vitest";
import { nextTickOf, wantedJobs } from "./effect.ts";
import { armFollowUp } from "./follow-up-arming.ts";
import {
  ANSWER,
  answered,
  FIRST_DUE,
  followedUpOnce,
  followedUpTwice,
  QUESTION,
  SECOND_DUE,
  SEEN,
  Thread,
  ZONE,
} from "./follow-up-talk.ts";
import { BACKLOG_MS, FOLLOW_UP_1_AFTER_MS, LEAD_AWAKE_MS, NO_REPLY_AFTER_MS } from "./limits.ts";
import { beginStory } from "./story.ts";
import { asked, HOLD_MS, lead, ours, T0, Talk } from "./talk.ts";

const HOUR_MS = 3_600_000;
const wantsWords = (thread: Thread) => wantedJobs(thread.talk.now).some((job) => job.topic === "follow_up");
const at = (ms: number, precision: "exact" | "day" = "exact") => ({ ms, precision, raw: "" });

describe("arming", () => {
  it("[C60] comes with the commit that makes our message the last word: 24 hours, then 48, then 72 of silence", () => {
    const first = answered();
    expect(first.pending).toMatchObject({ id: "cv_1.f1", stage: "follow_up_1", episode: "m1", ownerId: "us_1" });
    expect(first.pending?.dueAtMs).toBe(SEEN + 24 * HOUR_MS);
    const second = followedUpOnce();
    expect(second.talk.now.workflowState).toBe("follow_up_1");
    expect(second.pending).toMatchObject({ id: "cv_1.f2", stage: "follow_up_2", episode: "m1" });
    expect(second.pending?.dueAtMs).toBe(FIRST_DUE + HOLD_MS + 48 * HOUR_MS);
    const last = followedUpTwice();
    expect(last.talk.now.workflowState).toBe("follow_up_2");
    expect(last.pending).toBeNull();
    expect(last.talk.now.followUps.noReplyAtMs).toBe(SECOND_DUE + HOLD_MS + 72 * HOUR_MS);
  });

  it("[C60] does not come before our message is seen", () => {
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.click([lead(QUESTION)]);
    expect(talk.now.followUps.current).toBeNull();
  });

  it("[C60] comes also when a person of ours wrote on the platform, and when an agent replied", () => {
    const wrote = new Thread(asked(), [lead(QUESTION)]);
    wrote.personWrites("Hello, it is free.", T0);
    expect(wrote.pending).toMatchObject({ stage: "follow_up_1", dueAtMs: T0 + FOLLOW_UP_1_AFTER_MS });
    const replied = new Thread(asked(), [lead(QUESTION)]);
    replied.talk.reply("Hello, it is free.");
    expect(replied.pending).toBeNull();
    replied.leaves(SEEN);
    expect(replied.pending).toMatchObject({ stage: "follow_up_1", dueAtMs: FIRST_DUE });
  });

  it("[C61] needs a lead who may be written to: not the last word of the lead, not suppressed, not ended, no showing ahead", () => {
    const waiting = asked();
    expect(waiting.now.followUps.current).toBeNull();
    for (const end of ["suppress", "set_outcome"] as const) {
      const talk = asked();
      talk.decided({}, "auto_send");
      talk.click([lead(QUESTION)]);
      if (end === "suppress") talk.tell({ do: end, userId: "us_1", nowMs: SEEN });
      else talk.tell({ do: end, userId: "us_1", outcome: "completed", nowMs: SEEN });
      talk.read([lead(QUESTION), ours("Yes, it is available.")], SEEN);
      expect(talk.now.followUps.current).toBeNull();
    }
    const showing = asked();
    showing.state = { ...showing.now, workflowState: "showing" };
    showing.read([lead(QUESTION), ours("See you on Thursday.")], SEEN);
    expect(showing.now.followUps.current).toBeNull();
  });

  it("[C61] takes a thread that was there before only when its last word is known to be recent", () => {
    const first = (row: Parameters<Talk["read"]>[0][number]) => {
      const talk = new Talk();
      talk.read([lead(QUESTION), row]);
      return talk.now.followUps.current;
    };
    expect(first({ ...ours(ANSWER), sentAt: at(T0 - BACKLOG_MS - 1) })).toBeNull();
    expect(first(ours(ANSWER))).toBeNull();
    expect(first({ ...ours(ANSWER), sentAt: at(T0 - HOUR_MS) })?.dueAtMs).toBe(T0 + 23 * HOUR_MS);
    expect(first({ ...ours(ANSWER), sentAt: at(T0 - 8 * HOUR_MS, "day") })?.dueAtMs).toBe(T0 + 24 * HOUR_MS);
  });

  it("[C62] ends with any new message of the lead, in the same commit, and the conversation is one with a lead again", () => {
    const early = answered();
    early.leadWrites("And parking?", SEEN + HOUR_MS);
    expect(early.talk.now.followUps.current).toMatchObject({ id: "cv_1.f1", status: "cancelled" });
    for (const [thread, nowMs] of [
      [followedUpOnce(), SECOND_DUE],
      [followedUpTwice(), SECOND_DUE + HOUR_MS],
    ] as const) {
      thread.leadWrites("Sorry, I was away.", nowMs);
      expect(thread.pending).toBeNull();
      expect(thread.talk.now).toMatchObject({ workflowState: "lead", followUps: { noReplyAtMs: null } });
      expect(nextTickOf(thread.talk.now)).toBeNull();
    }
  });

  it("[C62] begins anew after the next answer, in a new episode", () => {
    const thread = followedUpOnce();
    thread.leadWrites("And parking?", SECOND_DUE);
    thread.talk.decided({ reply: "Parking is included." }, "auto_send", SECOND_DUE);
    thread.leaves(SECOND_DUE + HOUR_MS);
    expect(thread.pending).toMatchObject({ id: "cv_1.f3", stage: "follow_up_1" });
    expect(thread.pending?.episode).not.toBe("m1");
  });

  it("[C63] begins anew with another word of ours before it is due; never are two pending", () => {
    const thread = answered();
    thread.personWrites("The key is with the porter.", SEEN + 5 * HOUR_MS);
    expect(thread.talk.events.filter((event) => event.type === "follow_up_changed")).toMatchObject([
      { change: "cancelled", followUp: { id: "cv_1.f1", status: "cancelled" } },
    ]);
    expect(thread.pending).toMatchObject({ id: "cv_1.f2", stage: "follow_up_1", dueAtMs: SEEN + 29 * HOUR_MS });
  });

  it("[C73] belongs to the agent of the conversation, also when that changes", () => {
    const thread = answered();
    thread.talk.tell({ do: "link_unit", userId: "us_9", unitId: "un_2", agentId: "us_2", nowMs: SEEN });
    expect(thread.pending).toMatchObject({ id: "cv_1.f1", ownerId: "us_2" });
    expect(thread.talk.happened("follow_up_armed")).toBe(1);
  });

  it("[C75] ends with an outcome, a suppression, or a showing that is agreed", () => {
    const ended = answered();
    ended.talk.tell({ do: "set_outcome", userId: "us_1", outcome: "not_interested", nowMs: SEEN });
    const suppressed = followedUpTwice();
    suppressed.talk.tell({ do: "suppress_same_person", saidIn: "cv_9", askedAtMs: SEEN, nowMs: SECOND_DUE + HOUR_MS });
    for (const { talk } of [ended, suppressed]) {
      expect(talk.now.followUps).toMatchObject({ noReplyAtMs: null });
      expect(talk.now.followUps.current?.status).not.toBe("pending");
      expect(wantedJobs(talk.now)).toEqual([]);
    }
  });

  it("[C60] follows a showing that is over, from where it stood, and keeps its name to the end of the episode", () => {
    const thread = answered();
    thread.talk.state = { ...thread.talk.now, workflowState: "showing" };
    const story = beginStory(thread.talk.now);
    armFollowUp(story, "no_show", FIRST_DUE);
    thread.talk.state = story.state;
    expect(thread.pending).toMatchObject({ stage: "follow_up_1", occasion: "no_show" });
    const dueAtMs = FIRST_DUE + FOLLOW_UP_1_AFTER_MS;
    thread.records(dueAtMs);
    thread.leaves(dueAtMs + HOLD_MS);
    expect(thread.talk.now.workflowState).toBe("follow_up_1");
    expect(thread.pending).toMatchObject({ stage: "follow_up_2", occasion: "no_show" });
  });
});

describe("a follow-up that is due", () => {
  it("[C64] wants its words while the assistant speaks or reminds; with a person it waits as their work", () => {
    const thread = answered();
    expect(wantedJobs(thread.talk.now)).toEqual([
      { key: "follow_up", topic: "follow_up", sendId: null, dueAtMs: FIRST_DUE },
    ]);
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: SEEN });
    expect(wantsWords(thread)).toBe(false);
    thread.records(FIRST_DUE);
    expect(thread.talk.now.sends).toHaveLength(1);
    expect(thread.pending).toMatchObject({ status: "pending", sendId: null });
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "ai_reminders_only", nowMs: FIRST_DUE });
    expect(wantsWords(thread)).toBe(true);
    thread.records(FIRST_DUE);
    expect(thread.talk.sends).toEqual(["sent", "queued"]);
  });

  it("[C65] is recorded once per episode and stage, and only when it is due", () => {
    const thread = answered();
    thread.records(FIRST_DUE - 1);
    thread.records(FIRST_DUE, { episode: "m0" });
    thread.records(FIRST_DUE, { stage: "follow_up_2" });
    expect(thread.talk.now.sends).toHaveLength(1);
    thread.records(FIRST_DUE);
    thread.records(FIRST_DUE);
    expect(thread.talk.now.sends).toHaveLength(2);
    expect(wantsWords(thread)).toBe(false);
  });

  it("[C65] is not written a second time for the same stage when a takeover ended the first text", () => {
    const thread = answered();
    thread.records(FIRST_DUE, { sendMode: "draft_only" });
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: FIRST_DUE });
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: FIRST_DUE });
    expect(thread.talk.sends).toEqual(["sent", "cancelled"]);
    expect(thread.pending).not.toBeNull();
    expect(wantsWords(thread)).toBe(false);
    thread.records(FIRST_DUE + HOUR_MS);
    expect(thread.talk.now.sends).toHaveLength(2);
  });

  it("[C65] is not written a second time for the same stage when the conversation ended and was opened again", () => {
    const thread = followedUpOnce();
    thread.talk.tell({ do: "set_outcome", userId: "us_1", outcome: "not_interested", nowMs: SECOND_DUE });
    thread.talk.tell({ do: "reopen", userId: "us_1", nowMs: SECOND_DUE });
    thread.personWrites("One more thing.", SECOND_DUE);
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: SECOND_DUE });
    expect(thread.pending).toMatchObject({ stage: "follow_up_1", episode: "m1" });
    expect(wantsWords(thread)).toBe(false);
  });

  it("[C66] waits for 08:00 of the unit's zone between 21:00 and 08:00", () => {
    const thread = answered();
    // 03:00 in New York.
    thread.records(FIRST_DUE, { zone: "America/New_York" });
    expect(thread.talk.now.sends).toHaveLength(1);
    const morningMs = T0 + 29 * HOUR_MS;
    expect(thread.pending).toMatchObject({ dueAtMs: morningMs, sendId: null });
    expect(wantedJobs(thread.talk.now)).toMatchObject([{ topic: "follow_up", dueAtMs: morningMs }]);
    thread.records(morningMs, { zone: "America/New_York" });
    expect(thread.talk.sends).toEqual(["sent", "queued"]);
  });

  it("[C66] does not wait for a lead who wrote within the last 15 minutes", () => {
    for (const [agoMs, writes] of [
      [LEAD_AWAKE_MS, true],
      [LEAD_AWAKE_MS + 1, false],
    ] as const) {
      const thread = answered();
      thread.talk.state = {
        ...thread.talk.now,
        messages: thread.talk.now.messages.map((message) =>
          message.side === "lead" ? { ...message, sentAt: at(FIRST_DUE - agoMs) } : message,
        ),
      };
      thread.records(FIRST_DUE, { zone: "America/New_York" });
      expect(thread.talk.now.sends.length === 2).toBe(writes);
    }
  });

  it("[C67] becomes a draft or a queued text by the send mode, answering the newest word of the lead", () => {
    const careful = answered();
    careful.records(FIRST_DUE, { sendMode: "draft_only" });
    expect(careful.talk.now.sends.at(-1)).toMatchObject({ state: "draft", basis: "m1", epoch: 1 });
    const bold = answered();
    bold.records(FIRST_DUE);
    const text = bold.talk.now.sends.at(-1);
    expect(text).toMatchObject({ state: "queued", approvedBy: "policy", basis: "m1", author: { by: "assistant" } });
    expect(bold.pending?.sendId).toBe(text?.id);
  });

  it("[C67] is void at the gate when the lead wrote after it was claimed", () => {
    const thread = answered();
    thread.records(FIRST_DUE);
    const sendId = thread.talk.now.sends.at(-1)?.id ?? "";
    thread.talk.tell({ do: "claim_send", sendId, token: "a", sendMode: "auto_send", nowMs: FIRST_DUE });
    const rows = [...thread.rows, lead("Any news?")];
    expect(thread.talk.click(rows, FIRST_DUE)).not.toBeNull();
    expect(thread.talk.sends).toEqual(["sent", "cancelled"]);
    expect(thread.pending).toBeNull();
  });

  it("[C68] is completed when its text is seen, and after the second the silence of the lead ends the conversation", () => {
    const thread = followedUpTwice();
    const completed = thread.talk.events.filter(
      (event) => event.type === "follow_up_changed" && event.change === "completed",
    );
    expect(completed).toMatchObject([{ followUp: { id: "cv_1.f1" } }, { followUp: { id: "cv_1.f2" } }]);
    const endMs = SECOND_DUE + HOLD_MS + NO_REPLY_AFTER_MS;
    expect(nextTickOf(thread.talk.now)).toBe(endMs);
    thread.talk.tell({ do: "tick", nowMs: endMs - 1 });
    expect(thread.talk.now.outcome).toBeNull();
    thread.talk.tell({ do: "tick", nowMs: endMs });
    expect(thread.talk.now).toMatchObject({ workflowState: "outcome", outcome: "no_reply" });
    expect(thread.talk.now.sends).toHaveLength(3);
    expect([nextTickOf(thread.talk.now), wantedJobs(thread.talk.now)]).toEqual([null, []]);
    thread.leadWrites("Sorry, I was away.", endMs + HOUR_MS);
    expect(thread.talk.now).toMatchObject({ workflowState: "lead", outcome: null, pending: { basis: "m9" } });
  });

  it("[C69] is done when a person of ours wrote after it was due", () => {
    const thread = answered();
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "human", nowMs: SEEN });
    thread.talk.reply("Did you decide?", { nowMs: FIRST_DUE + HOUR_MS });
    thread.leaves(FIRST_DUE + 2 * HOUR_MS);
    expect(thread.talk.now.followUps.closed).toEqual({ id: "cv_1.f1", status: "completed" });
    expect(thread.talk.now.workflowState).toBe("follow_up_1");
    expect(thread.pending).toMatchObject({ id: "cv_1.f2", stage: "follow_up_2" });
  });

  it("[C70] is left out when a person rejects its draft or takes its text back, and the next one is armed", () => {
    const rejected = answered();
    rejected.records(FIRST_DUE, { sendMode: "draft_only" });
    const draftId = rejected.talk.now.sends.at(-1)?.id ?? "";
    rejected.talk.tell({ do: "reject_draft", userId: "us_1", sendId: draftId, nowMs: FIRST_DUE });
    const undone = answered();
    undone.records(FIRST_DUE);
    const sendId = undone.talk.now.sends.at(-1)?.id ?? "";
    undone.talk.tell({ do: "cancel_send", userId: "us_1", sendId, nowMs: FIRST_DUE });
    for (const thread of [rejected, undone]) {
      expect(thread.talk.now.followUps.closed).toEqual({ id: "cv_1.f1", status: "cancelled" });
      expect(thread.pending).toMatchObject({ stage: "follow_up_2" });
    }
  });

  it("[C72] stays as work for a person when the assistant has no words for it", () => {
    const thread = answered();
    const reason = { code: "unit_gone", sentence: "The record says the home is no longer available." };
    thread.records(FIRST_DUE, { text: { kind: "person", reason } });
    expect(thread.pending).toMatchObject({ status: "pending", leftToPerson: reason, sendId: null });
    expect(thread.talk.now).toMatchObject({ ownerMode: "ai", handOff: null });
    expect(wantsWords(thread)).toBe(false);
  });

  it("[C74] is not claimed at night when policy let it go; it waits for the morning and can be stopped until then", () => {
    const thread = answered();
    thread.records(FIRST_DUE);
    const sendId = thread.talk.now.sends.at(-1)?.id ?? "";
    // 23:00.
    const nightMs = T0 + 39 * HOUR_MS;
    const claim = (nowMs: number) =>
      thread.talk.tell({ do: "claim_send", sendId, token: "a", sendMode: "auto_send", nowMs });
    expect(claim(nightMs)).toBe("NOT_NOW");
    const morningMs = T0 + 48 * HOUR_MS;
    expect(wantedJobs(thread.talk.now)).toMatchObject([{ topic: "send", dueAtMs: morningMs }]);
    expect(claim(morningMs - 1)).toBe("NOT_NOW");
    expect(claim(morningMs)).toBeNull();
  });

  it("[C74] leaves at night when a person approved it then", () => {
    const thread = answered();
    thread.records(FIRST_DUE, { sendMode: "draft_only" });
    const sendId = thread.talk.now.sends.at(-1)?.id ?? "";
    const nightMs = T0 + 39 * HOUR_MS;
    thread.talk.tell({ do: "approve_draft", userId: "us_1", sendId, body: null, nowMs: nightMs });
    expect(thread.talk.click(thread.rows, nightMs)).toBeNull();
    expect(thread.talk.sends.at(-1)).toBe("delivering");
  });

  it("[C76] waits while a text of ours is under way, and so does the end of the conversation", () => {
    const thread = answered();
    thread.talk.reply("One more thing.", { nowMs: FIRST_DUE - HOUR_MS });
    thread.talk.tell({ do: "set_owner", userId: "us_1", mode: "ai", nowMs: FIRST_DUE });
    expect(wantsWords(thread)).toBe(false);
    const silent = followedUpTwice();
    const endMs = SECOND_DUE + HOLD_MS + NO_REPLY_AFTER_MS;
    silent.talk.reply("One more thing.", { nowMs: endMs - 1 });
    expect(nextTickOf(silent.talk.now)).toBe(endMs - 1 + HOLD_MS);
    silent.talk.tell({ do: "tick", nowMs: endMs + HOUR_MS });
    expect(silent.talk.now.outcome).toBeNull();
    silent.leaves(endMs + 2 * HOUR_MS);
    expect(silent.talk.now.followUps.noReplyAtMs).toBe(endMs + 2 * HOUR_MS + NO_REPLY_AFTER_MS);
  });

  it("keeps the zone whose quiet hours were looked at, and the facts that the text states", () => {
    const facts = [{ name: "status", value: "available", record: "unit_facts/un_1/status" }];
    const thread = answered();
    thread.records(FIRST_DUE, { text: { kind: "text", body: "Still free.", facts } });
    expect(thread.pending).toMatchObject({ facts, zone: ZONE });
  });
});
