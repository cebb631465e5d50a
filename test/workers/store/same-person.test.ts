// Who may be the same person, and how dear it is to know who is not to be contacted (P8-P11).
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { SAME_PERSON_MAX } from "#contracts/api/same-person";
import { CONVERSATIONS_OF_PERSON_MAX } from "#domain/person/limits";
import { addPersonKeys, contactKeys, othersOfPerson } from "#workers/store/person-keys";
import { samePersonOf } from "#workers/store/same-person";
import { suppressionQuery } from "#workers/store/suppressions";
import { type Agency, db, freshId, makeAgency, makeConversation, makePerson } from "../api/agency.ts";

let agency: Agency;

beforeEach(async () => {
  agency = await makeAgency();
});

const found = async (id: string, agentId: string | null = null) =>
  (await samePersonOf(db, agency.id, id, agentId)).map((one) => [one.conversationId, one.match]);

describe("keys", () => {
  it("[P13] are the same for the same contact of an organisation, and others in another", async () => {
    const contacts = [{ kind: "email", value: "jane@mail.example" }] as const;
    const [own, again, others] = await Promise.all([
      contactKeys(agency.id, contacts),
      contactKeys(agency.id, contacts),
      contactKeys("org_other", contacts),
    ]);
    expect(own).toEqual(again);
    expect(own).not.toEqual(others);
    expect(own[0]).toMatch(/^pk_[0-9a-f]{32}$/);
  });

  it("[P9] tie nothing across organisations, and no more at once than a person has", async () => {
    const other = await makeAgency();
    await addPersonKeys(db, agency.id, ["cv_a", "cv_b"], ["pk_1"]);
    await addPersonKeys(db, other.id, ["cv_a", "cv_c"], ["pk_1"]);
    expect(await othersOfPerson(db, agency.id, "cv_a")).toEqual(["cv_b"]);
    for (let n = 0; n <= CONVERSATIONS_OF_PERSON_MAX; n++) {
      await addPersonKeys(db, agency.id, [`cv_chain${n}`, `cv_chain${n + 1}`], [`pk_chain${n}`]);
    }
    const chain = await othersOfPerson(db, agency.id, "cv_chain0");
    expect(chain).toHaveLength(CONVERSATIONS_OF_PERSON_MAX - 1);
    expect(chain.slice(0, 2)).toEqual(["cv_chain1", "cv_chain2"]);
  });
});

describe("the look before every send", () => {
  it("[P11] is one that only follows indexes", async () => {
    const { sql, params } = db.all(suppressionQuery(agency.id, "cv_1")).getQuery();
    const plan = await env.DB.prepare(`explain query plan ${sql}`)
      .bind(...params)
      .all<{ detail: string }>();
    const steps = plan.results.map((row) => row.detail).filter((detail) => /SCAN|SEARCH/.test(detail));
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) expect(step).toMatch(/^SEARCH .* USING .*INDEX/);
  });
});

describe("who may be the same person", () => {
  it("[P10] is found by the full name, in any case and spacing, and by a contact whatever the name", async () => {
    const own = await makeConversation(agency, { leadName: "Tomás  ECHEVERRÍA" });
    const alike = await makeConversation(agency, { leadName: "tomás echeverría" });
    const capitals = await makeConversation(agency, { leadName: "TOMÁS\u00a0Echeverría" });
    const sharing = await makeConversation(agency, { leadName: "T." });
    await makeConversation(agency, { leadName: "Tomás Echeverria" });
    await makeConversation(agency, { leadName: "Tomás" });
    await addPersonKeys(db, agency.id, [own.conversationId, sharing.conversationId], ["pk_1"]);
    const list = await found(own.conversationId);
    expect(list[0]).toEqual([sharing.conversationId, "contact"]);
    expect(list.slice(1).sort()).toEqual([alike, capitals].map((one) => [one.conversationId, "name"]).sort());
  });

  it("[P10] is nobody for a first name or an initial, and nobody of another organisation", async () => {
    const other = await makeAgency();
    await makeConversation(other, { leadName: "Ana Lead" });
    const full = await makeConversation(agency, { leadName: "Ana Lead" });
    const [short, initial] = [
      await makeConversation(agency, { leadName: "Jamie" }),
      await makeConversation(agency, { leadName: "Jamie L." }),
    ];
    await makeConversation(agency, { leadName: "Jamie" });
    await makeConversation(agency, { leadName: "Jamie L." });
    for (const one of [full, short, initial]) expect(await found(one.conversationId)).toEqual([]);
  });

  it("shows an agent no more than is theirs, and nobody more than a page", async () => {
    const agent = await makePerson(agency, "agent");
    const own = await makeConversation(agency, { agentId: agent.id });
    const mine = await makeConversation(agency, { agentId: agent.id });
    const colleagues = await makeConversation(agency);
    await addPersonKeys(db, agency.id, [own.conversationId, colleagues.conversationId], [freshId("pk")]);
    expect(await found(own.conversationId, agent.id)).toEqual([[mine.conversationId, "name"]]);
    for (let n = 0; n < SAME_PERSON_MAX; n++) await makeConversation(agency);
    expect(await found(own.conversationId)).toHaveLength(SAME_PERSON_MAX);
  });
});
