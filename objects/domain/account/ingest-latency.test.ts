import { describe, expect, it } from "vitest";
import { ingestLatencyMs, latencySummary } from "./ingest-latency.ts";
import { begun, ended, running, T0 } from "./talk.ts";

const at = (ms: number | null, precision: "exact" | "minute" | "day" | "none") => ({ ms, precision, raw: "" });

describe("ingest latency", () => {
  it("[A18] is how long an exactly dated message waited", () => {
    expect(ingestLatencyMs(at(T0, "exact"), T0 + 7_000, T0 - 40_000)).toBe(7_000);
  });

  it("[A18] is no longer than since the last whole read, where the platform shows minutes only", () => {
    expect(ingestLatencyMs(at(T0, "minute"), T0 + 55_000, T0 + 40_000)).toBe(15_000);
    expect(ingestLatencyMs(at(T0, "minute"), T0 + 20_000, T0 - 40_000)).toBe(20_000);
  });

  it("[A18] is the true age of a message that an earlier read did not show", () => {
    expect(ingestLatencyMs(at(T0, "exact"), T0 + 9_000_000, T0 + 8_990_000)).toBe(9_000_000);
  });

  it("[A18] is not told without a clock time, nor for what was there before the first read", () => {
    expect(ingestLatencyMs(at(T0, "day"), T0 + 1, T0)).toBeNull();
    expect(ingestLatencyMs(at(null, "none"), T0 + 1, T0)).toBeNull();
    expect(ingestLatencyMs(at(T0, "exact"), T0 + 1, null)).toBeNull();
    expect(ended(begun(running), { readThroughAtMs: T0 }).readThroughAtMs).toBe(T0);
    expect(ended(begun(running), { readThroughAtMs: null }).readThroughAtMs).toBeNull();
  });

  it("[A18] is summed up by nearest rank", () => {
    expect(latencySummary([])).toBeNull();
    expect(latencySummary([5])).toEqual({ p50Ms: 5, p95Ms: 5, samples: 1 });
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    expect(latencySummary(hundred)).toEqual({ p50Ms: 50, p95Ms: 95, samples: 100 });
  });
});
