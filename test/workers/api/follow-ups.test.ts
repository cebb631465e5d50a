// The queue of follow-ups through the API: whose it is, what is refused, and that a page marker is ours.
import { beforeEach, describe, expect, it } from "vitest";
import { conversationAnswerSchema } from "#contracts/api/conversation";
import { FOLLOW_UP_PAGE_ROWS, followUpListSchema } from "#contracts/api/follow-up";
import { keepFollowUps } from "#workers/store/follow-ups";
import { type Agency, conversationStub, db, makeAgency, makeConversation, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let agentId: string;
let agent: Client;
let admin: Client;

beforeEach(async () => {
  agency = await makeAgency();
  const person = await makePerson(agency, "agent");
  agentId = person.id;
  [agent, admin] = await Promise.all([signIn(person), signIn(await makePerson(agency, "admin"))]);
});

async function pending(ownerId: string | null, count = 1): Promise<string> {
  const core = await makeConversation(agency, { agentId: ownerId });
  const rows = Array.from({ length: count }, (_, i) => ({
    id: `${core.conversationId}.f${i + 1}`,
    stage: "follow_up_1" as const,
    episode: "m1",
    dueAtMs: i,
    ownerId,
    status: "pending" as const,
    writer: "assistant" as const,
    leftToPerson: null,
  }));
  await keepFollowUps(db, agency.id, core, rows);
  return core.conversationId;
}

async function idsAt(call: Client, path: string): Promise<string[]> {
  const { body } = await call("GET", path);
  return followUpListSchema.parse(body).followUps.map(({ conversation }) => conversation.id);
}

describe("the queue of follow-ups", () => {
  it("[R23] [R24] is an agent's own, and an admin's whole or own", async () => {
    const [own, other] = [await pending(agentId), await pending("us_other")];
    expect(await idsAt(agent, "/api/follow-ups")).toEqual([own]);
    expect((await idsAt(admin, "/api/follow-ups")).sort()).toEqual([own, other].sort());
    expect(await idsAt(admin, "/api/follow-ups?agent=me")).toEqual([]);
  });

  it("goes on where a page ended, and takes no other page marker", async () => {
    await pending(agentId, FOLLOW_UP_PAGE_ROWS + 1);
    const first = followUpListSchema.parse((await agent("GET", "/api/follow-ups")).body);
    expect(first.followUps).toHaveLength(FOLLOW_UP_PAGE_ROWS);
    const second = await agent("GET", `/api/follow-ups?cursor=${first.nextCursor ?? ""}`);
    expect(followUpListSchema.parse(second.body)).toMatchObject({ followUps: [{ isDue: true }], nextCursor: null });
    expect(codeOf(await agent("GET", "/api/follow-ups?cursor=nonsense"))).toBe("BAD_REQUEST");
  });

  it.each(["complete", "skip", "snooze"])("answers %s with the conversation, and passes a refusal on", async (verb) => {
    const id = await pending(agentId);
    const path = `/api/follow-ups/${id}.f1/${verb}`;
    const answer = await agent("POST", path, { untilMs: Date.now() + 60_000 });
    expect(conversationAnswerSchema.parse(answer.body).conversation).toMatchObject({ id, followUp: null });
    await conversationStub(id).refuseWith({ code: "NOT_NOW", message: "It is over.", next: "Load again." });
    expect(codeOf(await agent("POST", path, { untilMs: Date.now() + 60_000 }))).toBe("NOT_NOW");
  });

  it("takes a time to put it off to, and nothing else", async () => {
    const id = await pending(agentId);
    for (const body of [{}, { untilMs: "tomorrow" }, { untilMs: -1 }, { untilMs: 1.5 }]) {
      expect(codeOf(await agent("POST", `/api/follow-ups/${id}.f1/snooze`, body))).toBe("BAD_REQUEST");
    }
  });
});
