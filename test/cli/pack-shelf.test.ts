import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Pack, packSchema } from "#browser/pack";
import { packFor } from "#browser/platforms/registry";
import { draftOf, type PackShelf, putPack, rollBack, showPacks } from "./pack-shelf.ts";

const NOW_MS = Date.parse("2026-12-02T12:00:00Z");
const builtIn = packFor("spareroom");
const packText = (version: number, row = `a.row-${version}`) => {
  const changed = { value: row, mark: "SEEN-L", source: "seen by R. Ops", checked_on: "2026-12-01" } as const;
  const entries = { ...builtIn.entries, "inbox.row": { ...builtIn.entries["inbox.row"], ...changed } };
  return JSON.stringify({ ...builtIn, version, entries });
};

let kept: Map<string, string>;
let shelf: PackShelf;
let failsAfter: number;
beforeEach(() => {
  kept = new Map();
  failsAfter = Number.POSITIVE_INFINITY;
  const write = (act: () => void) => {
    failsAfter -= 1;
    if (failsAfter < 0) throw new Error("the call died");
    act();
  };
  shelf = {
    get: async (key) => kept.get(key) ?? null,
    put: async (key, text) => write(() => kept.set(key, text)),
    delete: async (key) => write(() => kept.delete(key)),
  };
});

const versions = async () => {
  const { currentVersion, previousVersion, inUse } = await showPacks(shelf, "spareroom", NOW_MS);
  return [currentVersion, previousVersion, inUse.version];
};

describe("stored packs", () => {
  it("are put one after another, the one before being kept", async () => {
    expect(await versions()).toEqual([null, null, 1]);
    expect((await putPack(shelf, "spareroom", packText(2), NOW_MS)).ok).toBe(true);
    expect(await versions()).toEqual([2, null, 2]);
    expect((await putPack(shelf, "spareroom", packText(3), NOW_MS)).ok).toBe(true);
    expect(await versions()).toEqual([3, 2, 3]);
    const shown = await showPacks(shelf, "spareroom", NOW_MS);
    expect(shown).toMatchObject({ inUseOrigin: "stored", changedKeys: ["inbox.row"], problems: [] });
    expect([...kept.keys()].sort()).toEqual(["packs/spareroom/current", "packs/spareroom/previous"]);
  });

  it("are refused, with nothing written, when visits would refuse them or their version was used", async () => {
    await putPack(shelf, "spareroom", packText(3), NOW_MS);
    const before = new Map(kept);
    const refused = [packText(3), packText(2), packText(4, "a["), "{}", JSON.stringify(packFor("roomies"))];
    for (const text of refused) {
      expect((await putPack(shelf, "spareroom", text, NOW_MS)).ok).toBe(false);
      expect(kept).toEqual(before);
    }
  });

  it("are exchanged by a roll back and by another one, and the built-in one stands before the first", async () => {
    expect(await rollBack(shelf, "spareroom")).toBe(false);
    await putPack(shelf, "spareroom", packText(2), NOW_MS);
    await rollBack(shelf, "spareroom");
    expect(await versions()).toEqual([null, 2, 1]);
    await rollBack(shelf, "spareroom");
    expect(await versions()).toEqual([2, null, 2]);
    await putPack(shelf, "spareroom", packText(3), NOW_MS);
    await rollBack(shelf, "spareroom");
    expect(await versions()).toEqual([2, 3, 2]);
  });

  it("lose no pack that worked when a call dies half way", async () => {
    await putPack(shelf, "spareroom", packText(2), NOW_MS);
    failsAfter = 1;
    await expect(putPack(shelf, "spareroom", packText(3), NOW_MS)).rejects.toThrow("died");
    expect(await versions()).toEqual([2, 2, 2]);
  });

  it("are shown with the reason when they are not in use", async () => {
    kept.set("packs/spareroom/current", packText(1));
    kept.set("packs/spareroom/previous", "no pack");
    expect(await showPacks(shelf, "spareroom", NOW_MS)).toMatchObject({
      inUseOrigin: "built_in",
      currentVersion: 1,
      previousVersion: 0,
      problems: [{ code: "SUPERSEDED" }],
    });
  });

  it("begin as a draft: the pack in use with a version that nobody used yet, which may be put as it is", async () => {
    await putPack(shelf, "spareroom", packText(7), NOW_MS);
    await rollBack(shelf, "spareroom");
    const draft = draftOf(await showPacks(shelf, "spareroom", NOW_MS));
    expect(draft).toEqual({ ...builtIn, version: 8 } satisfies Pack);
    expect((await putPack(shelf, "spareroom", JSON.stringify(draft), NOW_MS)).ok).toBe(true);
  });
});

describe("the pack command", () => {
  const folder = mkdtempSync(join(tmpdir(), "lease-bot-pack-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const command = fileURLToPath(new URL("./pack.ts", import.meta.url));
  const run = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", command, ...words]);
    return { status, stdout: String(stdout), stderr: String(stderr) };
  };
  const fileOf = (text: string) => {
    const file = join(folder, "pack.json");
    writeFileSync(file, text);
    return file;
  };

  it("checks a file and says a sentence per problem, each with its path", () => {
    const today = packSchema.parse({ ...builtIn, version: 2 });
    expect(run("check", fileOf(JSON.stringify(today)))).toMatchObject({ status: 0 });
    const wrong = run("check", fileOf(packText(1, "a[")));
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain("entries.inbox.row: inbox.row is no CSS selector.");
    expect(wrong.stderr).toContain("version: The built-in pack has version 1; a replacement needs a higher one.");
  });

  it("says how it is called when it was called in another way", () => {
    for (const words of [
      [],
      ["put"],
      ["put", "craigslist", "x"],
      ["check"],
      ["show", "roomies", "--local", "--remote"],
    ]) {
      expect([words, run(...words)]).toMatchObject([
        words,
        { status: 2, stderr: expect.stringContaining("npm run pack") },
      ]);
    }
  });
});
