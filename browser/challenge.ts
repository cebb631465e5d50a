// Tells a challenge, block or rate-limit page from a page of the platform (platforms.md section 6). Pure.
// Words of the body count only where the platform's own content is absent: a lead may write any of them in a message.
import type { Fault } from "#contracts/browser";
import { fault } from "./fault.ts";

export type PageSigns = {
  /** HTTP status of the document, or null when it is not known. */
  readonly status: number | null;
  readonly title: string;
  /** Visible text of the page. */
  readonly text: string;
  /** True when the page holds content of the platform that only a served page has (rows, messages, a login form). */
  readonly hasContent: boolean;
  /** Value of the Retry-After header, in milliseconds from now. */
  readonly retryAfterMs?: number | undefined;
};

/** Titles that end the wait for a page at once; the page code gets them in lower case. */
export const CHALLENGE_TITLES = ["just a moment", "attention required"] as const;
export const BLOCK_TITLES = ["access denied", "request blocked"] as const;

const HARD_BLOCK_WORDS = "sorry, you have been blocked";
const CHALLENGE_WORDS = [
  "verifying you are human",
  "performance & security by cloudflare",
  "cloudflare ray id",
  "checking if the site connection is secure",
  "ray id:",
];

/** The fault a page stands for, or null when it is an ordinary page. 5xx other than 503 is a server error. */
export function readChallenge(signs: PageSigns): Fault | null {
  const title = signs.title.toLowerCase();
  const text = signs.hasContent ? "" : signs.text.toLowerCase();
  const status = signs.status ?? 0;

  if (status === 429) {
    const wait = signs.retryAfterMs === undefined ? {} : { retryAfterMs: signs.retryAfterMs };
    return fault("RATE_LIMITED", "the platform answered 429: too many requests", wait);
  }
  if (text.includes(HARD_BLOCK_WORDS)) return fault("BLOCKED", "the platform shows its hard block page");
  if (
    CHALLENGE_TITLES.some((words) => title.includes(words)) ||
    CHALLENGE_WORDS.some((words) => text.includes(words))
  ) {
    return fault("CHALLENGE", "the platform shows a challenge page; a human must open it");
  }
  if (BLOCK_TITLES.some((words) => title.includes(words)))
    return fault("BLOCKED", "the page title says access is denied");
  if (status === 403) return fault("BLOCKED", "the platform answered 403");
  if (status === 503) return fault("CHALLENGE", "the platform answered 503, as challenge pages do");
  if (status >= 500) return fault("SERVER_ERROR", `the platform answered ${status}`);
  return null;
}

/** Retry-After in milliseconds from now: seconds or an HTTP date. Undefined when absent or unreadable. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header.trim()) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
