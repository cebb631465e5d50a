import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningTwin } from "../fakes/platforms/kernel/listen.ts";
import { startTwin } from "../fakes/platforms/main.ts";
import { HARBOUR } from "./demo-agency.ts";
import { prepareLocalData } from "./local-data.ts";
import { openLocalStore } from "./local-store.ts";

const OPEN_STORES_MS_MAX = 60_000;

describe("the local data", { timeout: OPEN_STORES_MS_MAX }, () => {
  let folder = "";
  let twin: RunningTwin;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "local-data-"));
    twin = await startTwin({ platform: "roomies", port: 0, dataDir: ":memory:" });
  });
  afterAll(async () => {
    await twin.close();
    rmSync(folder, { recursive: true });
  });

  const prepare = () => prepareLocalData(folder, [{ platform: "roomies", origin: twin.origin }]);

  it("are made once, and what people changed since stays", async () => {
    expect(await prepare()).toMatch(/migrations applied$/);
    expect(await prepare()).toBe("as it was");

    const store = await openLocalStore(folder);
    expect(await store.applyMigrations()).toBe(0);
    await store.runSql(`UPDATE organization SET name = 'Renamed; by "hand"' WHERE id = '${HARBOUR.id}';`);
    await store.close();
    rmSync(join(folder, "prepared-from"));
    expect(await prepare()).toBe("brought up to date");

    const after = await openLocalStore(folder);
    const names = await after.runSql(`SELECT name FROM organization WHERE id = '${HARBOUR.id}';`);
    expect(names).toEqual([{ name: 'Renamed; by "hand"' }]);
    await after.close();
  });
});
