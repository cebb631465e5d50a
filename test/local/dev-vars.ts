// The worker's secrets for the local run, in a file beside the state that they seal. Made once: a second start keeps
// every secret, or the stored platform sessions could not be opened any more. What depends on ports is written anew.
import { randomBytes } from "node:crypto";

export type DevVars = Readonly<Record<string, string>>;

const SECRET_BYTES = 32;
const LINE = /^([A-Z][A-Z0-9_]*)=(?:'([^']*)'|(.*))$/;

/** Keeps the secrets that `existing` holds, makes those that are missing, and takes everything in `fresh` as it is. */
export function mergeDevVars(existing: DevVars, fresh: DevVars): DevVars {
  return {
    BETTER_AUTH_SECRET: existing["BETTER_AUTH_SECRET"] || randomBytes(SECRET_BYTES).toString("base64url"),
    STORAGE_STATE_KEY: existing["STORAGE_STATE_KEY"] || randomBytes(SECRET_BYTES).toString("base64"),
    ...without(existing, ["BETTER_AUTH_SECRET", "STORAGE_STATE_KEY"]),
    ...fresh,
  };
}

/** Reads a file as formatDevVars writes it; lines that are none of it are passed over. */
export function parseDevVars(text: string): DevVars {
  const vars: Record<string, string> = {};
  for (const line of text.split("\n")) {
    const [, name, quoted, bare] = LINE.exec(line.trim()) ?? [];
    if (name !== undefined) vars[name] = quoted ?? bare ?? "";
  }
  return vars;
}

/** One `NAME='value'` per line. A value holds no single quote (the end), and no `$`, which the reader would expand. */
export function formatDevVars(vars: DevVars): string {
  const lines = Object.entries(vars).map(([name, value]) => {
    if (/['$\n]/.test(value)) throw new Error(`${name} cannot be written to the file`);
    return `${name}='${value}'\n`;
  });
  return lines.join("");
}

function without(vars: DevVars, names: readonly string[]): DevVars {
  return Object.fromEntries(Object.entries(vars).filter(([name]) => !names.includes(name)));
}
