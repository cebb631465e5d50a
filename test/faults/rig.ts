// One run of the rig: brings the system up in a folder of its own, lets people use it while faults happen, lets it settle,
// and compares. Leaves nothing behind, however it ends.
import { setTimeout as sleep } from "node:timers/promises";
import { type AgencySettings, oneAutomatic, SHORT_WAITS } from "./agency.ts";
import { type Broken, breakThings } from "./break-things.ts";
import { makeChance } from "./chance.ts";
import { compare, copiesOf, type Verdict } from "./compare.ts";
import { compareShowings, type ShowingsVerdict } from "./compare-showings.ts";
import { makeDeaths } from "./deaths.ts";
import { type Ledger, makeLedger } from "./ledger.ts";
import { MISHAPS, type Stage } from "./mishaps.ts";
import type { RigOptions } from "./options.ts";
import { employPeople } from "./people.ts";
import { longestMs, makeRecovery, type Recovered, type Recovery } from "./recovery.ts";
import { makeResumption, type Resumption } from "./resumption-meter.ts";
import { endingsOf, settle } from "./settle.ts";
import { showingsOnDisk } from "./showings-on-disk.ts";
import { makeSystem, type Running, tick } from "./system.ts";
import { makeWatch, type Watch } from "./watch.ts";

const ENTRY = {
  main: "test/faults/worker-entry.ts",
  imports: ["test/faults/clock-shift.ts", "test/faults/booking-steps.ts"],
};
const LOOK_TWINS_EVERY_MS = 250;
const LOOK_BOARD_EVERY_MS = 500;
const TICK_EVERY_MS = 60_000;

export type Outcome = Broken & {
  readonly verdict: Verdict;
  readonly showings: ShowingsVerdict;
  /** Until something could be seen to move again. */
  readonly recoveries: readonly Recovered[];
  /** Until a send that was due was claimed again. */
  readonly resumptions: readonly Recovered[];
  /** False when something was still on its way at the deadline, or when the run ended early. */
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
  const sendModeOf = options.showings === "only" ? () => "auto_send" as const : oneAutomatic(options.platforms);
  const system = makeSystem({
    ...{ platforms: options.platforms, entry: ENTRY, plant: options.plant },
    agency: { waits: SHORT_WAITS, sendModeOf },
  });
  const run = async (): Promise<Outcome> => {
    const running = await system.start();
    const watch = makeWatch(running.twins, running.client);
    const { stateFolder } = system;
    const parts = {
      running,
      watch,
      stateFolder,
      ledger: makeLedger(),
      deaths: makeDeaths(stateFolder, watch),
      sendModeOf,
    };
    const measures = { recovery: makeRecovery(), resumption: makeResumption(stateFolder) };
    return await useAndBreak(options, { ...parts, ...measures }, report);
  };
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => reject(new Error("The run was stopped.")), { once: true });
  });
  try {
    return await Promise.race([run(), stopped]);
  } finally {
    await system.close();
  }
}

type Parts = {
  readonly running: Running;
  readonly watch: Watch;
  readonly ledger: Ledger;
  readonly stateFolder: string;
  readonly recovery: Recovery;
  readonly resumption: Resumption;
  readonly deaths: ReturnType<typeof makeDeaths>;
  readonly sendModeOf: AgencySettings["sendModeOf"];
};

async function useAndBreak(options: RigOptions, parts: Parts, report: (line: string) => void): Promise<Outcome> {
  const { running, watch, ledger, recovery, resumption, deaths, sendModeOf } = parts;
  const { product, twins, client } = running;
  const found = new AbortController();
  const look = (): void => {
    recovery.looked(Date.now(), watch.standing(ledger.entries()));
    if (options.isUntilFound && isSomethingTwice(ledger, watch)) found.abort();
  };
  const stopLooking = keepDoing([
    [LOOK_TWINS_EVERY_MS, () => watch.lookAtTwins().then(look)],
    [LOOK_BOARD_EVERY_MS, () => watch.lookAtBoard().then(look)],
    [TICK_EVERY_MS, () => tick(product.origin)],
  ]);
  const restart = restartOf(parts);
  const noteDeath = deaths.note;
  const jumpMs = options.jumpMinutes * 60_000;
  const stage: Stage = { product, twins, client, watch, chance: makeChance(options.seed), jumpMs, restart, noteDeath };
  const people = employPeople({
    ...{ client, twins, watch, ledger, sendModeOf },
    ...{ seed: options.seed, scenes: options.scenes, showings: options.showings },
  });
  try {
    const broken = await breakThings({
      ...{ options, stage, deaths, stop: found.signal },
      onFault: () => {
        recovery.disturbed();
        resumption.disturbed();
      },
      report: (line) => {
        const said = `said ${watch.held().length}, waiting ${ledger.unsent(watch.held()).length}`;
        report(`${line} · ${said} · longest recovery ${longestMs(recovery.measured())} ms`);
      },
    });
    people.stopBeginning();
    people.mend();
    // What was written while the clock was ahead waits as long as it was ahead.
    const hasJumped = MISHAPS.some(({ name, isJump }) => isJump && broken.mishaps.has(name));
    const verdict = await verdictOf(parts, { patienceMs: hasJumped ? jumpMs : 0, stop: found.signal }, report);
    resumption.finish();
    const measured = { recoveries: recovery.measured(), resumptions: resumption.measured() };
    const showings = await showingsVerdict(parts, hasJumped ? jumpMs : 0);
    return { ...broken, ...verdict, showings, ...measured };
  } finally {
    await stopLooking();
    await people.leave();
  }
}

/** Lets everything come to rest and compares all of it; once something was found twice, only what is there by then. */
async function verdictOf(
  { watch, ledger, running: { client } }: Parts,
  waits: { readonly patienceMs: number; readonly stop: AbortSignal },
  report: (line: string) => void,
): Promise<Pick<Outcome, "verdict" | "isSettled">> {
  const found = waits.stop;
  let last = -1;
  if (!found.aborted) report("no more faults; settling");
  const isSettled = await settle({ watch, ledger, client, ...waits }, (awaited) => {
    if (awaited !== last) report(`settling: ${awaited} not at rest`);
    last = awaited;
  });
  if (!isSettled) for (const line of await standstill(client)) report(line);
  const held = watch.held();
  const judged = ledger.entries().filter((entry) => !found.aborted || copiesOf(entry, held).length > 0);
  return { verdict: compare(judged, held, await endingsOf(judged, watch, client)), isSettled };
}

/** After a last tick of the schedule everything is ended, so that what lies on disk is all there is. */
async function showingsVerdict(parts: Parts, patienceMs: number): Promise<ShowingsVerdict> {
  const { running, watch, ledger, stateFolder } = parts;
  const sweptAtMs = Date.now();
  await tick(running.product.origin);
  await watch.lookAtTwins();
  await running.product.killAll();
  const found = showingsOnDisk(stateFolder, 0);
  if (found === null) throw new Error("the showings on disk could not be read");
  const holdMsMax = SHORT_WAITS.offerHoldMs + patienceMs;
  return compareShowings({ ...found, held: watch.held(), touched: ledger.touched(), sweptAtMs, holdMsMax });
}

/** Why something may not have come to rest: what each account says of itself. */
async function standstill(client: Running["client"]): Promise<readonly string[]> {
  const accounts = await client.accounts().catch(() => []);
  return accounts.map(({ platform, stopped, breaker, lastError, nextPollAt }) =>
    JSON.stringify({ platform, stopped: stopped?.code, breaker, lastError, nextPollAt }),
  );
}

function restartOf({ running, watch, ledger, recovery, resumption, deaths }: Parts): Stage["restart"] {
  return async (kill) => {
    recovery.killed(Date.now());
    resumption.finish();
    await kill();
    const diedAtMs = Date.now();
    await deaths.note();
    const accepted = ledger.entries().filter(({ acceptedAtMs }) => acceptedAtMs !== null);
    const before = new Set(accepted.map(({ key }) => key));
    await resumption.measure(diedAtMs, running.product.start);
    const healthyAtMs = Date.now();
    await Promise.all([watch.lookAtTwins(), watch.lookAtBoard()]);
    const standing = watch.standing(ledger.unsent(watch.held()));
    recovery.restarted(healthyAtMs, new Map([...standing].filter(([key]) => before.has(key))));
    return true;
  };
}

function isSomethingTwice(ledger: Ledger, watch: Watch): boolean {
  const held = watch.held();
  return ledger.entries().some((entry) => copiesOf(entry, held).length > 1);
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
