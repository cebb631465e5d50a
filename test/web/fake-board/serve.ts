// Serves the built web app and the fake API on one port, with a switchboard for tests: lost answers, dead sockets, delays.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { boardCommandSchema } from "#contracts/socket";
import { addAvailability, FakeAvailability } from "./availability-routes.ts";
import { FakeBoard, type Pace, Refused } from "./board.ts";
import { addHealth } from "./health-routes.ts";
import { FakeKnowledge } from "./knowledge-board.ts";
import { addKnowledge } from "./knowledge-routes.ts";
import { addModel } from "./model-routes.ts";
import { addOrganisation, FakeOrganisation } from "./organisation-routes.ts";
import { addAccounts, addConversations, addSession } from "./routes.ts";
import { addShadow } from "./shadow-routes.ts";
import { FakeDay } from "./showing-board.ts";
import { addDay } from "./showing-routes.ts";
import { ALL_WELL, type Switches } from "./switches.ts";
import { FakeUnits } from "./unit-board.ts";
import { addUnits } from "./unit-routes.ts";
import { acceptWire, type Wire } from "./wire.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};
const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, NOT_SIGNED_IN: 401, NOT_ALLOWED: 403 };

export type RunningBoard = {
  readonly origin: string;
  readonly board: FakeBoard;
  readonly day: FakeDay;
  readonly units: FakeUnits;
  readonly people: FakeAvailability;
  readonly organisation: FakeOrganisation;
  readonly knowledge: FakeKnowledge;
  readonly switches: Switches;
  say(signal: unknown): void;
  dropSockets(): void;
  stop(): Promise<void>;
};

/** Starts on a free port. `dist`: the built web app; `total`: how many conversations to begin with. */
export async function serveFakeBoard(options: { dist: string; total?: number; pace?: Pace }): Promise<RunningBoard> {
  const board = new FakeBoard(options.total ?? 64, options.pace ?? { releaseMs: 400, stepMs: 150 });
  const day = new FakeDay(Date.now());
  const units = new FakeUnits();
  const people = new FakeAvailability();
  const organisation = new FakeOrganisation();
  const knowledge = new FakeKnowledge(units);
  const switches: Switches = { ...ALL_WELL };
  const wires = new Set<Wire>();
  const app = new Hono();

  app.onError((thrown, c) => {
    if (thrown instanceof Refused) return refusal(c, thrown.code, thrown.message, thrown.details);
    console.error(thrown);
    return refusal(c, "INTERNAL", "It broke.");
  });
  app.use("/api/*", async (c, next) => {
    if (switches.delayMs > 0) await new Promise((done) => setTimeout(done, switches.delayMs));
    if (switches.failing !== null && c.req.path.startsWith(switches.failing)) {
      throw new Refused("UNAVAILABLE", "The server is busy. Try again in a moment.");
    }
    await next();
  });
  app.use("/api/*", async (c, next) => {
    const isText = /^(application\/json|text\/csv)/.test(c.req.header("content-type") ?? "");
    if (c.req.method !== "GET" && !isText) throw new Refused("UNSUPPORTED_MEDIA_TYPE", "Send the body as JSON.");
    await next();
  });
  addSession(app, switches);
  addConversations(app, board, switches);
  addAccounts(app, board);
  addHealth(app, board);
  addModel(app);
  addShadow(app, board);
  addDay(app, board, day);
  addUnits(app, units);
  addAvailability(app, people);
  addOrganisation(app, organisation);
  addKnowledge(app, knowledge);
  const pageHeaders = await readHeaders(options.dist);
  app.get("/*", async (c) => {
    const wanted = normalize(c.req.path).replace(/^(\.\.[/\\])+/, "");
    const file =
      extname(wanted) !== "" && existsSync(join(options.dist, wanted))
        ? join(options.dist, wanted)
        : join(options.dist, "index.html");
    return c.body(await readFile(file), 200, {
      ...pageHeaders,
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    });
  });

  const server = await new Promise<Server>((ready) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => ready(made as Server));
  });
  server.on("upgrade", (request, socket) => {
    if (switches.isSocketDown || request.url !== "/api/board/socket") {
      socket.destroy();
      return;
    }
    const wire = acceptWire(
      request,
      socket,
      (text) => boardCommandSchema.parse(JSON.parse(text)),
      () => wires.delete(wire),
    );
    wires.add(wire);
  });
  const say = (signal: unknown) => {
    for (const wire of wires) wire.send(JSON.stringify(signal));
  };
  board.onSignal = say;
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    board,
    day,
    units,
    people,
    organisation,
    knowledge,
    switches,
    say,
    dropSockets: () => {
      for (const wire of wires) wire.drop();
    },
    stop: async () => {
      board.stop();
      for (const wire of wires) wire.drop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function refusal(c: Context, code: string, message: string, details: Refused["details"] = []): Response {
  const status = STATUS[code] ?? (code === "UNAVAILABLE" ? 503 : code === "INTERNAL" ? 500 : 409);
  return Response.json({ error: { code, message, details, requestId: "rq_test" } }, { status, headers: c.res.headers });
}

/** The headers that `_headers` sets on every page, so that the content security policy is in force here as well. */
async function readHeaders(dist: string): Promise<Record<string, string>> {
  const lines = (await readFile(join(dist, "_headers"), "utf8")).split("\n").slice(1);
  const own = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith("/")),
  );
  return Object.fromEntries(
    own.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]),
  );
}
