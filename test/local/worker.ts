// The worker as `wrangler dev` runs it, with everything it keeps in the data folder. Knows the command line of wrangler
// and what of its chatter a person should see; the rest goes to the log.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Child, Children } from "./children.ts";
import { LOCAL_HOST } from "./free-ports.ts";
import { PROJECT_ROOT, quietEnvironment } from "./quiet-environment.ts";

export type WorkerOptions = {
  readonly port: number;
  readonly stateFolder: string;
  readonly devVarsFile: string;
  readonly logFolder: string;
  readonly cacheHome: string;
};

/** What goes wrong in the build or in the worker itself. Requests that were refused are not among it. */
const MATTERS = /\[ERROR\]|\[wrangler:error\]|\bUncaught\b/;
/** The same line is shown once in this time. */
const REPEAT_MS = 60_000;

export function startWorker(children: Children, options: WorkerOptions): Child {
  mkdirSync(options.logFolder, { recursive: true });
  const shownAtMs = new Map<string, number>();
  const args = [
    ...["dev", "--local", "--show-interactive-dev-session=false"],
    ...["--ip", LOCAL_HOST, "--port", String(options.port), "--inspector-port", "0"],
    ...["--persist-to", options.stateFolder, "--env-file", options.devVarsFile],
  ];
  return children.start({
    name: "worker",
    args: [join(PROJECT_ROOT, "node_modules/wrangler/bin/wrangler.js"), ...args],
    env: {
      ...quietEnvironment(options.cacheHome),
      WRANGLER_LOG_PATH: options.logFolder,
      WRANGLER_REGISTRY_PATH: join(options.stateFolder, "registry"),
    },
    logFile: join(options.logFolder, "worker.log"),
    masked: maskCalendars,
    onLine: (line) => {
      const plain = stripVTControlCharacters(line).trim();
      if (!MATTERS.test(plain)) return;
      const nowMs = Date.now();
      if (nowMs - (shownAtMs.get(plain) ?? 0) < REPEAT_MS) return;
      shownAtMs.set(plain, nowMs);
      console.error(`worker: ${plain}`);
    },
  });
}

/** wrangler writes every address that was asked for, and a calendar's address is its key. */
function maskCalendars(line: string): string {
  return line.replaceAll(/\/calendar\/[\w-]{20,}/g, "/calendar/…");
}
