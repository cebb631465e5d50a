// Random interleavings of everything that moves a follow-up: leads and people who write, texts that leave or do not, words that
// come late or twice, takeovers, suppressions, and time. The promises: one pending at most; no words for an episode that is
// over; no text of a follow-up waiting to leave after a newer word of the lead; one text for an episode and a stage.
import fc from "fast-check";
import { expect, it } from "vitest";
import { assert } from "../kernel/assert.ts";
import { isBeforeClick } from "../sending/decide.ts";
import type { ConversationCommand } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { episodeOf, followUpToWrite, pendingFollowUp } from "./follow-up-due.ts";
import { answered, SEEN, type Thread } from "./follow-up-talk.ts";
import { type ConversationState, newestInbound } from "./state.ts";
import { HOLD_MS } from "./talk.ts";
import { mayMove } from "./workflow.ts";

const RUNS = 10_000;
const STEPS_MAX = 40;
const HOUR_MS = 3_600_000;

type Words = Extract<ConversationCommand, { do: "record_follow_up" }>;
type World = { readonly thread: Thread; nowMs: number; held: Words[]; said: number };

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 80 }) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant("wait_until_due" as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant("words" as const),
      sendMode: fc.constantFrom("draft_only" as const, "auto_send" as const),
      isForPerson: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      zone: fc.constantFrom("UTC", "America/New_York", null),
    }),
  },
  { weight: 10, arbitrary: fc.record({ what: fc.constant("goes_by_itself" as const) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("begins_anew" as const) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant("late_words" as const), which: fc.nat({ max: 5 }) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant("text_leaves" as const), isSeen: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("lead_writes" as const) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("assistant_answers" as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("person_writes" as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("agent_replies" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("owner" as const),
      mode: fc.constantFrom("ai" as const, "ai" as const, "ai_reminders_only" as const, "human" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("person_acts" as const),
      act: fc.constantFrom("complete" as const, "skip" as const, "snooze" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("draft" as const),
      answer: fc.constantFrom("approve" as const, "reject" as const, "cancel" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("end" as const),
      by: fc.constantFrom("suppress" as const, "lift" as const, "outcome" as const, "reopen" as const, "link" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("restart" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** As it goes when nobody is in the way; the second wait is for the morning. */
const BY_ITSELF: readonly Step[] = [
  { what: "wait_until_due" },
  { what: "words", sendMode: "auto_send", isForPerson: false, zone: "UTC" },
  { what: "wait_until_due" },
  { what: "words", sendMode: "auto_send", isForPerson: false, zone: "UTC" },
  { what: "text_leaves", isSeen: true },
];

/** Ended and opened again by hand, in the same episode. */
const BEGINS_ANEW: readonly Step[] = [
  { what: "end", by: "outcome" },
  { what: "end", by: "reopen" },
  { what: "person_writes" },
  { what: "owner", mode: "ai" },
];

/** The consumer as it would come now: it asked the conversation, and its words may arrive later. */
function wordsNow(world: World, more: Partial<Words>): Words | null {
  const followUp = followUpToWrite(world.thread.talk.now);
  if (followUp === null) return null;
  const { episode, stage } = followUp;
  const text = { kind: "text", body: `Still looking? (${world.said++})`, facts: [] } as const;
  const words = { do: "record_follow_up", episode, stage, text, sendMode: "auto_send", zone: "UTC" } as const;
  return { ...words, nowMs: world.nowMs, ...more };
}

function carryOut(world: World, event: Step): void {
  const { thread, nowMs } = world;
  const { talk } = thread;
  const who = { userId: "us_1", nowMs };
  const newest = talk.now.sends.at(-1)?.id ?? "";
  switch (event.what) {
    case "wait":
      world.nowMs += event.hours * HOUR_MS;
      talk.tell({ do: "tick", nowMs: world.nowMs });
      return;
    case "wait_until_due":
      world.nowMs = Math.max(nowMs, thread.pending?.dueAtMs ?? nowMs);
      talk.tell({ do: "tick", nowMs: world.nowMs });
      return;
    case "words": {
      const { sendMode, zone, isForPerson } = event;
      const text = { kind: "person", reason: { code: "would_repeat", sentence: "No words." } } as const;
      const words = wordsNow(world, { sendMode, zone, ...(isForPerson ? { text } : {}) });
      if (words === null) return;
      world.held.push(words);
      talk.tell(words);
      return;
    }
    case "goes_by_itself":
      for (const one of BY_ITSELF) carryOut(world, one);
      return;
    case "begins_anew":
      for (const one of BEGINS_ANEW) carryOut(world, one);
      return;
    case "late_words": {
      const words = world.held[event.which];
      world.nowMs = Math.max(nowMs, thread.pending?.dueAtMs ?? nowMs);
      if (words !== undefined) talk.tell({ ...words, nowMs: world.nowMs });
      return;
    }
    case "text_leaves":
      if (talk.click(thread.rows, nowMs) !== null) return;
      if (event.isSeen) thread.personWrites(talk.now.sends.at(-1)?.body ?? "", nowMs + HOLD_MS);
      return;
    case "lead_writes":
      thread.leadWrites(`Hello ${world.said++}`, nowMs);
      return;
    case "assistant_answers":
      talk.decided({ reply: `It is free (${world.said++}).` }, "auto_send", nowMs);
      return;
    case "person_writes":
      thread.personWrites(`We wrote there (${world.said++}).`, nowMs);
      return;
    case "agent_replies":
      talk.reply(`I answer (${world.said++}).`, { nowMs });
      return;
    case "owner":
      talk.tell({ do: "set_owner", mode: event.mode, ...who });
      return;
    case "person_acts": {
      const followUpId = talk.now.followUps.current?.id ?? "cv_1.f1";
      if (event.act === "snooze") talk.tell({ do: "snooze_follow_up", followUpId, untilMs: nowMs + HOUR_MS, ...who });
      else talk.tell({ do: `${event.act}_follow_up`, followUpId, ...who });
      return;
    }
    case "draft":
      if (event.answer === "approve") talk.tell({ do: "approve_draft", sendId: newest, body: null, ...who });
      else if (event.answer === "reject") talk.tell({ do: "reject_draft", sendId: newest, ...who });
      else talk.tell({ do: "cancel_send", sendId: newest, ...who });
      return;
    case "end":
      if (event.by === "suppress") talk.tell({ do: "suppress", ...who });
      else if (event.by === "lift") talk.tell({ do: "lift_suppression", ...who });
      else if (event.by === "outcome") talk.tell({ do: "set_outcome", outcome: "completed", ...who });
      else if (event.by === "reopen") talk.tell({ do: "reopen", ...who });
      else talk.tell({ do: "link_unit", unitId: "un_1", agentId: `us_${world.said++}`, ...who });
      return;
    case "restart":
      talk.tell({ do: "restart", nowMs });
      return;
  }
}

/** What must hold of the state after every command. */
function checkState(state: ConversationState): void {
  const pending = pendingFollowUp(state);
  if (pending !== null) {
    assert(pending.episode === episodeOf(state), "what is pending belongs to the episode of now");
    assert(!state.isSuppressed && state.workflowState !== "outcome", "nothing is pending after the end");
    assert(pending.ownerId === state.agentId, "what is pending is its agent's");
    assert(state.followUps.noReplyAtMs === null, "silence is not waited for while something is to be said");
  }
  for (const send of state.sends) {
    if (!("followUpId" in send.author) || !isBeforeClick(send)) continue;
    assert(send.basis === newestInbound(state), "no follow-up waits to leave after a newer word of the lead");
  }
}

/** What must hold of the whole story: told again from its start, event by event. */
function checkStory(start: ConversationState, events: readonly ConversationEvent[]): void {
  let state = start;
  const pending = new Set(start.followUps.current === null ? [] : [start.followUps.current.id]);
  const written = new Set<string>();
  for (const event of events) {
    const before = state;
    state = evolve(state, event);
    if (event.type === "moved" && event.to !== before.workflowState) {
      assert(mayMove(before.workflowState, event.to), "the workflow moves along its table");
    }
    if (event.type === "follow_up_armed") pending.add(event.followUp.id);
    if (event.type === "follow_up_changed") {
      const { followUp } = event;
      if (followUp.status !== "pending") pending.delete(followUp.id);
      if (event.change === "written") {
        const place = `${followUp.episode} ${followUp.stage}`;
        assert(followUp.episode === episodeOf(before), "words are for the episode of now");
        assert(before.ownerMode !== "human", "the assistant is silent where a person leads");
        assert(!written.has(place), "an episode and a stage have one text");
        written.add(place);
      }
    }
    assert(pending.size <= 1, "one follow-up is pending at most");
  }
}

/** Every text was written for the follow-up that carries it. */
function checkWords({ held, thread }: World): void {
  const { events, now } = thread.talk;
  for (const event of events) {
    if (event.type !== "follow_up_changed" || event.change !== "written") continue;
    const { followUp } = event;
    const body = now.sends.find(({ id }) => id === followUp.sendId)?.body;
    const isForIt = held.some(
      ({ text, episode, stage }) =>
        text.kind === "text" && text.body === body && episode === followUp.episode && stage === followUp.stage,
    );
    assert(isForIt, "words were written for the episode and the stage that took them");
  }
}

it(`[C62] [C63] [C65] [C67] keeps its promises in ${RUNS} random interleavings`, { timeout: 120_000 }, () => {
  const seen = { written: 0, left: 0, silent: 0, cancelled: 0 };
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: STEPS_MAX }), (steps) => {
      const world: World = { thread: answered(), nowMs: SEEN, held: [], said: 0 };
      const { talk } = world.thread;
      const start = talk.now;
      talk.events = [];
      for (const event of steps) {
        carryOut(world, event);
        checkState(talk.now);
      }
      checkStory(start, talk.events);
      checkWords(world);
      for (const event of talk.events) {
        if (event.type === "follow_up_changed" && event.change === "written") seen.written++;
        if (event.type === "follow_up_changed" && event.cause === "sent") seen.left++;
        if (event.type === "follow_up_changed" && event.cause === "lead_wrote") seen.cancelled++;
        if (event.type === "moved" && event.outcome === "no_reply") seen.silent++;
      }
    }),
    { numRuns: RUNS, seed: 20_261_125 },
  );
  // The walk is only worth something if it reaches everything.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(RUNS / 100);
});
