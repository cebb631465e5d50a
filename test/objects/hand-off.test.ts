// A hand-off on the actor's real storage: what the lead is told, and what the person reads, survive the end of the process.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { DecisionAnswer } from "#contracts/actors";
import type { HandOffGrounds } from "#domain/conversation/hand-off";
import { newConversation, ORGANISATION, REPLY, sighting } from "./talk.ts";

const GROUNDS: HandOffGrounds = {
  ...{ home: "12 Harbour Lane", unit: {}, records: {}, organisationName: "Harbour" },
  businessHours: null,
};
const TO_PERSON: Omit<DecisionAnswer, "basis"> = {
  decision: {
    ...REPLY,
    intents: ["policy_question"],
    nextAction: "hand_off",
    reason: { code: "fact_missing", sentence: "No record holds what the lead asks for." },
    reply: null,
  },
  provider: "test@1",
  sendMode: "auto_send",
  grounds: GROUNDS,
};
type Row = readonly ["lead" | "us", string];

async function handedOff(sendMode: "auto_send" | "draft_only" = "auto_send") {
  const talk = newConversation();
  const rows: Row[] = [["lead", "Can I pay in cash?"]];
  await talk.actor.ingest(talk.context, sighting(rows));
  await talk.actor.recordDecision({ ...TO_PERSON, basis: "m1", sendMode });
  const detail = async () => {
    const told = await talk.actor.detail(ORGANISATION);
    if (!told.ok) throw new Error(told.error.code);
    return told.value;
  };
  const decide = async () => {
    const basis = (await talk.actor.decisionRequest())?.basis ?? "none";
    await talk.actor.recordDecision({ ...TO_PERSON, basis });
  };
  return { ...talk, rows, detail, decide };
}

describe("a hand-off in the actor", () => {
  it("[C83] [C85] keeps summary, deadline and the word to the lead over an eviction", async () => {
    const talk = await handedOff();
    const before = await talk.detail();
    await evictDurableObject(talk.stub);
    const after = await talk.detail();
    expect(after.core.handOff).toEqual(before.core.handOff);
    expect(after.core.handOff?.summary[0]).toBe("Jamie, 12 Harbour Lane");
    expect(after.acknowledgement).toMatchObject({
      kind: "written",
      sentence: "The lead is about to be told that a person answers.",
    });
  });

  it("[C86] tells the lead once, however often actor and consumer begin anew", async () => {
    const talk = await handedOff();
    for (let n = 0; n < 3; n++) {
      talk.rows.push(["lead", `Hello? ${n}`]);
      await talk.actor.ingest(talk.context, sighting(talk.rows));
      await evictDurableObject(talk.stub);
      await talk.decide();
      await talk.decide();
    }
    const { sends, core } = await talk.detail();
    expect(sends.filter(({ state }) => state !== "cancelled")).toHaveLength(1);
    const [queued] = sends;
    const claim = await talk.actor.claimSend(queued?.id ?? "", "auto_send");
    if (!claim.ok) throw new Error(claim.error.code);
    const go = await talk.actor.allowDelivery(queued?.id ?? "", claim.value.token, sighting(talk.rows));
    expect(go.ok).toBe(true);
    talk.rows.push(["us", queued?.body ?? ""]);
    const shown = { kind: "shown", postImage: sighting(talk.rows), isHeld: false } as const;
    await talk.actor.reportSend(queued?.id ?? "", claim.value.token, shown, false);
    talk.rows.push(["lead", "Still there?"]);
    await talk.actor.ingest(talk.context, sighting(talk.rows));
    await evictDurableObject(talk.stub);
    await talk.decide();
    const later = await talk.detail();
    expect(later.sends.filter(({ state }) => state !== "cancelled").map(({ state }) => state)).toEqual(["sent"]);
    expect(later.core.handOff?.deadlineAtMs).toBe(core.handOff?.deadlineAtMs);
  });

  it("[C87] lets no word pass that a person's answer came before, also after an eviction between the two", async () => {
    const talk = await handedOff();
    const [told] = (await talk.detail()).sends;
    const claim = await talk.actor.claimSend(told?.id ?? "", "auto_send");
    await talk.actor.reply(ORGANISATION, "us_1", { idempotencyKey: "k1", body: "Yes, you can." });
    await evictDurableObject(talk.stub);
    const go = await talk.actor.allowDelivery(told?.id ?? "", claim.ok ? claim.value.token : "", sighting(talk.rows));
    expect(go.ok).toBe(false);
    const { sends } = await talk.detail();
    expect(sends.find(({ id }) => id === told?.id)?.state).toBe("cancelled");
  });

  it("[C83] loads a hand-off that was stored before it was told to anybody", async () => {
    const talk = await handedOff("draft_only");
    await runInDurableObject(talk.stub, (_object, { storage: { sql } }) => {
      sql.exec(
        "UPDATE snapshot SET body = json_remove(body, '$.handOff.risk', '$.handOff.summary', '$.handOff.acknowledgement', '$.businessHours')",
      );
    });
    await evictDurableObject(talk.stub);
    const { core, acknowledgement } = await talk.detail();
    expect(core.handOff).toMatchObject({ risk: "medium", summary: [] });
    expect(acknowledgement?.kind).toBe("none");
    talk.rows.push(["lead", "Are dogs allowed?"]);
    await talk.actor.ingest(talk.context, sighting(talk.rows));
    await talk.decide();
    expect((await talk.detail()).core.handOff?.summary).toHaveLength(3);
  });
});
