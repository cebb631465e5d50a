// The organisation's own words through the API: who reads and writes them, what is refused, what the audit keeps of it.
import { beforeAll, describe, expect, it } from "vitest";
import {
  KNOWLEDGE_ENTRIES_MAX,
  type KnowledgeView,
  knowledgeAnswerSchema,
  knowledgeListSchema,
} from "#contracts/api/knowledge";
import { auditListSchema } from "#contracts/api/organisation";
import {
  replyTemplateAnswerSchema,
  replyTemplateListSchema,
  templatePreviewSchema,
} from "#contracts/api/reply-template";
import { errorBodySchema } from "#contracts/errors";
import { addKnowledge, knowledgeFor } from "#workers/store/knowledge";
import { addUnit } from "#workers/store/units";
import { type Agency, assign, db, freshId, makeAgency, makePerson } from "./agency.ts";
import { type Answer, type Client, codeOf, signIn } from "./client.ts";

const BIKES = { question: "Is there a bike room?\nCan I store my bike?", answer: "Yes, in the basement." };

let agency: Agency;
let otherUnitId: string;
let admin: Client;
let agent: Client;

beforeAll(async () => {
  agency = await makeAgency();
  otherUnitId = freshId("un");
  await addUnit(db, agency.id, { id: otherUnitId, label: "9 Other Street", zone: "Europe/London", groupSize: 1 });
  const agentPerson = await makePerson(agency, "agent");
  await assign(agency, agentPerson);
  [admin, agent] = await Promise.all([signIn(await makePerson(agency, "admin")), signIn(agentPerson)]);
});

function entryIn(answer: Answer): KnowledgeView {
  expect([answer.status, answer.text]).toEqual([answer.status < 300 ? answer.status : 200, answer.text]);
  return knowledgeAnswerSchema.parse(answer.body).entry;
}

const entriesFor = async (call: Client) =>
  knowledgeListSchema.parse((await call("GET", "/api/knowledge")).body).entries;
const detailsOf = (answer: Answer) => errorBodySchema.parse(answer.body).error.details ?? [];

async function audited(action: string): Promise<readonly Record<string, unknown>[]> {
  const { entries } = auditListSchema.parse((await admin("GET", "/api/audit")).body);
  return entries.filter((entry) => entry.action === action).map((entry) => entry.detail);
}

describe("knowledge", () => {
  it("is added, changed and removed by an admin, and audited without a word of it", async () => {
    const until = "2099-01-01T05:00:00.000Z";
    const made = entryIn(await admin("POST", "/api/knowledge", { ...BIKES, validUntil: until }));
    expect(made).toMatchObject({ ...BIKES, unit: null, validUntil: until, isExpired: false });
    const change = { question: " Is there a bike room? \n", answer: "Yes,\nlocked.", unitId: agency.unitId };
    const changed = entryIn(await admin("PUT", `/api/knowledge/${made.id}`, change));
    expect(changed).toMatchObject({
      ...{ id: made.id, question: "Is there a bike room?", answer: "Yes, locked.", validUntil: null },
      unit: { id: agency.unitId, name: "12 Harbour Lane" },
    });
    expect(entryIn(await admin("DELETE", `/api/knowledge/${made.id}`)).id).toBe(made.id);
    expect(codeOf(await admin("DELETE", `/api/knowledge/${made.id}`))).toBe("NOT_FOUND");
    expect(await audited("knowledge.created")).toEqual([{ knowledgeId: made.id, unitId: null }]);
    expect(await audited("knowledge.changed")).toEqual([{ knowledgeId: made.id, unitId: agency.unitId }]);
    expect(await audited("knowledge.removed")).toEqual([{ knowledgeId: made.id, unitId: agency.unitId }]);
  });

  it("is refused with everything that is wrong, and repeats nothing that was sent", async () => {
    const answer = await admin("POST", "/api/knowledge", {
      question: "Do you accept section 8 vouchers?",
      answer: "It is a very safe neighborhood.",
    });
    expect([answer.status, codeOf(answer)]).toEqual([422, "TEXT_BLOCKED"]);
    expect(detailsOf(answer).map(({ path }) => path)).toEqual(["question", "answer"]);
    expect(answer.text).not.toMatch(/voucher|very safe/);
    expect(codeOf(await admin("POST", "/api/knowledge", { ...BIKES, unitId: "un_nobody" }))).toBe("NOT_FOUND");
    expect(codeOf(await admin("POST", "/api/knowledge", { ...BIKES, validUntil: "tomorrow" }))).toBe("BAD_REQUEST");
  });

  it("marks what is out of date, and shows an agent the organisation's and those of their own units", async () => {
    const past = entryIn(await admin("POST", "/api/knowledge", { ...BIKES, validUntil: "2020-01-01T00:00:00Z" }));
    const own = entryIn(await admin("POST", "/api/knowledge", { ...BIKES, unitId: agency.unitId }));
    const others = entryIn(await admin("POST", "/api/knowledge", { ...BIKES, unitId: otherUnitId }));
    expect(past.isExpired).toBe(true);
    expect((await entriesFor(admin)).map(({ id }) => id)).toEqual([past.id, own.id, others.id]);
    expect((await entriesFor(agent)).map(({ id }) => id)).toEqual([past.id, own.id]);
    expect(codeOf(await agent("PUT", `/api/knowledge/${own.id}`, BIKES))).toBe("NOT_ALLOWED");
    const read = await knowledgeFor(db, agency.id, agency.unitId);
    expect(read.map(({ id }) => id).sort()).toEqual([past.id, own.id].sort());
    expect(await knowledgeFor(db, freshId("org"), agency.unitId)).toEqual([]);
  });

  it("has a limit", async () => {
    const full = await makeAgency();
    const call = await signIn(await makePerson(full, "admin"));
    const words = { ...BIKES, unitId: null, validUntilMs: null, updatedAtMs: 1 };
    for (let at = 0; at < KNOWLEDGE_ENTRIES_MAX; at++) await addKnowledge(db, full.id, { id: freshId("kn"), ...words });
    expect(codeOf(await call("POST", "/api/knowledge", BIKES))).toBe("NOT_NOW");
  });
});

describe("templates", () => {
  const offer = { text: "Come and see it!\n{times}\nWhich one suits you?" };

  it("stand beside our words, are set and removed by an admin, and audited without a word of them", async () => {
    const set = await admin("PUT", "/api/reply-templates/offer/en", offer);
    expect(replyTemplateAnswerSchema.parse(set.body).template).toMatchObject({
      kind: "offer",
      language: "en",
      ...offer,
    });
    const longer = { text: `Hello. ${offer.text}` };
    await admin("PUT", "/api/reply-templates/offer/en", longer);
    const list = replyTemplateListSchema.parse((await agent("GET", "/api/reply-templates")).body);
    expect(list.templates).toMatchObject([{ kind: "offer", language: "en", ...longer }]);
    expect(list.kinds.find(({ kind }) => kind === "closing")).toMatchObject({
      ...{ required: [], optional: ["organisation"] },
      ours: { en: "Thank you for letting us know, and good luck with your move." },
    });
    expect((await admin("DELETE", "/api/reply-templates/offer/en")).status).toBe(200);
    expect(codeOf(await admin("DELETE", "/api/reply-templates/offer/en"))).toBe("NOT_FOUND");
    expect(await audited("reply_template.set")).toEqual([
      { kind: "offer", language: "en" },
      { kind: "offer", language: "en" },
    ]);
    expect(await audited("reply_template.removed")).toEqual([{ kind: "offer", language: "en" }]);
    expect(codeOf(await agent("PUT", "/api/reply-templates/offer/en", offer))).toBe("NOT_ALLOWED");
  });

  it("are refused with everything that is wrong", async () => {
    const answer = await admin("PUT", "/api/reply-templates/offer/en", {
      text: "Come on Thursday, the rent is $900. {times}",
    });
    expect([answer.status, codeOf(answer)]).toEqual([422, "TEXT_BLOCKED"]);
    expect(detailsOf(answer).map(({ path }) => path)).toEqual(["text", "text", "text", "text"]);
    expect(answer.text).not.toMatch(/Thursday|900/);
    expect(codeOf(await admin("PUT", "/api/reply-templates/bot/en", offer))).toBe("BAD_REQUEST");
    expect(codeOf(await admin("PUT", "/api/reply-templates/offer/fr", offer))).toBe("BAD_REQUEST");
  });

  it("are previewed with a unit's facts, or with what is wrong", async () => {
    const preview = async (call: Client, body: object) => await call("POST", "/api/reply-templates/preview", body);
    const words = { kind: "answerPricing", language: "en", text: "Good to know: {facts}", unitId: agency.unitId };
    const good = templatePreviewSchema.parse((await preview(agent, words)).body);
    expect(good.problems).toEqual([]);
    expect(good.reply).toContain("Good to know:\nThe rent is 1450 per month.");
    const bad = templatePreviewSchema.parse((await preview(admin, { ...words, text: "Good to know." })).body);
    expect(bad).toMatchObject({ problems: [{ code: "missing_variable" }], reply: null });
    expect(templatePreviewSchema.parse((await preview(admin, { ...words, unitId: null })).body).reply).toBeNull();
    expect(codeOf(await preview(agent, { ...words, unitId: otherUnitId }))).toBe("NOT_FOUND");
  });
});
