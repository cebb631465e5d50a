// What a person types is judged before it goes to a lead (R17): warnings wait for a yes, blocks for an admin with a reason.
import { beforeAll, describe, expect, it } from "vitest";
import { type Agency, assign, freshId, makeAgency, makeConversation, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let admin: Client;
let agent: Client;
let id: string;

const STEERING = "It is a safe neighborhood.";
const PROMISE = "I promise you will get it.";
const reply = (call: Client, body: unknown) =>
  call("POST", `/api/conversations/${id}/replies`, body, { "idempotency-key": freshId("key") });
const rulesIn = (answer: { readonly body: unknown }) =>
  (answer.body as { findings: { rule: string; severity: string }[] }).findings.map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

beforeAll(async () => {
  agency = await makeAgency();
  const person = await makePerson(agency, "agent");
  await assign(agency, person);
  id = (await makeConversation(agency, { agentId: person.id, unitId: agency.unitId })).conversationId;
  [admin, agent] = await Promise.all([signIn(await makePerson(agency, "admin")), signIn(person)]);
});

describe("[R17] a typed text", () => {
  it("is judged while it is typed, blocks first, and nothing is written down", async () => {
    const check = async (body: string) => rulesIn(await agent("POST", `/api/conversations/${id}/check`, { body }));
    expect(await check(`${PROMISE} ${STEERING}`)).toEqual(["T40 steering block", "T45 promise warn"]);
    expect(await check("Hello, how are you?")).toEqual([]);
    expect(await check("")).toEqual([]);
  });

  it("may state what the unit's record holds, and is warned about another number", async () => {
    const check = async (body: string) => rulesIn(await agent("POST", `/api/conversations/${id}/check`, { body }));
    expect(await check("The rent is $1,450.")).toEqual([]);
    expect(await check("The rent is $1,300.")).toEqual(["T44 unrecorded_number warn"]);
  });

  it("with a warning waits for a yes to that very rule", async () => {
    const warned = await reply(agent, { body: PROMISE });
    expect(codeOf(warned)).toBe("TEXT_WARNED");
    expect(warned.text).toContain("T45 promise");
    expect(warned.text).not.toContain(PROMISE);
    expect(codeOf(await reply(agent, { body: PROMISE, confirmedRules: ["T44 unrecorded_number"] }))).toBe(
      "TEXT_WARNED",
    );
    expect((await reply(agent, { body: PROMISE, confirmedRules: ["T45 promise"] })).status).toBe(201);
  });

  it("that is blocked goes when an admin takes it on themselves, and never for an agent", async () => {
    const override = { rules: ["T40 steering"], reason: "misread" };
    expect(codeOf(await reply(agent, { body: STEERING }))).toBe("TEXT_BLOCKED");
    expect(codeOf(await reply(agent, { body: STEERING, confirmedRules: ["T40 steering"] }))).toBe("TEXT_BLOCKED");
    expect(codeOf(await reply(agent, { body: STEERING, override }))).toBe("NOT_ALLOWED");
    expect(codeOf(await reply(admin, { body: STEERING }))).toBe("TEXT_BLOCKED");
    expect(codeOf(await reply(admin, { body: STEERING, override: { ...override, reason: "because I say so" } }))).toBe(
      "BAD_REQUEST",
    );
    expect(codeOf(await reply(admin, { body: `${STEERING} Please send your SSN.`, override }))).toBe("TEXT_BLOCKED");
    expect((await reply(admin, { body: STEERING, override })).status).toBe(201);
  });

  it("in place of a draft is judged the same way", async () => {
    const approve = (call: Client, body: unknown) => call("POST", `/api/drafts/${id}.1/approve`, body);
    expect(codeOf(await approve(agent, { body: STEERING }))).toBe("TEXT_BLOCKED");
    expect(codeOf(await approve(agent, { body: PROMISE }))).toBe("TEXT_WARNED");
    expect((await approve(agent, { body: PROMISE, confirmedRules: ["T45 promise"] })).status).toBe(200);
    expect((await approve(agent, {})).status).toBe(200);
  });
});
