// What an actor keeps of its decisions on real SQLite: what became of each, what each was made from, over evictions and redelivery.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { DECISIONS_KEPT_MAX, INPUT_CHARS_MAX } from "#domain/shadow/limits";
import { replay } from "#domain/shadow/replay";
import type { DecisionInput } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";
import { newConversation, ORGANISATION, REPLY, sighting } from "./talk.ts";

const QUESTION = ["lead", "How much is the rent?"] as const;
const USER = "us_1";

const INPUT: DecisionInput = {
  ...{ text: QUESTION[1], platform: "spareroom", history: [], unit: { rentMonthly: 1450 }, records: {}, slots: [] },
  ...{ now: "2026-11-25T12:00:00Z", zone: "America/New_York", leadName: "Jamie", organisationName: "Harbour" },
};
type Talk = ReturnType<typeof newConversation>;

async function decided(input = INPUT): Promise<Talk> {
  const talk = newConversation();
  await talk.actor.ingest(talk.context, sighting([QUESTION]));
  await record(talk, "m1", input);
  return talk;
}

async function record(talk: Talk, basis: string, input = INPUT): Promise<void> {
  const decision = { ...decide(INPUT), reply: REPLY.reply };
  await talk.actor.recordDecision({ basis, decision, input, provider: "test@1", sendMode: "draft_only" });
}

async function views(talk: Talk) {
  const told = await talk.actor.decisions(ORGANISATION);
  if (!told.ok) throw new Error(told.error.code);
  return told.value;
}

async function sourceOf(talk: Talk, id: string) {
  return await talk.actor.decisionSource(ORGANISATION, id);
}

describe("a decision", () => {
  it("keeps its verdict over evictions, and projects each change until D1 has it", async () => {
    const talk = await decided();
    const first = await talk.actor.projection();
    expect(first?.outcomes).toMatchObject([
      { decisionId: "d2", verdict: "pending", isProposed: true, isJudged: false },
    ]);
    await talk.actor.projected(first?.upTo ?? 0);
    expect((await talk.actor.projection())?.outcomes).toEqual([]);

    await talk.actor.approveDraft(ORGANISATION, USER, talk.sendId(3), "Yes, it is not available.");
    await evictDurableObject(talk.stub);
    const told = (await talk.actor.projection())?.outcomes;
    expect(told).toMatchObject([{ verdict: "edited", distancePercent: 20, isJudged: true, wouldHaveGoneWrong: true }]);
    expect(told?.[0]?.version).toBeGreaterThan(first?.outcomes[0]?.version ?? 0);
    await evictDurableObject(talk.stub);
    expect((await talk.actor.projection())?.outcomes).toEqual(told);
    expect(await views(talk)).toMatchObject([{ id: "d2", sendId: talk.sendId(3), verdict: "edited", added: ["not"] }]);
  });

  it("is followed anew from the event log when the book is lost", async () => {
    const talk = await decided();
    await talk.actor.reply(ORGANISATION, USER, { idempotencyKey: "k1", body: "It went yesterday." });
    const before = await views(talk);
    expect(before).toMatchObject([{ verdict: "answered_otherwise" }]);
    await runInDurableObject(talk.stub, (_object, ctx) => {
      ctx.storage.sql.exec("DELETE FROM decision_book");
      ctx.storage.sql.exec("DELETE FROM decision_tracks");
    });
    await evictDurableObject(talk.stub);
    expect(await views(talk)).toEqual(before);
  });

  it("tells D1 no word of anybody", async () => {
    const talk = await decided();
    await talk.actor.reply(ORGANISATION, USER, { idempotencyKey: "k1", body: "It went yesterday." });
    const told = await talk.actor.projection();
    expect(JSON.stringify([told?.outcomes, told?.audit])).not.toMatch(/yesterday|available|Jamie|How much/);
  });

  it("is kept with what it was made from, and comes out of it again", async () => {
    const talk = await decided();
    await evictDurableObject(talk.stub);
    const stored = await sourceOf(talk, "d2");
    if (!stored.ok) throw new Error(stored.error.code);
    expect(stored.value).toMatchObject({ decisionId: "d2", provider: "test@1", ruleBook: "answer", input: INPUT });
    expect(replay(stored.value, decide(INPUT))).toEqual([]);
    expect(await views(talk)).toMatchObject([{ hasInput: true }]);
    expect((await talk.actor.decisionSource("org_2", "d2")).ok).toBe(false);
    expect((await sourceOf(talk, "d9")).ok).toBe(false);
  });

  it("is not recorded twice for one message, and a late second input replaces nothing", async () => {
    const talk = await decided();
    await record(talk, "m1", { ...INPUT, text: "another" });
    const stored = await sourceOf(talk, "d2");
    expect(stored.ok && stored.value.input.text).toBe(INPUT.text);
    expect(await views(talk)).toHaveLength(1);
  });

  it("[W16] loses its input when it is too large, or when many newer ones came", async () => {
    const huge = await decided({ ...INPUT, text: "x".repeat(INPUT_CHARS_MAX) });
    expect((await sourceOf(huge, "d2")).ok).toBe(false);
    expect(await views(huge)).toMatchObject([{ id: "d2", hasInput: false }]);

    const talk = newConversation();
    const rows: (readonly ["lead", string])[] = [];
    for (let n = 0; n <= DECISIONS_KEPT_MAX; n += 1) {
      rows.push(["lead", `question ${n}`]);
      await talk.actor.ingest(talk.context, sighting(rows));
      const request = await talk.actor.decisionRequest();
      await record(talk, request?.basis ?? "");
    }
    const kept = await views(talk);
    expect(kept).toHaveLength(DECISIONS_KEPT_MAX);
    expect(kept.every(({ hasInput }) => hasInput)).toBe(true);
    expect((await sourceOf(talk, "d2")).ok).toBe(false);
  });
});
