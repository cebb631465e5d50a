// Bindings are read in few places. In workers/: env.ts and deps.ts (the composition root). An actor is built by the
// runtime itself, so each actor's folder has one file of its own that reads them. Nobody else touches `env.X`: what is
// needed comes as an argument. Tests are free.
import { roomOf } from "./arrows.ts";
import type { ParsedFile } from "./source-tree.ts";
import { type SyntaxNode, walkSyntax } from "./syntax-walk.ts";

const READERS = new Set(["workers/env.ts", "workers/deps.ts"]);

/** One sentence for every other place that reads a binding. */
export function bindingViolations(files: readonly ParsedFile[]): readonly string[] {
  const found: string[] = [];
  const actorReaders = new Map<string, string>();
  for (const file of files) {
    const room = roomOf(file.path);
    if (READERS.has(file.path) || room === "test") continue;
    const reads = bindingReads(file);
    if (reads.length === 0) continue;
    if (room !== "objects") {
      found.push(...reads);
      continue;
    }
    const folder = file.path.split("/").slice(0, 2).join("/");
    const other = actorReaders.get(folder);
    if (other !== undefined) found.push(...reads.map((read) => `${read}, and so does ${other}`));
    actorReaders.set(folder, other ?? file.path);
  }
  return found;
}

function bindingReads(file: ParsedFile): readonly string[] {
  const found: string[] = [];
  walkSyntax(file.program, (node) => {
    const name = bindingRead(node);
    if (name !== null) found.push(`${file.path}:${file.lineAt(node.start)} reads the binding ${name}`);
  });
  return found;
}

/** `env.X`, `this.env.X`, `c.env.X` and `const { X } = env`; not Vite's `import.meta.env`. */
function bindingRead(node: SyntaxNode): string | null {
  if (node.type === "MemberExpression" && isEnv(node.object)) {
    return node.property.type === "Identifier" ? node.property.name : "by a computed name";
  }
  if (node.type === "VariableDeclarator" && node.id.type === "ObjectPattern" && node.init !== null) {
    return isEnv(node.init) ? "by taking env apart" : null;
  }
  return null;
}

function isEnv(node: SyntaxNode): boolean {
  if (node.type === "Identifier") return node.name === "env";
  return (
    node.type === "MemberExpression" &&
    node.property.type === "Identifier" &&
    node.property.name === "env" &&
    node.object.type !== "MetaProperty"
  );
}
