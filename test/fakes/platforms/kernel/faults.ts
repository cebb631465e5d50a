// The misbehaviour all sites share, as one layer in front of their pages: log, delay, guard pages, failures, gates.
// What a send does is send.ts; what a page looks like is the site's.

import { setTimeout as sleep } from "node:timers/promises";
import { challengePage } from "./challenge-pages.ts";
import { SERVER_ERROR_PAGE } from "./send.ts";
import type { TwinApp, TwinContext } from "./site.ts";
import type { GeneralSwitches, SwitchValues } from "./switches.ts";
import type { Tally } from "./tally.ts";

type Parts = {
  readonly values: () => Pick<
    SwitchValues<GeneralSwitches>,
    "latency_ms" | "challenge" | "retry_after_s" | "fail_rate" | "headless_gate" | "keep_alive"
  >;
  readonly now: () => number;
  readonly tally: Tally;
  /** 1, 2, 3...: the turn of this request in the spread of failures. Durable. */
  readonly nextTurn: () => number;
  readonly hasSession: (c: TwinContext) => boolean;
  readonly signedOut: (c: TwinContext) => Response | Promise<Response>;
  readonly forbid: (c: TwinContext, what: string) => Response;
  readonly closing: AbortSignal;
};

/** Logged for a request whose connection was gone before an answer. */
export const STATUS_CUT = 0;

/** Puts the layer in front of every page of the site. Call before the site adds its routes. */
export function addFaults(
  app: TwinApp,
  site: { protectedPaths: readonly string[]; forbiddenPaths: readonly string[] },
  parts: Parts,
): void {
  app.use("*", async (c, next) => {
    const atMs = parts.now();
    if (parts.values().keep_alive === "off") c.env.outgoing.setHeader("Connection", "close");
    await next();
    const url = new URL(c.req.url);
    const entry = {
      method: c.req.method,
      path: url.pathname + url.search,
      userAgent: c.req.header("user-agent") ?? "",
    };
    parts.tally.request({ ...entry, status: c.env.incoming.socket.destroyed ? STATUS_CUT : c.res.status }, atMs);
  });
  app.use("*", async (c, next) => {
    const values = parts.values();
    if (values.latency_ms > 0) {
      await sleep(values.latency_ms, undefined, { signal: parts.closing }).catch(() => undefined);
    }
    if (values.challenge !== "off") return challengePage(c, values.challenge, values.retry_after_s);
    if (values.fail_rate > 0 && failsAt(parts.nextTurn(), values.fail_rate)) return c.html(SERVER_ERROR_PAGE, 500);
    if (values.headless_gate === "on" && (c.req.header("user-agent") ?? "").includes("HeadlessChrome")) {
      return parts.signedOut(c);
    }
    return next();
  });
  for (const path of site.forbiddenPaths) app.all(path, (c) => parts.forbid(c, "forbidden path"));
  for (const path of site.protectedPaths) {
    app.use(path, async (c, next) => (parts.hasSession(c) ? next() : parts.signedOut(c)));
  }
}

/** Spreads `percent` failures evenly: of any 100 turns in a row exactly `percent` fail. */
export function failsAt(turn: number, percent: number): boolean {
  return Math.floor((turn * percent) / 100) > Math.floor(((turn - 1) * percent) / 100);
}
