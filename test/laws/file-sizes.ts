// How long files are. Over 400 lines is a violation; the median and the ninth decile are a guide that `npm run check`
// mentions when it is missed.
import type { ParsedFile } from "./source-tree.ts";

export const FILE_LINES_MAX = 400;
export const FILE_LINES_MEDIAN_GUIDE = 80;
export const FILE_LINES_P90_GUIDE = 250;

/** One sentence for every file over the limit. */
export function fileSizeViolations(files: readonly ParsedFile[]): readonly string[] {
  return files
    .filter((file) => lineCount(file) > FILE_LINES_MAX)
    .map((file) => `${file.path} has ${lineCount(file)} lines (at most ${FILE_LINES_MAX})`);
}

/** Median and ninth decile of the lengths, in lines. */
export function fileSizeGuide(files: readonly ParsedFile[]): { readonly median: number; readonly p90: number } {
  const sorted = files.map(lineCount).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

function lineCount(file: ParsedFile): number {
  return file.text.split("\n").length - (file.text.endsWith("\n") ? 1 : 0);
}
