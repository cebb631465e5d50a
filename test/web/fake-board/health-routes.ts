// Incidents and dead letters of the fake API, for admins, in the shape of the real routes.
import type { Hono } from "hono";
import { REPLAY_LETTERS_MAX } from "#contracts/api/dead-letter";
import { type FakeBoard, Refused } from "./board.ts";
import { viewer } from "./routes.ts";

export function addHealth(app: Hono, board: FakeBoard): void {
  for (const place of ["/api/incidents/*", "/api/dead-letters/*"]) {
    app.use(place, async (c, next) => {
      if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
      await next();
    });
  }
  app.get("/api/incidents", (c) => {
    const all = [...board.incidents.values()].sort((a, b) => b.at.localeCompare(a.at));
    const unseen = all.filter((one) => one.seen === null);
    return c.json({
      incidents: c.req.query("seen") === "false" ? unseen : all,
      nextCursor: null,
      unseen: unseen.length,
    });
  });
  app.post("/api/incidents/:id/seen", (c) => {
    const by = viewer(c).user.name;
    return c.json({ incident: board.see(c.req.param("id"), by) });
  });
  app.get("/api/dead-letters", (c) => {
    const waiting = board.waitingLetters();
    return c.json({ deadLetters: waiting, nextCursor: null, waiting: waiting.length });
  });
  app.post("/api/dead-letters/replay", (c) => {
    const taken = board.waitingLetters().slice(-REPLAY_LETTERS_MAX);
    for (const letter of taken) board.replay(letter.id, viewer(c).user.name);
    return c.json({ replayed: taken.length, left: board.waitingLetters().length });
  });
  app.post("/api/dead-letters/:id/replay", (c) =>
    c.json({ deadLetter: board.replay(c.req.param("id"), viewer(c).user.name) }),
  );
}
