// A rule has a number: every id of a SPEC.md stands in brackets in the name of a test, and every id in a test's name
// stands in a SPEC.md. R1 to R30 are the product's requirements and may be cited freely.
import type { ParsedFile } from "./source-tree.ts";
import { testNames } from "./test-names.ts";

export type SpecFile = { readonly path: string; readonly text: string };
/** A rule's own line: a table row `| D4 | …` or a list item `- D4 …` (also in bold or with a colon). */
const RULE_LINE = /^(?:\|\s*|[-*]\s+)(?:\*\*|`)?([A-Z]\d+)\b/gm;
const CITED = /\[([A-Z]\d+(?:\s*,\s*[A-Z]\d+)*)\]/g;
const REQUIREMENTS = /^R([1-9]|[12]\d|30)$/;

/** One sentence for every id that has no partner, and for every id that is given twice. */
export function specIdViolations(specs: readonly SpecFile[], files: readonly ParsedFile[]): readonly string[] {
  const homes = new Map<string, string>();
  const violations: string[] = [];
  for (const spec of specs) {
    for (const [, id = ""] of spec.text.matchAll(RULE_LINE)) {
      const home = homes.get(id);
      if (home !== undefined) violations.push(`${id} stands twice: in ${home} and in ${spec.path}`);
      homes.set(id, spec.path);
    }
  }
  const cited = new Set<string>();
  for (const { path, line, name } of testNames(files)) {
    for (const id of citedIds(name)) {
      cited.add(id);
      if (!homes.has(id) && !REQUIREMENTS.test(id))
        violations.push(`${path}:${line} cites ${id}, which no SPEC.md holds`);
    }
  }
  for (const [id, home] of homes)
    if (!cited.has(id)) violations.push(`${home} holds ${id}, which no test's name cites`);
  return violations;
}

function citedIds(name: string): readonly string[] {
  return [...name.matchAll(CITED)].flatMap(([, ids = ""]) => ids.split(",").map((id) => id.trim()));
}
