// Serves one twin on a port: opens its database, starts listening, closes cleanly. Chooses no site.

import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { openDatabase } from "./database.ts";
import type { AnySite } from "./site.ts";
import { makeTwinApp } from "./twin-app.ts";

export type ListenOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** A directory for `<platform>.sqlite`, or ":memory:". */
  readonly dataDir: string;
  readonly host?: string | undefined;
  /** Milliseconds since 1970; the real clock by default. The switch clock_offset_ms is added to it. */
  readonly now?: (() => number) | undefined;
};

export type RunningTwin = {
  /** For example "http://127.0.0.1:8801". */
  readonly origin: string;
  readonly port: number;
  /** Cuts open connections and closes the database. */
  close(): Promise<void>;
};

export const DEFAULT_HOST = "127.0.0.1";

/** Rejects with the error of the socket (for example code EADDRINUSE) when the port cannot be had. */
export async function listen(site: AnySite, options: ListenOptions): Promise<RunningTwin> {
  const host = options.host ?? DEFAULT_HOST;
  const closing = new AbortController();
  const db = openDatabase(options.dataDir, site.platform);
  const now = options.now ?? Date.now;
  const app = site.visit({ read: (typed) => makeTwinApp(typed, { db, now, closing: closing.signal }) });
  const server = createAdaptorServer({ fetch: app.fetch });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, host, resolve);
    });
  } catch (failure) {
    db.close();
    throw failure;
  }
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${host}:${port}`,
    port,
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
      // A request cut in the middle may still end its work in this turn.
      await new Promise((resolve) => setImmediate(resolve));
      db.close();
    },
  };
}
