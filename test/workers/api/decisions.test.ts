import { beforeAll, describe, expect, it } from "vitest";
import { auditListSchema } from "#contracts/api/organisation";
import { decisionInputSchema, decisionListSchema } from "#contracts/api/shadow";
import { type Agency, makeAgency, makeConversation, makePerson, type Person } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let agent: Person;
let admin: Client;
let theirs: Client;

beforeAll(async () => {
  agency = await makeAgency();
  agent = await makePerson(agency, "agent");
  admin = await signIn(await makePerson(agency, "admin"));
  theirs = await signIn(agent);
});

describe("the decisions of a conversation", () => {
  it("are read by whoever may see it, and by nobody else", async () => {
    const { conversationId } = await makeConversation(agency, { agentId: agent.id });
    const path = `/api/conversations/${conversationId}/decisions`;
    expect(decisionListSchema.parse((await theirs("GET", path)).body).decisions).toEqual([]);
    const { conversationId: other } = await makeConversation(agency);
    expect(codeOf(await theirs("GET", `/api/conversations/${other}/decisions`))).toBe("NOT_FOUND");
  });

  it("give an admin what one was made from, and the audit log says who looked", async () => {
    const { conversationId } = await makeConversation(agency, { agentId: agent.id });
    const path = `/api/conversations/${conversationId}/decisions/d1/input`;
    expect(codeOf(await theirs("GET", path))).toBe("NOT_ALLOWED");
    expect(decisionInputSchema.parse((await admin("GET", path)).body)).toMatchObject({
      decisionId: "d1",
      ruleBook: "answer",
    });
    expect(codeOf(await admin("GET", path.replace("d1", "d7")))).toBe("NOT_FOUND");
    const { entries } = auditListSchema.parse((await admin("GET", "/api/audit")).body);
    const looked = entries.filter(({ action }) => action === "decision.input_read");
    expect(looked.map(({ detail }) => detail)).toEqual([{ conversationId, decisionId: "d1" }]);
  });
});
