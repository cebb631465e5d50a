// The twin as a process of its own: it keeps everything over SIGKILL, says plainly that a port is taken, ends cleanly.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCookieClient } from "./cookie-client.ts";
import { DEMO_ACCOUNT } from "./demo-account.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const START_TIMEOUT_MS = 15_000;
let dataDir: string;
let started: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "twin-"));
});
afterEach(async () => {
  for (const child of started) await end(child, "SIGKILL");
  started = [];
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a twin process", () => {
  it("has messages, sessions and switches still after it was killed", { timeout: 4 * START_TIMEOUT_MS }, async () => {
    const first = await start("0");
    const visitor = makeCookieClient(first.origin);
    const { threadId } = await visitor.leadWrites({ text: "Is it still there?\n👀" });
    await visitor.control({ date_style: "zoned" });
    const login = await visitor.get("/roommate/logon.pl");
    const csrf = /data-csrf-token="([^"]+)"/.exec(login.text)?.[1] ?? "";
    const { email, password } = DEMO_ACCOUNT;
    await visitor.post("/roommate/logon.pl", { email, password, csrf_token: csrf });
    const before = await visitor.messages();
    await end(first.child, "SIGKILL");

    await start(new URL(first.origin).port);
    expect(await visitor.messages()).toEqual(before);
    const thread = await visitor.get(`/roommate/mythreads_beta.pl?thread_id=${threadId}`);
    expect(thread.text).toContain("Is it still there?<br>👀");
    expect(thread.text).toMatch(/Today \d+:\d\d [AP]M E[SD]T/);
    expect((await visitor.leadWrites({ text: "Next" })).messageId).toBe("700200302");
  });

  it("says in one line that its port is taken, and exits with 1", { timeout: 2 * START_TIMEOUT_MS }, async () => {
    const first = await start("0");
    const port = new URL(first.origin).port;
    const second = run(port);
    const said = collect(second);
    const [code] = await once(second, "exit");
    expect(code).toBe(1);
    expect((await said).stderr.trim().split("\n")).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
  });

  it("ends with 0 on SIGTERM", { timeout: 2 * START_TIMEOUT_MS }, async () => {
    const { child } = await start("0");
    expect(await end(child, "SIGTERM")).toBe(0);
  });
});

function run(port: string): ChildProcess {
  const child = spawn(process.execPath, [MAIN, "--platform", "spareroom", "--port", port, "--data", dataDir], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

async function start(port: string): Promise<{ child: ChildProcess; origin: string }> {
  const child = run(port);
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /twin: (http:\S+) /.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error("the twin ended before it listened")));
  });
  return { child, origin };
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = await once(child, "exit");
  return code;
}

async function collect(child: ChildProcess): Promise<{ stderr: string }> {
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  await once(child, "close");
  return { stderr };
}
