// The product under test: `wrangler dev --local --persist-to` with its worker processes and its Chromium. Started, killed in
// parts or as a whole, and started again on the same data.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answersWithin, isGood } from "../local/answers.ts";
import { LOCAL_HOST } from "../local/free-ports.ts";
import { PROJECT_ROOT, quietEnvironment } from "../local/quiet-environment.ts";
import { cpuMsOf, killAll, type OwnedProcess, type OwnedProcesses, programOf, runningWith } from "./owned-process.ts";
import type { ProductBuild } from "./product-build.ts";

/** A start on a machine that is busy with something else. */
const START_MS_MAX = 90_000;
/** A start that fails, for example because the port is not free again yet, is tried so often. */
const STARTS_MAX = 3;
/** How long a product that lost a part may take to answer again before it is ended and started as a whole. */
const HEAL_MS_MAX = 3_000;

export type ProductProcess = {
  readonly origin: string;
  /** Resolves at the first healthy answer. */
  start(): Promise<void>;
  /** Everything at once: wrangler, both worker processes, Chromium. */
  killAll(): Promise<void>;
  /** The process group alone. Answers how to end the Chromium that stays behind, which may go on with what it was told. */
  killButBrowser(): Promise<() => void>;
  /** True when there was a Chromium to kill. */
  killBrowser(): boolean;
  /** One of the worker processes: the product's own, or the one in front of it. `choose` gets how many there are. */
  killWorker(choose: (count: number) => number): boolean;
  /** CPU time of the worker processes so far, with everything that stands in for the hosted system; null when not told. */
  workerCpuMs(): number | null;
  /** True when it answers by itself within a moment. */
  heals(): Promise<boolean>;
};

export type ProductOptions = {
  readonly processes: OwnedProcesses;
  readonly build: ProductBuild;
  readonly folder: string;
  readonly stateFolder: string;
  readonly port: number;
  readonly devVarsFile: string;
  readonly cacheHome: string;
};

export function makeProduct(options: ProductOptions): ProductProcess {
  const origin = `http://${LOCAL_HOST}:${options.port}`;
  const health = `${origin}/api/health`;
  let running: OwnedProcess | null = null;
  const group = (): OwnedProcess => {
    if (running === null) throw new Error("the product was never started");
    return running;
  };
  const workerPids = () =>
    group()
      .descendants()
      .filter((pid) => programOf(pid) === "workerd");
  /** Chromium keeps its profile below the run's folder; its other processes end with the one that names it. */
  const browsers = () => runningWith(`--user-data-dir=${options.folder}`);
  return {
    origin,
    start: async () => {
      for (let tries = 1; ; tries++) {
        const started = launch(options);
        running = started;
        if (await answersWithin(health, START_MS_MAX, () => !started.isRunning())) return;
        const words = started.tail();
        await started.kill();
        killAll(browsers());
        if (tries >= STARTS_MAX) throw new Error(`the product did not start. It said:\n${words}`);
        await sleep(1_000);
      }
    },
    killAll: async () => {
      // The group first: it is the one that must have no time to do anything more.
      const gone = group().kill();
      killAll(browsers());
      await gone;
    },
    killButBrowser: async () => {
      const gone = group().kill();
      const left = browsers();
      await gone;
      return () => killAll(left);
    },
    killBrowser: () => {
      const found = browsers();
      killAll(found);
      return found.length > 0;
    },
    killWorker: (choose) => {
      const workers = workerPids();
      killAll(workers.slice(choose(workers.length)).slice(0, 1));
      return workers.length > 0;
    },
    workerCpuMs: () => {
      const times = workerPids().map(cpuMsOf);
      return times.reduce<number | null>((sum, ms) => (sum === null || ms === null ? null : sum + ms), 0);
    },
    heals: async () => {
      const endMs = performance.now() + HEAL_MS_MAX;
      while (performance.now() < endMs) {
        if (await Promise.race([isGood(health), sleep(1_000, false)])) return true;
        await sleep(100);
      }
      return false;
    },
  };
}

function launch({ processes, build, folder, stateFolder, port, devVarsFile, cacheHome }: ProductOptions): OwnedProcess {
  const logs = join(folder, "logs");
  const words = [
    ...["dev", build.script, "--no-bundle", "--config", build.config],
    ...["--local", "--show-interactive-dev-session=false"],
    ...["--ip", LOCAL_HOST, "--port", String(port), "--inspector-port", "0"],
    ...["--persist-to", stateFolder, "--env-file", devVarsFile],
  ];
  const env = {
    ...quietEnvironment(cacheHome),
    // A killed browser leaves its profile behind: it goes with the run's folder.
    TMPDIR: join(folder, "temporary"),
    // Wrangler's own code, compiled once for all starts of a run: 0.4 s of a start that takes 2.7 s without.
    NODE_COMPILE_CACHE: join(folder, "compiled"),
    WRANGLER_LOG_PATH: logs,
    WRANGLER_REGISTRY_PATH: join(folder, "registry"),
  };
  const wrangler = join(PROJECT_ROOT, "node_modules/wrangler/bin/wrangler.js");
  return processes.start([wrangler, ...words], env, join(logs, "product.log"));
}
