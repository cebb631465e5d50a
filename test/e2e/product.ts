// The product as a newcomer starts it: `npm start` on free ports with data of its own, until it says that it is ready.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PLATFORMS, type Platform } from "#domain/platform";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";

/** A first start on a slow machine: web build, migrations, seed, worker. */
const START_MS_MAX = 180_000;
const STOP_MS_MAX = 30_000;

export type Product = {
  readonly workboard: string;
  /** Where it keeps state, secrets and logs. */
  readonly dataFolder: string;
  readonly twins: Readonly<Record<Platform, string>>;
  /** What it printed, line by line. */
  readonly lines: readonly string[];
  /** Starts it again on the same data and ports after a stop. */
  restart(): Promise<void>;
  /** Ends it as Ctrl-C does. Answers its exit code. */
  stop(): Promise<number | null>;
  /** Ends it and forgets its data. */
  discard(): Promise<void>;
};

/** Starts everything and waits for the summary. Throws with what was printed when it does not come. */
export async function startProduct(): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), "lease-bot-e2e-"));
  const port = await freeBlock(PLATFORMS.length + 1);
  const lines: string[] = [];
  let child = await start(port, dataFolder, lines);
  const stop = () => end(child);
  return {
    workboard: `http://localhost:${port}`,
    dataFolder,
    twins: Object.fromEntries(PLATFORMS.map((platform, i) => [platform, `http://127.0.0.1:${port + 1 + i}`])) as Record<
      Platform,
      string
    >,
    lines,
    restart: async () => {
      child = await start(port, dataFolder, lines);
    },
    stop,
    discard: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function start(port: number, dataFolder: string, lines: string[]): Promise<ChildProcess> {
  const child = spawn("npm", ["start"], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: String(port), LEASE_BOT_DATA: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const isReady = new Promise<boolean>((resolve) => {
    const hear = (line: string) => {
      lines.push(line);
      if (line.startsWith("Ctrl-C ends everything")) resolve(true);
    };
    if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", hear);
    if (child.stderr !== null) createInterface({ input: child.stderr }).on("line", hear);
    child.on("close", () => resolve(false));
    setTimeout(() => resolve(false), START_MS_MAX).unref();
  });
  if (await isReady) return child;
  await end(child);
  throw new Error(`npm start did not come up. It said:\n${lines.slice(-40).join("\n")}`);
}

/** Ctrl-C reaches the whole foreground group, npm and the script below it. */
function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.on("close", (code) => resolve(code));
    signalGroup(child, "SIGINT");
    setTimeout(() => signalGroup(child, "SIGKILL"), STOP_MS_MAX).unref();
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

/** The first of `count` ports in a row that are free now. */
async function freeBlock(count: number): Promise<number> {
  for (let first = 20_000 + (process.pid % 20_000); first < 60_000; first += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
