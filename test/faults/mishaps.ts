// What goes wrong in a run: a list of faults with how often each is chosen. A fault puts everything right again that it
// put wrong, save what it killed and the product has to recover from by itself.
import { setTimeout as sleep } from "node:timers/promises";
import type { WorkboardClient } from "../e2e/workboard-client.ts";
import type { Chance } from "./chance.ts";
import type { LinkMode } from "./link.ts";
import type { ProductProcess } from "./product-process.ts";
import type { TwinProcess } from "./twin-process.ts";
import type { Watch } from "./watch.ts";
import { within } from "./within.ts";

export type Stage = {
  readonly product: ProductProcess;
  readonly twins: readonly TwinProcess[];
  readonly client: WorkboardClient;
  readonly watch: Watch;
  readonly chance: Chance;
  /** How far the product's clock jumps where it does. */
  readonly jumpMs: number;
  /** Kills by `kill`, starts again, and measures the recovery. Always true: it happened. */
  restart(kill: () => Promise<void>): Promise<true>;
  /** To be called right after something was killed: looks at what that found under way. `restart` calls it itself. */
  noteDeath(): Promise<void>;
};

export type Mishap = {
  readonly name: string;
  readonly weight: number;
  /** True when it ends processes with SIGKILL. */
  readonly isKill: boolean;
  /** True when it moves the product's clock. */
  readonly isJump: boolean;
  /** False when there was nothing to do it to: then it did not happen. */
  run(stage: Stage): Promise<boolean>;
};

/** A window is short against the settle time of the send log (20 s): a request that is held back longer is another fault. */
const WINDOW_MS_MIN = 1_000;
const WINDOW_MS_MAX = 4_000;
const LOSE_MS_MAX = 3_000;
const ASK_AGAIN_MS = 300;

export const KILL_EVERYTHING = kill("everything", 8, ({ restart, product }) => restart(product.killAll));

export const MISHAPS: readonly Mishap[] = [
  KILL_EVERYTHING,
  kill("all but Chromium", 4, async ({ restart, product, chance }) => {
    let endBrowser = () => {};
    await restart(async () => {
      endBrowser = await product.killButBrowser();
    });
    await sleep(chance.between(0, 2_000));
    endBrowser();
    return true;
  }),
  kill("everything, platform slow", 4, (stage) =>
    switched(stage, { latency_ms: Math.round(stage.chance.between(200, 1_500)) }, { latency_ms: 0 }, () =>
      stage.restart(stage.product.killAll),
    ),
  ),
  kill("Chromium", 3, async ({ product, noteDeath }) => {
    if (!product.killBrowser()) return false;
    await noteDeath();
    return true;
  }),
  kill("a worker process", 2, async ({ product, restart, noteDeath, chance }) => {
    if (!product.killWorker((count) => Math.floor(chance.between(0, count)))) return false;
    await noteDeath();
    return (await product.heals()) || (await restart(product.killAll));
  }),
  kill("a twin", 2, async ({ chance, twins, noteDeath }) => {
    const twin = anyOf(chance, twins);
    await twin.kill();
    await noteDeath();
    await sleep(chance.between(0, 1_500));
    await twin.start();
    return true;
  }),
  linkFault("network refused", 1, "refused"),
  linkFault("answers lost", 3, "answers_lost"),
  linkFault("network stalled", 1, "stalled"),
  twinFault("platform answers 500", 1, { fail_rate: 40 }, { fail_rate: 0 }),
  // A wait that the run can afford: the account obeys it, however long it is (rule A17).
  twinFault("platform answers 429", 1, { challenge: "rate_429", retry_after_s: 2 }, { challenge: "off" }),
  twinFault("platform slow", 1, { latency_ms: 1_500 }, { latency_ms: 0 }),
  twinFault("sends stored, answered 500", 2, { send: "stored_then_500" }, { send: "ok" }),
  twinFault("sends stored, connection cut", 2, { send: "cut_connection" }, { send: "ok" }),
  twinFault("platform clock two minutes ahead", 1, { clock_offset_ms: 120_000 }, { clock_offset_ms: 0 }),
  clockFault("product's clock ahead, and back", 1, 1),
  clockFault("product's clock behind, and back", 1, -1),
  { name: "actors lost", weight: 3, isKill: false, isJump: false, run: loseActors },
];

/** What is written meanwhile carries instants that lie ahead afterwards. */
function clockFault(name: string, weight: number, direction: 1 | -1): Mishap {
  return {
    ...{ name, weight, isKill: false, isJump: true },
    run: async ({ client, chance, jumpMs }) => {
      const shift = async (to: number) =>
        (await within(LOSE_MS_MAX, client.call("POST", `/api/__faults/clock/${to}`)).catch(() => null))?.status === 200;
      if (!(await shift(direction * jumpMs))) return false;
      await sleep(chance.between(WINDOW_MS_MIN, WINDOW_MS_MAX));
      while (!(await shift(0))) await sleep(ASK_AGAIN_MS);
      return true;
    },
  };
}

/** Every conversation that has something on its way, and a few others, lose their actor at the same moment. */
async function loseActors({ client, watch, chance }: Stage): Promise<boolean> {
  const chosen = watch.rows().filter((row) => row.sending !== "none" || chance.happens(10));
  const lost = await Promise.all(
    chosen.map(async ({ id }) => {
      const answer = await within(LOSE_MS_MAX, client.call("POST", `/api/__faults/lose/${id}`)).catch(() => null);
      return answer?.status === 200;
    }),
  );
  return lost.includes(true);
}

function kill(name: string, weight: number, run: Mishap["run"]): Mishap {
  return { name: `kill: ${name}`, weight, isKill: true, isJump: false, run };
}

function linkFault(name: string, weight: number, mode: LinkMode): Mishap {
  return {
    ...{ name, weight, isKill: false, isJump: false },
    run: async ({ chance, twins }) => {
      const { link } = anyOf(chance, twins);
      link.set(mode);
      await sleep(chance.between(WINDOW_MS_MIN, WINDOW_MS_MAX));
      link.set("open");
      return true;
    },
  };
}

type Switches = Record<string, string | number>;

function twinFault(name: string, weight: number, on: Switches, off: Switches): Mishap {
  return {
    ...{ name, weight, isKill: false, isJump: false },
    run: (stage) => switched(stage, on, off, () => sleep(stage.chance.between(WINDOW_MS_MIN, WINDOW_MS_MAX), true)),
  };
}

/** One twin misbehaves while something else happens. */
async function switched(
  stage: Stage,
  on: Switches,
  off: Switches,
  meanwhile: () => Promise<boolean>,
): Promise<boolean> {
  const { client } = anyOf(stage.chance, stage.twins);
  await client.control(on);
  try {
    if (stage.chance.happens(50)) await sleep(stage.chance.between(0, WINDOW_MS_MAX));
    return await meanwhile();
  } finally {
    await client.control(off);
  }
}

function anyOf<T>(chance: Chance, list: readonly T[]): T {
  const one = list[Math.floor(chance.between(0, list.length))];
  if (one === undefined) throw new Error("the run has no platform");
  return one;
}
