// Page cursors as clients see them: opaque text. They hold a position, never a scope: the session decides whose rows.
import { z } from "zod";
import type { BoardPosition } from "#workers/store/conversation-list";
import { Problem } from "./problem.ts";

const boardSchema = z.tuple([z.boolean(), z.int(), z.string().min(1).max(64)]);
/** Ids of queue messages, sends and audit lines, the longest of them with the word before it that makes an incident's id. */
const timeSchema = z.tuple([z.int(), z.string().min(1).max(128)]);

/** Where a page of anything that is listed by time ended. */
type TimePosition = { readonly atMs: number; readonly id: string };

export function boardCursor(position: BoardPosition | null): string | null {
  return position === null ? null : encode([position.hasHandOff, position.lastAtMs, position.id]);
}

/** The position behind a cursor. Throws BAD_REQUEST for anything we did not hand out. */
export function readBoardCursor(cursor: string | undefined): BoardPosition | null {
  if (cursor === undefined) return null;
  const [hasHandOff, lastAtMs, id] = decode(cursor, boardSchema);
  return { hasHandOff, lastAtMs, id };
}

export function timeCursor(position: TimePosition | null): string | null {
  return position === null ? null : encode([position.atMs, position.id]);
}

/** The position behind a cursor. Throws BAD_REQUEST for anything we did not hand out. */
export function readTimeCursor(cursor: string | undefined): TimePosition | null {
  if (cursor === undefined) return null;
  const [atMs, id] = decode(cursor, timeSchema);
  return { atMs, id };
}

function encode(parts: readonly (string | number | boolean)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function decode<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new Problem("BAD_REQUEST", "This page marker is not valid. Load the list again from its start.");
  }
}
