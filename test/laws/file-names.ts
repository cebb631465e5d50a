// Names and openings of files: kebab-case, named for one idea, and every file that is not a test opens with a comment
// that says what it owns.
import type { ParsedFile } from "./source-tree.ts";

const KEBAB_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.tsx?$/;
const EMPTY_NAMES = /(^|[/-])(utils?|helpers?|common|manager|services?|misc)([/.-]|$)/;

/** One sentence for every file with a name or an opening that the house style refuses. */
export function fileNameViolations(files: readonly ParsedFile[]): readonly string[] {
  return files.flatMap((file) => {
    const name = file.path.split("/").at(-1) ?? "";
    const found: string[] = [];
    if (!KEBAB_NAME.test(name)) found.push(`${file.path} is not named in kebab-case`);
    if (EMPTY_NAMES.test(file.path)) found.push(`${file.path} is named for nothing it does`);
    if (!file.path.includes(".test.") && !/^\s*\/[/*]/.test(file.text))
      found.push(`${file.path} opens without a comment`);
    return found;
  });
}
