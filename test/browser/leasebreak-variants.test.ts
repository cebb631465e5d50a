// Whole sends on pages of another make than the twin's: threads known by their address or by an attribute, ids only in links,
// one text area among decoys. The pages are served here and say nothing but what the test confirms.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SendReport } from "#contracts/browser";
import { type AdapterLab, startAdapterLab, startGate } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";

const LAB_START_MS_MAX = 120_000;
const ENTRIES = {
  "inbox.path": "/mail",
  "inbox.row": "ul.mail > li",
  "inbox.name": "b",
  "inbox.empty": ".no-mail",
  "thread.path": "/mail/read?no={threadId}",
  "thread.message": "article",
  "thread.inbound": ".in",
  "thread.outbound": ".out",
  "thread.body": "p",
  "thread.time": "small",
  "composer.text": "#answer textarea",
  "composer.submit": "button",
};

describe("a site of another make", { timeout: 60_000 }, () => {
  let lab: AdapterLab;
  let server: Server;
  let origin: string;
  let posts: string[];
  let isGateAsked: boolean;
  let identity: string;

  beforeAll(async () => {
    lab = await startAdapterLab();
  }, LAB_START_MS_MAX);
  afterAll(async () => {
    await lab?.close();
  }, LAB_START_MS_MAX);

  const threadPage = () => `<!doctype html><form action="/block" method="post"><button>Block</button></form>
    <form action="/newsletter" method="post"><textarea></textarea><button>Send</button></form>${identity}
    <article class="in"><p>Hi</p><small>Today 3:30pm</small></article>
    ${posts.map(() => '<article class="out"><p>Yes</p><small>Today 3:31pm</small></article>').join("")}
    <form id="answer" method="post" action="/mail/read?no=7"><textarea name="t"></textarea><button>Send</button></form>
    <script>setInterval(async () => { if ((await (await fetch("/gate-asked")).text()) === "true")
      history.replaceState(null, "", "/mail/read?no=8") }, 50)</script>`;
  const inboxPage = '<!doctype html><ul class="mail"><li><a href="read?no=7&from=list"><b>Alex P</b></a></li></ul>';

  beforeEach(async () => {
    posts = [];
    isGateAsked = false;
    identity = "";
    server = createServer((request, response) => {
      const url = request.url ?? "/";
      if (url === "/gate-asked") return response.end(String(isGateAsked));
      if (request.method === "POST") posts.push(url);
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(url === "/mail" ? inboxPage.replace("read?", "mail/read?") : threadPage());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const run = async (steps: readonly Step[], more: Record<string, string> = {}) => {
    const entries = Object.entries({ ...ENTRIES, ...more }).map(([key, value]) => ({ key, value }));
    const confirmation = { platform: "leasebreak", origin, confirmed_on: "2026-11-20", by: "test", entries } as const;
    return (await lab.run({ platform: "leasebreak", origin, steps, confirmations: [confirmation], proofMsMax: 1_500 }))
      .results;
  };
  const send: Step = { do: "send", threadId: "7", body: "Yes", gate: { answer: true } };

  it("reads ids from links and proves a send, with nothing confirmed but what is needed", async () => {
    const [opened, inbox, sent] = await run([{ do: "openInbox" }, { do: "readInbox" }, send]);
    expect(opened).toEqual({ ok: true, value: "in" });
    expect(inbox).toMatchObject({ value: { rows: [{ threadId: "7", leadName: "Alex P", isUnread: null }] } });
    expect(sent).toMatchObject({ kind: "shown", postImage: { leadName: null, listing: null } });
    expect(posts).toEqual(["/mail/read?no=7"]);
  });

  it("knows the thread by an attribute of any element", async () => {
    const verify = { "thread.verify": "[data-no]" };
    identity = '<section data-no="7"></section>';
    expect(await run([send], verify)).toMatchObject([{ kind: "shown" }]);
    identity = '<section data-no="8"></section>';
    expect(await run([send], verify)).toMatchObject([{ kind: "not_sent", fault: { code: "WRONG_THREAD" } }]);
    expect(posts.length).toBe(1);
  });

  it("does not send where the confirmed sign of the right thread is missing", async () => {
    expect(await run([send], { "thread.verify": "input[name='no']" })).toMatchObject([
      { kind: "not_sent", fault: { code: "WRONG_THREAD" } },
    ]);
    expect(posts).toEqual([]);
  });

  it("does not click when the address becomes another thread's while the gate decides", async () => {
    const gate = await startGate(async () => {
      isGateAsked = true;
      await new Promise((resolve) => setTimeout(resolve, 700));
      return true;
    });
    const [report] = (await run([{ ...send, gate: { url: gate.url } } as Step])) as [SendReport];
    await gate.close();
    expect(report).toMatchObject({ kind: "unconfirmed", fault: { code: "WRONG_THREAD" } });
    expect(posts).toEqual([]);
  });
});
