// What only Roomies does, on real Chromium: late and never loading threads, Alpine's state or none, decoy buttons, rows that are drawn
// before anyone took the message. Asserts what the twin counted, too.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Confirmation } from "#browser/confirmation";
import type { StorageState } from "#contracts/browser";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";
import { confirmationOf } from "../local/confirmations.ts";
import { type AdapterLab, type Answers, runStep, startAdapterLab } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";
import { startTwinClient, type TwinClient } from "./twin-client.ts";

const LAB_START_MS_MAX = 120_000;
const CREDENTIALS = { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password };
const PROOF_MS_MAX = 3_000;

let lab: AdapterLab;
beforeAll(async () => {
  lab = await startAdapterLab();
}, LAB_START_MS_MAX);
afterAll(async () => {
  await lab?.close();
}, LAB_START_MS_MAX);

describe("Roomies on its twin", { timeout: 60_000 }, () => {
  let twin: TwinClient;
  let storageState: StorageState | null;
  let confirmations: readonly Confirmation[];
  let threadId: string;

  beforeEach(async () => {
    twin = await startTwinClient("roomies");
    ({ threadId } = await twin.leadWrites("Alex P", "Is the room free?"));
    confirmations = [await confirmationOf({ platform: "roomies", origin: twin.origin })];
    storageState = null;
    const ran = await lab.run({ ...request(), steps: [{ do: "logIn", credentials: CREDENTIALS }] });
    storageState = ran.storageState;
  });
  afterEach(async () => {
    expect((await twin.stats()).forbiddenHits).toEqual([]);
    await twin.close();
  });

  const request = () => ({
    platform: "roomies" as const,
    origin: twin.origin,
    storageState,
    confirmations,
    proofMsMax: PROOF_MS_MAX,
  });
  const step = <Name extends Step["do"]>(what: Extract<Step, { do: Name }>): Promise<Answers[Name]> =>
    runStep<Name>(lab, request(), what);
  const read = () => step<"readThread">({ do: "readThread", ref: { threadId } });
  const send = (body: string) => step<"send">({ do: "send", threadId, body, gate: { answer: true } });

  it("waits out 'Loading messages' for as long as it was seen", async () => {
    await twin.set({ render: "late", render_ms: 11_500 });
    expect(await read()).toMatchObject({ ok: true, value: { threadId } });
  });

  it("never takes a thread that does not finish loading, or says nothing, for an empty one", async () => {
    await twin.set({ render: "never" });
    expect(await read()).toMatchObject({ ok: false, error: { code: "TIMEOUT", packKey: "thread.loading" } });
    await twin.set({ render: "late", thread: "empty_unmarked" });
    expect(await read()).toMatchObject({ ok: false, error: { code: "SELECTOR_MISSING", packKey: "thread.message" } });
    await twin.set({ thread: "empty" });
    expect((await read()).ok).toBe(true);
  });

  it("reads and sends without any confirmation: neither rests on a guess", async () => {
    confirmations = [];
    const ran = await lab.run({ ...request(), steps: [{ do: "openInbox" }, { do: "readInbox" }] });
    expect(ran.results).toMatchObject([{ value: "in" }, { value: { rows: [{ threadId, leadName: "Alex P" }] } }]);
    expect(await read()).toMatchObject({ ok: true, value: { leadName: "Alex P" } });
    expect(await send("Yes")).toMatchObject({ kind: "shown" });
    expect((await twin.stats()).sendAttempts).toBe(1);
  });

  it("logs in with guessed fields, and does not read an empty inbox without its confirmed mark", async () => {
    confirmations = [];
    storageState = null;
    expect(await step<"logIn">({ do: "logIn", credentials: CREDENTIALS })).toEqual({ ok: true, value: "in" });
    await twin.set({ inbox: "empty" });
    expect((await step<"readInbox">({ do: "readInbox" })).ok).toBe(false);
  });

  it("reads the same messages three times over, its own sent one with the number that it keeps", async () => {
    await send("Yes");
    const reads = [await read(), await read(), await read()];
    const messages = reads.map((reading) => reading.ok && reading.value.messages);
    expect(messages[1]).toEqual(messages[0]);
    expect(messages[2]).toEqual(messages[0]);
    const mine = (await twin.messages()).filter((message) => message.from === "host");
    expect(mine).toHaveLength(1);
    expect(messages[0]).toContainEqual(
      expect.objectContaining({ platformMessageId: mine[0]?.id, direction: "outbound", body: "Yes" }),
    );
  });

  it("does not call a row that was shown and then failed sent", async () => {
    await twin.set({ send: "optimistic_failed" });
    const report = await send("Yes");
    expect(["refused", "unconfirmed"]).toContain(report.kind);
    expect((await twin.messages()).filter((message) => message.from === "host" && message.text === "Yes")).toEqual([]);
  });

  it.each(["failed", "cool_down"])("sends once and is refused when the platform answers %s", async (outcome) => {
    await twin.set({ send: outcome });
    expect(["refused", "unconfirmed"]).toContain((await send("Yes")).kind);
    expect((await twin.stats()).sendAttempts).toBeLessThanOrEqual(1);
  });

  it("clicks nothing when the orange button is gone: the menu's submits are no substitute", async () => {
    await twin.set({ drift: "bg-brand-orange" });
    expect(await send("Yes")).toMatchObject({ kind: "not_sent", fault: { code: "SUBMIT_MISSING" } });
    expect((await twin.stats()).sendAttempts).toBe(0);
  });
});

const ID = "4400123";
const bubble = (body: string, side: string) =>
  `<li x-data="messageItem({})"><div class="inline-block px-4 py-2 rounded-lg ${side}">
  <div class="whitespace-pre-line" x-text="message.content">${body}</div></div><time x-text="at.toLocaleTimeString()">3:00 PM</time></li>`;

describe("Roomies without Alpine", { timeout: 60_000 }, () => {
  let server: Server;
  let origin: string;
  let posted: string[];
  let draw: string;

  beforeEach(async () => {
    posted = [];
    draw = "";
    server = createServer((incoming, response) => {
      if (incoming.method === "POST") {
        posted.push(incoming.url ?? "");
        return response.end("{}");
      }
      const rows = posted.map(() => bubble("Yes", "bg-teal text-white")).join("");
      response.setHeader("content-type", "text/html; charset=utf-8").end(`<!doctype html><title>Inbox</title>
        <header><span>J</span><h2>Jane</h2><p>looking for accommodation</p><a href="/rooms/1234567">Sunny room</a></header>
        <ul>${bubble("Hello", "bg-gray-200")}${rows}<template>${bubble("not there", "bg-teal text-white")}</template></ul>
        <form action="/inbox/${ID}"><textarea name="anything"></textarea>
        <button type="submit" role="menuitem" class="bg-brand-orange">Block</button>
        <button type="submit" class="bg-brand-orange">Send</button></form>
        <script>document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); ${draw} })</script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const request = () => ({ platform: "roomies" as const, origin, proofMsMax: 1_500 });
  const send = () => runStep<"send">(lab, request(), { do: "send", threadId: ID, body: "Yes", gate: { answer: true } });
  const drawRow = `document.querySelector("ul").insertAdjacentHTML("beforeend", ${JSON.stringify(bubble("Yes", "bg-teal text-white"))});`;

  it("reads what is visible: sides by colour, no number, no day, name and advert from the header", async () => {
    const reading = await runStep<"readThread">(lab, request(), { do: "readThread", ref: { threadId: ID } });
    expect(reading).toMatchObject({
      ok: true,
      value: {
        leadName: "Jane",
        listing: { platformListingId: "1234567", title: "Sunny room" },
        messages: [{ direction: "inbound", body: "Hello", platformMessageId: null, sentAt: { precision: "none" } }],
      },
    });
  });

  it("does not take a row that the page drew by itself for proof", async () => {
    draw = drawRow;
    expect(await send()).toMatchObject({ kind: "unconfirmed" });
    expect(posted).toEqual([]);
  });

  it("proves the message by a fresh look at the thread", async () => {
    draw = `${drawRow} fetch("/inbox/${ID}", { method: "POST" });`;
    expect(await send()).toMatchObject({ kind: "shown" });
    expect(posted).toEqual([`/inbox/${ID}`]);
  });
});
