// Signing in to and out of the Roomies twin, and what a visitor without a session meets.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { CANARY } from "../kernel/demo-account.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { NOW, openPage, signIn } from "./host-visits.ts";
import { PATHS, threadPath } from "./paths.ts";

let twin: RunningTwin;
let host: CookieClient;

beforeAll(async () => {
  twin = await startTwin({ platform: "roomies", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
});

describe("signing in", () => {
  it("is asked for by a redirect to the login page, and then leads to the inbox", async () => {
    const visitor = makeCookieClient(twin.origin);
    for (const path of [PATHS.inbox, threadPath("310001"), PATHS.dashboard]) {
      const page = await visitor.get(path);
      expect([page.status, page.headers.get("location")]).toEqual([302, PATHS.login]);
    }
    const answer = await signIn(visitor);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, PATHS.inbox]);
    expect((await visitor.get(PATHS.inbox)).status).toBe(200);
    expect((await visitor.get(PATHS.login)).headers.get("location")).toBe(PATHS.inbox);
  });

  it("may be asked for by words at the asked address", async () => {
    await host.control({ gate: "words" });
    const $ = await openPage(makeCookieClient(twin.origin), PATHS.inbox);
    expect($("main").text()).toContain("Please log in");
    expect($("main a[href^='/inbox']")).toHaveLength(0);
  });

  it("with a wrong password shows the form again", async () => {
    const visitor = makeCookieClient(twin.origin);
    const answer = await signIn(visitor, { password: "wrong" });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("These credentials do not match our records.");
    expect((await visitor.get(PATHS.inbox)).status).toBe(302);
  });

  it("without its form state is refused and counted, as is signing out", async () => {
    expect((await signIn(makeCookieClient(twin.origin), { _token: "" })).status).toBe(403);
    expect((await host.post(PATHS.logout, {})).status).toBe(403);
    expect((await host.stats()).refusedCsrf).toBe(2);
    const _token = (await openPage(host, PATHS.inbox))("form[action='/logout'] input[name=_token]").attr("value") ?? "";
    expect((await host.post(PATHS.logout, { _token })).status).toBe(302);
    expect((await host.get(PATHS.inbox)).status).toBe(302);
  });

  it("shows the host's own contact data, as the canary for logs", async () => {
    const text = (await openPage(host, PATHS.inbox))("body").text();
    expect(text).toContain(CANARY.email);
    expect(text).toContain(CANARY.phone);
  });
});
