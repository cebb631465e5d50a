// HTTP statuses live in workers/api/problem.ts alone; no other file of the API writes one as a number.
import type { ParsedFile } from "./source-tree.ts";
import { type SyntaxNode, walkSyntax } from "./syntax-walk.ts";

const HOME = "workers/api/problem.ts";
/** What hands a status to the answer as an argument. */
const ANSWERING = new Set(["json", "text", "body", "html", "redirect", "newResponse", "status"]);

/** One sentence for every status written elsewhere in the API. */
export function statusViolations(files: readonly ParsedFile[]): readonly string[] {
  const found: string[] = [];
  for (const file of files) {
    if (!file.path.startsWith("workers/api/") || file.path === HOME) continue;
    walkSyntax(file.program, (node) => {
      for (const status of statusesIn(node)) {
        found.push(`${file.path}:${file.lineAt(node.start)} writes the status ${status}`);
      }
    });
  }
  return found;
}

function statusesIn(node: SyntaxNode): readonly number[] {
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
    const { property } = node.callee;
    if (property.type === "Identifier" && ANSWERING.has(property.name)) return node.arguments.flatMap(statusOf);
  }
  if (node.type === "Property" && node.key.type === "Identifier" && node.key.name === "status") {
    return statusOf(node.value);
  }
  if (node.type === "BinaryExpression" && /\bstatus$/i.test(nameOf(node.left))) return statusOf(node.right);
  return [];
}

function statusOf(node: SyntaxNode): readonly number[] {
  if (node.type !== "Literal" || typeof node.value !== "number") return [];
  return Number.isInteger(node.value) && node.value >= 100 && node.value <= 599 ? [node.value] : [];
}

function nameOf(node: SyntaxNode): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" && node.property.type === "Identifier" ? node.property.name : "";
}
