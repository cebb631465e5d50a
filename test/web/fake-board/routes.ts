// The routes of the fake API, in the shape of the real ones: session, conversations, accounts.
import type { Socket } from "node:net";
import type { Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { ConversationList, ConversationRow } from "#contracts/api/conversation";
import type { Me } from "#contracts/api/organisation";
import type { SentAllTheSame } from "#contracts/api/reply";
import { agentTextFindings } from "#domain/triage/agent-text";
import { conversationOf, type FakeBoard, PASSWORD, Refused, USERS } from "./board.ts";
import { FREE } from "./seed.ts";
import type { Switches } from "./switches.ts";

export function viewer(c: Context): Me {
  const user = USERS.find((one) => one.user.id === getCookie(c, "session"));
  if (user === undefined) throw new Refused("NOT_SIGNED_IN", "Please sign in.");
  return user;
}

export function addSession(app: Hono, switches: Switches): void {
  app.post("/api/auth/sign-in/email", async (c) => {
    const { email, password } = await c.req.json();
    const user = USERS.find((one) => one.user.email === email);
    if (user === undefined || password !== PASSWORD) throw new Refused("NOT_SIGNED_IN", "Not right.");
    switches.isSignedOut = false;
    setCookie(c, "session", user.user.id, { httpOnly: true, sameSite: "Lax", path: "/" });
    return c.json({ ok: true });
  });
  app.use("/api/*", async (c, next) => {
    if (switches.isSignedOut) throw new Refused("NOT_SIGNED_IN", "Please sign in.");
    viewer(c);
    await next();
  });
  app.post("/api/auth/sign-out", (c) => {
    setCookie(c, "session", "", { path: "/", maxAge: 0 });
    return c.json({ success: true });
  });
  app.get("/api/me", (c) => c.json(viewer(c)));
}

export function addConversations(app: Hono, board: FakeBoard, switches: Switches): void {
  app.get("/api/conversations", (c) => c.json(listOf(board, c.req.query())));
  app.get("/api/conversations/:id", (c) => c.json({ conversation: board.get(c.req.param("id")) }));
  app.get("/api/conversations/:id/audit", (c) => {
    const id = c.req.param("id");
    const at = new Date(Date.now() - 90_000).toISOString();
    const entry = (n: number, actor: string, action: string, detail: Record<string, string | number>) => ({
      id: `${id}.a${n}`,
      at,
      actor,
      action,
      conversationId: id,
      detail,
    });
    return c.json({
      entries: [
        entry(3, "agent:us_admin", "draft.edited", { sendId: `${id}.1`, length: 212 }),
        entry(2, "assistant", "decision.recorded", { nextAction: "offer_slots", confidence: 0.91, risk: "low" }),
        entry(1, "platform", "message.ingested", { count: 1 }),
      ],
      nextCursor: null,
    });
  });
  app.post("/api/conversations/:id/replies", async (c) => {
    const key = c.req.header("idempotency-key");
    if (key === undefined) throw new Refused("IDEMPOTENCY_KEY_MISSING", "Send an Idempotency-Key.");
    const { body, answering, confirmAnsweredMeanwhile, ...allTheSame } = await c.req.json();
    refuseText(viewer(c), body, allTheSame);
    const send = board.reply(c.req.param("id"), key, body, answering, confirmAnsweredMeanwhile === true);
    if (switches.loseReplyAnswers > 0) {
      switches.loseReplyAnswers -= 1;
      const { incoming } = c.env as { incoming: { socket: Socket } };
      // Headers must have gone out: a connection cut before any answer makes Chromium repeat the POST by itself.
      incoming.socket.end("HTTP/1.1 201 Created\r\ncontent-length: 9999\r\n\r\n{");
    }
    return c.json({ send }, 201);
  });
  app.post("/api/conversations/:id/check", async (c) => {
    const { body } = await c.req.json();
    return c.json({ findings: agentTextFindings(body, GROUNDS) });
  });
  app.post("/api/drafts/:id/approve", async (c) => {
    const { body, ...allTheSame } = await c.req.json();
    if (body !== undefined) refuseText(viewer(c), body, allTheSame);
    return c.json({ send: board.approve(c.req.param("id"), body) });
  });
  app.post("/api/drafts/:id/reject", (c) => c.json({ send: board.setState(c.req.param("id"), "rejected") }));
  app.post("/api/sends/:id/cancel", (c) => {
    const id = c.req.param("id");
    board.get(conversationOf(id));
    return c.json({ send: board.setState(id, "cancelled") });
  });
  app.post("/api/conversations/:id/outcome", async (c) => {
    const { outcome } = await c.req.json();
    return c.json({
      conversation: board.change(c.req.param("id"), { outcome, workflowState: "outcome", handOff: null }),
    });
  });
  app.post("/api/conversations/:id/reopen", (c) => {
    const change = { outcome: null, workflowState: "lead", actions: FREE } as const;
    return c.json({ conversation: board.change(c.req.param("id"), change) });
  });
  app.post("/api/conversations/:id/owner", async (c) => {
    const { mode } = await c.req.json();
    return c.json({ conversation: board.change(c.req.param("id"), { ownerMode: mode }) });
  });
  app.get("/api/conversations/:id/same-person", (c) => c.json({ conversations: board.samePerson(c.req.param("id")) }));
  app.post("/api/conversations/:id/suppress", async (c) => {
    const { alsoConversationIds = [] } = await c.req.json();
    return c.json({ conversation: board.suppress(c.req.param("id"), alsoConversationIds) });
  });
  app.post("/api/conversations/:id/lift-suppression", (c) => {
    if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
    return c.json({ conversation: board.lift(c.req.param("id")) });
  });
  app.post("/api/conversations/:id/unit", async (c) => {
    const { unitId } = await c.req.json();
    return c.json({
      conversation: board.change(c.req.param("id"), { unit: { id: unitId, name: "118 Kent Ave, 4C" } }),
    });
  });
}

/** What the records of the fake agency hold. */
const GROUNDS = { facts: [{ name: "rentMonthly", value: 2450, record: "unit/rentMonthly" }], allowedTexts: ["18:00"] };

function refuseText(me: Me, body: string, { confirmedRules = [], override }: SentAllTheSame): void {
  for (const { rule, severity, sentence } of agentTextFindings(body, GROUNDS)) {
    if (severity === "warn" && !confirmedRules.includes(rule)) throw new Refused("TEXT_WARNED", sentence);
    if (severity === "warn") continue;
    if (override !== undefined && me.role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
    if (!override?.rules.includes(rule)) throw new Refused("TEXT_BLOCKED", sentence);
  }
}

export function addAccounts(app: Hono, board: FakeBoard): void {
  const account = (id: string) => {
    const held = board.accounts.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "No such account.");
    return held;
  };
  app.use("/api/accounts/*", async (c, next) => {
    if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
    await next();
  });
  app.get("/api/accounts", (c) => c.json({ accounts: [...board.accounts.values()] }));
  app.patch("/api/accounts/:id", async (c) => {
    const next = { ...account(c.req.param("id")), ...(await c.req.json()) };
    board.accounts.set(next.id, next);
    return c.json({ account: next });
  });
  app.post("/api/accounts/:id/resume", (c) => {
    const next = { ...account(c.req.param("id")), stopped: null, loginState: "in" as const };
    board.accounts.set(next.id, next);
    return c.json({ account: next });
  });
  app.post("/api/accounts/:id/sync-listings", (c) => c.json({ account: account(c.req.param("id")) }));
  app.post("/api/accounts/:id/poll", (c) => c.json({ account: account(c.req.param("id")) }));
}

function listOf(board: FakeBoard, query: Record<string, string>): ConversationList {
  const all = [...board.conversations.values()];
  const views: Readonly<Record<string, (row: ConversationRow) => boolean>> = {
    open: (row) => row.workflowState !== "outcome",
    hand_offs: (row) => row.handOff !== null,
    drafts: (row) => row.draftId !== null,
    closed: (row) => row.workflowState === "outcome",
    all: () => true,
  };
  const count = (view: string) => all.filter((row) => views[view]?.(row)).length;
  const q = query["q"]?.toLowerCase() ?? "";
  const shown = all
    .filter((row) => views[query["view"] ?? "open"]?.(row))
    .filter((row) => query["platform"] === undefined || row.platform === query["platform"])
    .filter((row) => `${row.leadName} ${row.unit?.name} ${row.listingTitle}`.toLowerCase().includes(q))
    .sort((a, b) => Number(b.handOff !== null) - Number(a.handOff !== null) || when(b) - when(a));
  const from = Number(query["cursor"] ?? 0);
  const page = shown.slice(from, from + 20);
  return {
    conversations: page,
    nextCursor: from + 20 < shown.length ? String(from + 20) : null,
    counts: { open: count("open"), handOffs: count("hand_offs"), drafts: count("drafts"), closed: count("closed") },
  };
}

function when(row: ConversationRow): number {
  return row.lastMessage === null ? 0 : Date.parse(row.lastMessage.at);
}
