// The conversation actor on real SQLite: what survives an eviction, what is signalled, what is told twice.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { CONVERSATION_MIGRATIONS } from "#objects/conversation/migrations";
import { LOOK_AGAIN_MS } from "#objects/runtime/outbox";
import { sqlMigrate } from "#objects/runtime/sql-migrate";
import { newConversation, ORGANISATION, REPLY, sighting } from "./talk.ts";

const GIVEN_UP = { code: "dead_letter", sentence: "Sending failed after many tries. Look at the thread." };
const QUESTION = [["lead", "Is it available?"]] as const;

async function queuedSend() {
  const talk = newConversation();
  await talk.actor.ingest(talk.context, sighting(QUESTION));
  await talk.actor.recordDecision({ basis: "m1", decision: REPLY, provider: "test@1", sendMode: "auto_send" });
  return { ...talk, id: talk.sendId(3) };
}

async function stateOf(talk: Awaited<ReturnType<typeof queuedSend>>): Promise<string> {
  const detail = await talk.actor.detail(ORGANISATION);
  if (!detail.ok) throw new Error(detail.error.code);
  return detail.value.sends[0]?.state ?? "none";
}

/** The outbox as it lies on disk. */
async function outboxOf(talk: { stub: DurableObjectStub }): Promise<string[]> {
  return runInDurableObject(talk.stub, (_object, ctx) =>
    ctx.storage.sql
      .exec<{ key: string }>("SELECT key FROM outbox ORDER BY key")
      .toArray()
      .map((row) => row.key),
  );
}

describe("a conversation actor", () => {
  it("[C51] keeps a wish and its job over an eviction, and settles it once", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    const time = {
      startMs: 2_000_000_000_000,
      endMs: 2_000_001_800_000,
      unitId: "un_1",
      agentIds: ["us_1"],
      label: "3 PM",
    };
    const decision = { ...REPLY, nextAction: "book_slot" as const, reply: "Your showing is booked." };
    const answer = { basis: "m1", decision, provider: "test@1", sendMode: "auto_send" as const, chosen: time };
    await talk.actor.recordDecision(answer);
    await evictDurableObject(talk.stub);
    const waiting = await talk.actor.wishRequest();
    expect(waiting?.wish.what).toEqual({ kind: "book", time });
    expect(await outboxOf(talk)).toContain(`book:${waiting?.wish.id}`);

    const { startMs, endMs, unitId, label } = time;
    const told = { id: "sh_1", unitId, agentId: "us_1", startMs, endMs, status: "confirmed" as const, sequence: 0 };
    const done = { came: "done" as const, showing: { ...told, zone: "America/New_York", label } };
    await talk.actor.settleWish(waiting?.wish.id ?? "", done, null);
    await evictDurableObject(talk.stub);
    await talk.actor.settleWish(waiting?.wish.id ?? "", done, null);
    expect(await talk.actor.wishRequest()).toBeNull();
    const detail = await talk.actor.detail(ORGANISATION);
    expect(detail.ok && detail.value.sends.map(({ body }) => body)).toEqual(["Your showing is booked."]);
    expect((await outboxOf(talk)).filter((key) => key.startsWith("ask:"))).toEqual(["ask:day_before"]);
  });

  it("keeps everything over an eviction, byte for byte", async () => {
    const odd = "Hi <b>there</b> 👋🏽\n\u202eright-to-left\u202c \u0000 end".padEnd(10_000, "x");
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting([["lead", odd]]));
    const before = await talk.actor.detail(ORGANISATION);
    await evictDurableObject(talk.stub);
    const after = await talk.actor.detail(ORGANISATION);
    expect(after).toEqual(before);
    expect(after.ok && after.value.messages[0]?.body).toBe(odd);
  });

  it("believes its storage, not its memory", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    await runInDurableObject(talk.stub, (_object, ctx) => {
      const row = ctx.storage.sql.exec<{ body: string }>("SELECT body FROM snapshot").one();
      ctx.storage.sql.exec("UPDATE snapshot SET body = ?", row.body.replace("Jamie", "Robin"));
    });
    await evictDurableObject(talk.stub);
    const detail = await talk.actor.detail(ORGANISATION);
    expect(detail.ok && detail.value.core.leadName).toBe("Robin");
  });

  it("ingests the same thread any number of times and stores each message once", async () => {
    const talk = newConversation();
    const answers = await Promise.all([1, 2, 3, 4].map(() => talk.actor.ingest(talk.context, sighting(QUESTION))));
    expect(answers.map((answer) => answer.ok && answer.value.newMessages)).toEqual([1, 0, 0, 0]);
  });

  it("[D3] gives one of many consumers the claim, and none a second one", async () => {
    const talk = await queuedSend();
    const claims = await Promise.all(Array.from({ length: 10 }, () => talk.actor.claimSend(talk.id, "auto_send")));
    expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
  });

  it("[D4] voids a claim at an eviction: its holder may not click, another may", async () => {
    const talk = await queuedSend();
    const first = await talk.actor.claimSend(talk.id, "auto_send");
    await evictDurableObject(talk.stub);
    expect(await stateOf(talk)).toBe("queued");
    const second = await talk.actor.claimSend(talk.id, "auto_send");
    if (!first.ok || !second.ok) throw new Error("a claim was refused");
    const late = await talk.actor.allowDelivery(talk.id, first.value.token, sighting(QUESTION));
    expect(late).toMatchObject({ ok: false, error: { code: "STALE" } });
    expect(await talk.actor.allowDelivery(talk.id, second.value.token, sighting(QUESTION))).toEqual({
      ok: true,
      value: "go",
    });
  });

  it("[D9] is unknown, never queued, when it is evicted between click and proof", async () => {
    const talk = await queuedSend();
    const claim = await talk.actor.claimSend(talk.id, "auto_send");
    if (!claim.ok) throw new Error("the claim was refused");
    await talk.actor.allowDelivery(talk.id, claim.value.token, sighting(QUESTION));
    await evictDurableObject(talk.stub);
    expect(await stateOf(talk)).toBe("unknown");
    expect(await talk.actor.needsReadBack(talk.id)).toBe(true);
    expect(await outboxOf(talk)).toContain(`reconcile:${talk.id}`);
    await talk.actor.ingest(talk.context, sighting([...QUESTION, ["us", "Yes, it is available."]]));
    expect(await stateOf(talk)).toBe("sent");
    expect(await outboxOf(talk)).not.toContain(`reconcile:${talk.id}`);
  });

  it("[D7] stops at the gate when the pre-image holds a new message of the lead", async () => {
    const talk = await queuedSend();
    const claim = await talk.actor.claimSend(talk.id, "auto_send");
    if (!claim.ok) throw new Error("the claim was refused");
    const gate = await talk.actor.allowDelivery(
      talk.id,
      claim.value.token,
      sighting([...QUESTION, ["lead", "Oh, and is parking included?"]]),
    );
    expect(gate.ok).toBe(false);
    expect(await stateOf(talk)).toBe("cancelled");
    expect((await talk.actor.decisionRequest())?.text).toBe("Is it available?\nOh, and is parking included?");
  });

  it("[C26] keeps a signal in the outbox until the job is done, and signals again meanwhile", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    expect(await outboxOf(talk)).toEqual(["decide", "project"]);
    expect(await runDurableObjectAlarm(talk.stub)).toBe(true);
    expect(await outboxOf(talk)).toEqual(["decide", "project"]);
    const attempts = await runInDurableObject(talk.stub, (_object, ctx) =>
      ctx.storage.sql.exec<{ attempts: number }>("SELECT attempts FROM outbox WHERE key = 'decide'").one(),
    );
    expect(attempts.attempts).toBe(1);
    expect(await runDurableObjectAlarm(talk.stub)).toBe(true);
    await talk.actor.recordDecision({ basis: "m1", decision: REPLY, provider: "test@1", sendMode: "draft_only" });
    expect(await outboxOf(talk)).toEqual(["project"]);
  });

  it("[C50] looks again soon while a claim or a click is in somebody's hands", async () => {
    const talk = await queuedSend();
    const alarmInMs = () =>
      runInDurableObject(talk.stub, async (_object, ctx) => ((await ctx.storage.getAlarm()) ?? Infinity) - Date.now());
    const claim = await talk.actor.claimSend(talk.id, "auto_send");
    if (!claim.ok) throw new Error("the claim was refused");
    const projection = await talk.actor.projection();
    await talk.actor.projected(projection?.upTo ?? 0);
    expect(await alarmInMs()).toBeLessThanOrEqual(LOOK_AGAIN_MS);
    await talk.actor.allowDelivery(talk.id, claim.value.token, sighting(QUESTION));
    expect(await alarmInMs()).toBeLessThanOrEqual(LOOK_AGAIN_MS);
  });

  it("projects until D1 has confirmed everything, and then stops", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    const first = await talk.actor.projection();
    expect(first?.audit.map((line) => line.action)).toEqual([
      "conversation.opened",
      "conversation.linked",
      "message.seen",
      "answer.due",
    ]);
    await talk.actor.projected(first?.upTo ?? 0);
    expect(await outboxOf(talk)).toEqual(["decide"]);
    expect((await talk.actor.projection())?.audit).toEqual([]);
    await talk.actor.setOutcome(ORGANISATION, "us_1", "completed");
    expect(await outboxOf(talk)).toEqual(["project"]);
    expect((await talk.actor.projection())?.audit.map((line) => line.action)).toEqual([
      "workflow.moved",
      "answer.settled",
    ]);
  });

  it("answers another organisation as if it did not exist", async () => {
    const talk = await queuedSend();
    const asked = await Promise.all([
      talk.actor.detail("org_2"),
      talk.actor.reply("org_2", "us_9", { idempotencyKey: "k", body: "Hello" }),
      talk.actor.approveDraft("org_2", "us_9", talk.id, null),
      talk.actor.rejectDraft("org_2", "us_9", talk.id),
      talk.actor.cancelSend("org_2", "us_9", talk.id),
      talk.actor.setOutcome("org_2", "us_9", "completed"),
      talk.actor.reopen("org_2", "us_9"),
      talk.actor.setOwner("org_2", "us_9", "human"),
      talk.actor.linkUnit("org_2", "us_9", "un_2", null),
      talk.actor.openHandOff("org_2", GIVEN_UP),
    ]);
    for (const answer of asked) expect(answer).toMatchObject({ ok: false, error: { code: "NOT_FOUND" } });
    expect(await stateOf(talk)).toBe("queued");
  });

  it("[C19] writes one send for one idempotency key, also when the key comes many times at once and after an eviction", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    const ask = () => talk.actor.reply(ORGANISATION, "us_1", { idempotencyKey: "k1", body: "Hello" });
    const answers = await Promise.all([ask(), ask(), ask()]);
    await evictDurableObject(talk.stub);
    answers.push(await ask());
    const ids = answers.map((answer) => (answer.ok ? answer.value.id : answer.error.code));
    expect(new Set(ids).size).toBe(1);
    const detail = await talk.actor.detail(ORGANISATION);
    expect(detail.ok && detail.value.sends).toHaveLength(1);
  });

  it("refuses a schema whose history was edited", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    await runInDurableObject(talk.stub, (_object, ctx) => {
      const edited = CONVERSATION_MIGRATIONS.map((step) => ({ ...step, name: `${step.name}_edited` }));
      expect(() => sqlMigrate(ctx.storage, edited)).toThrow("history was edited");
      expect(() => sqlMigrate(ctx.storage, [])).toThrow("history was edited");
    });
  });
});

describe("an eviction after any step of a send", () => {
  const ANSWERED = sighting([...QUESTION, ["us", "Yes, it is available."]]);

  it.each(["ingested", "decided", "claimed", "allowed", "reported"])(
    "[D4] [D9] [D10] after it was %s, the message is sent, and the click was allowed once",
    async (point) => {
      const talk = newConversation();
      const id = talk.sendId(3);
      const reached = async (step: string) => {
        if (step === point) await evictDurableObject(talk.stub);
      };
      await talk.actor.ingest(talk.context, sighting(QUESTION));
      await reached("ingested");
      await talk.actor.recordDecision({ basis: "m1", decision: REPLY, provider: "test@1", sendMode: "auto_send" });
      await reached("decided");
      // A job that comes again, as the outbox makes it: until the send is not queued any more.
      for (let job = 0; job < 3; job++) {
        const claim = await talk.actor.claimSend(id, "auto_send");
        if (!claim.ok) continue;
        if (job === 0) await reached("claimed");
        const gate = await talk.actor.allowDelivery(id, claim.value.token, sighting(QUESTION));
        if (!gate.ok) continue;
        await reached("allowed");
        const report = { kind: "shown", postImage: { ...ANSWERED, takenAtMs: Date.now() }, isHeld: false } as const;
        await talk.actor.reportSend(id, claim.value.token, report, false);
        await reached("reported");
      }
      expect(await stateOf({ ...talk, id })).toBe("sent");
      const log = ((await talk.actor.projection())?.audit ?? []).map((line) => line.action);
      expect(log.filter((action) => action === "send.delivering")).toHaveLength(1);
      expect(log.filter((action) => action === "send.sent")).toHaveLength(1);
    },
  );
});

describe("what a person must look at", () => {
  const handOffOf = async (talk: Awaited<ReturnType<typeof queuedSend>>) => {
    const detail = await talk.actor.detail(ORGANISATION);
    if (!detail.ok) throw new Error(detail.error.code);
    return detail.value.core;
  };
  const linesOf = async (talk: Awaited<ReturnType<typeof queuedSend>>, action: string) =>
    ((await talk.actor.projection())?.audit ?? []).filter((line) => line.action === action);

  it("[D15] [C30] keeps a text that shows twice, and its hand-off, over evictions, and tells it until D1 holds it", async () => {
    const talk = await queuedSend();
    const claim = await talk.actor.claimSend(talk.id, "auto_send");
    if (!claim.ok) throw new Error("the claim was refused");
    await talk.actor.allowDelivery(talk.id, claim.value.token, sighting(QUESTION));
    const once = [...QUESTION, ["us", "Yes, it is available."]] as const;
    const twice = sighting([...once, ["us", "Yes, it is available."]]);
    await talk.actor.ingest(talk.context, sighting(once));
    await talk.actor.ingest(talk.context, twice);
    await evictDurableObject(talk.stub);
    const core = await handOffOf(talk);
    expect(core).toMatchObject({
      hasDuplicate: true,
      ownerMode: "human",
      handOff: { reason: { code: "shown_twice" } },
    });
    await talk.actor.ingest(talk.context, twice);
    await evictDurableObject(talk.stub);
    expect((await handOffOf(talk)).version).toBe(core.version);
    expect(await linesOf(talk, "send.duplicated")).toMatchObject([{ detail: { sendId: talk.id } }]);
    await talk.actor.projected((await talk.actor.projection())?.upTo ?? 0);
    await evictDurableObject(talk.stub);
    expect(await linesOf(talk, "send.duplicated")).toEqual([]);
    expect((await handOffOf(talk)).hasDuplicate).toBe(true);
  });

  it("[C31] opens one hand-off for what a queue gave up on, told at once, again, and after an eviction", async () => {
    const talk = await queuedSend();
    await Promise.all([1, 2, 3].map(() => talk.actor.openHandOff(ORGANISATION, GIVEN_UP)));
    await evictDurableObject(talk.stub);
    expect(await talk.actor.openHandOff(ORGANISATION, GIVEN_UP)).toEqual({ ok: true, value: "open" });
    expect((await handOffOf(talk)).handOff?.reason).toEqual(GIVEN_UP);
    expect(await stateOf(talk)).toBe("cancelled");
    expect(await linesOf(talk, "hand_off.opened")).toMatchObject([
      { actor: "system", detail: { reason: "dead_letter" } },
    ]);
    expect(await outboxOf(talk)).toEqual(["project"]);
  });
});
