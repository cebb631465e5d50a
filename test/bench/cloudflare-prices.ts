// Cloudflare's published prices of the Workers Paid plan, the one place where they stand: each with the page that says so and
// the day on which it was read. Prices are list prices in US dollars.
import type { Counter } from "./usage.ts";

export type Price = {
  /** What is billed, in the words of a bill. */
  readonly unit: string;
  readonly usd: number;
  /** The price is for so many units. */
  readonly per: number;
  /** Units a month that the plan's own price covers. */
  readonly includedPerMonth: number;
  readonly page: string;
  readonly readOn: string;
};

const MILLION = 1_000_000;
const DOCS = "https://developers.cloudflare.com";
const READ_ON = "2026-11-25";

function perMillion(unit: string, usd: number, includedPerMonth: number, page: string): Price {
  return { unit, usd, per: MILLION, includedPerMonth, page: `${DOCS}${page}`, readOn: READ_ON };
}

const DATABASE = "/d1/platform/pricing/";
const OBJECTS = "/durable-objects/platform/pricing/";
const WORKERS = "/workers/platform/pricing/";

/** The plan itself, per account of Cloudflare and month. */
export const PLAN_USD_PER_MONTH = 5;

export const PRICES: Readonly<Record<Exclude<Counter, "browserLaunches" | "objectActiveMs">, Price>> = {
  workerRequests: perMillion("worker requests", 0.3, 10 * MILLION, WORKERS),
  workerCpuMs: perMillion("ms of worker CPU", 0.02, 30 * MILLION, WORKERS),
  queueOperations: perMillion("queue operations", 0.4, MILLION, "/queues/platform/pricing/"),
  objectRequests: perMillion("durable object requests", 0.15, MILLION, OBJECTS),
  objectRowsRead: perMillion("durable object rows read", 0.001, 25_000 * MILLION, OBJECTS),
  objectRowsWritten: perMillion("durable object rows written", 1, 50 * MILLION, OBJECTS),
  databaseRowsRead: perMillion("D1 rows read", 0.001, 25_000 * MILLION, DATABASE),
  databaseRowsWritten: perMillion("D1 rows written", 1, 50 * MILLION, DATABASE),
  kvReads: perMillion("KV reads", 0.5, 10 * MILLION, WORKERS),
};

/** Durable objects are billed for 128 MB as long as they are active. */
export const OBJECT_GB_SECONDS: Price = perMillion("durable object GB-s", 12.5, 400_000, OBJECTS);
export const OBJECT_GB = 0.128;

export const BROWSER_HOUR: Price = {
  ...{ unit: "browser hours", usd: 0.09, per: 1, includedPerMonth: 10 },
  ...{ page: `${DOCS}/browser-run/pricing/`, readOn: READ_ON },
};
