import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "./quiet-environment.ts";
import { arePackagesInstalled } from "./run.mjs";

const wanted = {
  "": {},
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0", optional: true },
};

describe("whether packages are installed", () => {
  it("says yes when all are there, and when only an optional one is missing", () => {
    const all = { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0" } };
    expect(arePackagesInstalled(wanted, all)).toBe(true);
    expect(arePackagesInstalled(wanted, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
  });

  it("says no on a fresh clone, after an interrupted installation, and when a version or a package differs", () => {
    expect(arePackagesInstalled(wanted, null)).toBe(false);
    expect(arePackagesInstalled(wanted, {})).toBe(false);
    expect(arePackagesInstalled(wanted, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
    const more = { "node_modules/a": { version: "1.0.0" }, "node_modules/gone": { version: "1.0.0" } };
    expect(arePackagesInstalled(wanted, more)).toBe(false);
  });
});

describe("the entry of every command", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["test/local/run.mjs", ...args], { cwd: PROJECT_ROOT, encoding: "utf8" });

  it("hands the program's arguments, output and exit code through, and adds no word", () => {
    const program = join(import.meta.dirname, "fixtures/echo-arguments.ts");
    expect(run(program, "7", "two words")).toMatchObject({ status: 7, stdout: "7|two words\n", stderr: "" });
  });

  it("says how it is used when no program is named", () => {
    const { status, stdout, stderr } = run();
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Usage: /);
  });
});
