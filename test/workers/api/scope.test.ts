import { beforeAll, describe, expect, it } from "vitest";
import { api } from "#workers/api/app";
import {
  type Agency,
  assign,
  conversationStub,
  freshId,
  makeAgency,
  makeConversation,
  makePerson,
  type Person,
} from "./agency.ts";
import { type Answer, anonymous, type Client, codeOf, signIn } from "./client.ts";
import { idsOf, ROUTES, type RouteCase } from "./route-table.ts";

const routes = Object.entries(ROUTES);
const withSession = routes.filter(([, route]) => route.access !== "open");
const withIds = routes.filter(([name]) => name.includes(":id"));

let ours: Agency;
let conversationId: string;
let admin: Client;
let agent: Client;
let colleague: Client;
let stranger: Client;
let agentPerson: Person;

beforeAll(async () => {
  ours = await makeAgency();
  const theirs = await makeAgency();
  agentPerson = await makePerson(ours, "agent");
  await assign(ours, agentPerson);
  conversationId = (await makeConversation(ours, { agentId: agentPerson.id })).conversationId;
  await makeConversation(theirs);
  [admin, agent, colleague, stranger] = await Promise.all([
    signIn(await makePerson(ours, "admin")),
    signIn(agentPerson),
    signIn(await makePerson(ours, "agent")),
    signIn(await makePerson(theirs, "admin")),
  ]);
});

async function ask(call: Client, name: string, route: RouteCase): Promise<Answer> {
  const { path, body, type } = route.request(await idsOf(ours, conversationId));
  const headers = { "idempotency-key": freshId("key"), ...(type === undefined ? {} : { "content-type": type }) };
  return await call(name.split(" ")[0] ?? "GET", path, body, headers);
}

describe("the route table", () => {
  it("names every route of the app and no other", () => {
    const mounted = api.routes
      .filter((route) => route.method !== "ALL")
      .map((route) => `${route.method} ${route.path}`);
    expect([...new Set(mounted)].sort()).toEqual(Object.keys(ROUTES).sort());
  });
});

describe("without a session", () => {
  it.each(withSession)("%s asks to sign in", async (name, route) => {
    expect(codeOf(await ask(anonymous, name, route))).toBe("NOT_SIGNED_IN");
  });
});

describe("an admin of another organisation", () => {
  it.each(withIds)("finds nothing at %s", async (name, route) => {
    const answer = await ask(stranger, name, route);
    expect(answer.status).toBe(404);
    expect(codeOf(answer)).toBe("NOT_FOUND");
  });

  it.each(withSession.filter(([name]) => !name.includes(":id")))("sees nothing of ours in %s", async (name, route) => {
    const answer = await ask(stranger, name, route);
    for (const secret of [ours.id, ours.accountId, ours.unitId, conversationId, agentPerson.id]) {
      expect(answer.text).not.toContain(`"${secret}"`);
    }
  });

  it("gets the same words for what exists and for what does not", async () => {
    const [theirs, nobodys] = await Promise.all([
      stranger("GET", `/api/conversations/${conversationId}`),
      stranger("GET", "/api/conversations/cv_nobody"),
    ]);
    expect(withoutRequestId(theirs)).toBe(withoutRequestId(nobodys));
  });

  it("cannot link one of its conversations to our unit", async () => {
    const theirAgency = await makeAgency();
    const own = await makeConversation(theirAgency);
    const call = await signIn(await makePerson(theirAgency, "admin"));
    const answer = await call("POST", `/api/conversations/${own.conversationId}/unit`, { unitId: ours.unitId });
    expect(codeOf(answer)).toBe("NOT_FOUND");
  });
});

describe("an agent", () => {
  it.each(withIds.filter(([, route]) => route.access === "own"))("may use %s on their own", async (name, route) => {
    expect((await ask(agent, name, route)).status).toBeLessThan(300);
  });

  it.each(withIds.filter(([, route]) => route.access === "own"))(
    "finds nothing of a colleague at %s",
    async (name, route) => {
      expect(codeOf(await ask(colleague, name, route))).toBe("NOT_FOUND");
    },
  );

  it.each(routes.filter(([, route]) => route.access === "admin"))("is not let into %s", async (name, route) => {
    expect(codeOf(await ask(agent, name, route))).toBe("NOT_ALLOWED");
  });

  it("is shown their own conversations only, and counted only those", async () => {
    const all = await colleague("GET", "/api/conversations?view=all");
    expect(all.body).toMatchObject({ conversations: [], counts: { open: 0, handOffs: 0, drafts: 0, closed: 0 } });
    const own = await agent("GET", "/api/conversations?view=all");
    expect(own.body).toMatchObject({ conversations: [{ id: conversationId }], counts: { open: 1 } });
  });

  it("loses sight of a conversation as soon as its actor knows another agent", async () => {
    const core = await makeConversation(ours, { agentId: agentPerson.id });
    const path = `/api/conversations/${core.conversationId}`;
    expect((await agent("GET", path)).status).toBe(200);
    await conversationStub(core.conversationId).begin({ ...core, agentId: "us_other" });
    expect(codeOf(await agent("GET", path))).toBe("NOT_FOUND");
  });
});

describe("an admin", () => {
  it.each(withIds)("may use %s on the whole organisation", async (name, route) => {
    expect((await ask(admin, name, route)).status).toBeLessThan(300);
  });
});

describe("ids", () => {
  it.each([
    "/api/drafts/no-number/approve",
    "/api/drafts/.1/approve",
    "/api/drafts/cv_1.x/approve",
    `/api/drafts/${"c".repeat(300)}.1/approve`,
    "/api/follow-ups/cv_1.1/skip",
    "/api/follow-ups/.f1/skip",
    "/api/sends/%00.1/cancel",
    "/api/sends/..%2f..%2f.1/cancel",
  ])("%s is nobody's", async (path) => {
    expect(codeOf(await admin("POST", path, {}))).toBe("NOT_FOUND");
  });
});

function withoutRequestId(answer: Answer): string {
  return answer.text.replace(/"requestId":"[^"]*"/, "");
}
