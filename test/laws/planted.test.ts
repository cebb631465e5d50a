// Each law catches a violation that is planted in a made-up tree, and lets the allowed form pass.
import { describe, expect, it } from "vitest";
import { arrowViolations } from "./arrows.ts";
import { bindingViolations } from "./bindings.ts";
import { cycleViolations } from "./cycles.ts";
import { fileNameViolations } from "./file-names.ts";
import { FILE_LINES_MAX, fileSizeGuide, fileSizeViolations } from "./file-sizes.ts";
import { loggingViolations } from "./logging.ts";
import { plantedTree } from "./source-tree.ts";
import { specIdViolations } from "./spec-ids.ts";
import { statusViolations } from "./statuses.ts";
import { unfinishedViolations } from "./unfinished.ts";

/** A law's verdict on a file at `path` that imports `specifier`, in a tree that also holds the files `others`. */
function arrow(path: string, code: string, ...others: string[]): readonly string[] {
  return arrowViolations(plantedTree({ [path]: code, ...Object.fromEntries(others.map((other) => [other, ""])) }));
}

describe("the law of arrows", () => {
  it.each([
    ["objects/domain/a.ts", `import { b } from "#contracts/b";`, "objects/contracts/b.ts"],
    ["objects/domain/a.ts", `export { b } from "#contracts/b";`, "objects/contracts/b.ts"],
    ["objects/contracts/a.ts", `import { b } from "#objects/board/b";`, "objects/board/b.ts"],
    ["objects/runtime/a.ts", `import { b } from "#objects/board/b";`, "objects/board/b.ts"],
    ["objects/board/a.ts", `const b = await import("#browser/b");`, "browser/b.ts"],
    ["objects/board/a.ts", `import type { B } from "#workers/b";`, "workers/b.ts"],
    ["objects/board/a.ts", `import { b } from "#objects/account/b";`, "objects/account/b.ts"],
    ["objects/board/a.ts", `type B = import("#workers/b").B;`, "workers/b.ts"],
    ["browser/a.ts", `import { b } from "#objects/board/b";`, "objects/board/b.ts"],
    ["web/src/a.tsx", `import { b } from "#workers/api/app";`, "workers/api/app.ts"],
    ["web/src/a.tsx", `import type { B } from "#workers/api/b";`, "workers/api/b.ts"],
    ["migrations/a.ts", `import "#workers/b";`, "workers/b.ts"],
    ["migrations/a.ts", `import { b } from "#contracts/b";`, "objects/contracts/b.ts"],
  ])("refuses that %s says %s", (path, code, target) => {
    expect(arrow(path, code, target)).toEqual([expect.stringContaining(`${path}:1 imports ${target}`)]);
  });

  it.each([
    ["objects/contracts/a.ts", `import type { B } from "#domain/b";`, "objects/domain/b.ts"],
    ["objects/board/a.ts", `import { b } from "#objects/runtime/b";`, "objects/runtime/b.ts"],
    ["workers/a.ts", `import { b } from "#browser/b";`, "browser/b.ts"],
    ["workers/a.ts", `import { b } from "#migrations/schema";`, "migrations/schema.ts"],
    ["migrations/a.ts", `import type { B } from "#contracts/b";`, "objects/contracts/b.ts"],
    ["web/src/a.tsx", `import type { App } from "#workers/api/app";`, "workers/api/app.ts"],
    ["objects/domain/a.test.ts", `import { b } from "#objects/board/b";`, "objects/board/b.ts"],
    ["web/src/a.tsx", `import "./a.css";`, "web/src/b.ts"],
  ])("allows that %s says %s", (path, code, target) => {
    expect(arrow(path, code, target)).toEqual([]);
  });

  it("refuses that anything imports a test's things", () => {
    expect(arrow("web/src/a.ts", `import "../../test/b.ts";`, "test/b.ts")[0]).toContain("climbs out of its room");
    expect(arrow("workers/a.ts", `import "#objects/board/b.test";`, "objects/board/b.test.ts")).toHaveLength(1);
  });

  it("refuses ../ out of a room, even where the arrow is allowed", () => {
    const found = arrow("objects/board/a.ts", `import "../runtime/b.ts";`, "objects/runtime/b.ts");
    expect(found).toEqual([expect.stringContaining("climbs out of its room with ../runtime/b.ts")]);
    expect(arrow("objects/domain/x/a.ts", `import "../y/b.ts";`, "objects/domain/y/b.ts")).toEqual([]);
  });

  it("refuses an import that leads nowhere", () => {
    expect(arrow("workers/a.ts", `import "./gone.ts";`)).toEqual([expect.stringContaining("does not exist")]);
    expect(arrow("workers/a.ts", `import "#domain/gone";`)).toEqual([expect.stringContaining("does not exist")]);
  });

  it("keeps packages out of the pure rooms", () => {
    expect(arrow("objects/domain/a.ts", `import { z } from "zod";`)).toHaveLength(1);
    expect(arrow("objects/contracts/a.ts", `import { Hono } from "hono";`)).toHaveLength(1);
    expect(arrow("objects/contracts/a.ts", `import * as z from "zod/mini";`)).toEqual([]);
  });

  it("lets one file of the web app know the type of the API, not two", () => {
    const code = `import type { App } from "#workers/api/app";`;
    const tree = plantedTree({ "web/src/a.ts": code, "web/src/b.ts": code, "workers/api/app.ts": "" });
    expect(arrowViolations(tree)).toEqual([expect.stringContaining("one file may")]);
  });
});

describe("the law of circles", () => {
  it("finds a circle of three files, also through types", () => {
    const tree = plantedTree({
      "workers/a.ts": `import { b } from "./b.ts";`,
      "workers/b.ts": `import type { C } from "./c.ts";`,
      "workers/c.ts": `export { a } from "#workers/a";`,
    });
    expect(cycleViolations(tree)).toEqual([
      "circle of imports: workers/a.ts → workers/b.ts → workers/c.ts → workers/a.ts",
    ]);
  });

  it("does not mind two ways to one file", () => {
    const tree = plantedTree({
      "workers/a.ts": `import "./b.ts"; import "./c.ts";`,
      "workers/b.ts": `import "./c.ts";`,
      "workers/c.ts": "",
    });
    expect(cycleViolations(tree)).toEqual([]);
  });
});

describe("the law of rule numbers", () => {
  const spec = { path: "objects/domain/x/SPEC.md", text: "| id | rule |\n| -- | -- |\n| X1 | one |\n- X2 two\n" };
  const verdict = (code: string) => specIdViolations([spec], plantedTree({ "test/x.test.ts": code }));

  it("finds a rule without a test and a test without a rule", () => {
    expect(verdict(`it("[X1] holds", () => {}); it.each([1])("[X9] holds", () => {});`)).toEqual([
      "test/x.test.ts:1 cites X9, which no SPEC.md holds",
      "objects/domain/x/SPEC.md holds X2, which no test's name cites",
    ]);
  });

  it("is content when both are the same set, requirements aside", () => {
    expect(verdict('it("[X1, X2] hold", () => {}); describe(`[R30]`, () => {});')).toEqual([]);
  });

  it("counts neither a comment nor a string outside a test's name", () => {
    expect(verdict(`// [X1]\nconst name = "[X1] [X2]";`)).toHaveLength(2);
  });

  it("finds a rule that stands twice", () => {
    const twice = { path: "b/SPEC.md", text: "| X1 | again |\n" };
    const tree = plantedTree({ "test/x.test.ts": `it("[X1] [X2] hold", () => {});` });
    expect(specIdViolations([spec, twice], tree)).toEqual([expect.stringContaining("X1 stands twice")]);
  });
});

describe("the law of sizes", () => {
  it("finds a file that is one line too long", () => {
    const tree = plantedTree({ "a.ts": "\n".repeat(FILE_LINES_MAX), "b.ts": "\n".repeat(FILE_LINES_MAX + 1) });
    expect(fileSizeViolations(tree)).toEqual([expect.stringContaining("b.ts has 401 lines")]);
  });

  it("tells the median and the ninth decile", () => {
    const tree = plantedTree(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`f${i}.ts`, "\n".repeat(i)])));
    expect(fileSizeGuide(tree)).toEqual({ median: 5, p90: 9 });
  });
});

describe("the law of names", () => {
  it("finds camel case, empty names and a missing opening", () => {
    const tree = plantedTree({
      "web/src/badName.ts": "// Owns it.",
      "workers/utils/time.ts": "// Owns it.",
      "workers/session-helper.ts": "// Owns it.",
      "workers/bare.ts": "export const a = 1;",
      "workers/fine-name.ts": "// Owns it.",
      "test/fine.test.ts": "const a = 1;",
    });
    expect(fileNameViolations(tree)).toEqual([
      "web/src/badName.ts is not named in kebab-case",
      "workers/utils/time.ts is named for nothing it does",
      "workers/session-helper.ts is named for nothing it does",
      "workers/bare.ts opens without a comment",
    ]);
  });
});

describe("the law of finished work", () => {
  const verdict = (code: string) => unfinishedViolations(plantedTree({ "workers/a.ts": code }));

  it.each([
    ["let a: any = 1;"],
    ["const a = {} as any;"],
    [`// @ts-${"ignore"}\nlet a = 1;`],
    [`// ${["biome", "ignore"].join("-")} lint: because\nlet a = 1;`],
    [`// ${"TO"}${"DO"} later\nlet a = 1;`],
    [`const text = "${"FIX"}${"ME"}";`],
    [`it${"."}skip("a", () => {});`],
    [`describe${"."}only("a", () => {});`],
    [`it${"."}skipIf(true)("a", () => {});`],
  ])("refuses %s", (code) => expect(verdict(code)).toHaveLength(1));

  it("allows words that only look like it", () => {
    expect(verdict(`const company = "any"; // any company, to do with it\nlist.only(1);`)).toEqual([]);
  });
});

describe("the law of bindings", () => {
  it.each([
    ["workers/queues/ingest.ts", "env.DB.prepare('')"],
    ["workers/api/routes/a.ts", "c.env.DB"],
    ["objects/runtime/a.ts", "this.env.PRESENCE"],
    ["workers/cron/a.ts", "const { DB } = env;"],
    ["workers/cron/a.ts", "env['DB']"],
  ])("refuses in %s: %s", (path, code) => {
    expect(bindingViolations(plantedTree({ [path]: code }))).toHaveLength(1);
  });

  it("allows it to one file of an actor, not to two", () => {
    const tree = plantedTree({ "objects/board/a.ts": "this.env.A", "objects/board/b.ts": "this.env.B" });
    expect(bindingViolations(tree)).toEqual([
      "objects/board/b.ts:1 reads the binding B, and so does objects/board/a.ts",
    ]);
  });

  it("allows it in the composition root, in tests, and passing env on", () => {
    expect(
      bindingViolations(
        plantedTree({
          "workers/deps.ts": "env.DB",
          "test/workers/a.test.ts": "env.DB",
          "workers/index.ts": "makeDeps(env)",
          "web/src/a.ts": "import.meta.env.DEV",
        }),
      ),
    ).toEqual([]);
  });
});

describe("the law of statuses", () => {
  it.each([
    "c.json({}, 404)",
    "new Response(null, { status: 204 })",
    "c.status(201)",
    "if (answer.status === 404) go()",
  ])("refuses in a route: %s", (code) =>
    expect(statusViolations(plantedTree({ "workers/api/routes/a.ts": code }))).toHaveLength(1),
  );

  it("allows them in problem.ts, and numbers that are no status", () => {
    const tree = plantedTree({
      "workers/api/problem.ts": "c.json({}, 404)",
      "workers/api/routes/a.ts": "const PAGE_SIZE = 200; take(200); c.json({ limit: 200 })",
      "browser/a.ts": "if (answer.status === 429) wait()",
    });
    expect(statusViolations(tree)).toEqual([]);
  });
});

describe("the law of logs", () => {
  it("refuses the console in production code and allows it to tests", () => {
    const tree = plantedTree({ "workers/a.ts": "console.log(1)", "test/cli/a.ts": "console.log(1)" });
    expect(loggingViolations(tree)).toEqual(["workers/a.ts:1 writes to the console"]);
  });
});
