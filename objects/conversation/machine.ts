// The one gesture of a conversation: decide, commit events, state and outbox in one synchronous transaction, evolve memory,
// arm the alarm. Nothing in here awaits between deciding and committing.
import { actorOf, type ConversationCommand } from "#domain/conversation/command";
import { decide } from "#domain/conversation/decide";
import { isInHands, nextTickOf } from "#domain/conversation/effect";
import { evolve } from "#domain/conversation/evolve";
import type { ConversationRefusal } from "#domain/conversation/refusal";
import type { ConversationState } from "#domain/conversation/state";
import { assert } from "#domain/kernel/assert";
import type { DecisionSource } from "#domain/shadow/replay-source";
import { armAlarm } from "#objects/runtime/next-alarm";
import {
  drainOutbox,
  LOOK_AGAIN_MS,
  nextLookAtMs,
  nextSignalAtMs,
  signalAllAgain,
  syncOutbox,
} from "#objects/runtime/outbox";
import { sqlMigrate } from "#objects/runtime/sql-migrate";
import { DecisionBook } from "./decision-book.ts";
import { jobsOf } from "./jobs.ts";
import { ConversationLog, type LoggedEvent } from "./log.ts";
import { CONVERSATION_MIGRATIONS } from "./migrations.ts";

export class ConversationMachine {
  readonly #ctx: DurableObjectState;
  readonly #log: ConversationLog;
  /** What became of the decisions, and what they were made from. */
  readonly decisions: DecisionBook;
  #state: ConversationState | null;
  #version: number;

  /** Migrates, loads, voids the claims of whoever may be gone, and re-arms when something waits. */
  constructor(ctx: DurableObjectState, nowMs: number) {
    this.#ctx = ctx;
    sqlMigrate(ctx.storage, CONVERSATION_MIGRATIONS);
    this.#log = new ConversationLog(ctx.storage.sql);
    this.decisions = new DecisionBook(ctx.storage, (seq) => this.#log.eventsAfter(seq));
    this.#state = this.#log.load();
    this.#version = this.#log.version();
    if (this.#state === null) return;
    signalAllAgain(ctx.storage.sql, nowMs);
    this.execute({ do: "restart", nowMs });
    this.arm(nowMs);
  }

  /** Null before the first ingest. */
  get state(): ConversationState | null {
    return this.#state;
  }

  /** Sequence of the newest event; 0 before the first. */
  get version(): number {
    return this.#version;
  }

  /**
   * Carries a command out. Returns its refusal, or null. What happened is committed either way, and with it what a decision
   * was made from.
   */
  execute(command: ConversationCommand, source: DecisionSource | null = null): ConversationRefusal | null {
    const before = this.#state;
    const { events, refusal } = decide(before, command);
    if (events.length === 0) return refusal;
    let after = before;
    for (const event of events) after = evolve(after, event);
    assert(after !== null, "a conversation to which something happened exists");
    const committed = after;
    this.#ctx.storage.transactionSync(() => {
      this.#log.append(events, actorOf(command), command.nowMs);
      this.#log.save(before, committed);
      for (const event of events) {
        if (event.type === "decided" && source !== null) this.decisions.keepSource(event.record.id, source);
      }
      this.#syncOutbox(committed);
    });
    this.#state = committed;
    this.#version = this.#log.version();
    this.arm(command.nowMs);
    return refusal;
  }

  /** Events that D1 has not confirmed yet, oldest first, a batch at a time. */
  unprojected(): readonly LoggedEvent[] {
    return this.#log.eventsAfter(this.#log.projectedSeq());
  }

  /** Sequence of the newest event that D1 has confirmed. */
  get projectedSeq(): number {
    return this.#log.projectedSeq();
  }

  /** D1 holds everything up to this sequence. */
  confirmProjected(upTo: number, nowMs: number): void {
    const state = this.#state;
    if (state === null) return;
    this.#ctx.storage.transactionSync(() => {
      this.#log.markProjected(upTo);
      this.#syncOutbox(state);
    });
    this.arm(nowMs);
  }

  /** What the alarm does: moves what only time moves, and signals what is due. */
  async wake(nowMs: number, signal: (job: string) => Promise<void>): Promise<void> {
    this.execute({ do: "tick", nowMs });
    await drainOutbox(this.#ctx.storage.sql, nowMs, signal);
    this.arm(nowMs);
  }

  arm(nowMs: number): void {
    const { storage } = this.#ctx;
    const { sql } = storage;
    const times = [nextSignalAtMs(sql), nextLookAtMs(sql, nowMs)];
    if (this.#state !== null) {
      times.push(nextTickOf(this.#state));
      // [C50] Loading is what voids the claims of a process that died, and only an alarm loads an actor nobody asks.
      if (isInHands(this.#state)) times.push(nowMs + LOOK_AGAIN_MS);
    }
    this.#ctx.waitUntil(armAlarm(storage, times, nowMs));
  }

  #syncOutbox(state: ConversationState): void {
    syncOutbox(this.#ctx.storage.sql, jobsOf(state, this.#log.version(), this.#log.projectedSeq()));
  }
}
