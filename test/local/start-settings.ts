// What a developer may choose for `npm start`: PORT and LEASE_BOT_DATA. Everything else follows from them.
import { isAbsolute, join } from "node:path";
import { err, ok, type Result } from "#domain/kernel/result";
import { PLATFORMS, type Platform } from "#domain/platform";
import { PROJECT_ROOT } from "./quiet-environment.ts";

export const PORT_DEFAULT = 8787;
/** The last port from which the twins' ports still fit. */
const PORT_MAX = 65_535 - PLATFORMS.length;
const DATA_DEFAULT = ".local";

export type StartSettings = {
  /** The workboard's port; the twins take the ports after it, in the order of PLATFORMS. */
  readonly port: number;
  readonly twinPorts: readonly { readonly platform: Platform; readonly port: number }[];
  /** Absolute; holds the state, the twins' data, the secrets and the logs. */
  readonly dataFolder: string;
};

/** Reads the settings from the environment, or says in one sentence what is wrong. */
export function readStartSettings(env: Readonly<Record<string, string | undefined>>): Result<StartSettings, string> {
  const portText = env["PORT"]?.trim() || String(PORT_DEFAULT);
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port < 1 || port > PORT_MAX) {
    return err(`PORT must be a whole number from 1 to ${PORT_MAX}, not "${portText}".`);
  }
  const folder = env["LEASE_BOT_DATA"]?.trim() || DATA_DEFAULT;
  return ok({
    port,
    twinPorts: PLATFORMS.map((platform, index) => ({ platform, port: port + 1 + index })),
    dataFolder: isAbsolute(folder) ? folder : join(PROJECT_ROOT, folder),
  });
}
