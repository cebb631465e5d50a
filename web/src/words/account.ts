// A platform account's state in words, for people who run it.
import type { AccountView, ROLLOUT_STAGES, SEND_MODES } from "#contracts/api/account";
import type { LoginState } from "#domain/platform";
import { countDown } from "./time.ts";

export type AccountTone = "good" | "quiet" | "warn" | "bad";

const LOGIN_WORDS: Readonly<Record<LoginState, string>> = {
  in: "Signed in",
  out: "Signed out",
  gate: "Asks for one more step",
  challenge: "Shows a challenge",
  blocked: "Blocked by the platform",
};

export const SEND_MODE_WORDS: Readonly<Record<(typeof SEND_MODES)[number], string>> = {
  draft_only: "Drafts wait for approval",
  auto_send: "Clean replies go out",
};

export const STAGE_WORDS: Readonly<Record<(typeof ROLLOUT_STAGES)[number], string>> = {
  shadow: "Shadow: nothing leaves",
  canary: "Canary: a small share",
  full: "Full: every clean reply",
};

/** A lead's message must be here within a minute, 95 times of 100 (product requirement R4). */
const INGEST_P95_MS_TARGET = 60_000;

/** One line that says how the account is: stopped beats switched off beats pausing beats login state. */
export function accountWords(account: AccountView): { readonly tone: AccountTone; readonly words: string } {
  if (account.stopped !== null) return { tone: "bad", words: "Stopped, needs a person" };
  if (!account.isActive) return { tone: "quiet", words: "Switched off" };
  if (account.breaker !== null) return { tone: "warn", words: "Pauses after errors" };
  if (account.loginState === null) return { tone: "quiet", words: "Not visited yet" };
  return { tone: account.loginState === "in" ? "good" : "warn", words: LOGIN_WORDS[account.loginState] };
}

/** How long leads wait to be read, and whether that is too long; null before anything was measured. */
export function latencyWords(
  ingest: AccountView["ingest"],
): { readonly p50: string; readonly p95: string; readonly samples: string; readonly isSlow: boolean } | null {
  if (ingest === null) return null;
  const { p50Ms, p95Ms, samples } = ingest;
  return {
    p50: countDown(p50Ms),
    p95: countDown(p95Ms),
    samples: String(samples),
    isSlow: p95Ms > INGEST_P95_MS_TARGET,
  };
}

/** What an account that pauses does next. */
export function pauseWords(until: string, nowMs: number): string {
  const leftMs = Date.parse(until) - nowMs;
  return `It pauses, and tries again by itself ${leftMs <= 0 ? "now" : `in ${countDown(leftMs)}`}.`;
}

/** "every 30 s", "every 15 min". */
export function intervalWords(ms: number): string {
  if (ms < 60_000) return `every ${Math.round(ms / 1000)} s`;
  if (ms < 3_600_000) return `every ${Math.round(ms / 60_000)} min`;
  return `every ${Math.round(ms / 3_600_000)} h`;
}
