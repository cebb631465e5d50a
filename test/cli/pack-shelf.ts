// What is kept of a platform's stored packs and how they are exchanged: `current` is the one visits use, `previous` the one before it.
// Checks before it writes; where things are kept is the shelf's business.
import { type Pack, packSchema } from "#browser/pack";
import { packFor } from "#browser/platforms/registry";
import { checkStoredPack, choosePack, type PackProblem, readPack } from "#browser/stored-pack";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Platform } from "#domain/platform";

/** A place for texts by key. */
export type PackShelf = {
  /** Null when nothing is kept under the key. */
  get(key: string): Promise<string | null>;
  put(key: string, text: string): Promise<void>;
  delete(key: string): Promise<void>;
};

export type Shown = {
  readonly builtInVersion: number;
  /** What the next visit works with. */
  readonly inUse: Pack;
  readonly inUseOrigin: "built_in" | "stored";
  /** Null: nothing is kept there. Version 0: it cannot be read. */
  readonly currentVersion: number | null;
  readonly previousVersion: number | null;
  /** Why the stored pack is not in use. */
  readonly problems: readonly PackProblem[];
  /** Entries of the pack in use that are not as the built-in one has them. */
  readonly changedKeys: readonly string[];
};

const keyOf = (platform: Platform, which: "current" | "previous") => `packs/${platform}/${which}`;

/** What is kept of a platform, and which pack the next visit works with. */
export async function showPacks(shelf: PackShelf, platform: Platform, nowMs: number): Promise<Shown> {
  const builtIn = packFor(platform);
  const [current, previous] = await bothOf(shelf, platform);
  const { pack, origin, problems } = choosePack(builtIn, current, nowMs);
  return {
    builtInVersion: builtIn.version,
    inUse: pack,
    inUseOrigin: origin,
    currentVersion: versionOf(current),
    previousVersion: versionOf(previous),
    problems,
    changedKeys: Object.keys(pack.entries).filter((key) => !isSameEntry(pack, builtIn, key)),
  };
}

/** Puts a checked pack in use and keeps the one before it. Refuses what visits would refuse, and a version that was used already. */
export async function putPack(
  shelf: PackShelf,
  platform: Platform,
  text: string,
  nowMs: number,
): Promise<Result<Pack, readonly PackProblem[]>> {
  const checked = checkStoredPack(text, packFor(platform), nowMs);
  if (!checked.ok) return checked;
  const current = await shelf.get(keyOf(platform, "current"));
  const usedVersion = versionOf(current) ?? 0;
  if (usedVersion >= checked.value.version) {
    const message = `Version ${usedVersion} is stored already; logs name packs by their version, so a new one needs a higher one.`;
    return err([{ code: "SUPERSEDED", path: "version", message }]);
  }
  // First the old one, so that a call that dies half way has lost nothing.
  if (current !== null) await shelf.put(keyOf(platform, "previous"), current);
  await shelf.put(keyOf(platform, "current"), `${JSON.stringify(checked.value, null, 2)}\n`);
  return ok(checked.value);
}

/** Exchanges current and previous. Without a previous one the built-in pack is the one before. False: nothing is stored. */
export async function rollBack(shelf: PackShelf, platform: Platform): Promise<boolean> {
  const [current, previous] = await bothOf(shelf, platform);
  if (current === null && previous === null) return false;
  if (previous === null) await shelf.put(keyOf(platform, "previous"), current ?? "");
  if (previous === null) await shelf.delete(keyOf(platform, "current"));
  else await shelf.put(keyOf(platform, "current"), previous);
  if (previous !== null && current !== null) await shelf.put(keyOf(platform, "previous"), current);
  if (previous !== null && current === null) await shelf.delete(keyOf(platform, "previous"));
  return true;
}

/** The pack in use with the next version: what a person starts from. */
export function draftOf({ inUse, currentVersion, previousVersion }: Shown): Pack {
  const version = Math.max(inUse.version, currentVersion ?? 0, previousVersion ?? 0) + 1;
  return packSchema.parse({ ...inUse, version });
}

async function bothOf(shelf: PackShelf, platform: Platform): Promise<readonly [string | null, string | null]> {
  return [await shelf.get(keyOf(platform, "current")), await shelf.get(keyOf(platform, "previous"))];
}

function versionOf(text: string | null): number | null {
  if (text === null) return null;
  const read = readPack(text);
  return read.ok ? read.value.version : 0;
}

function isSameEntry(pack: Pack, builtIn: Pack, key: string): boolean {
  const [own, other] = [pack.entries[key], builtIn.entries[key]];
  return own?.value === other?.value && own?.mark === other?.mark;
}
