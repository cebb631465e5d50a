// Not to be contacted, on the real actor: it survives an eviction, stops a claimed send at the gate, and is told on.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { newConversation, ORGANISATION, REPLY, sighting } from "./talk.ts";

const QUESTION = [["lead", "Is it available? Call 347-555-0142"]] as const;

async function queuedSend() {
  const talk = newConversation();
  await talk.actor.ingest(talk.context, sighting(QUESTION));
  await talk.actor.recordDecision({ basis: "m1", decision: REPLY, provider: "test@1", sendMode: "auto_send" });
  return { ...talk, id: talk.sendId(3) };
}

async function claimed() {
  const talk = await queuedSend();
  const claim = await talk.actor.claimSend(talk.id, "auto_send");
  if (!claim.ok) throw new Error(claim.error.code);
  const gate = () => talk.actor.allowDelivery(talk.id, claim.value.token, sighting(QUESTION));
  return { ...talk, gate };
}

async function detailOf(talk: Awaited<ReturnType<typeof queuedSend>>) {
  const detail = await talk.actor.detail(ORGANISATION);
  if (!detail.ok) throw new Error(detail.error.code);
  return detail.value;
}

describe("a suppressed conversation", () => {
  it.each(["by hand", "elsewhere"])("[C40] [C41] stays so over an eviction: %s", async (how) => {
    const talk = await queuedSend();
    if (how === "by hand") await talk.actor.suppress(ORGANISATION, "us_1");
    else await talk.actor.suppressSamePerson(ORGANISATION, { saidIn: "cv_9", askedAtMs: 7 });
    const before = await detailOf(talk);
    const told = (await talk.actor.projection())?.person.suppression;
    await evictDurableObject(talk.stub);
    expect(await detailOf(talk)).toEqual(before);
    expect(before.core.isSuppressed).toBe(true);
    expect(before.sends.map((send) => send.state)).toEqual(["cancelled"]);
    expect((await talk.actor.projection())?.person.suppression).toEqual(told);
    expect(await talk.actor.claimSend(talk.id, "auto_send")).toMatchObject({ ok: false });
  });

  it("[C42] lets no text through the gate after the word, in any order of arrival", async () => {
    const passed = [0, 0];
    for (let round = 0; round < 40; round++) {
      const talk = await claimed();
      const word = () => talk.actor.suppressSamePerson(ORGANISATION, { saidIn: "cv_9", askedAtMs: 7 });
      const jobs: (() => Promise<unknown>)[] = round % 2 === 0 ? [talk.gate, word] : [word, talk.gate];
      await Promise.all(jobs.map((job) => job()));
      const log = ((await talk.actor.projection())?.audit ?? []).map((line) => line.action);
      const delivering = log.indexOf("send.delivering");
      passed[delivering === -1 ? 0 : 1] = (passed[delivering === -1 ? 0 : 1] ?? 0) + 1;
      expect(delivering).toBeLessThan(log.indexOf("lead.suppressed"));
    }
    for (const times of passed) expect(times).toBeGreaterThan(0);
  });

  it("[C43] [C44] stays lifted over an eviction, whatever older words arrive", async () => {
    const talk = await queuedSend();
    await talk.actor.suppressSamePerson(ORGANISATION, { saidIn: "cv_9", askedAtMs: 7 });
    expect((await talk.actor.liftSuppression(ORGANISATION, "us_admin")).ok).toBe(true);
    await evictDurableObject(talk.stub);
    await talk.actor.suppressSamePerson(ORGANISATION, { saidIn: "cv_9", askedAtMs: 7 });
    expect((await detailOf(talk)).core.isSuppressed).toBe(false);
    expect((await talk.actor.projection())?.person.lift?.liftedIn).toBe(talk.context.identity.conversationId);
  });

  it("knows where it was said also when its row was written before that was kept", async () => {
    const talk = await queuedSend();
    await talk.actor.suppress(ORGANISATION, "us_1");
    await runInDurableObject(talk.stub, (_object, ctx) => {
      const { body } = ctx.storage.sql.exec<{ body: string }>("SELECT body FROM snapshot").one();
      const { suppression: _, liftedAtMs: __, ...older } = JSON.parse(body);
      ctx.storage.sql.exec("UPDATE snapshot SET body = ?", JSON.stringify(older));
    });
    await evictDurableObject(talk.stub);
    const { conversationId } = talk.context.identity;
    expect((await talk.actor.projection())?.person.suppression).toEqual({ saidIn: conversationId, askedAtMs: 0 });
    expect((await talk.actor.liftSuppression(ORGANISATION, "us_admin")).ok).toBe(true);
  });
});

describe("the person's report", () => {
  it("[C45] [P1] holds the lead's contacts, and no other view and no audit line does", async () => {
    const talk = await queuedSend();
    const projection = await talk.actor.projection();
    expect(projection?.person.contacts).toEqual([{ kind: "phone", value: "13475550142" }]);
    const { messages, ...rest } = await detailOf(talk);
    expect(messages).toHaveLength(1);
    const { lastMessage, ...core } = rest.core;
    expect(lastMessage?.from).toBe("lead");
    expect(JSON.stringify([{ ...rest, core }, projection?.audit])).not.toMatch(/3475550142|555-0142/);
  });

  it("answers another organisation as if it did not exist", async () => {
    const talk = await queuedSend();
    const asked = await Promise.all([
      talk.actor.suppress("org_2", "us_9"),
      talk.actor.liftSuppression("org_2", "us_9"),
      talk.actor.suppressSamePerson("org_2", { saidIn: "cv_9", askedAtMs: 7 }),
      talk.actor.liftSamePerson("org_2", { liftedIn: "cv_9", liftedAtMs: 7 }),
    ]);
    for (const answer of asked) expect(answer).toMatchObject({ ok: false, error: { code: "NOT_FOUND" } });
    expect((await detailOf(talk)).core.isSuppressed).toBe(false);
  });
});
