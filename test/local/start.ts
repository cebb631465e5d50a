// `npm start`: the whole product on this machine, with five platforms that are not the real ones. Brings everything up
// in order, says what it does, and ends everything again. What each step needs is in the file of that step.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answersWithin } from "./answers.ts";
import { type Child, makeChildren } from "./children.ts";
import { prepareChromium } from "./chromium.ts";
import type { TwinPlace } from "./confirmations.ts";
import { DEMO_CREDENTIALS } from "./demo-agency.ts";
import { formatDevVars, mergeDevVars, parseDevVars } from "./dev-vars.ts";
import { firstTakenPort, LOCAL_HOST } from "./free-ports.ts";
import { prepareLocalData } from "./local-data.ts";
import { startMinuteTick } from "./minute-tick.ts";
import { step } from "./progress.ts";
import { PROJECT_ROOT, quietEnvironment } from "./quiet-environment.ts";
import { readStartSettings, type StartSettings } from "./start-settings.ts";
import { summary } from "./summary.ts";
import { buildWeb } from "./web-build.ts";
import { startWorker } from "./worker.ts";

/** Longest waits for a first answer; a machine that is busy with something else needs them. */
const TWINS_MS_MAX = 30_000;
const WORKER_MS_MAX = 90_000;

/** A reason to stop that a person can act on; shown without a stack. */
class Stop extends Error {}

const children = makeChildren();
let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
await start().catch((reason: unknown) => end(1, reason instanceof Stop ? reason.message : reason));

async function start(): Promise<void> {
  const settings = readStartSettings(process.env);
  if (!settings.ok) throw new Stop(settings.error);
  const { port, twinPorts, dataFolder } = settings.value;
  await refuseTakenPorts(settings.value);
  const cacheHome = await step("Chromium", chromium);
  // For what runs in this process too: the local store is opened with wrangler's own code.
  Object.assign(process.env, quietEnvironment(cacheHome));
  await step("Web app", async (note) => {
    const built = await buildWeb();
    if (!built.ok) throw new Stop(`The web app could not be built:\n${built.error}`);
    note(built.value);
  });
  const twins = twinPorts.map((twin) => ({ platform: twin.platform, origin: `http://${LOCAL_HOST}:${twin.port}` }));
  const devVarsFile = writeDevVars(dataFolder, twins);
  await step("Five platform twins", () => startTwins(settings.value, twins));
  const stateFolder = join(dataFolder, "state");
  await step("Local data", async (note) => note(await prepareLocalData(stateFolder, twins)));
  const origin = `http://${LOCAL_HOST}:${port}`;
  await step("Worker", async () => {
    const logFolder = join(dataFolder, "logs");
    const worker = startWorker(children, { port, stateFolder, devVarsFile, logFolder, cacheHome });
    await untilUp(worker, `${origin}/api/health`, WORKER_MS_MAX);
  });
  if (!(await startMinuteTick(origin)))
    throw new Stop(`The worker did not take its first tick: see ${dataFolder}/logs.`);
  console.log(summary(port, twins));
}

async function refuseTakenPorts({ port, twinPorts }: StartSettings): Promise<void> {
  const taken = await firstTakenPort([port, ...twinPorts.map((twin) => twin.port)]);
  if (taken === null) return;
  const why = taken.isDenied ? "may not be used by you" : "is taken by another program";
  throw new Stop(
    `Port ${taken.port} ${why}. Choose another with PORT=${port + 1000} npm start (it takes six in a row).`,
  );
}

async function chromium(note: (text: string) => void): Promise<string> {
  const prepared = await prepareChromium({ projectRoot: PROJECT_ROOT, report: console.log });
  if (!prepared.ok) throw new Stop(`${prepared.error.message} ${prepared.error.next}`);
  note("ready");
  return prepared.value.cacheHome;
}

/** The secrets stay, the addresses of the twins are those of this start. Answers the file's path. */
function writeDevVars(dataFolder: string, twins: readonly TwinPlace[]): string {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, "dev.vars");
  const existing = existsSync(path) ? parseDevVars(readFileSync(path, "utf8")) : {};
  const vars = mergeDevVars(existing, {
    PLATFORM_BASE_URLS: JSON.stringify(Object.fromEntries(twins.map((twin) => [twin.platform, twin.origin]))),
    PLATFORM_CREDENTIALS: JSON.stringify(DEMO_CREDENTIALS),
  });
  writeFileSync(path, formatDevVars(vars), { mode: 0o600 });
  return path;
}

async function startTwins({ port, dataFolder }: StartSettings, twins: readonly TwinPlace[]): Promise<void> {
  const main = join(PROJECT_ROOT, "test/fakes/platforms/main.ts");
  const child = children.start({
    name: "platform twins",
    args: [main, "--platform", "all", "--base-port", String(port + 1), "--data", join(dataFolder, "twins")],
    env: process.env,
    logFile: join(dataFolder, "logs", "twins.log"),
  });
  for (const twin of twins) await untilUp(child, `${twin.origin}/__twin/manifest`, TWINS_MS_MAX);
}

/** Waits for the first good answer, and from then on watches that the child stays up. */
async function untilUp(child: Child, url: string, deadlineMs: number): Promise<void> {
  let how: string | null = null;
  void child.ended.then((phrase) => {
    how = phrase;
  });
  const isUp = await answersWithin(url, deadlineMs, () => how !== null);
  if (isEnding) return;
  if (how !== null) throw new Stop(`The ${child.name} ended at once (${how}). It said:\n${child.tail()}`);
  if (!isUp) {
    throw new Stop(
      `The ${child.name} did not answer in ${deadlineMs / 1000} s. Last in ${child.logFile}:\n${child.tail()}`,
    );
  }
  void child.ended.then((phrase) => end(1, `The ${child.name} ended (${phrase}). Its last lines:\n${child.tail()}`));
}

/** Ends everything that was started, once; later calls change nothing. */
async function end(exitCode: number, reason?: unknown): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  if (reason !== undefined) console.error(reason);
  await children.endAll();
  process.exit(exitCode);
}
