// Brings the local data up to date: tables, the demo agency and the twins' confirmations. Skipped as a whole when
// nothing they are made from changed since the last start; what people did in the meantime always stays.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { confirmationOf, type TwinPlace } from "./confirmations.ts";
import { demoSeedSql } from "./demo-seed.ts";
import { openLocalStore } from "./local-store.ts";
import { PROJECT_ROOT } from "./quiet-environment.ts";
import { sourceHash } from "./source-hash.ts";

const SOURCES = [
  "migrations",
  "test/local/demo-agency.ts",
  "test/local/demo-seed.ts",
  "test/fakes/platforms/kernel/demo-listings.ts",
  "wrangler.toml",
];

/** The twins must be running, the worker must not. Answers what was done. */
export async function prepareLocalData(stateFolder: string, twins: readonly TwinPlace[]): Promise<string> {
  const confirmations = await Promise.all(twins.map(confirmationOf));
  const record = join(stateFolder, "prepared-from");
  const hash = createHash("sha256")
    .update(sourceHash(PROJECT_ROOT, SOURCES))
    .update(JSON.stringify(confirmations))
    .digest("hex");
  if (existsSync(record) && readFileSync(record, "utf8") === hash) return "as it was";
  const store = await openLocalStore(stateFolder);
  try {
    const applied = await store.applyMigrations();
    await store.runSql(await demoSeedSql(Date.now()));
    for (const confirmation of confirmations) {
      await store.putPack(`confirmations/${confirmation.platform}`, JSON.stringify([confirmation]));
    }
    writeFileSync(record, hash);
    return applied === 0 ? "brought up to date" : `${applied} migrations applied`;
  } finally {
    await store.close();
  }
}
