// The storage of one conversation: loads its state, appends what happened, and keeps the state beside it.
// Holds no rule. Every write runs inside the caller's synchronous transaction.
import type { ConversationEvent } from "#domain/conversation/event";
import { NO_FOLLOW_UPS } from "#domain/conversation/follow-up";
import { type HandOff, NOT_ACKNOWLEDGED } from "#domain/conversation/hand-off";
import type { ConversationState, StoredMessage } from "#domain/conversation/state";
import type { Send } from "#domain/sending/send";

export type LoggedEvent = {
  readonly seq: number;
  readonly atMs: number;
  readonly actor: string;
  readonly event: ConversationEvent;
};

/** What the snapshot row holds: everything but the two lists, which have tables of their own. */
type Snapshot = Omit<ConversationState, "messages" | "sends">;
/** Keys that rows written before them do not hold. */
type LaterKeys = "suppression" | "liftedAtMs" | "offered" | "showing" | "wish" | "followUps" | "businessHours";
type StoredSnapshot = Omit<Snapshot, LaterKeys | "handOff"> &
  Partial<Pick<Snapshot, LaterKeys>> & { readonly handOff: StoredHandOff | null };
type StoredHandOff = Pick<HandOff, "reason" | "openedAtMs" | "deadlineAtMs"> & Partial<HandOff>;
/** What a hand-off holds that was opened before it was told to anybody. */
const UNTOLD = { risk: "medium", summary: [], acknowledgement: NOT_ACKNOWLEDGED } as const;

/** Audit lines of one projection; the next one takes the rest. */
export const EVENTS_READ_MAX = 500;

export class ConversationLog {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The state as stored, or null before the first ingest. */
  load(): ConversationState | null {
    const row = this.#sql.exec<{ body: string }>("SELECT body FROM snapshot").toArray()[0];
    if (row === undefined) return null;
    const snapshot: StoredSnapshot = JSON.parse(row.body);
    const saidHere = { saidIn: snapshot.identity.conversationId, askedAtMs: 0 };
    return {
      suppression: snapshot.isSuppressed ? saidHere : null,
      liftedAtMs: null,
      offered: [],
      showing: null,
      wish: null,
      followUps: NO_FOLLOW_UPS,
      businessHours: null,
      ...snapshot,
      handOff: snapshot.handOff === null ? null : { ...UNTOLD, ...snapshot.handOff },
      messages: this.#list<StoredMessage>("SELECT body FROM messages ORDER BY position"),
      sends: this.#list<Send>("SELECT body FROM sends ORDER BY position"),
    };
  }

  /** Sequence of the newest event: the conversation's version. 0 before the first. */
  version(): number {
    return this.#sql.exec<{ seq: number | null }>("SELECT MAX(seq) AS seq FROM events").one().seq ?? 0;
  }

  append(events: readonly ConversationEvent[], actor: string, atMs: number): void {
    for (const event of events) {
      this.#sql.exec("INSERT INTO events (at_ms, actor, body) VALUES (?, ?, ?)", atMs, actor, JSON.stringify(event));
    }
  }

  /** Writes what differs between two states. Equal objects are the same object: evolve copies only what changes. */
  save(before: ConversationState | null, after: ConversationState): void {
    const { messages, sends, ...snapshot } = after;
    this.#sql.exec("INSERT OR REPLACE INTO snapshot (id, body) VALUES (1, ?)", JSON.stringify(snapshot));
    for (const [position, message] of messages.entries()) {
      if (before?.messages[position] === message) continue;
      const body = JSON.stringify(message);
      this.#sql.exec(
        "INSERT OR REPLACE INTO messages (key, position, body) VALUES (?, ?, ?)",
        message.key,
        position,
        body,
      );
    }
    for (const [position, send] of sends.entries()) {
      if (before?.sends[position] === send) continue;
      const body = JSON.stringify(send);
      this.#sql.exec("INSERT OR REPLACE INTO sends (id, position, body) VALUES (?, ?, ?)", send.id, position, body);
    }
  }

  /** Events after `seq`, oldest first, at most EVENTS_READ_MAX. */
  eventsAfter(seq: number): readonly LoggedEvent[] {
    return this.#sql
      .exec<{ seq: number; at_ms: number; actor: string; body: string }>(
        "SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?",
        seq,
        EVENTS_READ_MAX,
      )
      .toArray()
      .map((row) => ({ seq: row.seq, atMs: row.at_ms, actor: row.actor, event: JSON.parse(row.body) }));
  }

  projectedSeq(): number {
    return this.#sql.exec<{ seq: number }>("SELECT seq FROM projected").toArray()[0]?.seq ?? 0;
  }

  markProjected(seq: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO projected (id, seq) VALUES (1, MAX(?, ?))", seq, this.projectedSeq());
  }

  #list<T>(query: string): readonly T[] {
    return this.#sql
      .exec<{ body: string }>(query)
      .toArray()
      .map((row): T => JSON.parse(row.body));
  }
}
