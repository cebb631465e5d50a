import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { childrenOf, isAlive, makeProcessTree } from "./process-tree.ts";

const family = `${import.meta.dirname}/fixtures/family.ts`;
const started: number[] = [];

afterEach(() => {
  for (const pid of started.splice(0)) if (isAlive(pid)) process.kill(pid, "SIGKILL");
});

describe("ending processes with what they started", () => {
  it("ends a child that moved to a process group of its own, even one whose parent ends first", async () => {
    const pids = await startFamily();
    expect(pids.map(isAlive)).toEqual([true, true]);
    expect(await treeOf(pids[0]).end(5_000)).toBe(0);
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it("kills what does not end when asked", async () => {
    const pids = await startFamily("stubborn");
    expect(await treeOf(pids[0]).end(300)).toBe(2);
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false]);
  });

  it("remembers a child whose parent died before", async () => {
    const [parent = 0, child = 0] = await startFamily();
    const tree = treeOf(parent);
    process.kill(parent, "SIGKILL");
    await expect.poll(() => isAlive(parent)).toBe(false);
    expect(isAlive(child)).toBe(true);
    await tree.end(5_000);
    expect(isAlive(child)).toBe(false);
  });

  it("leaves processes alone that are not named, and ids that are gone", async () => {
    const [parent = 0] = await startFamily();
    expect(await treeOf(2 ** 22 + 1).end(100)).toBe(0);
    expect(isAlive(parent)).toBe(true);
    expect(childrenOf(process.pid)).toContain(parent);
  });
});

function treeOf(pid = 0): ReturnType<typeof makeProcessTree> {
  const tree = makeProcessTree();
  tree.add(pid);
  return tree;
}

async function startFamily(...args: string[]): Promise<readonly number[]> {
  const parent: ChildProcess = spawn(process.execPath, [family, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  if (parent.stdout === null) throw new Error("no output");
  for await (const line of createInterface({ input: parent.stdout })) {
    const pids = line.split(" ").map(Number);
    started.push(...pids);
    return pids;
  }
  throw new Error("the family did not start");
}
