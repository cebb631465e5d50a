// Which rows of a read are known already (C3-C6). Platforms show ids late, or never; texts repeat; a read may hold only
// the newest part of a thread. Decides nothing about what a new row means.
import { isSameBody, normaliseBody } from "../sending/body-match.ts";
import type { SightedMessage, ThreadSighting } from "./sighting.ts";
import type { Side, StoredMessage } from "./state.ts";

export type RecognisedRow = { readonly row: SightedMessage; readonly known: StoredMessage | null };

/** One entry per row that counts as a message, in thread order. [C6] Rows still being sent, or failed, are left out. */
export function recognise(
  known: readonly StoredMessage[],
  sighting: Pick<ThreadSighting, "messages" | "isComplete">,
): readonly RecognisedRow[] {
  const rows = sighting.messages.filter((row) => row.state === "visible" || row.state === "held");
  const found = new Map<SightedMessage, StoredMessage>();
  const free = new Set(known);
  const take = (row: SightedMessage, message: StoredMessage | undefined): void => {
    if (message === undefined) return;
    found.set(row, message);
    free.delete(message);
  };
  for (const row of rows) {
    if (row.platformMessageId === null) continue;
    take(
      row,
      known.find((message) => message.platformMessageId === row.platformMessageId && free.has(message)),
    );
  }
  const open = rows.filter((row) => !found.has(row));
  for (const row of open) {
    // [C4] A row with an id can only be a known message that has none yet.
    if (row.platformMessageId === null) continue;
    take(
      row,
      [...free].find((message) => message.platformMessageId === null && isSameRow(message, row)),
    );
  }
  const withoutId = open.filter((row) => row.platformMessageId === null);
  for (const [row, message] of alignWithoutIds([...free], withoutId, sighting.isComplete)) take(row, message);
  return rows.map((row) => ({ row, known: found.get(row) ?? null }));
}

/** The side a row speaks for; null when the page did not say. */
export function sideOf(row: SightedMessage): Side | null {
  if (row.direction === "inbound") return "lead";
  if (row.direction === "outbound") return "us";
  return row.direction === "system" ? "system" : null;
}

/**
 * Pairs rows without an id with known messages. A complete read starts at the same message as what is known, so equal
 * rows pair in order. A partial read shows the newest rows only: it is laid over the end of what is known where most fits.
 */
function alignWithoutIds(
  known: readonly StoredMessage[],
  rows: readonly SightedMessage[],
  isComplete: boolean,
): readonly (readonly [SightedMessage, StoredMessage])[] {
  if (!isComplete) {
    const overlap = longestOverlap(known, rows);
    if (overlap > 0) {
      const tail = known.slice(known.length - overlap);
      return tail.flatMap((message, i) => {
        const row = rows[i];
        return row === undefined ? [] : [[row, message] as const];
      });
    }
  }
  const free = [...known];
  return rows.flatMap((row) => {
    const at = free.findIndex((message) => isSameRow(message, row));
    const message = free[at];
    if (message === undefined) return [];
    free.splice(at, 1);
    return [[row, message] as const];
  });
}

/** The greatest n for which the last n known messages are the first n rows. */
function longestOverlap(known: readonly StoredMessage[], rows: readonly SightedMessage[]): number {
  for (let n = Math.min(known.length, rows.length); n > 0; n--) {
    const start = known.length - n;
    const fits = rows.slice(0, n).every((row, i) => {
      const message = known[start + i];
      return message !== undefined && isSameRow(message, row);
    });
    if (fits) return n;
  }
  return 0;
}

function isSameRow(message: StoredMessage, row: SightedMessage): boolean {
  const side = sideOf(row);
  if (side === null ? message.side !== "us" : message.side !== side) return false;
  return message.side === "us"
    ? isSameBody(row.body, message.body)
    : normaliseBody(row.body) === normaliseBody(message.body);
}
