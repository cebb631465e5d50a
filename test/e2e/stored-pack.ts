// Replaces SpareRoom's selector pack in a running product, as ops do: draft, edit, put. Through the commands themselves.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packSchema } from "#browser/pack";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";

/** Puts a pack in use in which inbox rows are these. */
export async function putSpareroomRow(dataFolder: string, value: string): Promise<void> {
  const pack = (...words: readonly string[]) =>
    execFileSync(process.execPath, [join(PROJECT_ROOT, "test/local/run.mjs"), "test/cli/pack.ts", ...words], {
      cwd: PROJECT_ROOT,
      env: { ...process.env, LEASE_BOT_DATA: dataFolder },
      encoding: "utf8",
    });
  const draft = packSchema.parse(JSON.parse(pack("draft", "spareroom")));
  const row = { ...draft.entries["inbox.row"], value, source: "seen on the twin", checked_on: today() };
  const folder = mkdtempSync(join(tmpdir(), "lease-bot-e2e-pack-"));
  try {
    const file = join(folder, "pack.json");
    writeFileSync(file, JSON.stringify({ ...draft, entries: { ...draft.entries, "inbox.row": row } }));
    pack("put", "spareroom", file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
