// The conversations of a twin: threads, their messages in the order they were stored, and what the host has read.
// Texts are stored as they came, to the byte. Draws nothing and reads no switch.

import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { err, ok, type Result } from "#domain/kernel/result";
import { inTransaction, nextCount } from "./database.ts";

/** A text a lead or the host may write, in UTF-16 units. */
export const TEXT_LENGTH_MAX = 10_000;
export const NAME_LENGTH_MAX = 120;

/** received: from a lead · sent, held, failed: from the host · system: a note of the platform itself. */
export type MessageState = "received" | "sent" | "held" | "failed" | "system";

export type Message = {
  readonly seq: number;
  readonly id: string;
  readonly threadId: string;
  readonly from: "lead" | "host";
  readonly text: string;
  readonly atMs: number;
  readonly state: MessageState;
};

export type Thread = {
  readonly id: string;
  /** 1 for the first thread of the twin, then 2, 3... */
  readonly n: number;
  readonly leadName: string;
  readonly listingId: string;
  /** What the lead gave beside the text, by the site's own words: for example email, phone, budget. */
  readonly details: Readonly<Record<string, string>>;
  readonly latest: Message;
  readonly messageCount: number;
  readonly hostCount: number;
  /** True while an inbound message is newer than the host's last look at the thread. */
  readonly unread: boolean;
};

/** How a site writes its ids. `n` counts threads and messages from 1, so equal input gives equal ids. */
export type IdShapes = {
  thread(n: number, listingId: string): string;
  message(n: number): string;
};

export type LeadWords = {
  readonly name: string;
  readonly text: string;
  readonly listingId?: string | undefined;
  /** Writes into this thread; without it the newest thread of the same name and listing is used, or a new one. */
  readonly threadId?: string | undefined;
  /** Starts another thread even when one of the same name and listing exists. */
  readonly newThread?: boolean | undefined;
  /** Kept with the thread; given again, they replace those of before. */
  readonly details?: Readonly<Record<string, string>> | undefined;
};

export type Threads = {
  /** Every thread, the one with the newest inbound message first. */
  all(): readonly Thread[];
  get(id: string): Thread | null;
  messagesOf(threadId: string): readonly Message[];
  /** Every message of the twin, oldest first. */
  everyMessage(): readonly (Message & { leadName: string; listingId: string })[];
  leadWrites(words: LeadWords): Result<Message, string>;
  hostWrites(threadId: string, text: string, state?: MessageState): Message;
  setState(messageId: string, state: MessageState): void;
  /** Turns every held message into a sent one and answers how many there were. */
  releaseHeld(): number;
  markRead(threadId: string): void;
};

type Parts = {
  readonly db: DatabaseSync;
  readonly now: () => number;
  readonly ids: IdShapes;
  readonly hasListing: (id: string) => boolean;
  readonly firstListingId: () => string;
};

export function makeThreads(parts: Parts): Threads {
  const { db } = parts;
  const add = (threadId: string, from: "lead" | "host", text: string, state: MessageState): Message => {
    const id = parts.ids.message(nextCount(db, "message"));
    const row = db
      .prepare("INSERT INTO messages (id, thread_id, side, text, at_ms, state) VALUES (?, ?, ?, ?, ?, ?) RETURNING *")
      .get(id, threadId, from, text, parts.now(), state);
    return toMessage(row ?? {});
  };
  const one = (id: string): Thread | null => {
    const row = db.prepare(`${THREADS} WHERE t.id = ? GROUP BY t.n`).get(id);
    return row === undefined ? null : toThread(db, row);
  };
  return {
    all: () =>
      db
        .prepare(`${THREADS} GROUP BY t.n ORDER BY inbound_seq DESC`)
        .all()
        .map((row) => toThread(db, row)),
    get: one,
    messagesOf: (threadId) =>
      db.prepare("SELECT * FROM messages WHERE thread_id = ? ORDER BY seq").all(threadId).map(toMessage),
    everyMessage: () =>
      db
        .prepare(
          "SELECT m.*, t.lead_name, t.listing_id FROM messages m JOIN threads t ON t.id = m.thread_id ORDER BY m.seq",
        )
        .all()
        .map((row) => ({
          ...toMessage(row),
          leadName: String(row["lead_name"]),
          listingId: String(row["listing_id"]),
        })),
    leadWrites: (words) =>
      inTransaction(db, () => {
        const target = threadFor(parts, words);
        if (!target.ok) return target;
        if (words.details !== undefined) {
          const details = JSON.stringify(words.details);
          db.prepare("UPDATE threads SET details = ? WHERE id = ?").run(details, target.value);
        }
        return ok(add(target.value, "lead", words.text, "received"));
      }),
    hostWrites: (threadId, text, state = "sent") => inTransaction(db, () => add(threadId, "host", text, state)),
    setState(messageId, state) {
      db.prepare("UPDATE messages SET state = ? WHERE id = ?").run(state, messageId);
    },
    releaseHeld: () => Number(db.prepare("UPDATE messages SET state = 'sent' WHERE state = 'held'").run().changes),
    markRead(threadId) {
      db.prepare(
        "UPDATE threads SET read_seq = (SELECT coalesce(max(seq), 0) FROM messages WHERE thread_id = ?1) WHERE id = ?1",
      ).run(threadId);
    },
  };
}

const THREADS = `
SELECT t.*, count(m.seq) AS message_count, coalesce(sum(m.side = 'host'), 0) AS host_count, max(m.seq) AS latest_seq,
  coalesce(max(CASE WHEN m.side = 'lead' THEN m.seq END), 0) AS inbound_seq
FROM threads t JOIN messages m ON m.thread_id = t.id`;

/** Finds or makes the thread a lead's words belong to. Call inside a transaction. */
function threadFor(parts: Parts, words: LeadWords): Result<string, string> {
  const { db } = parts;
  if (words.text.length === 0 || words.text.length > TEXT_LENGTH_MAX || words.text.includes("\0")) {
    return err(`A message has 1 to ${TEXT_LENGTH_MAX} characters and no NUL.`);
  }
  if (words.threadId !== undefined) {
    const found = db.prepare("SELECT id FROM threads WHERE id = ?").get(words.threadId);
    return found === undefined ? err("There is no such thread.") : ok(words.threadId);
  }
  if (words.name.trim() === "" || words.name.length > NAME_LENGTH_MAX) {
    return err(`A lead's name has 1 to ${NAME_LENGTH_MAX} characters.`);
  }
  const listingId = words.listingId ?? parts.firstListingId();
  if (!parts.hasListing(listingId)) return err("There is no such listing.");
  const known = db
    .prepare("SELECT id FROM threads WHERE lead_name = ? AND listing_id = ? ORDER BY n DESC LIMIT 1")
    .get(words.name, listingId);
  if (known !== undefined && words.newThread !== true) return ok(String(known["id"]));
  const n = nextCount(db, "thread");
  const id = parts.ids.thread(n, listingId);
  db.prepare(
    "INSERT INTO threads (n, id, lead_name, listing_id, created_at_ms, read_seq, details) VALUES (?, ?, ?, ?, ?, 0, '{}')",
  ).run(n, id, words.name, listingId, parts.now());
  return ok(id);
}

type Row = Record<string, SQLOutputValue>;

function toMessage(row: Row): Message {
  return {
    seq: Number(row["seq"]),
    id: String(row["id"]),
    threadId: String(row["thread_id"]),
    from: row["side"] === "host" ? "host" : "lead",
    text: String(row["text"]),
    atMs: Number(row["at_ms"]),
    state: String(row["state"]) as MessageState, // only this file writes the column
  };
}

function toThread(db: DatabaseSync, row: Row): Thread {
  const latest = db.prepare("SELECT * FROM messages WHERE seq = ?").get(Number(row["latest_seq"]));
  return {
    id: String(row["id"]),
    n: Number(row["n"]),
    leadName: String(row["lead_name"]),
    listingId: String(row["listing_id"]),
    details: JSON.parse(String(row["details"])),
    latest: toMessage(latest ?? {}),
    messageCount: Number(row["message_count"]),
    hostCount: Number(row["host_count"]),
    unread: Number(row["inbound_seq"]) > Number(row["read_seq"]),
  };
}
