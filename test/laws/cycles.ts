// No file may import itself through others, not even for a type: a circle cannot be read from the bottom up. Between
// test files only circles that exist when the program runs count.
import { importEdges } from "./import-graph.ts";
import type { ParsedFile } from "./source-tree.ts";

/** One sentence for every circle that a walk of the import graph closes. */
export function cycleViolations(files: readonly ParsedFile[]): readonly string[] {
  const targets = new Map<string, string[]>();
  for (const { from, target, import: edge } of importEdges(files)) {
    if (target.kind !== "file" || (edge.isTypeOnly && from.path.startsWith("test/"))) continue;
    targets.set(from.path, [...(targets.get(from.path) ?? []), target.path]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string): void => {
    const start = way.indexOf(path);
    if (start !== -1) found.push(`circle of imports: ${[...way.slice(start), path].join(" → ")}`);
    if (start !== -1 || done.has(path)) return;
    way.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    way.pop();
    done.add(path);
  };
  for (const file of files) visit(file.path);
  return found;
}
