// `npm run bench:slots`: how long the slot engine takes for 14 days, 10 agents and 200 bookings, beside the same rules on date-fns with
// @date-fns/tz and on dayjs with its timezone plugin. The three must find the same slots, or nothing is measured.
//   npm run bench:slots -- --differential 20000 [--seed 0]   compares the engine with the slow oracle instead
// Warm: the median of many calls in this process, the scenario the same. Cold: the first call in a process of its own, the median
// of several; the zone changes are found in it. What the runtime itself needs before its first date is read (Intl) happens when
// our modules load, and in the libraries' first call: so loading and first call together stand in the table too.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { percentile } from "./percentile.ts";
import { benchScenario } from "./slots-bench-input.ts";
import { compareWithOracle } from "./slots-differential.ts";
import { ENGINES, type Engine, type EngineName } from "./slots-engines.ts";

/** Issue "Showings that can be kept", Numbers. */
const WARM_US_MAX = 150;
const COLD_MS_MAX = 2;
const COLD_PROCESSES = 21;
const WARM_UP_CALLS = 2_000;
const WARM_CALLS = 5_000;
/** A library's call takes milliseconds: as many calls as fit are enough for a median. */
const WARM_MS_MAX = 3_000;
const DIFFERENCES_SHOWN = 10;
const COLD = fileURLToPath(new URL("./slots-cold.ts", import.meta.url));

const number = { type: "string" } as const;
const { values } = parseArgs({ options: { differential: number, seed: number } });
process.exitCode =
  values.differential === undefined ? await measure() : compare(Number(values.differential), Number(values.seed ?? 0));

function compare(count: number, seed: number): number {
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed) || seed < 0) {
    console.error("--differential and --seed take whole numbers.");
    return 2;
  }
  const startedAtMs = performance.now();
  const report = compareWithOracle(count, seed);
  const { differences, ...counts } = report;
  console.log(
    `${count} random scenarios from seed ${seed}, ${((performance.now() - startedAtMs) / 1_000).toFixed(1)} s`,
  );
  console.table({ ...counts, differences: differences.length });
  for (const { seed: at, what } of differences.slice(0, DIFFERENCES_SHOWN)) console.log(`seed ${at}: ${what}`);
  return differences.length === 0 ? 0 : 1;
}

async function measure(): Promise<number> {
  const scenario = benchScenario();
  const names = Object.keys(ENGINES) as EngineName[];
  const engines = await Promise.all(names.map(async (name) => ({ name, find: await ENGINES[name]() })));
  const answers = engines.map(({ find }) => JSON.stringify(find(scenario)));
  if (new Set(answers).size !== 1) {
    console.error(`The engines do not agree: ${names.map((name, at) => `${name} ${answers[at]?.length}`).join(", ")}`);
    return 1;
  }
  const slots = engines[0]?.find(scenario).length ?? 0;
  console.log(`14 days, 10 agents, 200 bookings: ${slots} slots, the same from ${names.join(", ")}`);
  const rows = engines.map(({ name, find }) => ({ name, warmUs: warm(find), ...cold(name) }));
  const [ours] = rows;
  if (ours === undefined) throw new Error("there is no engine");
  const shown = rows.map(({ name, warmUs, firstMs, withLoadMs }) => [
    name,
    {
      "warm µs": round(warmUs),
      "× ours": round(warmUs / ours.warmUs),
      "cold ms": round(firstMs),
      "× ours cold": round(firstMs / ours.firstMs),
      "loading + cold ms": round(withLoadMs),
    },
  ]);
  console.table(Object.fromEntries(shown));
  const isKept = ours.warmUs <= WARM_US_MAX && ours.firstMs <= COLD_MS_MAX;
  console.log(`${isKept ? "kept" : "MISSED"}: at most ${WARM_US_MAX} µs warm and ${COLD_MS_MAX} ms cold`);
  return isKept ? 0 : 1;
}

/** Microseconds of a call when the engine has run for a while. */
function warm(find: Engine): number {
  const scenario = benchScenario();
  const endsAtMs = performance.now() + WARM_MS_MAX;
  for (let call = 0; call < WARM_UP_CALLS && performance.now() < endsAtMs - WARM_MS_MAX / 2; call++) find(scenario);
  const times: number[] = [];
  while (times.length < WARM_CALLS && performance.now() < endsAtMs) {
    const startedAtMs = performance.now();
    find(scenario);
    times.push((performance.now() - startedAtMs) * 1_000);
  }
  return percentile(times, 0.5);
}

function cold(name: EngineName): { readonly firstMs: number; readonly withLoadMs: number } {
  const runs = Array.from({ length: COLD_PROCESSES }, () => {
    const { stdout, status } = spawnSync(process.execPath, ["--no-warnings", "--expose-gc", COLD, name], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`the cold process of ${name} failed`);
    const { importMs, firstMs }: { importMs: number; firstMs: number } = JSON.parse(stdout);
    return { firstMs, withLoadMs: importMs + firstMs };
  });
  return {
    firstMs: percentile(
      runs.map(({ firstMs }) => firstMs),
      0.5,
    ),
    withLoadMs: percentile(
      runs.map(({ withLoadMs }) => withLoadMs),
      0.5,
    ),
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
