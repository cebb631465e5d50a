// The data of one run: the demo agency with shorter waits, the platforms of the run alone, and who answers by itself.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "#domain/platform";
import type { SendMode } from "#domain/rollout/send-mode";
import type { TwinPlace } from "../local/confirmations.ts";
import { DEMO_CREDENTIALS, HARBOUR } from "../local/demo-agency.ts";
import { formatDevVars, mergeDevVars } from "../local/dev-vars.ts";
import { prepareLocalData } from "../local/local-data.ts";
import { openLocalStore } from "../local/local-store.ts";

/** Waits that are settings, made short so that a run holds many messages. What they mean is tested elsewhere. */
const APPROVAL_HOLD_MS = 300;
const QUIET_WINDOW_MS = 500;
const POLL_INTERVAL_MS = 1_500;

/** Writes the secrets' file. Answers its path. */
export function writeSecrets(folder: string, places: readonly TwinPlace[]): string {
  const path = join(folder, "dev.vars");
  const origins = Object.fromEntries(places.map((place) => [place.platform, place.origin]));
  const vars = mergeDevVars(
    {},
    { PLATFORM_BASE_URLS: JSON.stringify(origins), PLATFORM_CREDENTIALS: JSON.stringify(DEMO_CREDENTIALS) },
  );
  writeFileSync(path, formatDevVars(vars), { mode: 0o600 });
  mkdirSync(join(folder, "temporary"), { recursive: true });
  return path;
}

/** The product must not run yet, the twins must. */
export async function prepareAgency(folder: string, places: readonly TwinPlace[]): Promise<void> {
  const state = join(folder, "state");
  await prepareLocalData(state, places);
  const store = await openLocalStore(state);
  const names = places.map(({ platform }) => platform);
  const automatic = automaticPlatform(names);
  try {
    await store.runSql(
      [
        `UPDATE organisation_settings SET approval_hold_ms = ${APPROVAL_HOLD_MS}, quiet_window_ms = ${QUIET_WINDOW_MS} WHERE organisation_id = '${HARBOUR.id}';`,
        `UPDATE platform_accounts SET quiet_poll_ms = ${POLL_INTERVAL_MS}, send_mode = 'draft_only';`,
        `UPDATE platform_accounts SET send_mode = 'auto_send' WHERE platform = '${automatic}';`,
        `UPDATE platform_accounts SET is_active = 0 WHERE platform NOT IN (${names.map((name) => `'${name}'`).join(", ")});`,
      ].join("\n"),
    );
  } finally {
    await store.close();
  }
}

export function sendModeOf(platform: Platform, all: readonly Platform[]): SendMode {
  return platform === automaticPlatform(all) ? "auto_send" : "draft_only";
}

/** One platform of a run answers by itself: the demo agency's own if it is there. */
function automaticPlatform(all: readonly Platform[]): Platform | undefined {
  return all.find((platform) => platform === "roomies") ?? all.at(-1);
}
