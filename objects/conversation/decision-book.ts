// The storage of one conversation's decisions: what became of each, and what each was made from. The first is a fold over the event
// log that can be made again at any time; the second holds what the lead wrote, and never leaves but through the admin's door.

import type { Consulted } from "#domain/model/proposal";
import { type Book, EMPTY_BOOK, follow, type Track } from "#domain/shadow/follow";
import { DECISIONS_KEPT_MAX, INPUT_CHARS_MAX } from "#domain/shadow/limits";
import type { DecisionSource, RuleBook } from "#domain/shadow/replay-source";
import type { DecisionInput } from "#domain/triage/decision";
import { EVENTS_READ_MAX, type LoggedEvent } from "./log.ts";

type Head = Omit<Book, "tracks">;

export class DecisionBook {
  readonly #storage: DurableObjectStorage;
  readonly #eventsAfter: (seq: number) => readonly LoggedEvent[];

  constructor(storage: DurableObjectStorage, eventsAfter: (seq: number) => readonly LoggedEvent[]) {
    this.#storage = storage;
    this.#eventsAfter = eventsAfter;
  }

  /** Every decision that is kept, oldest first, as of the newest event. Follows what the log brought since. */
  tracks(): readonly Track[] {
    const before = this.#load();
    let book = before;
    for (;;) {
      const events = this.#eventsAfter(book.seq);
      for (const event of events) book = follow(book, event);
      if (events.length < EVENTS_READ_MAX) break;
    }
    if (book.seq > before.seq) this.#storage.transactionSync(() => this.#save(before, book));
    return book.tracks;
  }

  /** Keeps what a decision was made from; one that is too large is not kept. Runs inside the caller's transaction. */
  keepSource(decisionId: string, source: DecisionSource): void {
    const body = JSON.stringify(source);
    if (body.length > INPUT_CHARS_MAX) return;
    const { sql } = this.#storage;
    sql.exec("INSERT OR REPLACE INTO decision_sources (decision_id, body) VALUES (?, ?)", decisionId, body);
    sql.exec(
      "DELETE FROM decision_sources WHERE position NOT IN (SELECT position FROM decision_sources ORDER BY position DESC LIMIT ?)",
      DECISIONS_KEPT_MAX,
    );
  }

  /** Null when it is not kept (any more). */
  sourceOf(decisionId: string): DecisionSource | null {
    const row = this.#storage.sql
      .exec<{ body: string }>("SELECT body FROM decision_sources WHERE decision_id = ?", decisionId)
      .toArray()[0];
    return row === undefined ? null : JSON.parse(row.body);
  }

  /** Of which decisions it is kept. */
  sourceIds(): ReadonlySet<string> {
    const rows = this.#storage.sql.exec<{ decision_id: string }>("SELECT decision_id FROM decision_sources");
    return new Set(rows.toArray().map((row) => row.decision_id));
  }

  #load(): Book {
    const { sql } = this.#storage;
    const row = sql.exec<{ body: string }>("SELECT body FROM decision_book").toArray()[0];
    if (row === undefined) return EMPTY_BOOK;
    const head: Head = JSON.parse(row.body);
    const tracks = sql
      .exec<{ body: string }>("SELECT body FROM decision_tracks ORDER BY position")
      .toArray()
      .map((track): Track => JSON.parse(track.body));
    return { ...head, tracks };
  }

  #save(before: Book, { tracks, ...head }: Book): void {
    const { sql } = this.#storage;
    sql.exec("INSERT OR REPLACE INTO decision_book (id, body) VALUES (1, ?)", JSON.stringify(head satisfies Head));
    for (const track of tracks) {
      if (before.tracks.includes(track)) continue;
      sql.exec(
        "INSERT INTO decision_tracks (decision_id, body) VALUES (?, ?) ON CONFLICT (decision_id) DO UPDATE SET body = excluded.body",
        track.record.id,
        JSON.stringify(track),
      );
    }
    const kept = new Set(tracks.map(({ record }) => record.id));
    for (const { record } of before.tracks) {
      if (!kept.has(record.id)) sql.exec("DELETE FROM decision_tracks WHERE decision_id = ?", record.id);
    }
  }
}

/** What a decision was made from; null when whoever made it did not say. */
export function sourceOf(
  ruleBook: RuleBook,
  input: DecisionInput | undefined,
  consulted: Consulted | null = null,
): DecisionSource | null {
  if (input === undefined) return null;
  return consulted === null ? { ruleBook, input } : { ruleBook, input, consulted };
}
