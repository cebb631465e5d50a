// The consumers with the organisation's own words, on real conversations and the real D1: what is said, and from which record.
import { beforeEach, describe, expect, it } from "vitest";
import { addKnowledge } from "#workers/store/knowledge";
import { putTemplate } from "#workers/store/reply-templates";
import { setFact } from "#workers/store/units";
import { type Agency, db, freshId, makeAgency } from "../api/agency.ts";
import { Thread } from "./rig.ts";

let agency: Agency;

beforeEach(async () => {
  agency = await makeAgency();
});

async function entry(
  change: { readonly unitId?: string; readonly answer?: string; readonly validUntilMs?: number } = {},
) {
  const id = freshId("kn");
  const words = {
    question: "Is there a bike room?",
    answer: "Yes, in the basement.",
    unitId: null,
    validUntilMs: null,
  };
  await addKnowledge(db, agency.id, { id, ...words, ...change, updatedAtMs: 1 });
  return id;
}

async function decided(text: string) {
  const thread = new Thread(agency, "spareroom");
  await thread.leadWrites(text);
  await thread.run.decide();
  const { decision } = await thread.detail();
  return { decision, text: await thread.lastText() };
}

describe("an answer", () => {
  it("[T70, T71] comes from the unit's own entry, which is its record", async () => {
    await entry();
    const own = await entry({ unitId: agency.unitId, answer: "No, this home has none." });
    const { decision, text } = await decided("do you have a bike room in the building?");
    expect(text).toContain("No, this home has none.");
    expect(decision?.facts).toEqual([
      { name: "knowledge", value: "No, this home has none.", record: `knowledge/${own}` },
    ]);
  });

  it("[T71] never comes from another unit or another organisation", async () => {
    const other = agency;
    agency = await makeAgency();
    await entry({ unitId: agency.unitId });
    await entry();
    agency = other;
    expect((await decided("is there a bike room?")).decision?.reason.code).toBe("fact_missing");
  });

  it("[T72] is a person's when the entry or the fact is out of date", async () => {
    await entry({ validUntilMs: Date.now() - 1 });
    expect((await decided("is there a bike room?")).decision).toMatchObject({
      reason: { code: "fact_stale" },
      nextAction: "hand_off",
    });
    const rent = { name: "rentMonthly", value: 1450, updatedAtMs: 1, validUntilMs: Date.now() - 1 };
    await setFact(db, agency.id, agency.unitId, rent);
    expect((await decided("how much is the rent?")).decision).toMatchObject({
      reason: { code: "fact_stale" },
      nextAction: "hand_off",
    });
  });

  it("[T78] is worded as the organisation wants it", async () => {
    const words = { language: "en", updatedAtMs: 1 } as const;
    await putTemplate(db, agency.id, { kind: "greeting", text: "Dear {lead_name},", ...words });
    await putTemplate(db, agency.id, { kind: "answerPricing", text: "Thank you for asking. {facts}", ...words });
    expect((await decided("how much is the rent?")).text).toMatch(
      /^Dear Jane,\n\nThank you for asking\.\nThe rent is 1450 per month\./,
    );
  });
});
