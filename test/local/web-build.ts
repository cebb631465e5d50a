// Builds the workboard (web/dist) when its sources changed since the last build. The Worker's assets need it to exist.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "#domain/kernel/result";
import { CACHE_FOLDER, PROJECT_ROOT } from "./quiet-environment.ts";
import { runTool } from "./run-tool.ts";
import { sourceHash } from "./source-hash.ts";

const SOURCES = ["web", "objects/domain", "objects/contracts", "vite.config.ts", "package-lock.json"];
const RECORD = join(CACHE_FOLDER, "web-build");

/** Answers whether anything had to be built, or what the builder said when it failed. */
export async function buildWeb(): Promise<Result<"built" | "unchanged", string>> {
  const hash = sourceHash(PROJECT_ROOT, SOURCES);
  if (existsSync(join(PROJECT_ROOT, "web/dist/index.html")) && lastHash() === hash) return ok("unchanged");
  rmSync(RECORD, { force: true });
  const run = await runTool("vite", ["build", "--logLevel", "warn"], { output: "kept" });
  if (run.exitCode !== 0) return err(run.output);
  mkdirSync(CACHE_FOLDER, { recursive: true });
  writeFileSync(RECORD, hash);
  return ok("built");
}

function lastHash(): string | null {
  return existsSync(RECORD) ? readFileSync(RECORD, "utf8") : null;
}
