// Ends processes with everything they started, wherever it moved: a browser runs in a process group of its own, and what
// has lost its parent cannot be found any more, so a tree is looked at from time to time and remembered. Only processes
// named by their id and their descendants are touched.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

export type ProcessTree = {
  /** Takes in a process with everything below it; an id that is not alive is passed over. */
  add(pid: number): void;
  /** Takes in what was started since the last look. */
  lookAgain(): void;
  /**
   * Asks the processes that were added to end, then whatever loses its parent that way, waits for all, and kills what
   * is left after `graceMs`. Answers how many had to be killed.
   */
  end(graceMs: number): Promise<number>;
};

/** An id can be given to another process later; together with the start time it cannot. */
type LiveProcess = { readonly pid: number; readonly parentPid: number; readonly startedAt: string };

const LOOK_AGAIN_MS = 50;

export function makeProcessTree(): ProcessTree {
  const added = new Set<number>();
  /** Process id → start time. */
  const known = new Map<number, string>();
  const look = (): readonly LiveProcess[] => {
    const table = processTable();
    const alive = table.filter(({ pid, startedAt }) => known.get(pid) === startedAt);
    const all = withDescendants(table, alive);
    for (const { pid, startedAt } of all) known.set(pid, startedAt);
    return all;
  };
  return {
    add: (pid) => {
      const found = processTable().find((each) => each.pid === pid);
      if (found === undefined) return;
      added.add(pid);
      known.set(pid, found.startedAt);
      look();
    },
    lookAgain: () => void look(),
    end: (graceMs) => endAll(look, added, graceMs),
  };
}

async function endAll(
  look: () => readonly LiveProcess[],
  first: ReadonlySet<number>,
  graceMs: number,
): Promise<number> {
  const asked = new Set<number>();
  const deadlineMs = performance.now() + graceMs;
  for (;;) {
    const left = look();
    const leftPids = new Set(left.map(({ pid }) => pid));
    for (const { pid, parentPid } of left) {
      if (asked.has(pid) || (leftPids.has(parentPid) && !first.has(pid))) continue;
      asked.add(pid);
      signal(pid, "SIGTERM");
    }
    if (left.length === 0) return 0;
    if (performance.now() >= deadlineMs) {
      for (const { pid } of left) signal(pid, "SIGKILL");
      return left.length;
    }
    await sleep(LOOK_AGAIN_MS);
  }
}

/** The ids of the processes that a process started itself. */
export function childrenOf(parent: number): readonly number[] {
  return processTable()
    .filter(({ parentPid }) => parentPid === parent)
    .map(({ pid }) => pid);
}

/** False also for a process that has ended and waits to be collected. */
export function isAlive(pid: number): boolean {
  return processTable().some((each) => each.pid === pid);
}

function withDescendants(table: readonly LiveProcess[], roots: readonly LiveProcess[]): readonly LiveProcess[] {
  const found = new Map(roots.map((root) => [root.pid, root]));
  // A Map's iteration also visits what is added on the way.
  for (const pid of found.keys()) {
    for (const child of table) if (child.parentPid === pid) found.set(child.pid, child);
  }
  return [...found.values()];
}

/** Every process but the dead ones that nobody has collected yet. */
function processTable(): readonly LiveProcess[] {
  return process.platform === "linux" ? linuxTable() : psTable();
}

function linuxTable(): readonly LiveProcess[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // "pid (name) state parent …": the name may hold anything, so the fields are counted from its end.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const [state, parent] = fields;
      if (state === "Z" || parent === undefined) return [];
      return [{ pid: Number(name), parentPid: Number(parent), startedAt: fields[19] ?? "" }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

function psTable(): readonly LiveProcess[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,state=,lstart="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, state, startedAt] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.+)$/.exec(line) ?? [];
    if (state === undefined || state.startsWith("Z") || startedAt === undefined) return [];
    return [{ pid: Number(pid), parentPid: Number(parent), startedAt }];
  });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}
