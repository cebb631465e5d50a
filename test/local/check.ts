// `npm run check`: what can be said about the code in seconds, without running the program. All steps run, so that one
// look shows everything; the exit code is 1 when one of them failed.
import { FILE_LINES_MEDIAN_GUIDE, FILE_LINES_P90_GUIDE, fileSizeGuide } from "../laws/file-sizes.ts";
import { PROJECT_ROOT, readSourceTree } from "../laws/source-tree.ts";
import { seconds } from "./progress.ts";
import { runTool } from "./run-tool.ts";

type Step = { readonly name: string; readonly tool: string; readonly args: readonly string[] };

const STEPS: readonly Step[] = [
  {
    name: "lint and format",
    tool: "biome",
    args: ["check", "--error-on-warnings", "--colors=off", "--max-diagnostics=40"],
  },
  { name: "types", tool: "tsc", args: ["-b", "--pretty", "false"] },
  { name: "dead code", tool: "knip", args: ["--no-progress"] },
  { name: "laws", tool: "vitest", args: ["run", "test/laws", "--reporter=agent"] },
];

process.exitCode = (await allPass()) ? 0 : 1;

async function allPass(): Promise<boolean> {
  const failed: string[] = [];
  for (const step of STEPS) {
    const startedAtMs = performance.now();
    const run = await runTool(step.tool, step.args, { output: "kept" });
    const isGood = run.exitCode === 0;
    console.log(`${isGood ? "ok  " : "FAIL"} ${step.name} (${seconds(performance.now() - startedAtMs)})`);
    if (!isGood) {
      console.log(run.output.trimEnd());
      failed.push(step.name);
    }
  }
  const guide = missedGuide();
  if (guide !== null) console.log(guide);
  return failed.length === 0;
}

/** A remark about the lengths of files, which fails nothing; null when the guide is kept. */
function missedGuide(): string | null {
  const { median, p90 } = fileSizeGuide(readSourceTree(PROJECT_ROOT));
  if (median <= FILE_LINES_MEDIAN_GUIDE && p90 <= FILE_LINES_P90_GUIDE) return null;
  const guide = `guide: ${FILE_LINES_MEDIAN_GUIDE} and ${FILE_LINES_P90_GUIDE}`;
  return `note file lengths: median ${median}, ninth decile ${p90} lines (${guide})`;
}
