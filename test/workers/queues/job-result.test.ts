/// <reference types="vite/client" />
import { describe, expect, it, vi } from "vitest";
import { againAt, DONE, settle, WAITS_MAX } from "#workers/queues/job-result";

const files = import.meta.glob<string>("../../../wrangler.toml", { query: "?raw", import: "default", eager: true });

function told(attempts: number, result = againAt(5_000, 0)) {
  const message = { attempts, ack: vi.fn(), retry: vi.fn() };
  settle(message, result);
  expect(message.ack.mock.calls.length + message.retry.mock.calls.length).toBe(1);
  return message.retry.mock.calls[0]?.[0] ?? "let go";
}

describe("what a queue is told", () => {
  it("is to let go of what is done", () => {
    expect(told(1, DONE)).toBe("let go");
  });

  it("[R20] is to bring a job back that waits for its turn, and to let go before waiting ends in a dead letter", () => {
    expect(told(1)).toEqual({ delaySeconds: 5 });
    expect(told(WAITS_MAX)).toEqual({ delaySeconds: 5 });
    expect(told(WAITS_MAX + 1)).toBe("let go");
    const retries = [
      ...Object.values(files)
        .join("\n")
        .matchAll(/^max_retries = (\d+)$/gm),
    ].map((match) => Number(match[1]));
    expect(retries.length).toBeGreaterThan(5);
    expect(Math.min(...retries)).toBeGreaterThan(WAITS_MAX);
  });
});
