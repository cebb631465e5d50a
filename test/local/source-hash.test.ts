import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceHash } from "./source-hash.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "source-hash-"));
  mkdirSync(join(root, "web/dist"), { recursive: true });
  writeFileSync(join(root, "web/a.ts"), "one");
});
afterEach(() => rmSync(root, { recursive: true }));

it("changes with content and names, not with what was built or what is missing", () => {
  const before = sourceHash(root, ["web", "gone"]);
  writeFileSync(join(root, "web/dist/out.js"), "built");
  expect(sourceHash(root, ["web", "gone"])).toBe(before);
  writeFileSync(join(root, "web/a.ts"), "two");
  const changed = sourceHash(root, ["web"]);
  expect(changed).not.toBe(before);
  writeFileSync(join(root, "web/b.ts"), "");
  expect(sourceHash(root, ["web"])).not.toBe(changed);
});
