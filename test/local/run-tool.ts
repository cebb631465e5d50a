// Runs one tool of node_modules/ to its end, with its words kept or shown. Never for what keeps running: see children.ts.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECT_ROOT } from "./quiet-environment.ts";

export type ToolRun = { readonly exitCode: number; readonly output: string };
export type ToolOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** "shown" leaves output empty and lets the tool speak to the terminal itself. */
  readonly output: "kept" | "shown";
};

/** `tool` is the name of a command in node_modules/.bin. A tool that cannot be started counts as exit code 127. */
export function runTool(tool: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  const child = spawn(join(PROJECT_ROOT, "node_modules/.bin", tool), args, {
    cwd: PROJECT_ROOT,
    env: { ...(options.env ?? process.env), ...(options.output === "kept" ? { NO_COLOR: "1" } : {}) },
    stdio: ["ignore", options.output === "shown" ? "inherit" : "pipe", options.output === "shown" ? "inherit" : "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return new Promise((done) => {
    child.on("error", (error) => done({ exitCode: 127, output: error.message }));
    child.on("close", (code) => done({ exitCode: code ?? 1, output }));
  });
}
