// The worker that the rig runs: a copy of the product's sources as they are now, bundled once. A copy, so that nobody's
// edits reload it in the middle of a run, and so that a defect can be planted without touching the product.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CACHE_FOLDER, PROJECT_ROOT, quietEnvironment } from "../local/quiet-environment.ts";
import { runTool } from "../local/run-tool.ts";
import { PLANTS, type PlantName, planted } from "./plants.ts";

/** Everything the bundle is made from. */
const SOURCES = ["objects", "workers", "browser", "migrations", "package.json", "wrangler.toml"];

export type ProductBuild = { readonly script: string; readonly config: string };

/** The worker's main file, from the project's root, and the files beside the product that it imports. */
export type Entry = { readonly main: string; readonly imports: readonly string[] };

/** Copies, plants and bundles below `folder`. Throws with the bundler's words, or when a plant does not fit. */
export async function buildProduct(folder: string, entry: Entry, plant: PlantName | null): Promise<ProductBuild> {
  const source = join(folder, "source");
  for (const path of [...SOURCES, entry.main, ...entry.imports]) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    cpSync(join(PROJECT_ROOT, path), join(source, path), { recursive: true });
  }
  symlinkSync(join(PROJECT_ROOT, "node_modules"), join(source, "node_modules"));
  // The worker wants a folder of pages; the rig never opens one.
  mkdirSync(join(source, "web/dist"), { recursive: true });
  writeFileSync(join(source, "web/dist/index.html"), "<!doctype html><title>lease-bot</title>\n");
  for (const edit of plant === null ? [] : PLANTS[plant]) {
    const path = join(source, edit.file);
    writeFileSync(path, planted(readFileSync(path, "utf8"), edit));
  }
  const config = join(source, "wrangler.toml");
  const outdir = join(folder, "worker");
  const words = ["deploy", join(source, entry.main), "--config", config, "--dry-run", "--outdir", outdir];
  const built = await runTool("wrangler", words, { env: quietEnvironment(CACHE_FOLDER), output: "kept" });
  if (built.exitCode !== 0) throw new Error(`the worker could not be bundled:\n${built.output}`);
  return { script: join(outdir, basename(entry.main).replace(/\.ts$/, ".js")), config };
}
