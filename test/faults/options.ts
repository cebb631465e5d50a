// What may be said to `npm run faults`: reads the words of the command line, or says in one sentence what is wrong.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { err, ok, type Result } from "#domain/kernel/result";
import { PLATFORMS, type Platform } from "#domain/platform";
import { PLANT_NAMES, type PlantName } from "./plants.ts";

export type RigOptions = {
  /** How long faults are caused. Starting before and settling after come on top. */
  readonly seconds: number;
  /** Ends the faults after as many kills, if that comes first; null: time alone ends them. */
  readonly kills: number | null;
  /** Which faults come in which order and after which pauses. What they meet is up to the machine. */
  readonly seed: number;
  readonly platforms: readonly Platform[];
  /** How many scenes each platform plays at the same time. */
  readonly scenes: number;
  /**
   * Which faults happen: every kind; kills alone, as many as a minute holds; or the one kill this is all about, of everything
   * right after a click, or in a step of a booking, with time to come back after each; or jumps of the product's clock, with
   * kills between them; or nothing, to see what goes wrong by itself.
   */
  readonly only: "all" | "kills" | "clicks" | "bookings" | "clocks" | "nothing";
  /** Whether leads ask for showings, where the assistant answers by itself; `only`: it does so everywhere, and they ask for nothing else. */
  readonly showings: "off" | "on" | "only";
  /** How far the product's clock jumps, in minutes, where it does. */
  readonly jumpMinutes: number;
  /** Runs one after another, the n-th with `seed` + n; one summary for all. */
  readonly runs: number;
  /** Ends a run as soon as something is there twice, without waiting for the rest. */
  readonly isUntilFound: boolean;
  /** The last line printed is one JSON object. */
  readonly isJson: boolean;
  /** A defect built into a copy of the product; null: the product as it is. */
  readonly plant: PlantName | null;
};

const SECONDS_DEFAULT = 120;
const SECONDS_MAX = 24 * 3_600;
const KILLS_MAX = 100_000;
export const SCENES_DEFAULT = 2;
const SCENES_MAX = 20;
const RUNS_MAX = 1_000;
const JUMP_MINUTES_DEFAULT = 2;
const JUMP_MINUTES_MAX = 60;
const SEED_MAX = 2 ** 32 - 1;
const ONLY = ["all", "kills", "clicks", "bookings", "clocks", "nothing"] as const;
const SHOWINGS = ["off", "on", "only"] as const;

/** Reads `--seconds --kills --seed --platform --scenes --only --showings --jump --runs --until-found --json --plant`. */
export function readOptions(args: readonly string[]): Result<RigOptions, string> {
  const words = wordsOf(args);
  if (!words.ok) return words;
  const { values } = words.value;
  const seconds = wholeNumber("--seconds", values.seconds ?? String(SECONDS_DEFAULT), SECONDS_MAX);
  if (!seconds.ok) return seconds;
  const kills = values.kills === undefined ? ok(null) : wholeNumber("--kills", values.kills, KILLS_MAX);
  if (!kills.ok) return kills;
  const seed = values.seed === undefined ? ok(randomInt(SEED_MAX)) : wholeNumber("--seed", values.seed, SEED_MAX);
  if (!seed.ok) return seed;
  const platforms = platformsOf(values.platform ?? []);
  if (!platforms.ok) return platforms;
  const scenes = wholeNumber("--scenes", values.scenes ?? String(SCENES_DEFAULT), SCENES_MAX);
  if (!scenes.ok) return scenes;
  const jump = wholeNumber("--jump", values.jump ?? String(JUMP_MINUTES_DEFAULT), JUMP_MINUTES_MAX);
  if (!jump.ok) return jump;
  const runs = wholeNumber("--runs", values.runs ?? "1", RUNS_MAX);
  if (!runs.ok) return runs;
  const only = ONLY.find((name) => name === (values.only ?? "all"));
  if (only === undefined) return err(`--only knows: ${ONLY.join(", ")}; not "${values.only}".`);
  const showings = SHOWINGS.find((name) => name === (values.showings ?? "on"));
  if (showings === undefined) return err(`--showings knows: ${SHOWINGS.join(", ")}; not "${values.showings}".`);
  const plant = PLANT_NAMES.find((name) => name === values.plant) ?? null;
  if (values.plant !== undefined && plant === null) {
    return err(`--plant knows: ${PLANT_NAMES.join(", ")}; not "${values.plant}".`);
  }
  return ok({
    ...{ seconds: seconds.value, kills: kills.value, seed: seed.value, platforms: platforms.value },
    scenes: scenes.value,
    ...{ only, showings, jumpMinutes: jump.value, runs: runs.value, isUntilFound: values["until-found"] === true },
    ...{ isJson: values.json === true, plant },
  });
}

function wordsOf(args: readonly string[]) {
  try {
    const options = {
      seconds: { type: "string" },
      kills: { type: "string" },
      seed: { type: "string" },
      platform: { type: "string", multiple: true },
      scenes: { type: "string" },
      only: { type: "string" },
      showings: { type: "string" },
      jump: { type: "string" },
      runs: { type: "string" },
      "until-found": { type: "boolean" },
      json: { type: "boolean" },
      plant: { type: "string" },
    } as const;
    return ok(parseArgs({ args: [...args], options }));
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function wholeNumber(name: string, text: string, max: number): Result<number, string> {
  const value = Number(text);
  const isGood = /^\d+$/.test(text) && value <= max;
  return isGood ? ok(value) : err(`${name} takes a whole number from 0 to ${max}, not "${text}".`);
}

/** Given once, several times, or as a list with commas; nothing or "all" means all of them. */
function platformsOf(given: readonly string[]): Result<readonly Platform[], string> {
  const names = given.flatMap((text) => text.split(",")).filter((name) => name !== "");
  const unknown = names.find((name) => name !== "all" && !PLATFORMS.some((platform) => platform === name));
  if (unknown !== undefined) return err(`--platform knows: all, ${PLATFORMS.join(", ")}; not "${unknown}".`);
  if (names.length === 0 || names.includes("all")) return ok(PLATFORMS);
  return ok(PLATFORMS.filter((platform) => names.includes(platform)));
}
