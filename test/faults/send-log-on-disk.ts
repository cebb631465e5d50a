// What a death found under way: the send logs of all conversations as they lie on the disk of a product that was just
// killed.
import type { DatabaseSync } from "node:sqlite";
import type { ConversationEvent } from "#domain/conversation/event";
import type { Identity } from "#domain/conversation/state";
import { isSameBody } from "#domain/sending/body-match";
import type { Send } from "#domain/sending/send";
import type { Held } from "./compare.ts";
import { readConversations } from "./conversations-on-disk.ts";

/** Where a send stood when everything died, from the last step before the click to the last before the proof. */
export const WINDOWS = ["waiting", "claimed", "click allowed", "on the platform, no proof yet", "unknown"] as const;
export type Window = (typeof WINDOWS)[number];

export type SendOnDisk = Pick<Send, "id" | "state" | "body" | "notBeforeMs" | "releaseAtMs"> &
  Pick<Identity, "platform" | "threadId">;
export type Claim = { readonly sendId: string; readonly atMs: number };

/** What was not written for so long is not under way. A claim or a click is younger, and a restart touches an unknown. */
export const UNDER_WAY_MS_MAX = 120_000;

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

/** The rows of every send log that was written lately. */
export function sendsOnDisk(stateFolder: string, nowMs: number): readonly SendOnDisk[] {
  return readConversations(stateFolder, nowMs - UNDER_WAY_MS_MAX, sendsOf).flat();
}

function sendsOf(database: DatabaseSync): readonly SendOnDisk[] {
  const snapshot = database.prepare("SELECT body FROM snapshot").get()?.["body"];
  if (typeof snapshot !== "string") return [];
  const { platform, threadId }: Identity = JSON.parse(snapshot).identity;
  const rows = database.prepare("SELECT body FROM sends ORDER BY position").all();
  return rows.map((row) => {
    const { id, state, body, notBeforeMs, releaseAtMs }: Send = JSON.parse(String(row["body"]));
    return { id, state, body, notBeforeMs, releaseAtMs, platform, threadId };
  });
}

/** Every claim since then, from the event logs. */
export function claimsOnDisk(stateFolder: string, sinceMs: number): readonly Claim[] {
  return readConversations(stateFolder, sinceMs, (database) => claimsOf(database, sinceMs)).flat();
}

function claimsOf(database: DatabaseSync, sinceMs: number): readonly Claim[] {
  const rows = database.prepare("SELECT at_ms, body FROM events WHERE at_ms > ?").all(sinceMs);
  return rows.flatMap((row) => {
    const event: ConversationEvent = JSON.parse(String(row["body"]));
    const isClaim = event.type === "send" && event.event.happened === "claimed";
    return isClaim ? [{ sendId: event.sendId, atMs: Number(row["at_ms"]) }] : [];
  });
}
