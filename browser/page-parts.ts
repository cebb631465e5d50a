// Notices that a page came without some of its own parts: a script that got a 500, a list whose request was cut. Such a page looks
// empty or changed and is neither. Only watches; judges nothing but the parts' fate.
import type { HTTPRequest, HTTPResponse, Page } from "@cloudflare/puppeteer";
import type { Fault } from "#contracts/browser";
import { fault } from "./fault.ts";

/** Parts that put rows on a page. A picture or a font that is missing changes nothing that is read. */
const PARTS: ReadonlySet<string> = new Set(["script", "xhr", "fetch"]);

export type PartsWatch = {
  /** The fault of the newest part that did not arrive, or null. */
  readonly missing: () => Fault | null;
  /** The same for scripts alone: without one a page may show its rows and not work. */
  readonly missingScript: () => Fault | null;
  readonly stop: () => void;
};

/** Watches what the page asks of its own site until `stop`. Other sites' parts (advertising, statistics) fail all the time. */
export function watchParts(page: Page, origin: string): PartsWatch {
  let missing: Fault | null = null;
  let missingScript: Fault | null = null;
  const miss = (request: HTTPRequest, found: Fault) => {
    missing = found;
    if (request.resourceType() === "script") missingScript = found;
  };
  const onResponse = (response: HTTPResponse) => {
    const status = response.status();
    // 429 too: the page itself was served, and it is asked for again only after a pause.
    if ((status < 500 && status !== 429) || !isOwnPart(response.request(), origin)) return;
    miss(response.request(), fault("SERVER_ERROR", `a part of the page was answered with ${status}`));
  };
  const onFailed = (request: HTTPRequest) => {
    // What a page cancels itself, or leaves behind by navigating, is aborted and not missed.
    if (!isOwnPart(request, origin) || request.failure()?.errorText === "net::ERR_ABORTED") return;
    miss(request, fault("NETWORK", "a part of the page did not arrive"));
  };
  page.on("response", onResponse);
  page.on("requestfailed", onFailed);
  return {
    missing: () => missing,
    missingScript: () => missingScript,
    stop: () => {
      page.off("response", onResponse);
      page.off("requestfailed", onFailed);
    },
  };
}

function isOwnPart(request: HTTPRequest, origin: string): boolean {
  return PARTS.has(request.resourceType()) && request.url().startsWith(`${origin}/`);
}
