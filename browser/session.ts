// Borrows a browser for one visit and gives it back: own context per visit, session restored before and captured after, always
// cleaned up. Never touches the user agent, never hides that this is an automated browser, solves nothing.

import puppeteer, {
  type Browser,
  type BrowserContext,
  type BrowserWorker,
  type CDPSession,
  type Page,
} from "@cloudflare/puppeteer";
import type { Fault, StorageState } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import { classify, fault } from "./fault.ts";
import { DeadlinePassed, within } from "./in-page.ts";
import { keepPostsSingle } from "./single-post.ts";
import { captureStorage, EMPTY_STORAGE_STATE, restoreStorage } from "./storage-state.ts";

/** Longest visit when the caller names none: an inbox and some threads at a prudent pace. A send has its own, shorter one. */
const VISIT_MS_MAX = 5 * 60_000;
/** Longest wait for a browser to start or to answer a connection. */
const LAUNCH_MS_MAX = 30_000;
/** Longest wait for one step of setting up or cleaning up. */
const STEP_MS_MAX = 10_000;
/** An idle browser costs money by the hour: it is kept only for the next job of the same burst. */
export const KEEP_ALIVE_MS = 30_000;
/** How many running browsers are asked before a new one is launched. */
const BORROW_TRIES_MAX = 3;
/** Wide enough for the desktop layouts the packs describe. */
const VIEWPORT = { width: 1280, height: 900 } as const;

export type VisitOptions = {
  readonly origin: string;
  /** Null for an account that never logged in. */
  readonly storageState: StorageState | null;
  readonly deadlineMs?: number;
};

export type Visit<Value> = { readonly value: Value; readonly storageState: StorageState };

/**
 * Opens a page in a context of its own and hands it to `use`, once: when the browser is lost in the middle, `use` is not repeated,
 * because it may have clicked. What `use` throws is thrown on after cleaning up. A visit over its deadline is a TIMEOUT.
 */
export async function withPage<Value>(
  binding: BrowserWorker,
  options: VisitOptions,
  use: (page: Page) => Promise<Value>,
): Promise<Result<Visit<Value>, Fault>> {
  const prepared = await prepare(binding, options);
  if (!prepared.ok) return prepared;
  const { page, cdp } = prepared.value;
  const previous = options.storageState ?? EMPTY_STORAGE_STATE;
  const deadlineMs = options.deadlineMs ?? VISIT_MS_MAX;
  try {
    const value = await within(deadlineMs, use(page));
    const storageState = await captureStorage(page, cdp, previous, options.origin).catch(() => previous);
    return ok({ value, storageState });
  } catch (thrown) {
    if (!(thrown instanceof DeadlinePassed)) throw thrown;
    return err(fault("TIMEOUT", "the visit took longer than it may"));
  } finally {
    await giveBack(prepared.value);
  }
}

type Prepared = {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
};

/** Two tries: a borrowed browser may be dying, and then a new one is launched, once. */
async function prepare(binding: BrowserWorker, options: VisitOptions): Promise<Result<Prepared, Fault>> {
  const borrowed = await borrow(binding).catch(() => null);
  if (borrowed !== null) {
    const opened = await openContext(borrowed, options).catch(() => null);
    if (opened !== null) return ok(opened);
    await borrowed.disconnect().catch(() => undefined);
  }
  try {
    const launched = await within(LAUNCH_MS_MAX, puppeteer.launch(binding, { keep_alive: KEEP_ALIVE_MS }));
    try {
      return ok(await openContext(launched, options));
    } catch (thrown) {
      await within(STEP_MS_MAX, launched.close()).catch(() => undefined);
      return err(classify(thrown));
    }
  } catch (thrown) {
    return err(classify(thrown));
  }
}

/**
 * A running browser, free ones first. A busy one is tried too: the hosted product refuses the connection, while the local one shows
 * a browser as busy long after it was given back.
 */
async function borrow(binding: BrowserWorker): Promise<Browser | null> {
  const sessions = await within(STEP_MS_MAX, puppeteer.sessions(binding));
  const free = sessions.filter((session) => session.connectionId === undefined);
  const busy = sessions.filter((session) => session.connectionId !== undefined);
  for (const session of [...free, ...busy].slice(0, BORROW_TRIES_MAX)) {
    try {
      return await within(STEP_MS_MAX, puppeteer.connect(binding, session.sessionId));
    } catch {
      // Taken by someone else, or gone: the next one, or a launch.
    }
  }
  return null;
}

async function openContext(browser: Browser, options: VisitOptions): Promise<Prepared> {
  const context = await within(STEP_MS_MAX, browser.createBrowserContext());
  try {
    const page = await within(STEP_MS_MAX, context.newPage());
    const cdp = await within(STEP_MS_MAX, page.createCDPSession());
    // A dialog blocks the page. None is ever answered with yes, save the one that asks whether to leave a page.
    page.on("dialog", (dialog) => {
      (dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
    });
    await within(STEP_MS_MAX, page.setViewport(VIEWPORT));
    await keepPostsSingle(page);
    await restoreStorage(page, cdp, options.storageState ?? EMPTY_STORAGE_STATE, options.origin);
    return { browser, context, page, cdp };
  } catch (thrown) {
    await within(STEP_MS_MAX, context.close()).catch(() => undefined);
    throw thrown;
  }
}

/** Closes the context with all its tabs and lets go of the browser, which stays for the next visit. */
async function giveBack({ browser, context }: Prepared): Promise<void> {
  await within(STEP_MS_MAX, context.close()).catch(() => undefined);
  await browser.disconnect().catch(() => undefined);
}
