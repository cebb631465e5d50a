// An agency with the stub as its model, and what a test asks of both.
import { inject } from "vitest";
import type { ModelSettings } from "#contracts/api/model";
import type { FallbackCode } from "#domain/model/fallback";
import type { Deps } from "#workers/deps";
import { putModelSettings } from "#workers/store/model-settings";
import { modelDayOf } from "#workers/store/model-usage";
import { type Agency, db } from "../api/agency.ts";

export const ORIGIN = inject("modelOrigin");

/** A model of the stub's that no other test asks. */
export function stubModel(scenario: string): string {
  return `${scenario}:${crypto.randomUUID()}`;
}

/** The settings that mean a model of the stub's. */
export function stubSettings(model: string, change: Partial<ModelSettings> = {}): ModelSettings {
  return {
    provider: "openai-compatible",
    model,
    baseUrl: `${ORIGIN}/v1`,
    credentialsRef: null,
    mayWordReplies: true,
    tokensPerDay: 1_000_000,
    ...change,
  };
}

export async function setModel(agency: Agency, model: string, change: Partial<ModelSettings> = {}): Promise<void> {
  await putModelSettings(db, agency.id, stubSettings(model, change), { userId: "us_1", atMs: 1 });
}

/** What the stub was asked last by this name. */
export async function seen(name: string): Promise<{ body: string; key: string | null; times: number }> {
  return await (await fetch(`${ORIGIN}/seen/${encodeURIComponent(name)}`)).json();
}

export async function today(agency: Agency, deps: Pick<Deps, "now"> = { now: Date.now }) {
  return await modelDayOf(db, agency.id, new Date(deps.now()).toISOString().slice(0, 10));
}

export const once = (code: FallbackCode) => [{ code, times: 1 }];
