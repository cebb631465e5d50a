// `npm run build`: the web app, the Worker as it would be deployed (into .cache/worker), and the limits on what both
// weigh (.size-limit.json). Deploys nothing.
import { step } from "./progress.ts";
import { CACHE_FOLDER, quietEnvironment } from "./quiet-environment.ts";
import { runTool, type ToolRun } from "./run-tool.ts";
import { buildWeb } from "./web-build.ts";

const WORKER_BUNDLE = ".cache/worker";

process.exitCode = await build();

async function build(): Promise<number> {
  const web = await step("Web app", buildWeb);
  if (!web.ok) return fail(web.error);
  const env = quietEnvironment(CACHE_FOLDER);
  const worker = await tool("Worker", "wrangler", ["deploy", "--dry-run", "--outdir", WORKER_BUNDLE], env);
  if (worker.exitCode !== 0) return fail(worker.output);
  const sizes = await tool("Sizes", "size-limit", [], env);
  console.log(sizes.output.trimEnd());
  return sizes.exitCode;
}

function tool(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<ToolRun> {
  return step(name, () => runTool(command, args, { env, output: "kept" }));
}

function fail(output: string): number {
  console.error(output.trimEnd());
  return 1;
}
