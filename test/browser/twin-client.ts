// Talks to a running twin the way a test may: as the lead (writing messages) and as the operator (switches, counters).

import type { Platform } from "#domain/platform";
import { startTwin } from "../fakes/platforms/main.ts";

export type TwinMessage = {
  readonly id: string;
  readonly threadId: string;
  readonly leadName: string;
  readonly from: "lead" | "host";
  readonly text: string;
};

export type TwinStats = {
  readonly submits: number;
  readonly submitsByBody: readonly { readonly threadId: string; readonly text: string; readonly count: number }[];
  readonly sendAttempts: number;
  readonly forbiddenHits: readonly unknown[];
  readonly requests: number;
};

export type TwinClient = {
  readonly origin: string;
  /** A lead writes; answers the thread's id as the platform knows it. */
  leadWrites(name: string, text: string, listingId?: string): Promise<{ threadId: string; messageId: string }>;
  /** The host's advert is added, switched on or off, or gone. */
  advert(change: { id: string; title?: string; live?: boolean; isGone?: boolean }): Promise<void>;
  set(switches: Readonly<Record<string, string | number>>): Promise<void>;
  messages(): Promise<readonly TwinMessage[]>;
  stats(): Promise<TwinStats>;
  close(): Promise<void>;
};

/** A fresh twin with an empty memory. */
export async function startTwinClient(platform: Platform): Promise<TwinClient> {
  const twin = await startTwin({ platform, port: 0, dataDir: ":memory:" });
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(`${twin.origin}${path}`, body === undefined ? {} : init);
    if (!response.ok) throw new Error(`the twin answered ${response.status} to ${path}`);
    return await response.json();
  };
  return {
    origin: twin.origin,
    leadWrites: async (name, text, listingId) =>
      (await call("/__twin/lead/messages", { name, text, ...(listingId === undefined ? {} : { listingId }) })) as {
        threadId: string;
        messageId: string;
      },
    advert: async (change) => {
      await call("/__twin/listings", change);
    },
    set: async (switches) => {
      await call("/__twin/control", switches);
    },
    messages: async () => ((await call("/__twin/messages")) as { messages: readonly TwinMessage[] }).messages,
    stats: async () => (await call("/__twin/stats")) as TwinStats,
    close: () => twin.close(),
  };
}
