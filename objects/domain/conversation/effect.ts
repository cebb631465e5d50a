// Which jobs must run because of what the conversation is now (C26). A function of the state alone, so no job can be
// forgotten and none outlives its cause; the actor keeps one outbox row per job until it is not wanted any more.
import { nextTickAtMs, readBackDueAtMs } from "../sending/decide.ts";
import { nextInLine } from "./dispatching.ts";
import { followUpToWrite, noReplyAtMs } from "./follow-up-due.ts";
import type { ConversationState } from "./state.ts";

export type WantedJob = {
  /** One row of the outbox per key. */
  readonly key: string;
  readonly topic: "decide" | "send" | "reconcile" | "follow_up";
  readonly sendId: string | null;
  readonly dueAtMs: number;
};

/** [C26] The jobs that must run, and from when. */
export function wantedJobs(state: ConversationState): readonly WantedJob[] {
  const jobs: WantedJob[] = [];
  if (state.pending !== null) {
    jobs.push({ key: "decide", topic: "decide", sendId: null, dueAtMs: state.pending.dueAtMs });
  }
  const next = state.sends.find((send) => send.id === nextInLine(state));
  if (next?.state === "queued") {
    jobs.push({ key: `send:${next.id}`, topic: "send", sendId: next.id, dueAtMs: next.notBeforeMs });
  }
  for (const send of state.sends) {
    const dueAtMs = readBackDueAtMs(send);
    if (dueAtMs !== null) jobs.push({ key: `reconcile:${send.id}`, topic: "reconcile", sendId: send.id, dueAtMs });
  }
  const followUp = followUpToWrite(state);
  if (followUp !== null) {
    jobs.push({ key: "follow_up", topic: "follow_up", sendId: null, dueAtMs: followUp.dueAtMs });
  }
  return jobs;
}

/** [C50] True while a consumer holds a claim or watches a click: what dies with its process must be noticed soon. */
export function isInHands(state: ConversationState): boolean {
  return state.sends.some((send) => send.state === "claimed" || send.state === "delivering");
}

/** When time alone changes the conversation next; null when it does not. */
export function nextTickOf(state: ConversationState): number | null {
  const times = [...state.sends.map(nextTickAtMs), noReplyAtMs(state)].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
