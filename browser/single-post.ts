// Keeps Chromium from posting twice by itself. When a connection that was used before is cut ahead of any answer, Chromium sends the
// same request again on a new one, a POST too, and nobody in the page or here is told: the lead would get the message twice.
import type { Page } from "@cloudflare/puppeteer";
import { ROUND_TRIP_MS_MAX, within } from "./in-page.ts";

/**
 * Asks for a connection per request on this tab, so that no POST travels on a used one. Must be set before the first page is
 * opened. Works for HTTP/1.1 and not for HTTP/2, where a repeat can only be seen afterwards: docs/sending.md says what was tried.
 */
export async function keepPostsSingle(page: Page): Promise<void> {
  await within(ROUND_TRIP_MS_MAX, page.setExtraHTTPHeaders({ Connection: "close" }));
}
