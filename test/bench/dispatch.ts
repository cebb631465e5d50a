// `npm run dispatch`: how many messages reach their thread when the platforms fail, through the whole running system with a
// real browser on all five platforms. Nothing is killed; of every hundred answers of a platform so many are bad: 500, 429
// with Retry-After, a cut connection, an answer that is lost after the platform acted, or a slow one.
//   npm run dispatch -- --fail-rate 20 --sends 200 --seed 7 --json
// Exit code 1 when fewer than 98 of 100 accepted messages arrived, or anything was said twice, lost, or never meant; 2 when
// the measurement itself could not be carried out.
import { parseArgs } from "node:util";
import { PLATFORMS } from "#domain/platform";
import { oneAutomatic, SHORT_WAITS } from "../faults/agency.ts";
import { makeChance } from "../faults/chance.ts";
import { compare, isClean, type Verdict } from "../faults/compare.ts";
import { fatesBy } from "../faults/failing-answers.ts";
import { makeLedger } from "../faults/ledger.ts";
import { SCENES_DEFAULT } from "../faults/options.ts";
import { employPeople } from "../faults/people.ts";
import { endingsOf, settle } from "../faults/settle.ts";
import { makeSystem, type System, tick } from "../faults/system.ts";
import { makeWatch } from "../faults/watch.ts";
import { percentile } from "./percentile.ts";
import { attemptsOnDisk, type SendAttempts } from "./send-attempts.ts";

/** product.md: dispatch success after retry. */
const SUCCESS_MIN = 0.98;
const ENTRY = { main: "workers/index.ts", imports: [] };
const LOOK_MS = 500;
const TICK_MS = 60_000;
/** A message that is still tried after this long is not waited for. */
const BEGIN_MS_MAX = 3_600_000;
/** The growing delays of a send that fails again and again add up to about 8 minutes. */
const PATIENCE_MS = 600_000;

const { values } = parseArgs({
  options: {
    "fail-rate": { type: "string", default: "20" },
    sends: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const [failRate, sends, seed] = [values["fail-rate"], values.sends, values.seed].map(Number);
if (!isWhole(failRate, 0, 90) || !isWhole(sends, 1, 100_000) || !isWhole(seed, 0, 2 ** 32 - 1)) {
  console.error("--fail-rate takes 0 to 90, --sends 1 to 100000, --seed a whole number.");
  process.exit(2);
}
const system = makeSystem({
  ...{ platforms: PLATFORMS, entry: ENTRY, plant: null },
  agency: { waits: SHORT_WAITS, sendModeOf: oneAutomatic(PLATFORMS) },
});
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void system.close().then(() => process.exit(2)));
try {
  const measured = await measure(system, failRate, sends, seed);
  print(measured);
  process.exitCode = isClean(measured.verdict) && successOf(measured.verdict) >= SUCCESS_MIN ? 0 : 1;
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
} finally {
  await system.close();
}
process.exit();

type Measured = {
  readonly verdict: Verdict;
  readonly isSettled: boolean;
  readonly attempts: readonly SendAttempts[];
  readonly resumes: number;
};

async function measure(system: System, failRate: number, sends: number, seed: number): Promise<Measured> {
  const { product, twins, client } = await system.start();
  const ledger = makeLedger();
  const watch = makeWatch(twins, client);
  const people = employPeople({
    ...{ client, twins, watch, ledger, seed, scenes: SCENES_DEFAULT, showings: "off" },
    sendModeOf: oneAutomatic(PLATFORMS),
  });
  for (const [n, { link }] of twins.entries()) link.setFates(fatesBy(makeChance(seed + n), failRate));
  const accepted = () => ledger.entries().filter(({ acceptedAtMs }) => acceptedAtMs !== null).length;
  let ticks = 0;
  const startedAtMs = performance.now();
  const elapsedMs = () => performance.now() - startedAtMs;
  while (accepted() < sends && elapsedMs() < BEGIN_MS_MAX) {
    await Promise.all([watch.lookAtTwins(), watch.lookAtBoard()]);
    if (elapsedMs() > ticks * TICK_MS) {
      ticks++;
      await tick(product.origin);
      const there = watch.held().length;
      console.log(`${Math.round(elapsedMs() / 1_000)} s · ${accepted()} accepted, ${there} on their platforms`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  people.stopBeginning();
  console.log(`${Math.round(elapsedMs() / 1_000)} s · nobody begins any more; settling under the same faults`);
  const keepTicking = setInterval(() => void tick(product.origin), TICK_MS);
  let toldAtMs = elapsedMs();
  const isSettled = await settle({ watch, ledger, client, patienceMs: PATIENCE_MS }, (awaited) => {
    if (elapsedMs() - toldAtMs < TICK_MS) return;
    toldAtMs = elapsedMs();
    console.log(`${Math.round(toldAtMs / 1_000)} s · ${awaited} not at rest`);
  });
  clearInterval(keepTicking);
  await people.leave();
  const entries = ledger.entries();
  const verdict = compare(entries, watch.held(), await endingsOf(entries, watch, client));
  return { verdict, isSettled, attempts: attemptsOnDisk(system.stateFolder), resumes: people.resumes() };
}

function successOf({ once, intended }: Verdict): number {
  return intended === 0 ? 0 : once / intended;
}

function print({ verdict, isSettled, attempts, resumes }: Measured): void {
  const { intended, once, twice, missing, handedToHuman, unexplained } = verdict;
  const success = Math.round(successOf(verdict) * 10_000) / 100;
  const tries = attempts.map((attempt) => attempt.tries);
  const clicks = attempts.map((attempt) => attempt.clicks);
  const row = {
    ...{ failRate, intended, once, twice, missing, handedToHuman, unexplained },
    ...{ successPercent: success, isSettled, accountResumes: resumes },
    ...{ triesPerSend: mean(tries), triesP95: percentile(tries, 0.95), clicksPerSend: mean(clicks) },
    claimsGivenBackPerSend: mean(attempts.map((attempt) => attempt.givenBack)),
  };
  console.table(row);
  const why = Map.groupBy(verdict.findings, ({ what, detail }) => `${what}: ${detail}`);
  for (const [words, findings] of why) console.log(`${findings.length} × ${words}`);
  if (values.json) console.log(JSON.stringify({ ...row, seed }));
}

function mean(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return Math.round((100 * sum) / Math.max(numbers.length, 1)) / 100;
}

function isWhole(value: number | undefined, min: number, max: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= min && value <= max;
}
