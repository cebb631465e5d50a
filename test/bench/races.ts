// `npm run races`: 10,000 races of takeover against the assistant on the real actor, and as many as are asked for.
//   npm run races -- --rounds 50000
// The tests play the same races, fewer of them (test/objects/takeover.test.ts).
import { parseArgs } from "node:util";
import { CACHE_FOLDER, quietEnvironment } from "../local/quiet-environment.ts";
import { runTool } from "../local/run-tool.ts";

const ROUNDS_DEFAULT = "10000";

const { values } = parseArgs({ options: { rounds: { type: "string", default: ROUNDS_DEFAULT } } });
if (/^[1-9]\d*$/.test(values.rounds)) {
  const env = { ...quietEnvironment(CACHE_FOLDER), RACE_ROUNDS: values.rounds };
  const words = ["run", "--project", "objects", "test/objects/takeover.test.ts"];
  process.exitCode = (await runTool("vitest", words, { env, output: "shown" })).exitCode;
} else {
  console.error(`--rounds takes a whole number from 1, not "${values.rounds}".`);
  process.exitCode = 2;
}
