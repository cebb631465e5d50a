import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { meSchema } from "#contracts/api/organisation";
import { type Agency, makeAgency, makePerson, PASSWORD, type Person } from "./agency.ts";
import { anonymous, codeOf, ORIGIN, signIn } from "./client.ts";

let agency: Agency;
let admin: Person;

beforeAll(async () => {
  agency = await makeAgency();
  admin = await makePerson(agency, "admin");
});

describe("signing in", () => {
  it("tells who is signed in, where, and as what", async () => {
    const call = await signIn(admin);
    const answer = await call("GET", "/api/me");
    expect(answer.status).toBe(200);
    const me = meSchema.parse(answer.body);
    expect(me).toEqual({
      user: { id: admin.id, name: admin.name, email: admin.email },
      organisation: { id: agency.id, name: `Agency ${agency.id}` },
      role: "admin",
    });
  });

  it("refuses a wrong password in our envelope and without repeating the address", async () => {
    const answer = await anonymous("POST", "/api/auth/sign-in/email", { email: admin.email, password: "wrong" });
    expect(answer.status).toBe(401);
    expect(codeOf(answer)).toBe("NOT_SIGNED_IN");
    expect(answer.text).not.toContain(admin.email);
  });

  it("takes a client that is no browser, and no page of another site", async () => {
    const ask = (headers: Record<string, string>) =>
      exports.default.fetch(
        new Request(`${ORIGIN}/api/auth/sign-in/email`, {
          method: "POST",
          headers: { "content-type": "application/json", "cf-connecting-ip": "203.0.113.21", ...headers },
          body: JSON.stringify({ email: admin.email, password: PASSWORD }),
        }),
      );
    expect((await ask({})).status).toBe(200);
    expect((await ask({ origin: "https://evil.example" })).status).toBe(403);
    expect((await ask({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("lets nobody sign up", async () => {
    const answer = await anonymous("POST", "/api/auth/sign-up/email", {
      name: "New",
      email: "new@agency.example",
      password: PASSWORD,
    });
    expect(codeOf(answer)).toBe("NOT_FOUND");
  });

  it("ends the session at sign-out", async () => {
    const call = await signIn(admin);
    expect((await call("POST", "/api/auth/sign-out", {})).status).toBe(200);
    expect(codeOf(await call("GET", "/api/me"))).toBe("NOT_SIGNED_IN");
  });

  it("does not outlive the membership", async () => {
    const agent = await makePerson(agency, "agent");
    const [own, boss] = [await signIn(agent), await signIn(admin)];
    expect((await own("GET", "/api/me")).status).toBe(200);
    const removed = await boss("POST", "/api/auth/organization/remove-member", { memberIdOrEmail: agent.email });
    expect(removed.status).toBe(200);
    expect(codeOf(await own("GET", "/api/me"))).toBe("NOT_ALLOWED");
  });

  it("gives an agent no power over members, and an admin none over another organisation", async () => {
    const [agent, colleague] = [await makePerson(agency, "agent"), await makePerson(agency, "agent")];
    const other = await makeAgency();
    const foreigner = await makePerson(other, "agent");
    const [own, boss] = [await signIn(agent), await signIn(admin)];
    const path = "/api/auth/organization/remove-member";
    expect((await own("POST", path, { memberIdOrEmail: colleague.email })).status).toBeGreaterThanOrEqual(400);
    const across = { memberIdOrEmail: foreigner.email, organizationId: other.id };
    expect((await boss("POST", path, across)).status).toBeGreaterThanOrEqual(400);
    expect((await boss("POST", path, { memberIdOrEmail: foreigner.email })).status).toBeGreaterThanOrEqual(400);
    const switched = await boss("POST", "/api/auth/organization/set-active", { organizationId: other.id });
    expect(switched.status).toBeGreaterThanOrEqual(400);
    expect((await (await signIn(colleague))("GET", "/api/me")).status).toBe(200);
    expect((await (await signIn(foreigner))("GET", "/api/me")).status).toBe(200);
  });

  it("limits tries per client address", async () => {
    const statuses: number[] = [];
    // Twenty a minute by the clock: a new minute may begin in between, once.
    for (let i = 0; i < 41 && statuses.at(-1) !== 429; i++) {
      const answer = await anonymous(
        "POST",
        "/api/auth/sign-in/email",
        { email: admin.email, password: "wrong" },
        { "cf-connecting-ip": "203.0.113.9" },
      );
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(statuses[0]).toBe(401);
  });
});
