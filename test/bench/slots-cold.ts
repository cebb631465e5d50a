// One cold call in a process of its own: node --expose-gc test/bench/slots-cold.ts ENGINE. Prints {importMs, firstMs, slots} as JSON: how long the
// engine's modules took to load, how long its first call took, and how many slots it found. The input is made before the clock runs.
import { benchScenario } from "./slots-bench-input.ts";
import { ENGINES, isEngineName } from "./slots-engines.ts";

const name = process.argv[2] ?? "";
if (!isEngineName(name)) throw new Error(`no engine is called ${name}`);
const scenario = benchScenario();
const loadsAtMs = performance.now();
const find = await ENGINES[name]();
const loadedAtMs = performance.now();
// What loading left behind is loading's, whenever the collector would come to it.
globalThis.gc?.();
const callsAtMs = performance.now();
const slots = find(scenario).length;
const endsAtMs = performance.now();
console.log(JSON.stringify({ importMs: loadedAtMs - loadsAtMs, firstMs: endsAtMs - callsAtMs, slots }));
