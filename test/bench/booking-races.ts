// `npm run races:booking`: many leads for one time at once, on a real D1 and through the store that the product books with.
//   npm run races:booking -- --rounds 1000 --bookers 200 --seed 1
//   npm run races:booking -- --rounds 20 --planted    (without the triggers: must find double bookings and fail)
// The tests play the same race, fewer rounds of it (test/workers/store/showings-races.test.ts).
import { parseArgs } from "node:util";
import { CACHE_FOLDER, quietEnvironment } from "../local/quiet-environment.ts";
import { runTool } from "../local/run-tool.ts";

const WHOLE_NUMBER = /^[1-9]\d{0,8}$/;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "1000" },
    bookers: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    planted: { type: "boolean", default: false },
  },
});
const numbers = { rounds: values.rounds, bookers: values.bookers, seed: values.seed };
const wrong = Object.entries(numbers).find(([, value]) => !WHOLE_NUMBER.test(value));
if (wrong === undefined) {
  const { rounds, bookers, seed } = numbers;
  const asked = {
    rounds: Number(rounds),
    bookers: Number(bookers),
    seed: Number(seed),
    isPlanted: values.planted,
  };
  const env = { ...quietEnvironment(CACHE_FOLDER), BOOKING_RACES: JSON.stringify(asked) };
  const words = [
    "run",
    "--project",
    "workers",
    "test/workers/store/showings-races.test.ts",
    "-t",
    "double-books nobody",
  ];
  process.exitCode = (await runTool("vitest", words, { env, output: "shown" })).exitCode;
} else {
  console.error(`--${wrong[0]} takes a whole number from 1, not "${wrong[1]}".`);
  process.exitCode = 2;
}
