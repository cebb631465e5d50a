// Runs code inside the page in ONE round trip, with a deadline. Page code lives in page-code.ts and is written for the page alone:
// it may use nothing but its argument and the globals of a page.
import type { Page } from "@cloudflare/puppeteer";

/** Longest wait for one answer of the browser besides the time that the page code itself is allowed. */
export const ROUND_TRIP_MS_MAX = 10_000;

/** Thrown when a browser call did not end in time; `classify` reads it as TIMEOUT. */
export class DeadlinePassed extends Error {
  override readonly name = "DeadlinePassed";
}

/**
 * Runs `code(arg)` in the page and returns its JSON value. Throws what the browser throws, or DeadlinePassed.
 * The bundler wraps named functions in a helper called __name, which no page knows: it is handed in here.
 */
export async function runInPage<Arg, Value>(
  page: Page,
  code: (arg: Arg) => Value | Promise<Value>,
  arg: Arg,
  pageMsMax = 0,
): Promise<Value> {
  const source = `((__name) => (${code.toString()})(${JSON.stringify(arg)}))((named) => named)`;
  return await within(pageMsMax + ROUND_TRIP_MS_MAX, page.evaluate(source) as Promise<Value>);
}

/** The promise, or DeadlinePassed when it takes longer than `msMax`. */
export async function within<Value>(msMax: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(`deadline of ${msMax} ms passed`)), msMax);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits. */
export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
