// SQLite databases as they lie on disk, read without changing a byte: works on copies, because opening a database would already
// repair it, and that is the product's own part.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * What `read` answers for each database of the folder that was written since. One that cannot be read as it lies is left out:
 * killed in its first write, or, where the product still lives, written while it was copied.
 */
export function readDatabases<T>(
  folder: string,
  writtenSinceMs: number,
  read: (database: DatabaseSync) => T,
): readonly T[] {
  if (!existsSync(folder)) return [];
  const copies = mkdtempSync(join(tmpdir(), "lease-bot-copies-"));
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite")
      .filter((name) => writtenAtMs(join(folder, name)) > writtenSinceMs)
      .flatMap((name) => readCopy(join(folder, name), join(copies, name), read));
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

function writtenAtMs(database: string): number {
  return Math.max(
    ...[database, `${database}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

function readCopy<T>(database: string, copy: string, read: (database: DatabaseSync) => T): readonly T[] {
  try {
    copyFileSync(database, copy);
    if (existsSync(`${database}-wal`)) copyFileSync(`${database}-wal`, `${copy}-wal`);
    const opened = new DatabaseSync(copy);
    try {
      return [read(opened)];
    } finally {
      opened.close();
    }
  } catch {
    return [];
  }
}
