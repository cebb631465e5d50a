// What a browser fault means: may it be tried again, does it stop the account. Pure; the codes are in #contracts/browser.
// Foreign errors (Puppeteer, CDP, the browser binding) become faults here and nowhere else. Their text is matched, never copied:
// it may hold an address or page text.
import type { Fault, FaultCode } from "#contracts/browser";

type Extra = { readonly packKey?: string; readonly retryAfterMs?: number };

/** Builds a fault. `message` is a sentence for ops: no message text, no personal data. */
export function fault(code: FaultCode, message: string, extra: Extra = {}): Fault {
  return { code, message, ...extra };
}

/** A pack entry matched nothing where the page must hold it. */
export function selectorMissing(packKey: string, where: string): Fault {
  return fault("SELECTOR_MISSING", `the ${where} holds nothing that matches the pack entry ${packKey}`, { packKey });
}

const RETRYABLE: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "SESSION_EXPIRED",
  "SERVER_ERROR",
  "TIMEOUT",
  "NETWORK",
  "BROWSER_LOST",
  "BROWSER_BUSY",
  "RATE_LIMITED",
]);

/** Whether the same step may be tried again by itself, later. A click is never tried again on the strength of this. */
export function isRetryable(found: Fault): boolean {
  return RETRYABLE.has(found.code);
}

/** Whether a page that failed so may well arrive when it is asked for once more, a second later. */
export function mayPassSoon({ code }: Fault): boolean {
  return code === "SERVER_ERROR" || code === "NETWORK";
}

const STOPS_ACCOUNT: ReadonlySet<FaultCode> = new Set<FaultCode>([
  "CHALLENGE",
  "BLOCKED",
  "LOGIN_REFUSED",
  "LOGIN_NEEDS_HUMAN",
  // Asking again changes nothing: a person must confirm the selectors.
  "PACK_UNCONFIRMED",
]);

/** Whether the account must stop at once and a human be told (platforms.md section 8). Resumed only by hand. */
export function stopsAccount(found: Fault): boolean {
  return STOPS_ACCOUNT.has(found.code);
}

/**
 * Whether nothing more may be asked of the platform in this visit. "Too many requests" is among it: its account pauses as
 * long as the platform asks (objects/domain/account/breaker.ts) instead of standing still until a person comes.
 */
export function endsVisitAtOnce(found: Fault): boolean {
  return stopsAccount(found) || found.code === "RATE_LIMITED";
}

/** First match wins; what matches nothing is a lost browser, because only browser calls are classified. */
const PATTERNS: readonly (readonly [RegExp, FaultCode, string])[] = [
  [
    /code: 429|too many (requests|browsers)|rate limit exceeded|browser limit/i,
    "BROWSER_BUSY",
    "no browser is free now",
  ],
  [/timed? ?out|timeout|deadline/i, "TIMEOUT", "the page or the browser did not answer in time"],
  [/net::ERR_|NS_ERROR|navigation failed/i, "NETWORK", "the page could not be reached"],
];

/** Turns what Puppeteer, CDP or the binding threw into a fault. Called only around browser calls. */
export function classify(thrown: unknown): Fault {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  for (const [pattern, code, message] of PATTERNS) if (pattern.test(text)) return fault(code, message);
  return fault("BROWSER_LOST", "the browser session ended or did not answer as a browser");
}
