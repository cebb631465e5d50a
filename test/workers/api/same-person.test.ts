// "Do not contact" and its lifting through the API: what is tied, what is refused, who may.
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { SAME_PERSON_MAX, samePersonListSchema } from "#contracts/api/same-person";
import { auditEntries, personKeys } from "#migrations/schema";
import { othersOfPerson } from "#workers/store/person-keys";
import { type Agency, assign, conversationStub, db, makeAgency, makeConversation, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let agentId: string;
let agent: Client;
let admin: Client;

beforeEach(async () => {
  agency = await makeAgency();
  const person = await makePerson(agency, "agent");
  agentId = person.id;
  await assign(agency, person);
  [agent, admin] = await Promise.all([signIn(person), signIn(await makePerson(agency, "admin"))]);
});

const own = async (leadName = "Ana Lead") => (await makeConversation(agency, { agentId, leadName })).conversationId;
const tiesOf = () => db.select().from(personKeys).where(eq(personKeys.organisationId, agency.id)).all();

describe("the same person", () => {
  it("is listed with what a person needs to tell them apart", async () => {
    const [one, other] = [await own(), await own("ANA  lead")];
    const { body } = await agent("GET", `/api/conversations/${one}/same-person`);
    expect(samePersonListSchema.parse(body).conversations).toMatchObject([
      { conversationId: other, match: "name", leadName: "ANA  lead", isSuppressed: false, unit: { id: agency.unitId } },
    ]);
  });
});

describe("do not contact", () => {
  it("suppresses the conversation, ties those that were named, and says so in the audit without a name", async () => {
    const [one, other] = [await own(), await own()];
    const answer = await agent("POST", `/api/conversations/${one}/suppress`, {
      alsoConversationIds: [other, other, one],
    });
    expect(answer.body).toMatchObject({ conversation: { id: one, isSuppressed: true } });
    expect(await othersOfPerson(db, agency.id, one)).toEqual([other]);
    const lines = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organisationId, agency.id), eq(auditEntries.action, "person.tied")))
      .all();
    expect(lines.map((line) => [line.actor, line.detail])).toEqual([
      [`agent:${agentId}`, { conversationId: one, otherId: other }],
    ]);
  });

  it("ties nothing when one of the others is not the agent's, whoever else's it is", async () => {
    const one = await own();
    const colleagues = await makeConversation(agency);
    const strangers = await makeConversation(await makeAgency());
    for (const { conversationId } of [colleagues, strangers]) {
      const answer = await agent("POST", `/api/conversations/${one}/suppress`, {
        alsoConversationIds: [conversationId],
      });
      expect(codeOf(answer)).toBe("NOT_FOUND");
    }
    expect(await tiesOf()).toEqual([]);
    const detail = await conversationStub(one).detail(agency.id);
    expect(detail.ok && detail.value.core.isSuppressed).toBe(false);
  });

  it("takes no list without an end", async () => {
    const ids = Array.from({ length: SAME_PERSON_MAX + 1 }, (_, n) => `cv_${n}`);
    const answer = await agent("POST", `/api/conversations/${await own()}/suppress`, { alsoConversationIds: ids });
    expect(codeOf(answer)).toBe("BAD_REQUEST");
  });
});

describe("lifting", () => {
  it("is an admin's, and tells what the conversation refuses", async () => {
    const one = await own();
    const path = `/api/conversations/${one}/lift-suppression`;
    await agent("POST", `/api/conversations/${one}/suppress`, {});
    expect(codeOf(await agent("POST", path, {}))).toBe("NOT_ALLOWED");
    expect((await admin("POST", path, {})).body).toMatchObject({ conversation: { isSuppressed: false } });
    await conversationStub(one).refuseWith({ code: "NOT_NOW", message: "Nothing to lift.", next: "Just answer." });
    expect(codeOf(await admin("POST", path, {}))).toBe("NOT_NOW");
  });
});
