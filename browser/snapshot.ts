// Opens pages and takes them down for the pure parsers: one round trip waits inside the page and returns its HTML.
// Judges nothing about leads and messages; it only tells challenge, block and error pages from ordinary ones.
import type { Fault, LoginState } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Site } from "./adapter.ts";
import { BLOCK_TITLES, CHALLENGE_TITLES, readChallenge, readRetryAfter } from "./challenge.ts";
import { classify, fault, mayPassSoon } from "./fault.ts";
import { type PageProbe, runInPage, sleep } from "./in-page.ts";
import { trustedValue } from "./pack.ts";
import { type Observed, type ObserveRule, observePage } from "./page-code.ts";
import { watchParts } from "./page-parts.ts";

/** Longest wait for a document to load. */
const NAVIGATION_MS_MAX = 20_000;
/** Longest wait for a loaded document to show its content ("Loading messages" was seen for up to 12 s). */
const READY_MS_MAX = 12_000;
/** A page that did not arrive is asked for again like a person would, twice, a little later each time; then the visit ends. */
const OPENS_MAX = 3;
const REOPEN_MS = 1_000;
/** How often a page may navigate by itself while it is being read (login redirects, META refresh). */
const REDIRECTS_MAX = 5;
const AFTER_REDIRECT_MS = 100;
/** How often the consent overlay is clicked away before one page is read without it. */
const CONSENT_CLICKS_MAX = 1;

/** When a page counts as loaded. All parts optional; without `any` and `anyText` a parsed document is ready. */
export type ReadyRule = {
  /** CSS selectors of the DOM (no cheerio extensions), one of which must match. */
  readonly any?: readonly string[];
  /** Words of the visible text, any case, one of which must be there. */
  readonly anyText?: readonly string[];
  /** Words of the visible text, any case, that must be gone. */
  readonly notWhileText?: readonly string[];
  /** Selectors whose visibility the snapshot shall tell, by name. */
  readonly visible?: Readonly<Record<string, string>>;
  /** Source of a regular expression that the address must match: for pages that change it without a navigation. */
  readonly url?: string;
  /** A reading of the platform's own, taken at the same moment as the HTML; its answer is `probed`. */
  readonly probe?: PageProbe;
  /** Milliseconds; default READY_MS_MAX. 0 takes the page as it is. */
  readonly msMax?: number;
  /** After a click: a page with the platform's own content is taken down whatever its status, for it may hold a notice. */
  readonly keepsErrorStatus?: boolean;
};

/** A page at one moment. `isReady` is false when the wait ended without the rule being met: never read that as "empty". */
export type Snapshot = Observed & { readonly takenAtMs: number };

/**
 * Goes to an address of the site with a GET and takes the page down once ready. Challenge, block, 429 and 5xx pages are faults.
 * A GET changes nothing there, so a page that did not arrive, or only in part, is asked for again.
 */
export async function openPage(site: Site, path: string, ready: ReadyRule): Promise<Result<Snapshot, Fault>> {
  for (let opens = 1; ; opens += 1) {
    const isLast = opens >= OPENS_MAX;
    const opened = await openOnce(site, path, ready, isLast);
    if (opened.ok || isLast || !mayPassSoon(opened.error)) return opened;
    await sleep(REOPEN_MS * opens);
  }
}

/** `isLast`: a page that shows its content is taken although a script of it is missing, for it may always be. */
async function openOnce(site: Site, path: string, ready: ReadyRule, isLast: boolean): Promise<Result<Snapshot, Fault>> {
  const parts = watchParts(site.page, site.origin);
  try {
    const response = await site.page.goto(site.origin + path, {
      waitUntil: "domcontentloaded",
      timeout: NAVIGATION_MS_MAX,
    });
    const retryAfterMs = readRetryAfter(response?.headers()["retry-after"], site.now());
    const taken = await takeSnapshot(site, ready, retryAfterMs);
    if (!taken.ok) return taken;
    const missing = taken.value.isReady ? (isLast ? null : parts.missingScript()) : parts.missing();
    return missing === null ? taken : err(missing);
  } catch (thrown) {
    return err(classify(thrown));
  } finally {
    parts.stop();
  }
}

/** Takes the page on screen down once ready, following its own redirects and clicking a consent overlay away. */
export async function takeSnapshot(
  site: Site,
  ready: ReadyRule,
  retryAfterMs?: number,
): Promise<Result<Snapshot, Fault>> {
  const consent = trustedValue(site.pack, "page.consent");
  const rule = ruleOf(ready, consent);
  for (let redirects = 0, consents = 0; ; ) {
    try {
      const observed = await runInPage(site.page, observePage, rule, rule.msMax, ready.probe);
      const overlay = observed.visible["page.consent"];
      if (overlay && consents < CONSENT_CLICKS_MAX) {
        consents += 1;
        await site.page.mouse.click(overlay.x, overlay.y);
        await sleep(AFTER_REDIRECT_MS);
        continue;
      }
      const hasContent = observed.isReady && rule.any.length + rule.anyText.length > 0;
      const isOwnPage = hasContent && ready.keepsErrorStatus === true;
      const found = readErrorPage(isOwnPage ? { ...observed, status: null } : observed, hasContent, retryAfterMs);
      return found ? err(found) : ok({ ...observed, takenAtMs: site.now() });
    } catch (thrown) {
      if (!isNavigating(thrown) || redirects >= REDIRECTS_MAX) return err(classify(thrown));
      redirects += 1;
      await sleep(AFTER_REDIRECT_MS);
    }
  }
}

/** What a fault says of our session: challenge and block pages are login states of their own; other faults say nothing. */
export function loginStateOf(found: Fault): Result<LoginState, Fault> {
  if (found.code === "CHALLENGE") return ok("challenge");
  if (found.code === "BLOCKED") return ok("blocked");
  if (found.code === "SESSION_EXPIRED") return ok("out");
  return err(found);
}

function ruleOf(ready: ReadyRule, consent: string | null): ObserveRule {
  const lower = (words: readonly string[] | undefined) => (words ?? []).map((word) => word.toLowerCase());
  return {
    any: ready.any ?? [],
    anyText: lower(ready.anyText),
    notWhileText: lower(ready.notWhileText),
    stopTitles: [...CHALLENGE_TITLES, ...BLOCK_TITLES],
    visible: { ...ready.visible, ...(consent === null ? {} : { "page.consent": consent }) },
    url: ready.url ?? null,
    msMax: ready.msMax ?? READY_MS_MAX,
  };
}

function readErrorPage(observed: Observed, hasContent: boolean, retryAfterMs: number | undefined): Fault | null {
  if (observed.url.startsWith("chrome-error:")) return fault("NETWORK", "the browser shows its own error page");
  const { status, title, text } = observed;
  return readChallenge({ status, title, text, hasContent, retryAfterMs });
}

/** Chromium's words for "the document you asked went away meanwhile": the next look sees the new one. */
function isNavigating(thrown: unknown): boolean {
  const text = thrown instanceof Error ? thrown.message : "";
  return /context was destroyed|cannot find context|inspected target navigated|frame was detached|detached frame/i.test(
    text,
  );
}
