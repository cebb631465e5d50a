// Given-when-then for follow-ups: a conversation in which the lead got an answer, and what happens after it.
// Used by the tests beside it and by nothing else.
import type { ConversationCommand } from "./command.ts";
import type { FollowUp } from "./follow-up.ts";
import { pendingFollowUp } from "./follow-up-due.ts";
import { FOLLOW_UP_1_AFTER_MS, FOLLOW_UP_2_AFTER_MS } from "./limits.ts";
import { asked, HOLD_MS, lead, ours, type Row, T0, type Talk } from "./talk.ts";

/** It is 08:00 there at T0, and so whole days later. */
export const ZONE = "UTC";
export const ANSWER = "Yes, it is available.";
export const QUESTION = "Is it available?";
/** When the answer of `answered` was seen. */
export const SEEN = T0 + HOLD_MS;
export const FIRST_DUE = SEEN + FOLLOW_UP_1_AFTER_MS;

/** The thread as it stands, which a test adds to. */
export class Thread {
  readonly talk: Talk;
  readonly rows: Row[];

  constructor(talk: Talk, rows: readonly Row[]) {
    this.talk = talk;
    this.rows = [...rows];
  }

  get pending(): FollowUp | null {
    return pendingFollowUp(this.talk.now);
  }

  leadWrites(body: string, nowMs: number): void {
    this.rows.push(lead(body));
    this.talk.read(this.rows, nowMs);
  }

  /** A person of ours writes on the platform itself. */
  personWrites(body: string, nowMs: number): void {
    this.rows.push(ours(body));
    this.talk.read(this.rows, nowMs);
  }

  /** The newest send is clicked and seen. */
  leaves(nowMs: number): void {
    this.talk.click(this.rows, nowMs - HOLD_MS);
    this.rows.push(ours(this.talk.now.sends.at(-1)?.body ?? ""));
    this.talk.read(this.rows, nowMs);
  }

  /** The consumer brings the words for the pending follow-up. */
  records(nowMs: number, more: Partial<Extract<ConversationCommand, { do: "record_follow_up" }>> = {}): void {
    this.talk.tell({
      do: "record_follow_up",
      episode: this.pending?.episode ?? "none",
      stage: this.pending?.stage ?? "follow_up_1",
      text: { kind: "text", body: `Still looking? (${this.talk.now.sends.length})`, facts: [] },
      sendMode: "auto_send",
      zone: ZONE,
      nowMs,
      ...more,
    });
  }
}

/** The lead asked, the assistant answered by itself, and the answer was seen. */
export function answered(): Thread {
  const talk = asked(QUESTION);
  talk.decided({ reply: ANSWER }, "auto_send");
  const thread = new Thread(talk, [lead(QUESTION)]);
  thread.leaves(SEEN);
  return thread;
}

/** The first follow-up left and was seen as soon as it was due. */
export function followedUpOnce(): Thread {
  const thread = answered();
  thread.records(FIRST_DUE);
  thread.leaves(FIRST_DUE + HOLD_MS);
  return thread;
}

export const SECOND_DUE = FIRST_DUE + HOLD_MS + FOLLOW_UP_2_AFTER_MS;

/** Both left; what remains is the lead's silence. */
export function followedUpTwice(): Thread {
  const thread = followedUpOnce();
  thread.records(SECOND_DUE);
  thread.leaves(SECOND_DUE + HOLD_MS);
  return thread;
}
