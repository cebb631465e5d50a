// Walks a syntax tree: calls a visitor for every node, parents first. Knows nothing of what a law looks for.
import type { ESTree } from "vite";

export type SyntaxNode = ESTree.Node;

/** `visit` gets each node and its parent (null for the program itself). */
export function walkSyntax(
  program: ESTree.Program,
  visit: (node: SyntaxNode, parent: SyntaxNode | null) => void,
): void {
  const waiting: [SyntaxNode, SyntaxNode | null][] = [[program, null]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, parent] = next;
    visit(node, parent);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) waiting.push([item, node]);
      } else if (isNode(value)) {
        waiting.push([value, node]);
      }
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
