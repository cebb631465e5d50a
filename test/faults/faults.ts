// `npm run faults`: kills the whole system at random points while people use it, restarts it, and counts what was said.
//   npm run faults -- --seconds 180 --kills 50 --seed 7 --platform spareroom,roomies --json
//   npm run faults -- --plant resend        (a defect on purpose: this must fail)
// Exit code 1 for anything said twice, lost, or never meant; 2 when the run itself could not be carried out.
import { isClean } from "./compare.ts";
import { readOptions } from "./options.ts";
import { jsonLine, table, WHAT_IT_SHOWS } from "./report.ts";
import { runRig } from "./rig.ts";

const options = readOptions(process.argv.slice(2));
if (!options.ok) {
  console.error(options.error);
  process.exit(2);
}
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
try {
  console.log(`seed ${options.value.seed}; ${options.value.platforms.join(", ")}; starting`);
  const outcome = await runRig(options.value, (line) => console.log(line), stop.signal);
  console.log(`${table(options.value, outcome)}\n\n${WHAT_IT_SHOWS}`);
  if (options.value.isJson) console.log(jsonLine(options.value, outcome));
  process.exitCode = isClean(outcome.verdict) ? 0 : 1;
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}
process.exit();
