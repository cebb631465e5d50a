// What lies on disk about showings: the rows of D1, and what each conversation knows. Reads and judges nothing.
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { ConversationEvent } from "#domain/conversation/event";
import { isLiving } from "#domain/conversation/showing";
import type { ConversationState } from "#domain/conversation/state";
import { slotLabel } from "#domain/triage/slot-label";
import type { RowOnDisk, ShowingsSeen, TalkOnDisk } from "./compare-showings.ts";
import { readConversations } from "./conversations-on-disk.ts";
import { readDatabases } from "./databases-on-disk.ts";
import { toldIn } from "./told.ts";

/** Where wrangler keeps D1, below its own folder. */
const D1 = "v3/d1/miniflare-D1DatabaseObject";
/** A row of D1 with the zone of its unit. */
const ROWS = `SELECT s.*, u.zone FROM showings s JOIN units u ON u.id = s.unit_id ORDER BY s.created_at_ms DESC`;

/**
 * With the conversations that were written since. Null when D1 cannot be read as it lies, which may happen while the product
 * writes.
 */
export function showingsOnDisk(
  stateFolder: string,
  writtenSinceMs: number,
): Pick<ShowingsSeen, "rows" | "moves" | "talks"> | null {
  const [tables] = readDatabases(join(stateFolder, D1), 0, (database) => ({
    rows: database.prepare(ROWS).all().map(rowOf),
    moves: new Set(
      database
        .prepare("SELECT idempotency_key FROM showing_moves")
        .all()
        .map((row) => String(row["idempotency_key"])),
    ),
  }));
  if (tables === undefined) return null;
  return { ...tables, talks: readConversations(stateFolder, writtenSinceMs, talkOf).flatMap((talk) => talk ?? []) };
}

type Row = ReturnType<ReturnType<DatabaseSync["prepare"]>["all"]>[number];

function rowOf(row: Row): RowOnDisk {
  const startMs = Number(row["start_ms"]);
  return {
    id: String(row["id"]),
    conversationId: row["conversation_id"] === null ? null : String(row["conversation_id"]),
    unitId: String(row["unit_id"]),
    agentId: String(row["agent_id"]),
    startMs,
    endMs: Number(row["end_ms"]),
    status: String(row["status"]) as RowOnDisk["status"], // a CHECK of the table holds it to the list
    heldUntilMs: row["held_until_ms"] === null ? null : Number(row["held_until_ms"]),
    groupSize: Number(row["group_size"]),
    key: String(row["idempotency_key"]),
    sequence: Number(row["sequence"]),
    label: slotLabel(startMs, String(row["zone"])),
  };
}

function talkOf(database: DatabaseSync): TalkOnDisk | null {
  const body = database.prepare("SELECT body FROM snapshot").get()?.["body"];
  if (typeof body !== "string") return null;
  const { identity, handOff, showing = null }: ConversationState = JSON.parse(body);
  const events = database
    .prepare("SELECT body FROM events ORDER BY seq")
    .all()
    .map((row): ConversationEvent => JSON.parse(String(row["body"])));
  const came = new Map(events.flatMap((event) => (event.type === "wish_settled" ? [[event.wishId, event.came]] : [])));
  const wishes = events.flatMap((event) => {
    if (event.type !== "showing_wished") return [];
    const { id, what } = event.wish;
    if (what.kind !== "book" && what.kind !== "move") return [];
    return [{ id, kind: what.kind, came: came.get(id) ?? null }];
  });
  const { conversationId, platform, threadId } = identity;
  const isHandedOff = handOff !== null;
  return { conversationId, platform, threadId, isHandedOff, showing, wishes, overtaken: overtakenIn(events) };
}

/** Ids of texts that say "booked", clicked when the showing was off or at another time as the conversation knew it. */
function overtakenIn(events: readonly ConversationEvent[]): readonly string[] {
  const booked = new Map<string, string>();
  const found: string[] = [];
  let stands: string | null = null;
  for (const event of events) {
    if (event.type === "showing_told") stands = isLiving(event.showing) ? event.showing.label : null;
    if (event.type === "send_written") {
      const told = toldIn(event.send.body);
      if (told?.says === "booked") booked.set(event.send.id, told.label);
    }
    if (event.type !== "send" || event.event.happened !== "delivering") continue;
    const label = booked.get(event.sendId);
    if (label !== undefined && label !== stands) found.push(event.sendId);
  }
  return found;
}
