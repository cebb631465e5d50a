// The dangerous half of sending, on pages made to mislead it: everything between writing and the one click.
// The pages are SpareRoom's shape because its adapter is the plainest; the procedure is the same for all platforms.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SendReport } from "#contracts/browser";
import { type AdapterLab, runStep, startAdapterLab, startGate } from "./adapter-lab.ts";

const ID = "900100_15000001";
const LAB_START_MS_MAX = 120_000;

/** A thread page; `form` replaces the composer, `script` runs in the page. */
const threadPage = (part: { form?: string; script?: string; rows?: string; identity?: string } = {}) => `<!doctype html>
  <title>Messages</title><a href="/roommate/logout.pl">Log out</a>
  <ul class="conversation"><li class="message message_in" id="msg_1"><dl><dd class="message_from_details">Alex P</dd>
  <dd class="message_date">Today 3:30pm</dd><dd class="message_body">Hi</dd></dl></li>${part.rows ?? ""}</ul>
  <input type="hidden" name="thread_id" value="${part.identity ?? ID}">
  <form method="post" action="/roommate/mythreads_beta.pl">${
    part.form ?? '<textarea name="message"></textarea><button type="submit" name="btnSubmit">Send</button>'
  }</form><script>${part.script ?? ""}</script>`;

const ownRow = (body: string) =>
  `<li class="message message_out" id="msg_2"><dl><dd class="message_from_details">You</dd><dd class="message_date">Today 3:31pm</dd>
   <dd class="message_body">${body}</dd></dl></li>`;

describe("between writing and the click", { timeout: 60_000 }, () => {
  let lab: AdapterLab;
  let server: Server;
  let origin: string;
  let page: () => string;
  let posts: number;
  let isGateAsked: boolean;

  beforeAll(async () => {
    lab = await startAdapterLab();
  }, LAB_START_MS_MAX);
  afterAll(async () => {
    await lab?.close();
  }, LAB_START_MS_MAX);

  beforeEach(async () => {
    page = () => threadPage();
    posts = 0;
    isGateAsked = false;
    server = createServer((request, response) => {
      if (request.url === "/gate-asked") return response.end(String(isGateAsked));
      if (request.method === "POST") posts += 1;
      response.setHeader("content-type", "text/html; charset=utf-8").end(page());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const send = async (body = "Yes"): Promise<SendReport> => {
    const gate = await startGate(async () => {
      isGateAsked = true;
      await new Promise((resolve) => setTimeout(resolve, 700));
      return true;
    });
    const request = { platform: "spareroom" as const, origin, proofMsMax: 1_500 };
    const report = await runStep<"send">(lab, request, { do: "send", threadId: ID, body, gate: { url: gate.url } });
    await gate.close();
    return report;
  };
  /** Page code that acts as soon as the gate is being asked. */
  const whenAsked = (act: string) =>
    `setInterval(async () => { if ((await (await fetch("/gate-asked")).text()) === "true") { ${act} } }, 50)`;

  it("sends on an honest page, once", async () => {
    page = () => threadPage({ rows: posts > 0 ? ownRow("Yes") : "" });
    expect(await send()).toMatchObject({ kind: "shown" });
    expect(posts).toBe(1);
  });

  it.each([
    [
      "TEXT_ALTERED",
      "cuts the text",
      '<textarea name="message" maxlength="2"></textarea><button type="submit" name="btnSubmit">Send</button>',
    ],
    ["COMPOSER_MISSING", "shows no text area", '<button type="submit" name="btnSubmit">Send</button>'],
    [
      "COMPOSER_MISSING",
      "shows two text areas",
      '<textarea name="message"></textarea><textarea name="message"></textarea><button type="submit" name="btnSubmit">Send</button>',
    ],
    ["SUBMIT_MISSING", "shows no button", '<textarea name="message"></textarea>'],
    [
      "SUBMIT_MISSING",
      "shows two buttons",
      '<textarea name="message"></textarea><button type="submit" name="btnSubmit">Send</button><button type="submit" name="btnSubmit">Send</button>',
    ],
    [
      "SUBMIT_MISSING",
      "offers only a menu item",
      '<textarea name="message"></textarea><button type="submit" name="btnSubmit" role="menuitem">Block</button>',
    ],
    [
      "SUBMIT_MISSING",
      "keeps the button disabled",
      '<textarea name="message"></textarea><button type="submit" name="btnSubmit" disabled>Send</button>',
    ],
    [
      "SUBMIT_MISSING",
      "lays something over the button",
      '<textarea name="message"></textarea><button type="submit" name="btnSubmit">Send</button><div style="position:fixed;inset:0"></div>',
    ],
  ])("does not send (%s) when the page %s", async (code, _what, form) => {
    page = () => threadPage({ form });
    expect(await send()).toMatchObject({ kind: "not_sent", fault: { code } });
    expect([posts, isGateAsked]).toEqual([0, false]);
  });

  it("passes over the hidden twin of the text area and of the button, and over the captcha's text area", async () => {
    const hidden = '<textarea name="message"></textarea><button type="submit" name="btnSubmit">Send</button>';
    const form = `<div style="display:none">${hidden}<textarea name="g-recaptcha-response"></textarea></div>${hidden}`;
    page = () => threadPage({ form, rows: posts > 0 ? ownRow("Yes") : "" });
    expect(await send()).toMatchObject({ kind: "shown" });
    expect(posts).toBe(1);
  });

  it("does not click when the page turns into another thread while the gate decides, and does not call it not sent", async () => {
    page = () => threadPage({ script: whenAsked('document.querySelector("[name=thread_id]").value = "1_2"') });
    expect(await send()).toMatchObject({ kind: "unconfirmed", fault: { code: "WRONG_THREAD" } });
    expect(posts).toBe(0);
  });

  it("does not click on the page that replaced the thread while the gate decided", async () => {
    const form = '<button type="submit" style="position:fixed;inset:0" name="block">Block this person</button>';
    page = () =>
      isGateAsked
        ? threadPage({ form, identity: "1_2" })
        : threadPage({ script: whenAsked("location.href = '/other'") });
    expect((await send()).kind).toBe("unconfirmed");
    expect(posts).toBe(0);
  });

  it("is not held up by a dialog of the page", async () => {
    const script = 'document.querySelector("form").addEventListener("submit", () => alert("Thank you"))';
    page = () => threadPage({ script, rows: posts > 0 ? ownRow("Yes") : "" });
    expect(await send()).toMatchObject({ kind: "shown" });
    expect(posts).toBe(1);
  });

  it("does not take a row without an id for proof: the page drew it before anyone accepted the message", async () => {
    const optimistic = ownRow("Yes").replace('id="msg_2"', "").replace(/\n/g, " ");
    const script = `document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault();
      document.querySelector("ul").insertAdjacentHTML("beforeend", ${JSON.stringify(optimistic)}) })`;
    page = () => threadPage({ script });
    expect(await send()).toMatchObject({ kind: "unconfirmed" });
    expect(posts).toBe(0);
  });

  it("writes over a draft that was left in the composer", async () => {
    const form = '<textarea name="message">an old draft</textarea><button type="submit" name="btnSubmit">Send</button>';
    page = () => threadPage({ form, rows: posts > 0 ? ownRow("Yes") : "" });
    expect(await send()).toMatchObject({ kind: "shown" });
  });
});
