// Processes of the rig, each in a group of its own with its words in a log file, so that one can be killed without a trace
// of warning and the others live on. Whatever happens to the rig itself, a guard ends all of them.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { childrenOf } from "../local/process-tree.ts";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";

/** Lines of a log shown to a person. */
const TAIL_LINES = 15;

export type OwnedProcess = {
  readonly pid: number;
  isRunning(): boolean;
  readonly ended: Promise<void>;
  /** Ids of everything below it now, at any depth. */
  descendants(): readonly number[];
  /** SIGKILL to the whole group at once. Resolves when the process is gone. */
  kill(): Promise<void>;
  tail(): string;
};

export type OwnedProcesses = {
  /** `args`: a script and its arguments, for this same Node. */
  start(args: readonly string[], env: NodeJS.ProcessEnv, logFile: string): OwnedProcess;
  endAll(): Promise<void>;
};

export function makeOwnedProcesses(): OwnedProcesses {
  const guard = spawn(process.execPath, [join(PROJECT_ROOT, "test/local/guard.ts")], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.stdin.on("error", () => undefined);
  return {
    start: (args, env, logFile) => {
      mkdirSync(dirname(logFile), { recursive: true });
      const log = openSync(logFile, "a");
      const child = spawn(process.execPath, args, {
        cwd: PROJECT_ROOT,
        env,
        detached: true,
        stdio: ["ignore", log, log],
      });
      closeSync(log);
      if (child.pid === undefined) throw new Error(`a process of the rig could not be started: ${args[0]}`);
      guard.stdin.write(`${child.pid}\n`);
      return own(child, child.pid, logFile);
    },
    endAll: async () => {
      if (guard.exitCode !== null || guard.signalCode !== null) return;
      const gone = new Promise((done) => guard.once("close", done));
      guard.stdin.end();
      await gone;
    },
  };
}

function own(child: ChildProcess, pid: number, logFile: string): OwnedProcess {
  // Not "close": a browser that outlives the process keeps its outputs open.
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  return {
    pid,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    descendants: () => below(pid),
    kill: () => {
      killQuietly(-pid);
      return ended;
    },
    tail: () => readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-TAIL_LINES).join("\n"),
  };
}

export function killAll(pids: readonly number[]): void {
  for (const pid of pids) killQuietly(pid);
}

/** The name of a program that runs, for example "workerd"; empty when it is gone. */
export function programOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** Ticks of the kernel's CPU clock in a second: what user space is told on every Linux. */
const CPU_TICKS_PER_SECOND = 100;

/** CPU time that a program used so far, of all its threads, in milliseconds; null where the system does not tell. */
export function cpuMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which may hold anything: state, parent ... user and system time are the 12th and 13th of the rest.
    const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(user) + Number(system)) * 1_000) / CPU_TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** Ids of the programs whose command line holds a text: finds also what lost its parent. */
export function runningWith(text: string): readonly number[] {
  if (process.platform !== "linux") {
    const lines = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
    return lines.filter((line) => line.includes(text)).map((line) => Number.parseInt(line, 10));
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && commandLineOf(name).includes(text))
    .map(Number);
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // It ended while we looked.
  }
}

function below(pid: number): readonly number[] {
  const found = [...childrenOf(pid)];
  // The list grows while it is walked.
  for (const parent of found) found.push(...childrenOf(parent));
  return found;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}
