// Showings, open times, follow-ups and calendar addresses of the fake API, in the shape of the real routes.
import type { Context, Hono } from "hono";
import type { ShowingView } from "#contracts/api/showing";
import { type FakeBoard, Refused } from "./board.ts";
import { viewer } from "./routes.ts";
import type { FakeDay } from "./showing-board.ts";

export function addDay(app: Hono, board: FakeBoard, day: FakeDay): void {
  app.get("/api/showings", (c) => c.json(pageOf(c, seenBy(c, [...day.showings.values()]))));
  app.get("/api/showings/:id", (c) => c.json({ showing: day.showing(c.req.param("id")) }));
  app.post("/api/showings", async (c) =>
    c.json({ showing: day.book(keyOf(c), await c.req.json(), viewer(c).user.id) }, 201),
  );
  app.post("/api/showings/:id/reschedule", async (c) =>
    c.json({ showing: day.move(c.req.param("id"), keyOf(c), await c.req.json(), viewer(c).user.id) }),
  );
  app.post("/api/showings/:id/status", async (c) => {
    const { status } = await c.req.json();
    return c.json({ showing: day.setStatus(c.req.param("id"), status) });
  });
  const except = (c: Context) => c.req.query("except") ?? null;
  app.get("/api/units/:id/slots", (c) => c.json(day.slots(c.req.param("id"), viewer(c).user.id, except(c))));
  app.get("/api/units/:id/explain", (c) =>
    c.json(day.explain(c.req.param("id"), c.req.query("at") ?? "", viewer(c).user.id, except(c))),
  );
  app.post("/api/conversations/:id/keep-showing", (c) => {
    const id = c.req.param("id");
    day.keep(id);
    return c.json({ conversation: board.change(id, { handOff: null }) });
  });
  addFollowUps(app, board, day);
  addFeeds(app, day);
}

function addFollowUps(app: Hono, board: FakeBoard, day: FakeDay): void {
  /** The conversation after its follow-up was changed, or is gone. */
  const conversation = (id: string, dueAt: string | null) => {
    const held = board.get(id.slice(0, id.lastIndexOf(".")));
    if (held.followUp?.id !== id) return { conversation: held };
    const followUp = dueAt === null ? null : { ...held.followUp, dueAt };
    return { conversation: board.change(held.id, { followUp }) };
  };
  app.get("/api/follow-ups", (c) => c.json({ followUps: day.dueFollowUps(), nextCursor: null }));
  for (const act of ["complete", "skip"]) {
    app.post(`/api/follow-ups/:id/${act}`, (c) => {
      const id = c.req.param("id") ?? "";
      if (!day.followUps.delete(id)) throw new Refused("NOT_NOW", "This follow-up is over already. Nothing to do.");
      return c.json(conversation(id, null));
    });
  }
  app.post("/api/follow-ups/:id/snooze", async (c) => {
    const id = c.req.param("id");
    const held = day.followUps.get(id);
    if (held === undefined) throw new Refused("NOT_NOW", "This follow-up is over already. Nothing to do.");
    const { untilMs } = await c.req.json();
    const dueAt = new Date(untilMs).toISOString();
    day.followUps.set(id, { ...held, dueAt, isDue: untilMs <= day.nowMs });
    return c.json(conversation(id, dueAt));
  });
}

function addFeeds(app: Hono, day: FakeDay): void {
  app.get("/api/calendar/feeds", (c) => c.json({ feeds: [...day.feeds.values()] }));
  app.post("/api/calendar/feeds", (c) => {
    const { id, name } = viewer(c).user;
    const feed = { id: `fd_${day.feeds.size + 1}`, user: { id, name }, createdAt: new Date(day.nowMs).toISOString() };
    day.feeds.set(feed.id, feed);
    return c.json({ feed, url: `https://lease.example/calendar/${"k3y".repeat(14)}.ics` }, 201);
  });
  app.delete("/api/calendar/feeds/:id", (c) => {
    if (c.req.header("content-type") !== "application/json") throw new Refused("UNSUPPORTED_MEDIA_TYPE", "Send JSON.");
    const feed = day.feeds.get(c.req.param("id"));
    if (feed === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    day.feeds.delete(feed.id);
    return c.json({ feed });
  });
}

function keyOf(c: Context): string {
  const key = c.req.header("idempotency-key");
  if (key === undefined) throw new Refused("IDEMPOTENCY_KEY_MISSING", "Send an Idempotency-Key.");
  return key;
}

function seenBy(c: Context, showings: readonly ShowingView[]): ShowingView[] {
  const own = viewer(c);
  const query = c.req.query();
  const agent = own.role === "agent" || query["agent"] === "me" ? own.user.id : query["agent"];
  const is = (wanted: string | undefined, held: string | null) => wanted === undefined || wanted === held;
  return showings
    .filter((one) => is(agent, one.agent.id) && is(query["unit"], one.unit.id))
    .filter((one) => is(query["conversation"], one.conversationId))
    .filter((one) => (query["status"] === "open" ? one.mayBecome.length > 0 : is(query["status"], one.status)))
    .filter((one) => one.day >= (query["from"] ?? "") && one.day <= (query["to"] ?? "9999"))
    .sort((a, b) => a.start.localeCompare(b.start) * (query["order"] === "latest" ? -1 : 1));
}

function pageOf(c: Context, showings: readonly ShowingView[]) {
  const from = Number(c.req.query("cursor") ?? 0);
  const to = from + Number(c.req.query("limit") ?? 50);
  return { showings: showings.slice(from, to), nextCursor: to < showings.length ? String(to) : null };
}
