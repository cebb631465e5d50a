// Runs code inside the page in ONE round trip, with a deadline. Page code lives in page-code.ts and is written for the page alone:
// it may use nothing but its argument and the globals of a page.
import type { Page } from "@cloudflare/puppeteer";

/** Longest wait for one answer of the browser besides the time that the page code itself is allowed. */
export const ROUND_TRIP_MS_MAX = 10_000;

/** Thrown when a browser call did not end in time; `classify` reads it as TIMEOUT. */
export class DeadlinePassed extends Error {
  override readonly name = "DeadlinePassed";
}

/** A platform's own reading, made inside the page at the moment a snapshot is taken. Built by `probeOf`. */
export type PageProbe = { readonly source: string };

/** Binds page code to its argument, to be run by a snapshot. Same rules as all page code; what it answers must be JSON. */
export function probeOf<Arg>(code: (arg: Arg) => unknown, arg: Arg): PageProbe {
  return { source: `() => (${code.toString()})(${JSON.stringify(arg)})` };
}

/**
 * Runs `code(arg)` in the page and returns its JSON value. Throws what the browser throws, or DeadlinePassed.
 * `pageMsMax`: how long the page code itself may take. `probe` is handed to the code as its second argument.
 * The bundler wraps named functions in a helper called __name, which no page knows: it is handed in here.
 */
export async function runInPage<Arg, Value>(
  page: Page,
  code: (arg: Arg, probe?: () => unknown) => Value | Promise<Value>,
  arg: Arg,
  pageMsMax = 0,
  probe?: PageProbe,
): Promise<Value> {
  const args = probe === undefined ? JSON.stringify(arg) : `${JSON.stringify(arg)}, ${probe.source}`;
  const source = `((__name) => (${code.toString()})(${args}))((named) => named)`;
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
