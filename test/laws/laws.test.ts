// The laws, held against the project as it is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { arrowViolations, roomOf } from "./arrows.ts";
import { bindingViolations } from "./bindings.ts";
import { cycleViolations } from "./cycles.ts";
import { fileNameViolations } from "./file-names.ts";
import { fileSizeViolations } from "./file-sizes.ts";
import { importEdges } from "./import-graph.ts";
import { loggingViolations } from "./logging.ts";
import { PROJECT_ROOT, pathsBelow, readSourceTree } from "./source-tree.ts";
import { specIdViolations } from "./spec-ids.ts";
import { statusViolations } from "./statuses.ts";
import { testNames } from "./test-names.ts";
import { unfinishedViolations } from "./unfinished.ts";

const files = readSourceTree(PROJECT_ROOT);
const specs = ["objects", "workers", "browser"]
  .flatMap((room) => pathsBelow(PROJECT_ROOT, room, /^SPEC\.md$/))
  .map((path) => ({ path, text: readFileSync(join(PROJECT_ROOT, path), "utf8") }));

/** Fewer than these and the walk has gone blind, which would make every law hold. */
const FILES_MIN = {
  "objects/domain": 20,
  "objects/contracts": 5,
  "objects/runtime": 3,
  objects: 8,
  workers: 20,
  browser: 15,
  web: 20,
  migrations: 1,
  test: 60,
} as const;

describe("the walk of the tree", () => {
  it.each(Object.entries(FILES_MIN))("sees the files of %s", (room, atLeast) => {
    expect(files.filter((file) => roomOf(file.path) === room).length).toBeGreaterThanOrEqual(atLeast);
  });

  it("sees imports between rooms, rules and names of tests", () => {
    const crossings = importEdges(files).filter(
      ({ from, target }) => target.kind === "file" && roomOf(from.path) !== roomOf(target.path),
    );
    expect(crossings.length).toBeGreaterThan(100);
    expect(specs.length).toBeGreaterThanOrEqual(3);
    expect(testNames(files).length).toBeGreaterThan(100);
  });
});

describe("the project", () => {
  it("has only the arrows of its architecture", () => expect(arrowViolations(files)).toEqual([]));
  it("has no circle of imports", () => expect(cycleViolations(files)).toEqual([]));
  it("shows every rule of a SPEC.md in a test, and cites no other", () =>
    expect(specIdViolations(specs, files)).toEqual([]));
  it("has no file over the limit", () => expect(fileSizeViolations(files)).toEqual([]));
  it("names and opens its files in the house style", () => expect(fileNameViolations(files)).toEqual([]));
  it("leaves nothing half done or switched off", () => expect(unfinishedViolations(files)).toEqual([]));
  it("reads bindings in the composition root alone", () => expect(bindingViolations(files)).toEqual([]));
  it("writes HTTP statuses in one file of the API", () => expect(statusViolations(files)).toEqual([]));
  it("writes logs in the one place for it", () => expect(loggingViolations(files)).toEqual([]));
});
