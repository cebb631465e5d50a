// What a death found under way: the send logs of all conversations as they lie on the disk of a product that was just
// killed. Works on copies, because opening a database would already repair it, and that is the product's own part.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Identity } from "#domain/conversation/state";
import { isSameBody } from "#domain/sending/body-match";
import type { Send } from "#domain/sending/send";
import type { Held } from "./compare.ts";

/** Where a send stood when everything died, from the last step before the click to the last before the proof. */
export const WINDOWS = ["waiting", "claimed", "click allowed", "on the platform, no proof yet", "unknown"] as const;
export type Window = (typeof WINDOWS)[number];

export type SendOnDisk = Pick<Send, "state" | "body"> & Pick<Identity, "platform" | "threadId">;

/** Where wrangler keeps the conversations' databases, below its own folder. */
const CONVERSATIONS = "v3/do/lease-bot-ConversationObject";
/** What was not written for so long is not under way. A claim or a click is younger, and a restart touches an unknown. */
const UNDER_WAY_MS_MAX = 120_000;

/** Counts the sends under way by where they stood. `held`: what is on the platforms. */
export function windowsOf(sends: readonly SendOnDisk[], held: readonly Held[]): ReadonlyMap<Window, number> {
  const counts = new Map<Window, number>();
  for (const send of sends) {
    const window = windowOf(send, held);
    if (window !== null) counts.set(window, (counts.get(window) ?? 0) + 1);
  }
  return counts;
}

function windowOf({ state, body, platform, threadId }: SendOnDisk, held: readonly Held[]): Window | null {
  if (state === "approved" || state === "queued") return "waiting";
  if (state === "claimed" || state === "unknown") return state;
  if (state !== "delivering") return null;
  const isThere = held.some(
    (message) => message.platform === platform && message.threadId === threadId && isSameBody(message.text, body),
  );
  return isThere ? "on the platform, no proof yet" : "click allowed";
}

/** The rows of every send log that was written lately. A log that cannot be read as it lies is left out. */
export function sendsOnDisk(stateFolder: string, nowMs: number): readonly SendOnDisk[] {
  const folder = join(stateFolder, CONVERSATIONS);
  if (!existsSync(folder)) return [];
  const copies = mkdtempSync(join(tmpdir(), "lease-bot-dead-"));
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite")
      .filter((name) => writtenAtMs(join(folder, name)) > nowMs - UNDER_WAY_MS_MAX)
      .flatMap((name) => readCopy(join(folder, name), join(copies, name)));
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

function writtenAtMs(database: string): number {
  return Math.max(
    ...[database, `${database}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

function readCopy(database: string, copy: string): readonly SendOnDisk[] {
  try {
    copyFileSync(database, copy);
    if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${copy}-wal`);
    const opened = new DatabaseSync(copy);
    try {
      const snapshot = opened.prepare("SELECT body FROM snapshot").get()?.["body"];
      if (typeof snapshot !== "string") return [];
      const { platform, threadId }: Identity = JSON.parse(snapshot).identity;
      const rows = opened.prepare("SELECT body FROM sends").all();
      return rows.map((row) => {
        const { state, body }: Send = JSON.parse(String(row["body"]));
        return { state, body, platform, threadId };
      });
    } finally {
      opened.close();
    }
  } catch {
    return []; // Killed in its first write, or, where the product still lives, written while it was copied.
  }
}
