// `npm run drift -- --platform <p> --page <kind> <saved.html>`: which entries of a selector pack still match a page that somebody saved,
// and what the adapter's own parser reads from it. Exit code 1 when a needed entry no longer matches, 2 when the call is wrong.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { confirmationSchema, withConfirmations } from "#browser/confirmation";
import { LIVE_ORIGINS } from "#browser/origins";
import type { Pack } from "#browser/pack";
import { PAGE_KINDS } from "#browser/page-entries";
import { packFor } from "#browser/platforms/registry";
import { reportSavedPage } from "#browser/saved-page-report";
import { readPack } from "#browser/stored-pack";
import { PLATFORMS, type Platform } from "#domain/platform";
import { driftText } from "./drift-text.ts";

const USAGE = `npm run drift -- --platform <${PLATFORMS.join("|")}> --page <${PAGE_KINDS.join("|")}> <saved.html>
  --pack <file.json>           another pack than the built-in one
  --confirmations <file.json>  what people confirmed of the live site, as KV holds it
  --url <address>              where the page was, when the file does not say
  --json                       the report as JSON`;

/** A reason to stop that the caller can mend. */
class Misuse extends Error {}

try {
  process.exitCode = run();
} catch (reason) {
  if (!(reason instanceof Misuse)) throw reason;
  console.error(`${reason.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function run(): number {
  const { values, positionals } = readArguments();
  const platform = oneOf("--platform", values.platform, PLATFORMS);
  const kind = oneOf("--page", values.page, PAGE_KINDS);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Misuse("Name one saved page.");
  const address = values.url ?? null;
  if (address !== null && !URL.canParse(address)) throw new Misuse("--url is no address.");
  const pack = confirmed(packOf(platform, values.pack), values.confirmations);
  const report = reportSavedPage({ html: textOf(file), kind, address }, pack, Date.now());
  const head = { platform, page: kind, packVersion: pack.version };
  console.log(values.json === true ? JSON.stringify({ ...head, ...report }, null, 2) : driftText(head, report));
  return report.isDrifted ? 1 : 0;
}

function readArguments() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { platform: text, page: text, pack: text, confirmations: text, url: text, json: { type: "boolean" } },
    });
  } catch (thrown) {
    throw new Misuse(thrown instanceof Error ? thrown.message : "The call cannot be read.");
  }
}

function packOf(platform: Platform, file: string | undefined): Pack {
  if (file === undefined) return packFor(platform);
  const read = readPack(textOf(file));
  if (!read.ok) throw new Misuse(read.error.map(({ path, message }) => `${file}: ${path} ${message}`).join("\n"));
  if (read.value.platform !== platform) throw new Misuse(`${file} is a pack of ${read.value.platform}.`);
  const missing = Object.keys(packFor(platform).entries).filter((key) => !Object.hasOwn(read.value.entries, key));
  if (missing.length > 0) throw new Misuse(`${file} lacks ${missing.join(", ")}.`);
  return read.value;
}

function confirmed(pack: Pack, file: string | undefined): Pack {
  if (file === undefined) return pack;
  const parsed = z.array(confirmationSchema).safeParse(jsonOf(file));
  if (!parsed.success) throw new Misuse(`${file} is no list of confirmations.`);
  return withConfirmations(pack, parsed.data, LIVE_ORIGINS[pack.platform]);
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file));
  } catch (thrown) {
    if (thrown instanceof Misuse) throw thrown;
    throw new Misuse(`${file} is no JSON.`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Misuse(`${file} cannot be read.`);
  }
}

function oneOf<Word extends string>(option: string, given: string | undefined, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found === undefined) throw new Misuse(`${option} is one of ${words.join(", ")}.`);
  return found;
}
