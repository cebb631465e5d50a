import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { packFor } from "#browser/platforms/registry";

const COMMAND = fileURLToPath(new URL("./drift.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lease-bot-drift-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const drift = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", COMMAND, ...words]);
  return { status, stdout: String(stdout), stderr: String(stderr) };
};

const inbox = (row: string) => `<a class="${row}" data-thread-id="1_2" data-message-id="3" href="?thread_id=1_2">
  <span class="name">Alex P</span></a>`;
const words = ["--platform", "spareroom", "--page", "inbox"];

describe("the drift command", () => {
  it("ends with 0 while everything needed matches, and with 1 once a class was renamed", () => {
    const fine = drift(...words, fileOf("fine.html", inbox("thread_item")));
    expect(fine).toMatchObject({ status: 0, stdout: expect.stringContaining("parser   1 rows") });
    const renamed = drift(...words, fileOf("renamed.html", inbox("thread_item2")));
    expect(renamed).toMatchObject({ status: 1, stdout: expect.stringMatching(/MISSING +inbox\.row +0 × SEEN-L/) });
    expect(renamed.stdout).toContain("perhaps a.thread_item2");
    expect(renamed.stdout).toContain("SELECTOR_MISSING at inbox.row");
  });

  it("takes another pack, and speaks JSON", () => {
    const pack = packFor("spareroom");
    const row = { ...pack.entries["inbox.row"], value: "a.thread_item2" };
    const other = { ...pack, version: 4, entries: { ...pack.entries, "inbox.row": row } };
    const packFile = fileOf("pack.json", JSON.stringify(other));
    const page = fileOf("renamed.html", inbox("thread_item2"));
    const { status, stdout } = drift(...words, page, "--pack", packFile, "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ packVersion: 4, reading: { kind: "inbox", rows: 1 }, isDrifted: false });
  });

  it("ends with 2 and its usage when it is called in another way", () => {
    const page = fileOf("page.html", "");
    const calls = [
      [],
      ["--platform", "x", "--page", "inbox", page],
      [...words],
      [...words, join(folder, "absent.html")],
    ];
    for (const call of [...calls, [...words, page, "--pack", page], [...words, page, "--url", "nowhere"]]) {
      expect(drift(...call)).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run drift") });
    }
  });
});
