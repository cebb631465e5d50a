// How long a lead's message waited on the platform before it was in its conversation. Pure.
import type { SightedTime } from "../conversation/sighting.ts";

export type LatencySummary = { readonly p50Ms: number; readonly p95Ms: number; readonly samples: number };

/**
 * [A18] At most so long, in milliseconds; null when it cannot be told. A time by the minute counts from the minute's
 * beginning, so it is never flattered; `readThroughAtMs` is when everything on the platform was last read: the message was
 * not there then, so it waited no longer than since.
 */
export function ingestLatencyMs(sentAt: SightedTime, seenAtMs: number, readThroughAtMs: number | null): number | null {
  if (readThroughAtMs === null || sentAt.ms === null) return null;
  if (sentAt.precision !== "exact" && sentAt.precision !== "minute") return null;
  const bySentMs = Math.max(0, seenAtMs - sentAt.ms);
  // Written long before the last read and yet not seen then: an outage, or a thread that was hidden. That is its true age.
  const wasThere = sentAt.ms + MINUTE_MS < readThroughAtMs;
  return wasThere ? bySentMs : Math.min(bySentMs, Math.max(0, seenAtMs - readThroughAtMs));
}

/** [A18] Nearest-rank percentiles; null without samples. */
export function latencySummary(samplesMs: readonly number[]): LatencySummary | null {
  if (samplesMs.length === 0) return null;
  const sorted = samplesMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95), samples: sorted.length };
}

const MINUTE_MS = 60_000;
