// The local D1 database and KV namespace, opened while the worker is not running: migrations, demo data and the twins'
// confirmations go in here in one go, which three calls of wrangler would take three times as long for.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { D1Database, KVNamespace } from "@cloudflare/workers-types";
import { PROJECT_ROOT } from "./quiet-environment.ts";

/** What `wrangler d1 migrations apply` keeps in the same table under the same name, so that both ways can be mixed. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

export type LocalStore = {
  /** Answers how many migrations were new. */
  applyMigrations(): Promise<number>;
  /** Runs all statements of the text, or none. Answers the rows of the last one. */
  runSql(text: string): Promise<readonly unknown[]>;
  putPack(key: string, value: string): Promise<void>;
  close(): Promise<void>;
};

/** `stateFolder` is what `wrangler dev --persist-to` gets. The worker must not run on it at the same time. */
export async function openLocalStore(stateFolder: string): Promise<LocalStore> {
  // Loaded only when needed: wrangler takes most of a second.
  const wrangler = await import("wrangler");
  const proxy = await wrangler.getPlatformProxy<{ DB: D1Database; PACKS: KVNamespace }>({
    configPath: writeStoreConfig(
      wrangler.unstable_readConfig({ config: join(PROJECT_ROOT, "wrangler.toml") }),
      stateFolder,
    ),
    persist: { path: join(stateFolder, "v3") },
    envFiles: [],
    remoteBindings: false,
  });
  const { DB: db, PACKS: packs } = proxy.env;
  const statementsOf = (text: string) => wrangler.unstable_splitSqlQuery(text).map((sql) => db.prepare(sql));
  return {
    applyMigrations: async () => {
      await db.prepare(MIGRATIONS_TABLE).run();
      const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
      const applied = new Set(results.map(({ name }) => name));
      const folder = join(PROJECT_ROOT, "migrations");
      const names = readdirSync(folder).filter((name) => name.endsWith(".sql") && !applied.has(name));
      for (const name of names.toSorted()) {
        const statements = statementsOf(readFileSync(join(folder, name), "utf8"));
        await db.batch([...statements, db.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name)]);
      }
      return names.length;
    },
    runSql: async (text) => (await db.batch(statementsOf(text))).at(-1)?.results ?? [],
    putPack: (key, value) => packs.put(key, value),
    close: () => proxy.dispose(),
  };
}

/** A configuration with nothing but the two stores: the others would be started, or complained about. */
function writeStoreConfig(
  config: {
    name?: string | undefined;
    compatibility_date?: string | undefined;
    d1_databases: unknown;
    kv_namespaces: unknown;
  },
  stateFolder: string,
): string {
  const { name, compatibility_date, d1_databases, kv_namespaces } = config;
  mkdirSync(stateFolder, { recursive: true });
  const path = join(stateFolder, "store-only.json");
  writeFileSync(path, JSON.stringify({ name, compatibility_date, d1_databases, kv_namespaces }));
  return path;
}
