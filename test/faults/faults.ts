// `npm run faults`: kills the whole system at random points while people use it, restarts it, and counts what was said.
//   npm run faults -- --seconds 180 --kills 50 --seed 7 --platform spareroom,roomies --json
//   npm run faults -- --only kills --runs 10 --kills 50 --seconds 900   (ten seeds in a row, one summary)
//   npm run faults -- --plant resend --until-found                      (a defect on purpose: this must fail)
//   npm run faults -- --showings only --only bookings --platform roomies   (leads who ask for showings, killed while booking)
// Exit code 1 for anything said twice, lost, or never meant, and for any showing that is not as its lead was told; 2 when a run itself could not be carried out.
import { isClean } from "./compare.ts";
import { areShowingsClean } from "./compare-showings.ts";
import { readOptions } from "./options.ts";
import { jsonLine, table, WHAT_IT_SHOWS } from "./report.ts";
import { runRig } from "./rig.ts";
import { type SeededOutcome, sumOf } from "./sum.ts";

const read = readOptions(process.argv.slice(2));
if (!read.ok) {
  console.error(read.error);
  process.exit(2);
}
const options = read.value;
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort());
const done: SeededOutcome[] = [];
try {
  for (let run = 0; run < options.runs; run++) {
    const seed = options.seed + run;
    console.log(`seed ${seed}; ${options.platforms.join(", ")}; starting`);
    const outcome = await runRig({ ...options, seed }, (line) => console.log(line), stop.signal);
    done.push({ seed, outcome });
    if (options.runs > 1) console.log(`${table({ ...options, seed, runs: 1 }, outcome)}\n`);
  }
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}
if (done.length > 0) {
  const all = { ...options, runs: done.length };
  const outcome = sumOf(done);
  console.log(`${table(all, outcome)}\n\n${WHAT_IT_SHOWS}`);
  if (options.isJson) console.log(jsonLine(all, outcome));
  process.exitCode ??= isClean(outcome.verdict) && areShowingsClean(outcome.showings) ? 0 : 1;
}
process.exit();
