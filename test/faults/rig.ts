// One run of the rig: brings the system up in a folder of its own, lets people use it while faults happen, lets it settle,
// and compares. Leaves nothing behind, however it ends.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "../e2e/workboard-client.ts";
import { isGood } from "../local/answers.ts";
import { prepareChromium } from "../local/chromium.ts";
import { HARBOUR } from "../local/demo-agency.ts";
import { PROJECT_ROOT, quietEnvironment } from "../local/quiet-environment.ts";
import { prepareAgency, sendModeOf, writeSecrets } from "./agency.ts";
import { makeChance } from "./chance.ts";
import { compare, type Verdict } from "./compare.ts";
import { freePort } from "./free-port.ts";
import { makeLedger } from "./ledger.ts";
import { KILL_EVERYTHING, MISHAPS, type Mishap, type Stage } from "./mishaps.ts";
import type { RigOptions } from "./options.ts";
import { makeOwnedProcesses, type OwnedProcesses } from "./owned-process.ts";
import { employPeople } from "./people.ts";
import { buildProduct } from "./product-build.ts";
import { makeProduct, type ProductProcess } from "./product-process.ts";
import { makeRecovery } from "./recovery.ts";
import { endingsOf, settle } from "./settle.ts";
import { startTwinProcess, type TwinProcess } from "./twin-process.ts";
import { makeWatch } from "./watch.ts";

/** The first kill comes when there is something to lose. */
const WARM_UP_MS = 4_000;
const PAUSE_MS_MIN = 100;
const PAUSE_MS_MAX = 4_000;
/** Of 100 faults as many wait for a click, and then come up to CLICK_LATER_MS_MAX later, most of them much sooner. */
const AT_A_CLICK_PERCENT = 70;
const CLICK_MS_MAX = 12_000;
const CLICK_LATER_MS_MAX = 400;
/** The form has left by then, and no proof is written down yet. */
const FIRST_LATER_MS = 10;
const LOOK_TWINS_EVERY_MS = 250;
const LOOK_BOARD_EVERY_MS = 500;
const TICK_EVERY_MS = 60_000;

export type Outcome = {
  readonly verdict: Verdict;
  readonly kills: number;
  /** How often each fault happened. */
  readonly mishaps: ReadonlyMap<string, number>;
  readonly longestRecoveryMs: number;
  /** False when something was still on its way at the deadline. */
  readonly isSettled: boolean;
};

/**
 * Runs once. `report` gets a line whenever something happened; `stop` ends the run early. Throws when the system cannot be
 * brought up, or was stopped.
 */
export async function runRig(
  options: RigOptions,
  report: (line: string) => void,
  stop: AbortSignal = new AbortController().signal,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "lease-bot-faults-"));
  const processes = makeOwnedProcesses();
  const twins: TwinProcess[] = [];
  const run = async (): Promise<Outcome> => {
    const product = await bringUp(options, folder, processes, twins);
    return await useAndBreak(options, product, twins, report);
  };
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => reject(new Error("The run was stopped.")), { once: true });
  });
  try {
    return await Promise.race([run(), stopped]);
  } finally {
    await Promise.all(twins.map((twin) => twin.link.close()));
    await processes.endAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function bringUp(
  options: RigOptions,
  folder: string,
  processes: OwnedProcesses,
  twins: TwinProcess[],
): Promise<ProductProcess> {
  const chromium = await prepareChromium({ projectRoot: PROJECT_ROOT, report: () => undefined });
  if (!chromium.ok) throw new Error(`${chromium.error.message} ${chromium.error.next}`);
  const { cacheHome } = chromium.value;
  // For what runs in this process too: the local store is opened with wrangler's own code.
  Object.assign(process.env, quietEnvironment(cacheHome));
  const build = await buildProduct(folder, options.plant);
  for (const platform of options.platforms) {
    twins.push(await startTwinProcess(processes, platform, await freePort(), folder));
  }
  const places = twins.map(({ platform, link }) => ({ platform, origin: link.origin }));
  const devVarsFile = writeSecrets(folder, places);
  await prepareAgency(folder, places);
  const product = makeProduct({ processes, build, folder, port: await freePort(), devVarsFile, cacheHome });
  await product.start();
  await tick(product.origin);
  return product;
}

async function useAndBreak(
  options: RigOptions,
  product: ProductProcess,
  twins: readonly TwinProcess[],
  report: (line: string) => void,
): Promise<Outcome> {
  const admin = HARBOUR.people.find((person) => person.role === "admin");
  if (admin === undefined) throw new Error("the demo agency has no admin");
  const client = await signIn(product.origin, admin);
  const ledger = makeLedger();
  const watch = makeWatch(twins, client);
  const recovery = makeRecovery();
  const chance = makeChance(options.seed);
  const standing = () => watch.standing(ledger.unsent(watch.held()));
  const stopLooking = keepDoing([
    [LOOK_TWINS_EVERY_MS, () => watch.lookAtTwins().then(() => recovery.looked(Date.now(), allStanding()))],
    [LOOK_BOARD_EVERY_MS, () => watch.lookAtBoard().then(() => recovery.looked(Date.now(), allStanding()))],
    [TICK_EVERY_MS, () => tick(product.origin)],
  ]);
  const allStanding = () => watch.standing(ledger.entries());
  const restart: Stage["restart"] = async (kill) => {
    recovery.killed(Date.now());
    await kill();
    const before = new Set(ledger.entries().flatMap(({ key, acceptedAtMs }) => (acceptedAtMs === null ? [] : [key])));
    await product.start();
    const healthyAtMs = Date.now();
    await Promise.all([watch.lookAtTwins(), watch.lookAtBoard()]);
    recovery.restarted(healthyAtMs, new Map([...standing()].filter(([key]) => before.has(key))));
    return true;
  };
  const stage: Stage = { product, twins, client, watch, chance, restart };
  const people = employPeople({
    ...{ client, twins, watch, ledger, seed: options.seed },
    sendModeOf: (platform) => sendModeOf(platform, options.platforms),
  });
  try {
    const { kills, mishaps } = await breakThings(options, stage, (line) => {
      const said = `said ${watch.held().length}, waiting ${ledger.unsent(watch.held()).length}`;
      report(`${line} · ${said} · longest recovery ${recovery.longestMs} ms`);
    });
    people.stopBeginning();
    report("no more faults; settling");
    let last = -1;
    const isSettled = await settle({ watch, ledger, client }, (awaited) => {
      if (awaited !== last) report(`settling: ${awaited} not at rest`);
      last = awaited;
    });
    const endings = await endingsOf(ledger.entries(), watch, client);
    const verdict = compare(ledger.entries(), watch.held(), endings);
    return { verdict, kills, mishaps, longestRecoveryMs: recovery.longestMs, isSettled };
  } finally {
    await stopLooking();
    await people.leave();
  }
}

/** One fault after another until time is up or enough was killed. */
async function breakThings(options: RigOptions, stage: Stage, report: (line: string) => void) {
  const startedAtMs = performance.now();
  const mishaps = new Map<string, number>();
  let kills = 0;
  const elapsedMs = () => performance.now() - startedAtMs;
  await sleep(Math.min(WARM_UP_MS, options.seconds * 1_000));
  while (elapsedMs() < options.seconds * 1_000 && (options.kills === null || kills < options.kills)) {
    // Every run, also a short one, begins with what it is for: everything dies while a click is under way.
    const isFirst = mishaps.size === 0;
    const mishap: Mishap = isFirst ? KILL_EVERYTHING : stage.chance.pick(MISHAPS);
    const when = isFirst ? await atAClick(stage, FIRST_LATER_MS) : await pause(stage);
    if (!(await mishap.run(stage))) continue;
    if (mishap.isKill) kills++;
    mishaps.set(mishap.name, (mishaps.get(mishap.name) ?? 0) + 1);
    report(`${Math.round(elapsedMs() / 1_000)} s · ${kills} kills · ${mishap.name} ${when}`);
  }
  return { kills, mishaps };
}

/** Waits for a random while, or for a click on some platform and a moment more. */
async function pause(stage: Stage): Promise<string> {
  const { chance } = stage;
  if (chance.happens(AT_A_CLICK_PERCENT)) return atAClick(stage, chance.between(0, 1) ** 4 * CLICK_LATER_MS_MAX);
  await sleep(chance.between(PAUSE_MS_MIN, PAUSE_MS_MAX));
  return "at any time";
}

async function atAClick({ twins }: Stage, laterMs: number): Promise<string> {
  let stops: readonly (() => void)[] = [];
  const clicked = new Promise<true>((done) => {
    stops = twins.map((twin) => twin.link.onPost(() => done(true)));
  });
  const isClicked = await Promise.race([clicked, sleep(CLICK_MS_MAX, false)]);
  for (const stop of stops) stop();
  if (!isClicked) return "after a quiet while";
  if (laterMs >= 1) await sleep(laterMs);
  return `${Math.round(laterMs)} ms after a click`;
}

/** What the clock of a hosted worker does once a minute, and no more often. */
async function tick(origin: string): Promise<void> {
  await isGood(`${origin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`);
}

/** Does each again and again with its pause, until the answered function is called, which waits for what is under way. */
function keepDoing(list: readonly (readonly [everyMs: number, doing: () => Promise<void>])[]): () => Promise<void> {
  const stopped = new AbortController();
  const all = list.map(async ([everyMs, doing]) => {
    while (!stopped.signal.aborted) {
      await sleep(everyMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (!stopped.signal.aborted) await doing();
    }
  });
  return async () => {
    stopped.abort();
    await Promise.all(all);
  };
}
