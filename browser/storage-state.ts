// Puts a stored session (cookies, localStorage) into a fresh browser context and takes it out again. Values are secrets: they pass
// through and are never logged. Only what belongs to the site at hand is kept.

import type { CDPSession, Page } from "@cloudflare/puppeteer";
import type { StorageState } from "#contracts/browser";
import { ROUND_TRIP_MS_MAX, runInPage, within } from "./in-page.ts";
import { readLocalStorage } from "./page-code.ts";

export const EMPTY_STORAGE_STATE: StorageState = { cookies: [], origins: [] };

/** Restores before the first navigation. localStorage is written once, by the first document of the origin. */
export async function restoreStorage(page: Page, cdp: CDPSession, state: StorageState, origin: string): Promise<void> {
  const cookies = state.cookies.filter((cookie) => isSameSite(cookie.domain, origin));
  if (cookies.length > 0) {
    const restored = cookies.map(({ expires, sameSite, ...cookie }) => ({
      ...cookie,
      ...(sameSite === undefined ? {} : { sameSite }),
      // A session cookie has no date; Chromium writes -1 for it.
      ...(expires > 0 ? { expires } : {}),
    }));
    await within(ROUND_TRIP_MS_MAX, cdp.send("Network.setCookies", { cookies: restored }));
  }
  const entries = state.origins.find((stored) => stored.origin === origin)?.entries ?? [];
  if (entries.length === 0) return;
  const source = `if (location.origin === ${JSON.stringify(origin)}) {
    for (const [key, value] of ${JSON.stringify(entries)}) localStorage.setItem(key, value);
  }`;
  // Without this the script is taken and never run.
  await within(ROUND_TRIP_MS_MAX, cdp.send("Page.enable"));
  const { identifier } = await within(ROUND_TRIP_MS_MAX, cdp.send("Page.addScriptToEvaluateOnNewDocument", { source }));
  const removeOnce = () => {
    if (!page.url().startsWith(`${origin}/`)) return;
    page.off("domcontentloaded", removeOnce);
    cdp.send("Page.removeScriptToEvaluateOnNewDocument", { identifier }).catch(() => undefined);
  };
  page.on("domcontentloaded", removeOnce);
}

/** Takes the session as it is now. When the page is elsewhere the stored localStorage of `previous` stays. */
export async function captureStorage(
  page: Page,
  cdp: CDPSession,
  previous: StorageState,
  origin: string,
): Promise<StorageState> {
  const { cookies } = await within(ROUND_TRIP_MS_MAX, cdp.send("Network.getAllCookies"));
  const entries = await runInPage(page, readLocalStorage, { origin }).catch(() => null);
  const kept = previous.origins.filter((stored) => stored.origin !== origin || entries === null);
  return {
    cookies: cookies
      .filter((cookie) => isSameSite(cookie.domain, origin))
      .map(({ name, value, domain, path, expires, httpOnly, secure, sameSite }) => ({
        name,
        value,
        domain,
        path,
        expires,
        httpOnly,
        secure,
        ...(sameSite === undefined ? {} : { sameSite }),
      })),
    origins: entries === null || entries.length === 0 ? kept : [...kept, { origin, entries }],
  };
}

/** Takes the site's cookies and storage out of this context, as if nobody had ever logged in. */
export async function forgetSession(page: Page, origin: string): Promise<void> {
  const cdp = await within(ROUND_TRIP_MS_MAX, page.createCDPSession());
  try {
    const { cookies } = await within(ROUND_TRIP_MS_MAX, cdp.send("Network.getAllCookies"));
    for (const { name, domain, path } of cookies.filter((cookie) => isSameSite(cookie.domain, origin))) {
      await within(ROUND_TRIP_MS_MAX, cdp.send("Network.deleteCookies", { name, domain, path }));
    }
    const storageTypes = "local_storage";
    await within(ROUND_TRIP_MS_MAX, cdp.send("Storage.clearDataForOrigin", { origin, storageTypes }));
  } finally {
    await within(ROUND_TRIP_MS_MAX, cdp.detach()).catch(() => undefined);
  }
}

/** Whether a host (or cookie domain) belongs to the site of an origin: the same host, or one under the same last two labels. */
export function isSameSite(host: string, origin: string): boolean {
  const own = new URL(origin).hostname;
  const other = host.replace(/^\./, "");
  if (own === other) return true;
  if (/^[\d.]+$|:/.test(own)) return false;
  const site = own.split(".").slice(-2).join(".");
  return site.includes(".") && (other === site || other.endsWith(`.${site}`));
}
