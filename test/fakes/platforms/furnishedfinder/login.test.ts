// Logging in to the FurnishedFinder twin step by step, and what a visitor without cookie or token meets.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { type HostBrowser, makeHostBrowser, NOW, templateOf } from "./host-visits.ts";
import { LOGIN_CODE, MAGIC_LINK_PAUSE_MS } from "./login-routes.ts";
import { channelPath, PATHS } from "./paths.ts";

let twin: RunningTwin;
let lab: CookieClient;
let host: HostBrowser;
let nowMs = NOW;

beforeAll(async () => {
  twin = await startTwin({ platform: "furnishedfinder", port: 0, dataDir: ":memory:", now: () => nowMs });
});
afterAll(() => twin.close());
beforeEach(async () => {
  nowMs = NOW;
  lab = makeCookieClient(twin.origin);
  await lab.reset();
  host = makeHostBrowser(twin.origin);
  await host.logIn();
});

describe("logging in", () => {
  it("takes a user name or e-mail first, then a password, and hands out the member's token", async () => {
    const visitor = makeHostBrowser(twin.origin);
    expect((await visitor.step("username", { username: DEMO_ACCOUNT.email })).json).toEqual({ step: "password" });
    expect((await visitor.get(PATHS.messages)).text).not.toContain('id="member-content"');
    const answer = await visitor.step("password", { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password });
    expect(answer.json["member"]).toMatchObject({ firstName: DEMO_ACCOUNT.firstName, token: expect.any(String) });
    expect((await visitor.content(PATHS.messages))("h1").text()).toBe("Messages");
  });

  it("with a wrong password or code, or without its form state, lets nobody in", async () => {
    const visitor = makeHostBrowser(twin.origin);
    expect((await visitor.step("password", { password: "wrong" })).status).toBe(401);
    expect((await visitor.step("code", { code: "000000" })).status).toBe(401);
    expect((await visitor.step("password", { csrf: "", password: DEMO_ACCOUNT.password })).status).toBe(403);
    expect((await lab.stats()).refusedCsrf).toBe(1);
    expect((await visitor.get(PATHS.messages)).text).not.toContain('id="member-content"');
  });

  it("may ask for a code instead", async () => {
    await lab.control({ second_step: "code" });
    const visitor = makeHostBrowser(twin.origin);
    const page = load((await visitor.get("/")).text);
    expect((await visitor.step("username")).json).toEqual({ step: "code" });
    expect(templateOf(page, "step-code")("[data-testid=code][autocomplete=one-time-code]")).toHaveLength(1);
    expect((await visitor.step("code", { code: LOGIN_CODE })).status).toBe(200);
  });

  it("may send a link without showing a field, and counts a second request within two minutes as forbidden", async () => {
    await lab.control({ second_step: "magic_link" });
    const visitor = makeHostBrowser(twin.origin);
    expect(templateOf(load((await visitor.get("/")).text), "step-magic_link")("input, button")).toHaveLength(0);
    expect((await visitor.step("username")).json).toEqual({ step: "magic_link" });
    nowMs += MAGIC_LINK_PAUSE_MS;
    expect((await visitor.step("username")).status).toBe(200);
    expect((await lab.stats()).forbiddenHits).toEqual([]);
    expect((await visitor.step("username")).status).toBe(500);
    expect((await lab.stats()).forbiddenHits).toHaveLength(1);
  });

  it("is asked for inside the asked page, with its title and 200", async () => {
    const visitor = makeHostBrowser(twin.origin);
    for (const [path, title] of [
      [channelPath("x"), "Messages"],
      [PATHS.leads, "Tenant Leads"],
      [PATHS.dashboard, "Dashboard"],
    ] as const) {
      const page = await visitor.get(path);
      const $ = load(page.text);
      expect([page.status, $("title").text()]).toEqual([200, `${title} | Furnished Finder`]);
      expect($("a#nav-login")).toHaveLength(2); // in the bar, and in the template for a lost session
      const dialog = templateOf($, "login-dialog")("[role=dialog]").text();
      for (const words of ["Login to your account", "Forgot username or password", "Not a member yet"]) {
        expect(dialog).toContain(words);
      }
    }
  });

  it.each([
    ["title_403", 403, "403 Forbidden"],
    ["title_empty", 200, ""],
  ])("may leave a visitor without a session with %s", async (no_session, status, title) => {
    await lab.control({ no_session });
    const page = await makeHostBrowser(twin.origin).get(PATHS.messages);
    expect([page.status, load(page.text)("title").text()]).toEqual([status, title]);
  });

  it("is not undone by the page, but a cookie alone or a token alone gets no messages", async () => {
    expect((await host.ask(PATHS.channels)).status).toBe(200);
    expect((await host.ask(PATHS.channels, { token: "" })).status).toBe(401);
    expect((await makeHostBrowser(twin.origin).ask(PATHS.channels)).status).toBe(401);
    const page = load((await host.get(PATHS.messages)).text);
    expect(page("main").children()).toHaveLength(0);
    expect(page("script").text()).toContain('localStorage.getItem("authdetailnew")');
  });

  it("ends by logging out, and shows the host's own contact data until then", async () => {
    expect((await host.get("/")).text).toContain(CANARY.email);
    await host.get(PATHS.logout);
    expect((await host.get("/")).text).not.toContain(CANARY.email);
    expect((await host.ask(PATHS.channels)).status).toBe(401);
  });
});
