// The contract of `readListings` on real Chromium against all five twins: what it says of the host's adverts, and that it only looks.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Confirmation } from "#browser/confirmation";
import type { StorageState } from "#contracts/browser";
import { PLATFORMS, type Platform } from "#domain/platform";
import { DEMO_LISTINGS } from "../fakes/platforms/kernel/demo-listings.ts";
import { confirmationOf } from "../local/confirmations.ts";
import { type AdapterLab, type Answers, runStep, startAdapterLab } from "./adapter-lab.ts";
import { PROFILES } from "./platform-profiles.ts";
import { startTwinClient, type TwinClient } from "./twin-client.ts";

const LAB_START_MS_MAX = 120_000;
const TEST_MS_MAX = 60_000;
/** What an advert's id must look like for the platform's addresses. */
const EXTRA_ID: Readonly<Record<Platform, (n: number) => string>> = {
  spareroom: (n) => String(15_000_100 + n),
  roomies: (n) => String(610_500 + n),
  leasebreak: (n) => String(240_600 + n),
  renthop: (n) => String(31_000_800 + n),
  furnishedfinder: (n) => `${522_100 + n}_1`,
};
/** RentHop's bank says nothing of an advert's state. */
const stateOn = (platform: Platform, state: string) => (platform === "renthop" ? null : state);

let lab: AdapterLab;
beforeAll(async () => {
  lab = await startAdapterLab();
}, LAB_START_MS_MAX);
afterAll(async () => {
  await lab?.close();
}, LAB_START_MS_MAX);

describe.each(PLATFORMS)("own adverts on %s", { timeout: TEST_MS_MAX }, (platform) => {
  const [first, second] = DEMO_LISTINGS[platform];
  let twin: TwinClient;
  let manifest: Confirmation;
  let storageState: StorageState | null;
  const request = (confirmations: readonly Confirmation[] = [manifest]) => ({
    ...{ platform, origin: twin.origin, storageState, confirmations },
  });
  const read = (confirmations?: readonly Confirmation[]): Promise<Answers["readListings"]> =>
    runStep<"readListings">(lab, request(confirmations), { do: "readListings" });
  beforeEach(async () => {
    twin = await startTwinClient(platform);
    manifest = await confirmationOf({ platform, origin: twin.origin });
    storageState = null;
    const credentials = PROFILES.find((one) => one.platform === platform)?.credentials;
    if (credentials === undefined) throw new Error(`${platform} has no profile`);
    const ran = await lab.run({ ...request(), steps: [{ do: "logIn", credentials }] });
    expect(ran.results).toEqual([{ ok: true, value: "in" }]);
    storageState = ran.storageState;
  });
  afterEach(async () => {
    expect((await twin.stats()).forbiddenHits).toEqual([]);
    await twin.close();
  });

  it("are read with id, title, price and the state of their own card", async () => {
    await twin.advert({ id: second.id, live: false });
    const answer = await read();
    expect(answer).toMatchObject({
      ok: true,
      value: {
        listings: [
          { platformListingId: first.id, title: first.title, state: stateOn(platform, "live") },
          { platformListingId: second.id, title: second.title, state: stateOn(platform, "not_live") },
        ],
        isComplete: true,
      },
    });
    const prices = answer.ok ? answer.value.listings.map((listing) => listing.prices[0]) : [];
    expect(prices).toMatchObject([
      { amountCents: expect.any(Number), currency: "USD" },
      { amountCents: expect.any(Number), currency: "USD" },
    ]);
  });

  it("are read over all their pages, each once", async () => {
    for (let n = 0; n < 21; n += 1) await twin.advert({ id: EXTRA_ID[platform](n) });
    const answer = await read();
    const ids = answer.ok ? answer.value.listings.map((listing) => listing.platformListingId) : [];
    expect(ids).toEqual([first.id, second.id, ...Array.from({ length: 21 }, (_, n) => EXTRA_ID[platform](n))]);
    expect(answer).toMatchObject({ value: { isComplete: true } });
  });

  it("are none only when the page says so", async () => {
    await twin.set({ listings: "empty" });
    expect(await read()).toMatchObject({ ok: true, value: { listings: [], isComplete: true } });
    await twin.set({ listings: "empty_unmarked" });
    expect(await read()).toMatchObject({ ok: false, error: { code: "EMPTY_WITHOUT_MARKER" } });
  });

  it("are not asked for without a session, nor through a challenge", async () => {
    await twin.set({ challenge: "cloudflare_403" });
    expect(await read()).toMatchObject({ ok: false, error: { code: "CHALLENGE" } });
    await twin.set({ challenge: "off" });
    storageState = null;
    expect(await read()).toMatchObject({ ok: false, error: { code: "SESSION_EXPIRED" } });
  });

  it("stay unread, without a single request, as long as a needed entry is a guess", async () => {
    const before = (await twin.stats()).requests;
    const answer = await read([]);
    if (platform === "spareroom") {
      expect(answer).toMatchObject({ ok: true, value: { listings: [{}, {}], isComplete: true } });
      return;
    }
    expect(answer).toMatchObject({ ok: false, error: { code: "PACK_UNCONFIRMED" } });
    expect((await twin.stats()).requests).toBe(before);
  });
});
