// `npm test`: everything that the tests need, then all of them through one vitest, then one line with the count.
// Arguments go to vitest (`npm test -- test/laws`).
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { pathsBelow } from "../laws/source-tree.ts";
import { prepareChromium } from "./chromium.ts";
import { step } from "./progress.ts";
import { CACHE_FOLDER, PROJECT_ROOT, quietEnvironment } from "./quiet-environment.ts";
import { runTool } from "./run-tool.ts";
import { countLine, countTests, type TestCount, type VitestReport } from "./test-count.ts";
import { buildWeb } from "./web-build.ts";

const REPORT = join(CACHE_FOLDER, "vitest.json");

const count = await runAllTests(process.argv.slice(2));
console.log(countLine(count));
process.exitCode = count.failed === 0 ? 0 : 1;

async function runAllTests(args: readonly string[]): Promise<TestCount> {
  const nothingRan = { passed: 0, failed: 1 };
  const chromium = await step("Chromium", () => prepareChromium({ projectRoot: PROJECT_ROOT, report: console.log }));
  if (!chromium.ok) {
    console.error(`${chromium.error.message} ${chromium.error.next}`);
    return nothingRan;
  }
  const web = await step("Web app", buildWeb);
  // The tests that do not need it are worth running all the same.
  if (!web.ok) console.error(`The web app could not be built:\n${web.error}`);
  const files = testFiles();
  mkdirSync(CACHE_FOLDER, { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const env = quietEnvironment(chromium.value.cacheHome);
  const run = await runTool("vitest", ["run", ...reporters, ...args], { env, output: "shown" });
  const report = readReport();
  const count = countTests(report, run.exitCode);
  const unrun = args.length > 0 || report === null ? [] : unrunFiles(files, report);
  for (const path of unrun) console.error(`${path} belongs to no project of vitest.config.ts, so it did not run.`);
  return { ...count, failed: count.failed + unrun.length + (web.ok ? 0 : 1) };
}

function testFiles(): readonly string[] {
  const rooms = ["objects", "workers", "browser", "web", "migrations", "test"];
  return rooms.flatMap((room) => pathsBelow(PROJECT_ROOT, room, /\.test\.tsx?$/));
}

/** Test files that the report does not hold: a file that no project includes would go missing without a word. */
function unrunFiles(files: readonly string[], report: VitestReport): readonly string[] {
  const ran = new Set(report.testResults.map(({ name }) => relative(PROJECT_ROOT, name)));
  return files.filter((path) => !ran.has(path));
}

function readReport(): VitestReport | null {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8"));
  } catch {
    return null;
  }
}
