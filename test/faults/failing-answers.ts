// What may become of one request when a platform is not reliable: a choice by chance, and the bytes of the bad answers.
import type { Chance } from "./chance.ts";

/**
 * error_500, limited_429: answered so, the platform never sees the request. cut: the connection breaks before the platform
 * sees it. answer_lost: the platform does what it was asked, its answer is cut off. slow: both, late.
 */
const BAD_FATES = [
  { fate: "error_500", weight: 30 },
  { fate: "limited_429", weight: 10 },
  { fate: "cut", weight: 20 },
  { fate: "answer_lost", weight: 20 },
  { fate: "slow", weight: 20 },
] as const;
export type BadFate = (typeof BAD_FATES)[number]["fate"];
export type Fate = BadFate | "good";

export const SLOW_MS = 2_500;
export const RETRY_AFTER_SECONDS = 2;

/** Of 100 requests `percent` meet a bad fate. */
export function fatesBy(chance: Chance, percent: number): () => Fate {
  return () => (chance.happens(percent) ? chance.pick(BAD_FATES).fate : "good");
}

/** The whole answer, or null when the request is not answered like that. */
export function badAnswer(fate: Fate): string | null {
  if (fate === "error_500") return answerOf("500 Internal Server Error", []);
  if (fate !== "limited_429") return null;
  return answerOf("429 Too Many Requests", [`Retry-After: ${RETRY_AFTER_SECONDS}`]);
}

function answerOf(status: string, headers: readonly string[]): string {
  const page = `<!doctype html><title>${status}</title><h1>${status}</h1>`;
  const lines = ["Content-Type: text/html", `Content-Length: ${page.length}`, "Connection: close", ...headers];
  return [`HTTP/1.1 ${status}`, ...lines, "", page].join("\r\n");
}
