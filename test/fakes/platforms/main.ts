// Starts twin sites: `node test/fakes/platforms/main.ts --platform spareroom --port 8801 --data .local/twins`, or all
// five at once with `--platform all --base-port 8801`. Tests call startTwin. Knows no page of any site.

import { parseArgs } from "node:util";
import { PLATFORMS, type Platform } from "#domain/platform";
import { DEFAULT_HOST, type ListenOptions, listen, type RunningTwin } from "./kernel/listen.ts";
import type { AnySite } from "./kernel/site.ts";

export const DEFAULT_BASE_PORT = 8801;
export const DEFAULT_DATA_DIR = ".local/twins";

/** Starts one twin. `port` 0 takes any free port; `dataDir` ":memory:" keeps nothing. */
export async function startTwin(options: ListenOptions & { platform: Platform }): Promise<RunningTwin> {
  return listen(await siteOf(options.platform), options);
}

/** Each site lives at ./<platform>/site.ts and exports `site`. */
async function siteOf(platform: Platform): Promise<AnySite> {
  const module: { site?: AnySite } = await import(`./${platform}/site.ts`);
  if (module.site === undefined) throw new Error(`./${platform}/site.ts exports no site`);
  return module.site;
}

type Wanted = { platform: Platform; port: number };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      platform: { type: "string", default: "all" },
      port: { type: "string" },
      "base-port": { type: "string", default: String(DEFAULT_BASE_PORT) },
      data: { type: "string", default: DEFAULT_DATA_DIR },
      host: { type: "string", default: DEFAULT_HOST },
      quiet: { type: "boolean", default: false },
    },
  });
  const wanted = wantedTwins(values.platform, values.port ?? values["base-port"]);
  const running: RunningTwin[] = [];
  const closeAll = async () => void (await Promise.all(running.map((twin) => twin.close())));
  // Before the first line is printed: who reads it may end the process at once.
  const end = () => void closeAll().then(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  for (const { platform, port } of wanted) {
    try {
      const site = await siteOf(platform);
      const twin = await listen(site, { port, dataDir: values.data, host: values.host });
      running.push(twin);
      if (!values.quiet) console.log(`${site.title} twin: ${twin.origin}  be the lead: ${twin.origin}/__twin`);
    } catch (failure) {
      await closeAll();
      throw new Error(sentence(failure, platform, port));
    }
  }
}

function wantedTwins(platform: string, port: string): Wanted[] {
  const base = Number(port);
  if (!Number.isInteger(base) || base < 0 || base > 65_535 - PLATFORMS.length) {
    throw new Error(`A port is a whole number up to ${65_535 - PLATFORMS.length}, not "${port}".`);
  }
  if (platform === "all") {
    return PLATFORMS.map((each, index) => ({ platform: each, port: base === 0 ? 0 : base + index }));
  }
  const one = PLATFORMS.find((each) => each === platform);
  if (one === undefined) throw new Error(`There is no platform "${platform}": all, ${PLATFORMS.join(", ")}.`);
  return [{ platform: one, port: base }];
}

function sentence(failure: unknown, platform: Platform, port: number): string {
  const code = failure instanceof Error && "code" in failure ? failure.code : undefined;
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken, so the ${platform} twin cannot start: stop what uses it or choose another port.`;
  }
  return `The ${platform} twin cannot start: ${failure instanceof Error ? failure.message : String(failure)}`;
}

if (import.meta.main) {
  main().catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : String(failure));
    process.exit(1);
  });
}
