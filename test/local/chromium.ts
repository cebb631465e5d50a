// Finds or installs a Chromium and puts it where miniflare looks for its browser, inside the project (.cache), so that
// `puppeteer.launch(env.BROWSER)` runs unchanged on this machine. Needs nothing but Node.
// Must not change anything outside the project, save the system package of a Chromium when it may install one.
import { spawn } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

type Prepared = { readonly ok: true; readonly value: { readonly cacheHome: string } };
type Refused = { readonly ok: false; readonly error: { readonly message: string; readonly next: string } };

/**
 * Makes sure that miniflare finds a Chromium that starts. Answers the value for XDG_CACHE_HOME, or a sentence and what to do.
 * Order: CHROME_PATH, a wrapper prepared earlier, a Chromium of the system, the system's package, an npm package with a binary.
 */
export async function prepareChromium(options: {
  readonly projectRoot: string;
  readonly report: (line: string) => void;
}): Promise<Prepared | Refused> {
  const { projectRoot, report } = options;
  const cacheHome = join(projectRoot, ".cache");
  const prepared: Prepared = { ok: true, value: { cacheHome } };
  if (process.platform !== "linux") {
    report("Chromium: the local runtime downloads its own at first use on this system.");
    return prepared;
  }
  const place = placeOf(projectRoot, cacheHome);
  if (place === null) return refuse("miniflare does not say which browser it looks for.", "Run npm ci and try again.");

  const fromSettings = process.env["CHROME_PATH"] ?? "";
  if (fromSettings !== "") {
    if (await install(place, fromSettings, "")) return prepared;
    return refuse(`CHROME_PATH names ${fromSettings}, which does not start.`, "Correct CHROME_PATH or unset it.");
  }
  if (existsSync(place.marker) && (await starts(place.wrapper))) return prepared;
  for (const find of [systemBinary, aptBinary, npmBinary]) {
    const found = await find(cacheHome, report);
    if (found !== null && (await install(place, found.binary, found.libraries))) {
      report(`Chromium: ${found.binary}`);
      return prepared;
    }
  }
  return refuse(
    "No Chromium that starts was found, and none could be installed.",
    "Install chromium-headless-shell, chromium or google-chrome with the system's package manager, or set CHROME_PATH to a Chromium.",
  );
}

/** The browser that `prepareChromium` put there, for tests that drive one themselves. */
export function chromiumPath(projectRoot: string): string {
  const place = placeOf(projectRoot, join(projectRoot, ".cache"));
  if (place === null || !existsSync(place.wrapper))
    throw new Error("no Chromium is prepared: run npm test or npm start");
  return place.wrapper;
}

/** Longest wait for an installation, and for a browser to show an empty page. */
const INSTALL_MS_MAX = 10 * 60_000;
const START_MS_MAX = 30_000;
const SPARTICUZ = "@sparticuz/chromium@143.0.4";

type Place = { readonly wrapper: string; readonly folder: string; readonly marker: string };
type Found = { readonly binary: string; readonly libraries: string };

/** Where miniflare looks: the build id is a constant inside its bundle, and is read there. */
function placeOf(projectRoot: string, cacheHome: string): Place | null {
  try {
    const bundle = createRequire(join(projectRoot, "package.json")).resolve("miniflare");
    const build = /\bBROWSER_VERSION = "([\d.]+)"/.exec(readFileSync(bundle, "utf8"))?.[1];
    if (build === undefined) return null;
    const system = process.arch === "arm64" ? "linux_arm" : "linux";
    const installation = join(cacheHome, ".wrangler", "chrome", `${system}-${build}`);
    const folder = join(installation, "chrome-linux64");
    return { folder, wrapper: join(folder, "chrome"), marker: join(installation, ".miniflare-install-complete") };
  } catch {
    return null;
  }
}

/** Writes the wrapper, tries it, and marks it complete: without the mark one failed launch would delete it and download another. */
async function install(place: Place, binary: string, libraries: string): Promise<boolean> {
  if (!isExecutable(binary)) return false;
  const environment =
    libraries === "" ? "" : `export LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\n`;
  mkdirSync(place.folder, { recursive: true });
  // A container without user namespaces cannot run Chromium's sandbox; only the project's own pages are opened here.
  writeFileSync(place.wrapper, `#!/bin/sh\n${environment}exec "${binary}" --no-sandbox "$@"\n`);
  chmodSync(place.wrapper, 0o755);
  if (!(await starts(place.wrapper))) {
    rmSync(place.wrapper, { force: true });
    rmSync(place.marker, { force: true });
    return false;
  }
  writeFileSync(place.marker, "");
  return true;
}

/** Whether the browser starts and opens a page, asked the way the local runtime asks: over its debugging port. */
async function starts(wrapper: string): Promise<boolean> {
  if (!isExecutable(wrapper)) return false;
  const profile = mkdtempSync(join(tmpdir(), "chromium-check-"));
  const words = [
    "--headless=new",
    "--disable-dev-shm-usage",
    `--user-data-dir=${profile}`,
    "--remote-debugging-port=0",
  ];
  const browser = spawn(wrapper, words, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => browser.once("close", () => resolve()).once("error", () => resolve()));
  const deadline = AbortSignal.timeout(START_MS_MAX);
  try {
    const port = await new Promise<string | null>((resolve) => {
      let told = "";
      browser.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        told += chunk;
        const found = /DevTools listening on ws:\/\/[^/]*:(\d+)\//.exec(told)?.[1];
        if (found !== undefined) resolve(found);
      });
      deadline.addEventListener("abort", () => resolve(null));
      ended.then(() => resolve(null));
    });
    if (port === null) return false;
    const opened = await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: "PUT", signal: deadline });
    return opened.ok;
  } catch {
    return false;
  } finally {
    browser.kill("SIGTERM");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function systemBinary(): Promise<Found | null> {
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = ["/usr/lib/chromium", ...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  for (const name of names) {
    for (const folder of folders) {
      if (folder !== "" && isExecutable(join(folder, name))) return { binary: join(folder, name), libraries: "" };
    }
  }
  return null;
}

async function aptBinary(_cacheHome: string, report: (line: string) => void): Promise<Found | null> {
  if (!existsSync("/usr/bin/apt-get")) return null;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && (await run("sudo", ["-n", "true"], START_MS_MAX)).code !== 0) return null;
  const apt = async (...words: string[]): Promise<boolean> => {
    const command = [
      ...(isRoot ? [] : ["sudo", "-n"]),
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-q",
      "-y",
      ...words,
    ];
    return (await run(command[0] ?? "", command.slice(1), INSTALL_MS_MAX)).code === 0;
  };
  report("Chromium: none found; installing the system's package (a minute or two).");
  await apt("update");
  for (const name of ["chromium-headless-shell", "chromium"]) {
    if (await apt("install", "--no-install-recommends", name)) return await systemBinary();
  }
  return null;
}

/** The npm package unpacks its binary and libraries into the temporary folder, which is set to one inside the project. */
async function npmBinary(cacheHome: string, report: (line: string) => void): Promise<Found | null> {
  const home = join(cacheHome, "sparticuz");
  const found: Found = { binary: join(home, "chromium"), libraries: join(home, "al2023", "lib") };
  if (isExecutable(found.binary)) return found;
  report(`Chromium: installing ${SPARTICUZ} into .cache (about 70 MB).`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "package.json"), '{ "private": true }\n');
  const words = ["install", "--prefix", home, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", SPARTICUZ];
  if ((await run("npm", words, INSTALL_MS_MAX)).code !== 0) return null;
  // The package unpacks its libraries only where it believes to be on the service it was made for.
  const unpack = 'import("@sparticuz/chromium").then((found) => found.default.executablePath());';
  const lambda = { AWS_LAMBDA_JS_RUNTIME: "nodejs22.x", AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  const options = { cwd: home, env: { ...process.env, ...lambda, TMPDIR: home } };
  const unpacked = await run(process.execPath, ["--input-type=module", "-e", unpack], INSTALL_MS_MAX, options);
  return unpacked.code === 0 && isExecutable(found.binary) ? found : null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Ran = { readonly code: number | null; readonly output: string };

/** Runs a program to its end, or ends it after `msMax`. Its standard output is kept, nothing of it is shown. */
async function run(
  command: string,
  words: readonly string[],
  msMax: number,
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  return await new Promise((resolve) => {
    const child = spawn(command, words, {
      ...options,
      stdio: ["ignore", "pipe", "ignore"],
      timeout: msMax,
      killSignal: "SIGKILL",
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.on("error", () => resolve({ code: null, output }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function refuse(message: string, next: string): Refused {
  return { ok: false, error: { message, next } };
}
