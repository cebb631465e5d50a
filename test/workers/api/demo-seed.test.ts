import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { accountListSchema } from "#contracts/api/account";
import { meSchema, unitListSchema } from "#contracts/api/organisation";
import { PLATFORMS } from "#domain/platform";
import { user } from "#migrations/schema";
import { linkOf } from "#workers/store/listings";
import { factsOf } from "#workers/store/units";
import { DEMO_LISTINGS } from "../../fakes/platforms/kernel/demo-listings.ts";
import { ACCOUNTS, DEMO_CREDENTIALS, DEMO_LOGINS, HARBOUR, UNITS } from "../../local/demo-agency.ts";
import { demoSeedSql } from "../../local/demo-seed.ts";
import { db } from "./agency.ts";
import { type Client, signInAs } from "./client.ts";

async function seed(nowMs: number): Promise<void> {
  const sql = await demoSeedSql(nowMs);
  await env.DB.batch(sql.split("\n").map((statement) => env.DB.prepare(statement)));
}

beforeAll(async () => {
  await seed(1_000);
});

function signInAt(index: number): Promise<Client> {
  const login = DEMO_LOGINS[index];
  if (login === undefined) throw new Error("no such demo login");
  return signInAs(login.email, login.password);
}

describe("the demo agency", () => {
  it("lets its admin in, with an account on each platform, one of which sends by itself", async () => {
    const call = await signInAt(0);
    const me = meSchema.parse((await call("GET", "/api/me")).body);
    expect([me.organisation.name, me.role]).toEqual(["Harbour Lettings", "admin"]);
    const { accounts } = accountListSchema.parse((await call("GET", "/api/accounts")).body);
    expect(accounts.map((account) => account.platform).sort()).toEqual([...PLATFORMS].sort());
    expect(accounts.filter((account) => account.effectiveSendMode === "auto_send").map((one) => one.platform)).toEqual([
      "roomies",
    ]);
  });

  it("links every advert of the twins to a home with facts, a zone and an agent", async () => {
    for (const account of ACCOUNTS) {
      for (const [i, advert] of DEMO_LISTINGS[account.platform].entries()) {
        const link = await linkOf(db, HARBOUR.id, account.id, advert.id);
        expect(link).toEqual({ unitId: UNITS[i]?.id, agentId: "us_harbour_agent", listingTitle: advert.title });
        const { facts, zone } = await factsOf(db, HARBOUR.id, link.unitId ?? "");
        expect(zone).toBe("America/New_York");
        expect(Object.keys(facts)).toEqual(expect.arrayContaining(["rentMonthly", "deposit", "pets", "parking"]));
      }
      expect(DEMO_CREDENTIALS).toHaveProperty(account.credentialsRef);
    }
  });

  it("is planted once: what was changed since stays", async () => {
    await db.update(user).set({ name: "Renamed" });
    await seed(2_000);
    const call = await signInAt(1);
    expect(meSchema.parse((await call("GET", "/api/me")).body).user.name).toBe("Renamed");
  });

  it("is nothing to the other organisation", async () => {
    const call = await signInAt(DEMO_LOGINS.length - 1);
    expect(accountListSchema.parse((await call("GET", "/api/accounts")).body).accounts).toEqual([]);
    expect(unitListSchema.parse((await call("GET", "/api/units")).body).units).toEqual([]);
  });
});
