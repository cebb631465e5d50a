// The data of one run: the demo agency with the waits of the run, its platforms alone, and who answers by itself.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "#domain/platform";
import type { SendMode } from "#domain/rollout/send-mode";
import type { TwinPlace } from "../local/confirmations.ts";
import { DEMO_CREDENTIALS, HARBOUR } from "../local/demo-agency.ts";
import { formatDevVars, mergeDevVars } from "../local/dev-vars.ts";
import { prepareLocalData } from "../local/local-data.ts";
import { openLocalStore } from "../local/local-store.ts";

export type AgencySettings = {
  /** Null: the demo agency's own. */
  readonly waits: AgencyWaits | null;
  readonly sendModeOf: (platform: Platform) => SendMode;
};

export type AgencyWaits = {
  readonly approvalHoldMs: number;
  readonly quietWindowMs: number;
  readonly pollIntervalMs: number;
  /** The setting has whole minutes; the column takes a part of one as well. */
  readonly offerHoldMs: number;
};

/** Waits that are settings, made short so that a run holds many messages. What they mean is tested elsewhere. */
export const SHORT_WAITS: AgencyWaits = {
  ...{ approvalHoldMs: 300, quietWindowMs: 500, pollIntervalMs: 1_500 },
  // Some choose in time; for others the time is open to everybody again.
  offerHoldMs: 6_000,
};

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
export async function prepareAgency(
  stateFolder: string,
  places: readonly TwinPlace[],
  { waits, sendModeOf }: AgencySettings,
): Promise<void> {
  await prepareLocalData(stateFolder, places);
  const store = await openLocalStore(stateFolder);
  const names = places.map(({ platform }) => platform);
  const waitsSql =
    waits === null
      ? []
      : [
          `UPDATE organisation_settings SET approval_hold_ms = ${waits.approvalHoldMs}, quiet_window_ms = ${waits.quietWindowMs}, offer_hold_minutes = ${waits.offerHoldMs / 60_000} WHERE organisation_id = '${HARBOUR.id}';`,
          `UPDATE platform_accounts SET quiet_poll_ms = ${waits.pollIntervalMs};`,
        ];
  try {
    await store.runSql(
      [
        ...waitsSql,
        ...names.map(
          (name) => `UPDATE platform_accounts SET send_mode = '${sendModeOf(name)}' WHERE platform = '${name}';`,
        ),
        `UPDATE platform_accounts SET is_active = 0 WHERE platform NOT IN (${names.map((name) => `'${name}'`).join(", ")});`,
      ].join("\n"),
    );
  } finally {
    await store.close();
  }
}

/** One platform of a run answers by itself, the demo agency's own if it is there; the others wait for an agent. */
export function oneAutomatic(all: readonly Platform[]): AgencySettings["sendModeOf"] {
  const automatic = all.find((platform) => platform === "roomies") ?? all.at(-1);
  return (platform) => (platform === automatic ? "auto_send" : "draft_only");
}
