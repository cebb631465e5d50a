// Logs hold no personal data, so few files may write them: the edges where an unexpected failure ends, and the one that
// raises alarms. They say names of errors and ids, never a message. Tests and the programs under test/ speak to a developer and are free.
import { roomOf } from "./arrows.ts";
import type { ParsedFile } from "./source-tree.ts";
import { walkSyntax } from "./syntax-walk.ts";

const WRITERS = new Set([
  "workers/api/classify.ts",
  "workers/queues/dispatch.ts",
  "workers/queues/raise-incident.ts",
  "workers/queues/tell-ops.ts",
]);

/** One sentence for every `console.…` elsewhere. */
export function loggingViolations(files: readonly ParsedFile[]): readonly string[] {
  const found: string[] = [];
  for (const file of files) {
    if (WRITERS.has(file.path) || roomOf(file.path) === "test") continue;
    walkSyntax(file.program, (node) => {
      if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return;
      if (node.object.name === "console") found.push(`${file.path}:${file.lineAt(node.start)} writes to the console`);
    });
  }
  return found;
}
