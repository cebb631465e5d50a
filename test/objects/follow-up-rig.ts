// A conversation on the real actor whose follow-up is due: time is moved on disk, and the actor is loaded again, because an
// actor believes the clock of its process.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import type { FollowUpAnswer } from "#contracts/actors";
import type { FollowUpBook } from "#domain/conversation/follow-up";
import { newConversation, ORGANISATION, REPLY, sighting } from "./talk.ts";
import { zoneAt } from "./zone-at.ts";

export const QUESTION = [["lead", "Is it available?"]] as const;
export const ANSWERED = [...QUESTION, ["us", "Yes, it is available."]] as const;
const DAY_MS = 24 * 3_600_000;

export type Talk = ReturnType<typeof newConversation>;

export function words(more: Partial<FollowUpAnswer> = {}): FollowUpAnswer {
  const text = { kind: "text", body: "Are you still looking?", facts: [] } as const;
  return { episode: "m1", stage: "follow_up_1", text, sendMode: "auto_send", zone: zoneAt(12), ...more };
}

/** The lead asked, the assistant answered, and the answer was seen. */
export async function answered(): Promise<Talk> {
  const talk = newConversation();
  await talk.actor.ingest(talk.context, sighting(QUESTION));
  await talk.actor.recordDecision({ basis: "m1", decision: REPLY, provider: "test@1", sendMode: "auto_send" });
  await deliver(talk, talk.sendId(3), QUESTION, ANSWERED);
  return talk;
}

/** Takes a queued send through the gate and shows it in the thread. */
export async function deliver(
  talk: Talk,
  sendId: string,
  before: Parameters<typeof sighting>[0],
  after: Parameters<typeof sighting>[0],
): Promise<void> {
  const claim = await talk.actor.claimSend(sendId, "auto_send");
  if (!claim.ok) throw new Error(claim.error.code);
  const gate = await talk.actor.allowDelivery(sendId, claim.value.token, sighting(before));
  if (!gate.ok) throw new Error(gate.error.code);
  const report = { kind: "shown", postImage: sighting(after), isHeld: false } as const;
  await talk.actor.reportSend(sendId, claim.value.token, report, false);
}

/** As if the time had passed: changes what is stored of the follow-ups, and loads the actor again. */
export async function later(talk: Talk, change: (book: FollowUpBook) => FollowUpBook | undefined): Promise<void> {
  await runInDurableObject(talk.stub, (_object, ctx) => {
    const { body } = ctx.storage.sql.exec<{ body: string }>("SELECT body FROM snapshot").one();
    const snapshot = JSON.parse(body);
    ctx.storage.sql.exec(
      "UPDATE snapshot SET body = ?",
      JSON.stringify({ ...snapshot, followUps: change(snapshot.followUps) }),
    );
    // Whoever wrote then is not awake for sure now.
    ctx.storage.sql.exec("UPDATE messages SET body = json_set(body, '$.seenAtMs', ?)", Date.now() - DAY_MS);
    ctx.storage.sql.exec("UPDATE outbox SET due_at_ms = 0, wanted_at_ms = 0 WHERE key = 'follow_up'");
  });
  await evictDurableObject(talk.stub);
}

export async function dueNow(talk: Talk): Promise<void> {
  await later(talk, (book) => ({
    ...book,
    current: book.current === null ? null : { ...book.current, dueAtMs: Date.now() - 1_000 },
  }));
}

export async function detailOf(talk: Talk) {
  const detail = await talk.actor.detail(ORGANISATION);
  if (!detail.ok) throw new Error(detail.error.code);
  return detail.value;
}

/** The outbox as it lies on disk. */
export async function outboxOf(talk: Talk): Promise<string[]> {
  return runInDurableObject(talk.stub, (_object, ctx) =>
    ctx.storage.sql
      .exec<{ key: string }>("SELECT key FROM outbox ORDER BY key")
      .toArray()
      .map((row) => row.key),
  );
}
