// Follow-ups on the real actor: what survives an eviction between due and recorded, who wins when everybody comes at once, and
// what an older stored conversation makes of it.
import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { ANSWERED, answered, deliver, detailOf, dueNow, later, outboxOf, QUESTION, words } from "./follow-up-rig.ts";
import { newConversation, ORGANISATION, sighting } from "./talk.ts";
import { zoneAt } from "./zone-at.ts";

const DAY_MS = 24 * 3_600_000;
const FIRST_TEXT = 4;

describe("a follow-up", () => {
  it("[C60] [C26] is armed with the sighting of our answer, wants its words, and stays over an eviction", async () => {
    const talk = await answered();
    const before = await detailOf(talk);
    expect(before.followUp).toMatchObject({
      stage: "follow_up_1",
      status: "pending",
      writer: "assistant",
      sendId: null,
    });
    expect(Date.parse(before.followUp?.dueAt ?? "") - Date.now()).toBeGreaterThan(DAY_MS - 60_000);
    expect(await outboxOf(talk)).toEqual(["follow_up", "project"]);
    await evictDurableObject(talk.stub);
    expect(await detailOf(talk)).toEqual(before);
    expect(await talk.actor.followUpRequest()).toBeNull();
  });

  it("[C64] [C65] is signalled until its words are recorded, whatever is lost in between, and recorded once", async () => {
    const talk = await answered();
    await dueNow(talk);
    const request = await talk.actor.followUpRequest();
    expect(request).toMatchObject({ episode: "m1", stage: "follow_up_1", unitId: "un_1", isFirstOfAssistant: false });
    expect(request?.answered).toEqual(["Yes, it is available."]);
    expect(await runDurableObjectAlarm(talk.stub)).toBe(true);
    // The consumer found its words, and everything died before it could say them.
    await evictDurableObject(talk.stub);
    expect(await outboxOf(talk)).toContain("follow_up");
    expect(await talk.actor.recordFollowUp(words())).toEqual({ ok: true, value: { isRecorded: true } });
    expect(await outboxOf(talk)).not.toContain("follow_up");
    await evictDurableObject(talk.stub);
    expect(await talk.actor.recordFollowUp(words())).toEqual({ ok: true, value: { isRecorded: false } });
    expect(await talk.actor.followUpRequest()).toBeNull();
    expect((await detailOf(talk)).sends.map((send) => send.state)).toEqual(["queued", "sent"]);
  });

  it("[C65] takes the words of one of many consumers, over evictions between them", async () => {
    const talk = await answered();
    await dueNow(talk);
    const ask = () => Promise.all(Array.from({ length: 10 }, () => talk.actor.recordFollowUp(words())));
    const answers = [...(await ask())];
    await evictDurableObject(talk.stub);
    answers.push(...(await ask()));
    expect(answers.filter((answer) => answer.ok && answer.value.isRecorded)).toHaveLength(1);
    expect((await detailOf(talk)).sends).toHaveLength(2);
  });

  it("[C67] [D7] stops at the gate when the lead wrote between the claim and the click", async () => {
    const talk = await answered();
    await dueNow(talk);
    await talk.actor.recordFollowUp(words());
    const sendId = talk.sendId(FIRST_TEXT + 1);
    const claim = await talk.actor.claimSend(sendId, "auto_send");
    if (!claim.ok) throw new Error(claim.error.code);
    const preImage = sighting([...ANSWERED, ["lead", "Sorry, I was away."]]);
    expect((await talk.actor.allowDelivery(sendId, claim.value.token, preImage)).ok).toBe(false);
    const detail = await detailOf(talk);
    expect(detail.sends.map((send) => send.state)).toEqual(["cancelled", "sent"]);
    expect(detail.followUp).toBeNull();
    expect((await talk.actor.decisionRequest())?.text).toBe("Sorry, I was away.");
    expect(await talk.actor.recordFollowUp(words())).toEqual({ ok: true, value: { isRecorded: false } });
  });

  it("[C62] [C65] is never recorded after a word of the lead, in whatever order the two arrive", async () => {
    const heard = sighting([...ANSWERED, ["lead", "Sorry, I was away."]]);
    for (let round = 0; round < 20; round++) {
      const talk = await answered();
      await dueNow(talk);
      const jobs = [() => talk.actor.ingest(talk.context, heard), () => talk.actor.recordFollowUp(words())];
      await Promise.all((round % 2 === 0 ? jobs : jobs.toReversed()).map((job) => job()));
      const detail = await detailOf(talk);
      expect(detail.followUp).toBeNull();
      expect(detail.sends.filter((send) => send.state === "queued")).toEqual([]);
      const log = ((await talk.actor.projection())?.audit ?? []).map(({ action }) => action);
      const heardAt = log.lastIndexOf("message.seen");
      expect(log.indexOf("follow_up.written")).toBeLessThan(heardAt);
    }
  });

  it("[C66] waits for the morning when it is night at the home", async () => {
    const talk = await answered();
    await dueNow(talk);
    expect(await talk.actor.recordFollowUp(words({ zone: zoneAt(0) }))).toMatchObject({ ok: true });
    const detail = await detailOf(talk);
    expect(detail.sends).toHaveLength(1);
    expect(Date.parse(detail.followUp?.dueAt ?? "")).toBeGreaterThan(Date.now());
    expect(await outboxOf(talk)).toContain("follow_up");
  });

  it("[C68] leads to the next one when its text is seen, and in the end to no_reply by the clock alone", async () => {
    const talk = await answered();
    await dueNow(talk);
    await talk.actor.recordFollowUp(words());
    const once = [...ANSWERED, ["us", "Are you still looking?"]] as const;
    await deliver(talk, talk.sendId(FIRST_TEXT + 1), ANSWERED, once);
    expect((await detailOf(talk)).core.workflowState).toBe("follow_up_1");
    expect((await talk.actor.projection())?.followUps).toMatchObject([
      { id: expect.stringMatching(/\.f1$/), status: "completed" },
      { id: expect.stringMatching(/\.f2$/), status: "pending", stage: "follow_up_2", ownerId: "us_1" },
    ]);
    const id = (await detailOf(talk)).followUp?.id ?? "";
    await talk.actor.actOnFollowUp(ORGANISATION, "us_1", id, { act: "skip" });
    expect((await detailOf(talk)).core.workflowState).toBe("follow_up_2");
    await later(talk, (book) => ({ ...book, noReplyAtMs: Date.now() - 1_000 }));
    expect((await detailOf(talk)).core).toMatchObject({ workflowState: "outcome", outcome: "no_reply" });
    await talk.actor.ingest(talk.context, sighting([...once, ["lead", "Sorry, I was away."]]));
    expect((await detailOf(talk)).core).toMatchObject({ workflowState: "lead", outcome: null });
  });

  it("[C64] is told on with who writes it, also when that changes without an event of its own", async () => {
    const talk = await answered();
    const told = async () =>
      (await talk.actor.projection())?.followUps.map(({ writer, leftToPerson }) => [writer, leftToPerson]);
    expect(await told()).toEqual([["assistant", null]]);
    await talk.actor.projected((await talk.actor.projection())?.upTo ?? 0);
    await talk.actor.setOwner(ORGANISATION, "us_1", "human");
    expect(await told()).toEqual([["agent", null]]);
  });

  it("[C71] answers another organisation as if it did not exist", async () => {
    const talk = await answered();
    const id = (await detailOf(talk)).followUp?.id ?? "";
    const asked = await talk.actor.actOnFollowUp("org_2", "us_9", id, { act: "complete" });
    expect(asked).toMatchObject({ ok: false, error: { code: "NOT_FOUND" } });
    expect((await detailOf(talk)).followUp?.status).toBe("pending");
  });

  it("[C77] is unknown to a conversation that was stored before there were any; the next word of ours arms one", async () => {
    const talk = newConversation();
    await talk.actor.ingest(talk.context, sighting(QUESTION));
    await later(talk, () => undefined);
    expect((await detailOf(talk)).followUp).toBeNull();
    expect((await talk.actor.projection())?.followUps).toEqual([]);
    await talk.actor.ingest(talk.context, sighting(ANSWERED));
    expect((await detailOf(talk)).followUp).toMatchObject({ stage: "follow_up_1", writer: "agent" });
  });
});
