// The processes that `npm start` keeps running: started with their output in a log file, watched, and ended together.
// Each is in a process group of its own, so that Ctrl-C reaches the start script alone, which then ends them in order.
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { childrenOf } from "./process-tree.ts";
import { PROJECT_ROOT } from "./quiet-environment.ts";

const TAIL_LINES_MAX = 30;

export type ChildOptions = {
  readonly name: string;
  /** A script and its arguments, for this same Node. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** What of a line may be kept; all of it when absent. */
  readonly masked?: (line: string) => string;
  /** Called for every line that it says, on either output. */
  readonly onLine?: (line: string) => void;
};

export type Child = {
  readonly name: string;
  readonly logFile: string;
  /** How it ended, as a phrase: "exit code 1", "signal SIGKILL". Pending while it runs. */
  readonly ended: Promise<string>;
  /** Its last lines, for a person who wants to know why. */
  readonly tail: () => string;
};

export type Children = {
  start(options: ChildOptions): Child;
  /** Ends everything that this process started, with its descendants. */
  endAll(): Promise<void>;
};

/** Starts the guard too, which ends the others when it is told to or when this process dies. */
export function makeChildren(): Children {
  const guard = spawn(process.execPath, [join(PROJECT_ROOT, "test/local/guard.ts")], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // A guard that is gone must not take the program with it.
  guard.stdin.on("error", () => undefined);
  return {
    start: (options) => {
      const child = spawn(process.execPath, options.args, {
        cwd: PROJECT_ROOT,
        env: options.env,
        detached: true,
        stdio: ["ignore", "pipe", "pipe"],
      });
      if (child.pid !== undefined) guard.stdin.write(`${child.pid}\n`);
      return watch(child, options);
    },
    endAll: async () => {
      const gone = new Promise((done) => guard.once("close", done));
      if (guard.exitCode !== null || guard.signalCode !== null) return;
      for (const pid of childrenOf(process.pid)) if (pid !== guard.pid) guard.stdin.write(`${pid}\n`);
      guard.stdin.end();
      await gone;
    },
  };
}

function watch(child: ChildProcess, { name, logFile, masked = (line) => line, onLine }: ChildOptions): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const lastLines: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    if (output === null) continue;
    createInterface({ input: output }).on("line", (said) => {
      const line = masked(said);
      log.write(`${line}\n`);
      lastLines.push(line);
      if (lastLines.length > TAIL_LINES_MAX) lastLines.shift();
      onLine?.(line);
    });
  }
  const ended = new Promise<string>((done) => {
    child.on("error", (error) => done(error.message));
    child.on("close", (code, signal) => done(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  return { name, logFile, ended, tail: () => lastLines.join("\n") };
}
