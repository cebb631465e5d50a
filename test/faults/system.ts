// The real system of one run in a folder of its own: twins, `wrangler dev` with its worker processes and Chromium, and the
// demo agency's data. Measuring commands use it too. Leaves nothing behind once it is closed, however far it came.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Platform } from "#domain/platform";
import { signIn, type WorkboardClient } from "../e2e/workboard-client.ts";
import { isGood } from "../local/answers.ts";
import { prepareChromium } from "../local/chromium.ts";
import { HARBOUR } from "../local/demo-agency.ts";
import { PROJECT_ROOT, quietEnvironment } from "../local/quiet-environment.ts";
import { type AgencySettings, prepareAgency, writeSecrets } from "./agency.ts";
import { freePort } from "./free-port.ts";
import { makeOwnedProcesses } from "./owned-process.ts";
import type { PlantName } from "./plants.ts";
import { buildProduct, type Entry } from "./product-build.ts";
import { makeProduct, type ProductProcess } from "./product-process.ts";
import { startTwinProcess, type TwinProcess } from "./twin-process.ts";

export type SystemOptions = {
  readonly platforms: readonly Platform[];
  /** Imports the product and adds what a run needs. */
  readonly entry: Entry;
  readonly plant: PlantName | null;
  readonly agency: AgencySettings;
};

export type System = {
  /** Where the product keeps its data. */
  readonly stateFolder: string;
  /** Resolves at the first healthy answer. Throws when it does not come up. */
  start(): Promise<Running>;
  /** Ends every process and forgets the folder. */
  close(): Promise<void>;
};

export type Running = {
  readonly product: ProductProcess;
  readonly twins: readonly TwinProcess[];
  /** Signed in as the agency's admin. */
  readonly client: WorkboardClient;
};

export function makeSystem(options: SystemOptions): System {
  const folder = mkdtempSync(join(tmpdir(), "lease-bot-system-"));
  const stateFolder = join(folder, "state");
  const processes = makeOwnedProcesses();
  const twins: TwinProcess[] = [];
  return {
    stateFolder,
    start: async () => {
      const chromium = await prepareChromium({ projectRoot: PROJECT_ROOT, report: () => undefined });
      if (!chromium.ok) throw new Error(`${chromium.error.message} ${chromium.error.next}`);
      const { cacheHome } = chromium.value;
      // For what runs in this process too: the local store is opened with wrangler's own code.
      Object.assign(process.env, quietEnvironment(cacheHome));
      const build = await buildProduct(folder, options.entry, options.plant);
      for (const platform of options.platforms) {
        twins.push(await startTwinProcess(processes, platform, await freePort(), folder));
      }
      const places = twins.map(({ platform, link }) => ({ platform, origin: link.origin }));
      const devVarsFile = writeSecrets(folder, places);
      await prepareAgency(stateFolder, places, options.agency);
      const port = await freePort();
      const product = makeProduct({ processes, build, folder, stateFolder, port, devVarsFile, cacheHome });
      await product.start();
      await tick(product.origin);
      return { product, twins, client: await signIn(product.origin, adminOfTheAgency()) };
    },
    close: async () => {
      await Promise.all(twins.map((twin) => twin.link.close()));
      await processes.endAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** What the clock of a hosted worker does once a minute, and no more often. */
export async function tick(origin: string): Promise<void> {
  await isGood(`${origin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`);
}

function adminOfTheAgency() {
  const admin = HARBOUR.people.find((person) => person.role === "admin");
  if (admin === undefined) throw new Error("the demo agency has no admin");
  return admin;
}
