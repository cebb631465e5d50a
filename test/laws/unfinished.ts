// Nothing half done and nothing switched off: no `any`, no silenced checker, no word that promises later work, no test
// that is skipped or runs alone. The words are put together from parts so that this file passes its own law.
import type { ParsedFile } from "./source-tree.ts";
import { walkSyntax } from "./syntax-walk.ts";

const LATER_WORDS = new RegExp(
  `\\b(${["TO", "FIX", "XX", "HA"].map((head, i) => head + ["DO", "ME", "X", "CK"][i]).join("|")})\\b`,
);
const SILENCERS = new RegExp(`@ts-(ignore|nocheck|expect-error)|${["biome", "ignore"].join("-")}`);
const SWITCHED_OFF = new Set(["skip", "only", "todo", "fails", "skipIf", "runIf"]);
const TEST_WORDS = new Set(["it", "test", "describe"]);

/** One sentence for every such place. */
export function unfinishedViolations(files: readonly ParsedFile[]): readonly string[] {
  return files.flatMap((file) => [...wordViolations(file), ...syntaxViolations(file)]);
}

function wordViolations(file: ParsedFile): readonly string[] {
  const found: string[] = [];
  for (const [index, line] of file.text.split("\n").entries()) {
    const word = LATER_WORDS.exec(line)?.[0];
    if (word !== undefined) found.push(`${file.path}:${index + 1} says ${word}`);
  }
  for (const comment of file.comments) {
    const silencer = SILENCERS.exec(comment.text)?.[0];
    if (silencer !== undefined) found.push(`${file.path}:${comment.line} silences a checker with ${silencer}`);
  }
  return found;
}

function syntaxViolations(file: ParsedFile): readonly string[] {
  const found: string[] = [];
  walkSyntax(file.program, (node) => {
    if (node.type === "TSAnyKeyword") found.push(`${file.path}:${file.lineAt(node.start)} uses any`);
    if (node.type !== "MemberExpression" || node.property.type !== "Identifier") return;
    if (!SWITCHED_OFF.has(node.property.name) || node.object.type !== "Identifier") return;
    if (TEST_WORDS.has(node.object.name)) {
      found.push(`${file.path}:${file.lineAt(node.start)} switches tests off with ${node.property.name}`);
    }
  });
  return found;
}
