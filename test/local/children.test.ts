import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAlive } from "./process-tree.ts";

const parentProgram = join(import.meta.dirname, "fixtures/careless-parent.ts");
let folder = "";
let started: number[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "children-"));
});
afterEach(() => {
  for (const pid of started) if (isAlive(pid)) process.kill(pid, "SIGKILL");
  started = [];
  rmSync(folder, { recursive: true });
});

describe("the processes of npm start", () => {
  it("end with it when it is asked to end", async () => {
    const { parent, pids } = await startParent();
    expect(pids.map(isAlive)).toEqual([true, true]);
    parent.kill("SIGTERM");
    expect(await new Promise((done) => parent.on("exit", done))).toBe(0);
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it("end even when it is killed and can end nothing itself", async () => {
    const { parent, pids } = await startParent();
    parent.kill("SIGKILL");
    await expect.poll(() => pids.map(isAlive), { timeout: 5_000 }).toEqual([false, false]);
  });

  it("end with it even when one between died and left a child without a parent", async () => {
    const { parent, pids } = await startParent();
    await new Promise((done) => setTimeout(done, 1_200)); // The guard looks once a second.
    process.kill(pids[0] ?? 0, "SIGKILL");
    await expect.poll(() => pids.map(isAlive)).toEqual([false, true]);
    parent.kill("SIGTERM");
    await new Promise((done) => parent.on("exit", done));
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it("say everything into their log", async () => {
    const { pids } = await startParent();
    const log = () => readFileSync(join(folder, "family.log"), "utf8");
    await expect.poll(log).toBe(`${pids.join(" ")}\n`);
  });
});

/** The parent's own process, and the ids of the two processes below it. */
async function startParent(): Promise<{ parent: ChildProcess; pids: readonly number[] }> {
  const parent = spawn(process.execPath, [parentProgram, folder], { stdio: ["ignore", "pipe", "inherit"] });
  started.push(parent.pid ?? 0);
  for await (const line of createInterface({ input: parent.stdout })) {
    const pids = line.split(" ").map(Number);
    started.push(...pids);
    return { parent, pids };
  }
  throw new Error("the parent did not start");
}
