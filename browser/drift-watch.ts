// Keeps the page on screen at the very moment an adapter says that a pack entry no longer matches: a visit goes on to other pages, so
// later would be too late. Wraps an adapter and changes none of its answers; only the redacted page leaves this file.
import type { Page } from "@cloudflare/puppeteer";
import type { Fault, FaultCode, SendReport } from "#contracts/browser";
import type { Result } from "#domain/kernel/result";
import type { PlatformAdapter, Site } from "./adapter.ts";
import { within } from "./in-page.ts";
import { redactPage } from "./redact.ts";

/** Longest wait for the HTML of a page that is there already. */
const CONTENT_MS_MAX = 5_000;
/** A site that was rebuilt breaks every entry at once: the first few tell enough. */
const SIGHTS_MAX = 3;

/** A page that no longer is as the pack says. */
export type DriftSight = {
  readonly packKey: string;
  readonly faultCode: FaultCode;
  /** The pack that was in use. */
  readonly packVersion: number;
  readonly atMs: number;
  /** The redacted page; null when it could not be had. */
  readonly artefact: string | null;
};

const DRIFT_CODES: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "SELECTOR_MISSING",
  "EMPTY_WITHOUT_MARKER",
  "COMPOSER_MISSING",
  "SUBMIT_MISSING",
]);

/** Whether a fault says that the page changed, and which entry misses it. */
export function isDrift(found: Fault): found is Fault & { readonly packKey: string } {
  return found.packKey !== undefined && DRIFT_CODES.has(found.code);
}

export type DriftWatch = { readonly adapter: PlatformAdapter; readonly sights: readonly DriftSight[] };

/** The adapter, watched. `sights` grows while it is used: one per pack key, at most SIGHTS_MAX. */
export function watchDrift(adapter: PlatformAdapter): DriftWatch {
  const sights: DriftSight[] = [];
  const look = async (site: Site, found: Fault): Promise<void> => {
    if (!isDrift(found) || sights.length >= SIGHTS_MAX) return;
    if (sights.some((sight) => sight.packKey === found.packKey)) return;
    const { packKey, code: faultCode } = found;
    const artefact = await pageOnScreen(site.page).then((html) => (html === null ? null : redactPage(html, site.pack)));
    sights.push({ packKey, faultCode, packVersion: site.pack.version, atMs: site.now(), artefact });
  };
  const watched = async <Value>(site: Site, answer: Promise<Result<Value, Fault>>): Promise<Result<Value, Fault>> => {
    const result = await answer;
    if (!result.ok) await look(site, result.error);
    return result;
  };
  return {
    sights,
    adapter: {
      platform: adapter.platform,
      openInbox: (site) => watched(site, adapter.openInbox(site)),
      logIn: (site, credentials) => watched(site, adapter.logIn(site, credentials)),
      readInbox: (site) => watched(site, adapter.readInbox(site)),
      readThread: (site, ref) => watched(site, adapter.readThread(site, ref)),
      readListings: (site) => watched(site, adapter.readListings(site)),
      send: async (site, threadId, body, gate) => {
        const report = await adapter.send(site, threadId, body, gate);
        const found = faultOf(report);
        if (found !== null) await look(site, found);
        return report;
      },
    },
  };
}

function faultOf(report: SendReport): Fault | null {
  return report.kind === "stopped" || report.kind === "shown" ? null : report.fault;
}

/** Never throws: a page that cannot be had is no reason to lose the fault, or the report of a send. */
async function pageOnScreen(page: Page): Promise<string | null> {
  try {
    return await within(CONTENT_MS_MAX, page.content());
  } catch {
    return null;
  }
}
