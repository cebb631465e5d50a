// The KV namespace PACKS through wrangler: the local one that `npm start` uses, or the deployed one. Knows wrangler's command line and
// nothing about packs.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { CACHE_FOLDER, PROJECT_ROOT, quietEnvironment } from "../local/quiet-environment.ts";
import type { PackShelf } from "./pack-shelf.ts";

/** `stateFolder`: what the local run keeps its state in. */
export type ShelfPlace = { readonly where: "local"; readonly stateFolder: string } | { readonly where: "remote" };

const keysSchema = z.array(z.object({ name: z.string() }));
const OUTPUT_BYTES_MAX = 10_000_000;

/** Each call takes wrangler a second or two. A call that fails is thrown with wrangler's own words. */
export function wranglerShelf(place: ShelfPlace): PackShelf {
  const wrangler = (words: readonly string[]) => runWrangler(["kv", "key", ...words, ...placeWords(place)], place);
  const has = async (key: string) => {
    const listed = keysSchema.parse(JSON.parse(await wrangler(["list", "--prefix", key])));
    return listed.some(({ name }) => name === key);
  };
  return {
    // Asked first: what wrangler says of a key that does not exist differs from place to place.
    get: async (key) => ((await has(key)) ? await wrangler(["get", key, "--text"]) : null),
    put: async (key, text) => {
      const folder = mkdtempSync(join(tmpdir(), "lease-bot-pack-"));
      try {
        const file = join(folder, "pack.json");
        writeFileSync(file, text);
        await wrangler(["put", key, "--path", file]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    delete: async (key) => void (await wrangler(["delete", key])),
  };
}

function placeWords(place: ShelfPlace): readonly string[] {
  const where = place.where === "local" ? ["--local", "--persist-to", place.stateFolder] : ["--remote"];
  return ["--binding", "PACKS", ...where];
}

/** Locally nothing is asked of the network; the deployed one needs wrangler's own login. */
function runWrangler(args: readonly string[], place: ShelfPlace): Promise<string> {
  const env =
    place.where === "local" ? quietEnvironment(CACHE_FOLDER) : { ...process.env, WRANGLER_HIDE_BANNER: "true" };
  const file = join(PROJECT_ROOT, "node_modules/wrangler/bin/wrangler.js");
  return new Promise((resolve, reject) => {
    const options = { cwd: PROJECT_ROOT, env: { ...env, NO_COLOR: "1" }, maxBuffer: OUTPUT_BYTES_MAX };
    execFile(process.execPath, [file, ...args], options, (failure, stdout, stderr) => {
      if (failure === null) resolve(stdout);
      else reject(new Error(`wrangler ${args.slice(0, 3).join(" ")} failed: ${(stderr || stdout).trim()}`));
    });
  });
}
