// One platform of the run: its twin in a process and a group of its own, the link that the product reaches it through, and
// the rig's own way to it, which no fault touches save the death of the twin.
import { join } from "node:path";
import type { Platform } from "#domain/platform";
import { type CookieClient, makeCookieClient } from "../fakes/platforms/kernel/cookie-client.ts";
import { answersWithin } from "../local/answers.ts";
import { LOCAL_HOST } from "../local/free-ports.ts";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";
import { type Link, openLink } from "./link.ts";
import type { OwnedProcess, OwnedProcesses } from "./owned-process.ts";

const START_MS_MAX = 30_000;

export type TwinProcess = {
  readonly platform: Platform;
  readonly link: Link;
  /** Past the link. */
  readonly client: CookieClient;
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
};

export async function startTwinProcess(
  processes: OwnedProcesses,
  platform: Platform,
  port: number,
  folder: string,
): Promise<TwinProcess> {
  const origin = `http://${LOCAL_HOST}:${port}`;
  const main = join(PROJECT_ROOT, "test/fakes/platforms/main.ts");
  const words = ["--platform", platform, "--port", String(port), "--data", join(folder, "twins")];
  let running: OwnedProcess | null = null;
  const start = async (): Promise<void> => {
    const started = processes.start([main, ...words], process.env, join(folder, "logs", `${platform}.log`));
    running = started;
    const isUp = await answersWithin(`${origin}/__twin/manifest`, START_MS_MAX, () => !started.isRunning());
    if (!isUp) throw new Error(`the ${platform} twin did not start. It said:\n${started.tail()}`);
  };
  await start();
  return {
    platform,
    link: await openLink(port),
    client: makeCookieClient(origin),
    kill: async () => running?.kill(),
    start,
  };
}
