// One hash over the content of files and folders, to know whether something made from them is still right.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Paths are from `root`; a folder counts with everything below it but `dist`, a missing path counts as empty. */
export function sourceHash(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((each) => filesOf(root, each)).toSorted()) {
    // Name and length first, so that no two different trees read the same.
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesOf(root: string, path: string): readonly string[] {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => name !== "dist")
    .flatMap((name) => filesOf(root, `${path}/${name}`));
}
