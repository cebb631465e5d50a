// `npm run pack -- <check|draft|put|rollback|show> …`: selector packs that replace the built-in ones without a deployment. Says what was
// done in sentences; what may be stored is decided in browser/stored-pack.ts. Exit code 1: refused; 2: the call is wrong.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packFor } from "#browser/platforms/registry";
import { checkStoredPack, type PackProblem, readPack } from "#browser/stored-pack";
import { PLATFORMS, type Platform } from "#domain/platform";
import { readStartSettings } from "../local/start-settings.ts";
import { draftOf, type PackShelf, putPack, rollBack, showPacks } from "./pack-shelf.ts";
import { wranglerShelf } from "./wrangler-shelf.ts";

const USAGE = `npm run pack -- check <file.json>               is this a pack that may replace the built-in one?
npm run --silent pack -- draft <platform>       the pack in use with the next version, to start from
npm run pack -- put <platform> <file.json>      use it from the next visit on; keeps the one before
npm run pack -- rollback <platform>             exchange it with the one before
npm run pack -- show <platform>                 what is stored and what is in use
  --local (default) is the data of npm start, --remote the deployed namespace`;

/** A reason to stop that the caller can mend. */
class Misuse extends Error {}

try {
  process.exitCode = await run();
} catch (reason) {
  if (!(reason instanceof Misuse)) throw reason;
  console.error(`${reason.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const { values, positionals } = readArguments();
  const [verb, ...words] = positionals;
  if (values.local === true && values.remote === true) throw new Misuse("Either --local or --remote.");
  const shelf = () => wranglerShelf(values.remote === true ? { where: "remote" } : localPlace());
  switch (verb) {
    case "check":
      return check(words);
    case "draft":
      console.log(JSON.stringify(draftOf(await showPacks(shelf(), platformOf(words[0]), Date.now())), null, 2));
      return 0;
    case "put":
      return await put(shelf(), platformOf(words[0]), words[1]);
    case "rollback":
      return await rollback(shelf(), platformOf(words[0]));
    case "show":
      return await show(shelf(), platformOf(words[0]));
    default:
      throw new Misuse("Say what to do: check, draft, put, rollback or show.");
  }
}

function check([file]: readonly string[]): number {
  const text = textOf(file);
  const read = readPack(text);
  if (!read.ok) return refuse(read.error);
  const checked = checkStoredPack(text, packFor(read.value.platform), Date.now());
  if (!checked.ok) return refuse(checked.error);
  console.log(
    `This pack of ${checked.value.platform}, version ${checked.value.version}, may replace the built-in one.`,
  );
  return 0;
}

async function put(shelf: PackShelf, platform: Platform, file: string | undefined): Promise<number> {
  const stored = await putPack(shelf, platform, textOf(file), Date.now());
  if (!stored.ok) return refuse(stored.error);
  console.log(`Version ${stored.value.version} is stored. Visits that begin a minute from now work with it.`);
  console.log(`Undo it with: npm run pack -- rollback ${platform}`);
  return 0;
}

async function rollback(shelf: PackShelf, platform: Platform): Promise<number> {
  if (await rollBack(shelf, platform)) return await show(shelf, platform);
  console.error(`Nothing is stored for ${platform}: the built-in pack is in use.`);
  return 1;
}

async function show(shelf: PackShelf, platform: Platform): Promise<number> {
  const shown = await showPacks(shelf, platform, Date.now());
  const named = (version: number | null) =>
    version === null ? "none" : version === 0 ? "unreadable" : `version ${version}`;
  console.log(`built-in  version ${shown.builtInVersion}`);
  console.log(`current   ${named(shown.currentVersion)}`);
  console.log(`previous  ${named(shown.previousVersion)}`);
  const origin = shown.inUseOrigin === "stored" ? "the stored one" : "the built-in one";
  console.log(`in use    ${origin}, version ${shown.inUse.version}`);
  for (const key of shown.changedKeys) {
    const { value, mark, source } = shown.inUse.entries[key] ?? { value: "", mark: "", source: "" };
    console.log(`  ${key}: ${value}  (${mark}, ${source})`);
  }
  if (shown.problems.length > 0) console.log(`The stored pack is not used:\n${linesOf(shown.problems)}`);
  return 0;
}

function refuse(problems: readonly PackProblem[]): number {
  console.error(linesOf(problems));
  return 1;
}

function linesOf(problems: readonly PackProblem[]): string {
  return problems.map(({ path, message }) => `${path === "" ? "pack" : path}: ${message}`).join("\n");
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { local: { type: "boolean" }, remote: { type: "boolean" } },
    });
  } catch (thrown) {
    throw new Misuse(thrown instanceof Error ? thrown.message : "The call cannot be read.");
  }
}

function localPlace() {
  const settings = readStartSettings(process.env);
  if (!settings.ok) throw new Misuse(settings.error);
  return { where: "local", stateFolder: join(settings.value.dataFolder, "state") } as const;
}

function platformOf(word: string | undefined): Platform {
  const found = PLATFORMS.find((platform) => platform === word);
  if (found === undefined) throw new Misuse(`Name the platform: ${PLATFORMS.join(", ")}.`);
  return found;
}

function textOf(file: string | undefined): string {
  if (file === undefined) throw new Misuse("Name the file of the pack.");
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Misuse(`${file} cannot be read.`);
  }
}
