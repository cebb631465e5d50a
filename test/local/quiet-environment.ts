// The environment in which wrangler, miniflare and vitest run here: no network, no telemetry, no questions, and every
// file they keep inside the project.
import { join, resolve } from "node:path";

export const PROJECT_ROOT = resolve(import.meta.dirname, "../..");
/** What may be thrown away at any time: build records, the browser, tools' own files. */
export const CACHE_FOLDER = join(PROJECT_ROOT, ".cache");

/** `cacheHome` is where miniflare looks for its browser (from prepareChromium). */
export function quietEnvironment(cacheHome: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    XDG_CACHE_HOME: cacheHome,
    XDG_CONFIG_HOME: join(CACHE_FOLDER, "config"),
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_LOG_PATH: join(CACHE_FOLDER, "wrangler-logs"),
    WRANGLER_REGISTRY_PATH: join(CACHE_FOLDER, "wrangler-registry"),
  };
}
