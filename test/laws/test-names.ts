// The names of tests, read from the code: what is said in `it("…")`, `test("…")` and `describe("…")`, whatever hangs on
// them (`it.each`, `describe.for`). Judges nothing.
import type { ParsedFile } from "./source-tree.ts";
import { type SyntaxNode, walkSyntax } from "./syntax-walk.ts";

export type TestName = { readonly path: string; readonly line: number; readonly name: string };
const TEST_WORDS = new Set(["it", "test", "describe"]);

/** In no particular order; a name made by a template counts with its fixed parts. */
export function testNames(files: readonly ParsedFile[]): readonly TestName[] {
  const found: TestName[] = [];
  for (const file of files) {
    if (!/\.test\.tsx?$/.test(file.path)) continue;
    walkSyntax(file.program, (node) => {
      if (node.type !== "CallExpression" || !isTestCallee(node.callee)) return;
      const name = textOf(node.arguments[0]);
      if (name !== null) found.push({ path: file.path, line: file.lineAt(node.start), name });
    });
  }
  return found;
}

function isTestCallee(callee: SyntaxNode): boolean {
  if (callee.type === "Identifier") return TEST_WORDS.has(callee.name);
  if (callee.type === "MemberExpression") return isTestCallee(callee.object);
  if (callee.type === "CallExpression") return isTestCallee(callee.callee);
  return callee.type === "TaggedTemplateExpression" && isTestCallee(callee.tag);
}

function textOf(node: SyntaxNode | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral") return node.quasis.map((quasi) => quasi.value.cooked ?? "").join(" ");
  return null;
}
