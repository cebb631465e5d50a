// The platform accounts the fake board starts with: running, in error, switched off, stopped, never visited.
import type { AccountView } from "#contracts/api/account";
import { PLATFORMS } from "#domain/platform";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function seedAccounts(nowMs: number): AccountView[] {
  return PLATFORMS.map((platform, n) => ({
    id: `ac_${platform}`,
    platform,
    label: n === 4 ? "Harbour Lettings — mid-term and travel nurses, north side" : "Harbour Lettings, main",
    isActive: platform !== "leasebreak",
    sendMode: n === 0 ? "auto_send" : null,
    effectiveSendMode: n === 0 ? "auto_send" : "draft_only",
    rolloutStage: n === 0 ? "full" : n === 1 ? "canary" : "shadow",
    integrationMode: "rpa",
    sendsPerHourMax: 60,
    pollIntervalMs: n === 0 ? 30_000 : 720_000,
    loginState: platform === "furnishedfinder" ? null : platform === "renthop" ? "challenge" : "in",
    stopped:
      platform === "renthop"
        ? {
            code: "CHALLENGE",
            message: "RentHop asks to prove that a person is there.",
            next: "Sign in to RentHop by hand, solve the puzzle, then resume.",
            at: iso(nowMs - 2 * HOUR_MS),
          }
        : null,
    lastSuccessAt: platform === "furnishedfinder" ? null : iso(nowMs - (n + 1) * 4 * MINUTE_MS),
    lastError:
      platform === "roomies"
        ? { code: "TIMEOUT", message: "The inbox did not open in time.", at: iso(nowMs - 70 * MINUTE_MS) }
        : null,
    breaker:
      platform === "roomies"
        ? {
            code: "TIMEOUT",
            message: "The inbox did not open in time, five times in a row.",
            until: iso(nowMs + 9 * MINUTE_MS),
          }
        : null,
    ingest:
      platform === "furnishedfinder"
        ? null
        : { p50Ms: 12_000 + n * 9_000, p95Ms: 38_000 + n * 15_000, samples: platform === "renthop" ? 1 : 212 - 40 * n },
    listings: {
      syncedAt: n < 2 ? iso(nowMs - 3 * HOUR_MS) : null,
      nextSyncAt: n < 2 ? iso(nowMs + 9 * HOUR_MS) : null,
      problem:
        platform === "leasebreak"
          ? {
              code: "PACK_UNCONFIRMED",
              message: "The list of adverts was never confirmed.",
              next: "Open the list once and confirm it.",
            }
          : null,
    },
    nextPollAt: platform === "leasebreak" || platform === "renthop" ? null : iso(nowMs + (n + 1) * 20_000),
  }));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
