// The smallest site that shows what a site author may add: words of its own for send, a signature, lead details,
// alert e-mails, facts of its own. Also the shortest example of how a site is written.

import { html } from "hono/html";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "./cookie-client.ts";
import { DEMO_ACCOUNT } from "./demo-account.ts";
import { readForm } from "./form-state.ts";
import { listen, type RunningTwin } from "./listen.ts";
import { defineSite } from "./site.ts";
import { choice, sendSwitch } from "./switches.ts";

const SWITCHES = {
  send: sendSwitch("cool_down"),
  signature: choice(["off", "on"], "The site signs each message by itself"),
};

const site = defineSite({
  platform: "roomies",
  title: "Example",
  sessionCookie: "example_session",
  switches: SWITCHES,
  driftClasses: ["row"],
  ids: { thread: (n) => String(10_000 + n), message: (n) => String(500 + n) },
  manifest: [{ key: "inbox.row", value: "p.row", mark: "GUESSED", note: "for this example" }],
  protectedPaths: ["/inbox", "/inbox/*"],
  forbiddenPaths: ["/block/*"],
  signedOut: (c) => c.redirect("/login"),
  blocked: (c) => c.text("blocked", 403),
  alertMail: (message, thread) => ({
    from: "alerts@example.test",
    replyTo: `${thread.id}@example.test`,
    subject: `New message from ${thread.leadName}`,
    text: `${message.text}\n${thread.details["phone"] ?? ""}`,
  }),
  seed: (twin) => twin.remember("greeting", { text: "hello" }),
  routes(app, twin) {
    app.get("/login", (c) => c.html(html`<p>${twin.formState.issue(c, "login")}</p>`));
    app.post("/login", async (c) => {
      const form = await readForm(c);
      const refused = twin.formState.refusal(c, "login", form.get("state"));
      if (refused !== null) return refused;
      if (form.get("password") !== DEMO_ACCOUNT.password) return c.redirect("/login");
      twin.sessions.open(c);
      return c.redirect("/inbox");
    });
    app.get("/inbox", (c) =>
      c.html(html`${twin.inbox().map((thread) => html`<p class="${twin.cls("row")}">${thread.leadName}</p>`)}`),
    );
    app.get("/inbox/:id", (c) => {
      const opened = twin.openThread(c.req.param("id"));
      if (opened === null) return c.notFound();
      const { thread, messages } = opened;
      return c.html(
        html`<i>${twin.formState.issue(c, thread.id)}</i>${messages.map(({ text }) => html`<p>${text}</p>`)}`,
      );
    });
    app.post("/inbox/:id", async (c) => {
      const threadId = c.req.param("id");
      const form = await readForm(c);
      const refused = twin.formState.refusal(c, threadId, form.get("state"));
      if (refused !== null) return refused;
      if (twin.switches().send === "cool_down") return c.text("slow down", 429);
      const text = form.get("text");
      const storedText = twin.switches().signature === "on" ? `${text}\n-- Harriet` : text;
      const outcome = await twin.send(c, { threadId, text, storedText });
      return outcome.kind === "answered" ? outcome.response : c.redirect(`/inbox/${threadId}`);
    });
    app.get("/greeting", (c) => c.json(twin.recall("greeting")));
  },
});

let running: RunningTwin;
let visitor: CookieClient;
beforeEach(async () => {
  running = await listen(site, { port: 0, dataDir: ":memory:" });
  visitor = makeCookieClient(running.origin);
});
afterEach(() => running.close());

async function signIn(): Promise<void> {
  const state = /<p>(.*)<\/p>/.exec((await visitor.get("/login")).text)?.[1] ?? "";
  expect((await visitor.post("/login", { state, password: DEMO_ACCOUNT.password })).status).toBe(302);
}

async function send(threadId: string, text: string) {
  const state = /<i>(.*)<\/i>/.exec((await visitor.get(`/inbox/${threadId}`)).text)?.[1] ?? "";
  return visitor.post(`/inbox/${threadId}`, { state, text });
}

describe("a site of its own", () => {
  it("guards its pages and refuses its forbidden ones by its lists of paths alone", async () => {
    expect((await visitor.get("/inbox")).headers.get("location")).toBe("/login");
    await signIn();
    expect((await visitor.get("/inbox")).status).toBe(200);
    expect((await visitor.post("/block/7", {})).status).toBe(500);
    expect((await visitor.stats()).forbiddenHits).toMatchObject([{ method: "POST", path: "/block/7" }]);
  });

  it("may add words to send, and change the text that is stored", async () => {
    await signIn();
    const { threadId } = await visitor.leadWrites({ text: "Hello" });
    await visitor.control({ send: "cool_down" });
    expect((await send(threadId, "Hi")).status).toBe(429);
    await visitor.control({ send: "ok", signature: "on" });
    expect((await send(threadId, "Hi")).status).toBe(302);
    expect((await visitor.messages()).at(-1)?.text).toBe("Hi\n-- Harriet");
    expect(await visitor.stats()).toMatchObject({ submits: 1, submitsByBody: [{ threadId, text: "Hi", count: 1 }] });
  });

  it("may announce each lead's message by e-mail, with what the lead gave beside it", async () => {
    await signIn();
    const details = { phone: "555-0100" };
    const { threadId, messageId } = await visitor.leadWrites({ name: "Bo", text: "Hello", details });
    await send(threadId, "Hi");
    expect(await visitor.mails()).toEqual([
      {
        from: "alerts@example.test",
        replyTo: `${threadId}@example.test`,
        subject: "New message from Bo",
        text: "Hello\n555-0100",
        threadId,
        messageId,
        at: expect.stringMatching(/Z$/),
      },
    ]);
  });

  it("has its own facts again after a reset", async () => {
    await visitor.reset();
    expect(JSON.parse((await visitor.get("/greeting")).text)).toEqual({ text: "hello" });
  });
});
