// RentHop's login in two steps, and an account that may have no messages pages at all.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Confirmation } from "#browser/confirmation";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";
import { confirmationOf } from "../local/confirmations.ts";
import { type AdapterLab, startAdapterLab } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";
import { startTwinClient, type TwinClient } from "./twin-client.ts";

const LAB_START_MS_MAX = 120_000;
const CREDENTIALS = { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password };
const LOG_IN: Step = { do: "logIn", credentials: CREDENTIALS };
const REST: readonly Step[] = [
  { do: "openInbox" },
  { do: "readInbox" },
  { do: "readThread", ref: { threadId: "1" } },
  { do: "send", threadId: "1", body: "Yes", gate: { answer: true } },
];

describe("RentHop", { timeout: 60_000 }, () => {
  let lab: AdapterLab;
  let twin: TwinClient;

  beforeAll(async () => {
    lab = await startAdapterLab();
  }, LAB_START_MS_MAX);
  afterAll(async () => {
    await lab?.close();
  }, LAB_START_MS_MAX);
  beforeEach(async () => {
    twin = await startTwinClient("renthop");
    await twin.leadWrites("Alex P", "Is the room free?");
  });
  afterEach(async () => {
    expect((await twin.stats()).forbiddenHits).toEqual([]);
    await twin.close();
  });

  const run = async (steps: readonly Step[], confirmations: readonly Confirmation[] = []) =>
    (await lab.run({ platform: "renthop", origin: twin.origin, steps, confirmations })).results;
  const confirmed = () => confirmationOf({ platform: "renthop", origin: twin.origin });
  const messagesPagesAsked = async (): Promise<number> => {
    const answer = await fetch(`${twin.origin}/__twin/requests`);
    const { requests } = (await answer.json()) as { requests: { path: string }[] };
    return requests.filter(({ path }) => path.startsWith("/account/messages")).length;
  };

  it.each(["same_page", "next_page"])("logs in when the password is asked for on the %s", async (step2) => {
    await twin.set({ login_step2: step2 });
    expect(await run([LOG_IN])).toEqual([{ ok: true, value: "in" }]);
    expect(await run([LOG_IN], [await confirmed()])).toEqual([{ ok: true, value: "in" }]);
  });

  it.each([
    { step2: "same_page", credentials: { ...CREDENTIALS, password: "not the password" } },
    { step2: "next_page", credentials: { ...CREDENTIALS, password: "not the password" } },
    { step2: "same_page", credentials: { ...CREDENTIALS, username: "nobody@harbour.example" } },
    { step2: "next_page", credentials: { ...CREDENTIALS, username: "nobody@harbour.example" } },
  ])("takes wrong login data as a refusal for a human: %o", async ({ step2, credentials }) => {
    await twin.set({ login_step2: step2 });
    expect(await run([{ do: "logIn", credentials }])).toMatchObject([{ error: { code: "LOGIN_REFUSED" } }]);
  });

  it("tells the session and opens no messages page before somebody confirmed them for this origin", async () => {
    const elsewhere = { ...(await confirmed()), origin: "https://www.renthop.com" };
    expect(await run([{ do: "openInbox" }])).toEqual([{ ok: true, value: "out" }]);
    const [loggedIn, opened, inbox, thread, sent] = await run([LOG_IN, ...REST], [elsewhere]);
    expect([loggedIn, opened]).toEqual([
      { ok: true, value: "in" },
      { ok: true, value: "in" },
    ]);
    for (const refused of [inbox, thread]) expect(refused).toMatchObject({ error: { code: "PACK_UNCONFIRMED" } });
    expect(sent).toMatchObject({ kind: "not_sent", fault: { code: "PACK_UNCONFIRMED" } });
    expect(await messagesPagesAsked()).toBe(0);
  });

  it("tells from the listing bank that a restored session is in, before anything is confirmed", async () => {
    const { storageState } = await lab.run({ platform: "renthop", origin: twin.origin, steps: [LOG_IN] });
    const again = await lab.run({
      platform: "renthop",
      origin: twin.origin,
      storageState,
      steps: [{ do: "openInbox" }],
    });
    expect(again.results).toEqual([{ ok: true, value: "in" }]);
  });

  it("says that the inbox is not there, and not that it is empty, on an account without messages pages", async () => {
    await twin.set({ account_inbox: "off" });
    const [, opened, inbox] = await run([LOG_IN, ...REST.slice(0, 2)], [await confirmed()]);
    for (const refused of [opened, inbox]) {
      expect(refused).toMatchObject({ ok: false, error: { code: "SELECTOR_MISSING", packKey: "inbox.path" } });
    }
  });
});
