// A worker for tests only: runs adapter steps with the real BROWSER binding and answers what they returned.
// POST /run {platform, origin, steps, storageState?, confirmations?, proofMsMax?} → {results, storageState} or {fault}.

import type { BrowserWorker } from "@cloudflare/puppeteer";
import type { PlatformAdapter, SendGate, Site } from "#browser/adapter";
import { type Confirmation, withConfirmations } from "#browser/confirmation";
import { adapterFor, packFor } from "#browser/platforms/registry";
import { withPage } from "#browser/session";
import type { PlatformCredentials, StorageState, ThreadRef } from "#contracts/browser";
import type { Platform } from "#domain/platform";

/** A gate in a test: a fixed answer, or an address that is asked with the pre-image and answers {"go": boolean}. */
export type TestGate = { readonly answer: boolean } | { readonly url: string };

export type Step =
  | { readonly do: "openInbox" }
  | { readonly do: "logIn"; readonly credentials: PlatformCredentials }
  | { readonly do: "readInbox" }
  | { readonly do: "readListings" }
  | { readonly do: "readThread"; readonly ref: ThreadRef }
  | { readonly do: "send"; readonly threadId: string; readonly body: string; readonly gate: TestGate }
  | { readonly do: "userAgent" };

export type RunRequest = {
  readonly platform: Platform;
  readonly origin: string;
  readonly steps: readonly Step[];
  readonly storageState?: StorageState | null;
  readonly confirmations?: readonly Confirmation[];
  readonly proofMsMax?: number;
};

export default {
  async fetch(request: Request, env: { readonly BROWSER: BrowserWorker }): Promise<Response> {
    const run = (await request.json()) as RunRequest;
    const adapter = adapterFor(run.platform);
    const pack = packFor(run.platform);
    const visit = await withPage(
      env.BROWSER,
      { origin: run.origin, storageState: run.storageState ?? null },
      async (page) => {
        const site: Site = {
          page,
          origin: run.origin,
          pack: withConfirmations(pack, run.confirmations ?? [], run.origin),
          now: () => Date.now(),
          ...(run.proofMsMax === undefined ? {} : { proofMsMax: run.proofMsMax }),
        };
        const results: unknown[] = [];
        for (const step of run.steps) results.push(await take(adapter, site, step));
        return results;
      },
    );
    return Response.json(
      visit.ok ? { results: visit.value.value, storageState: visit.value.storageState } : { fault: visit.error },
    );
  },
};

async function take(adapter: PlatformAdapter, site: Site, step: Step): Promise<unknown> {
  switch (step.do) {
    case "openInbox":
      return await adapter.openInbox(site);
    case "logIn":
      return await adapter.logIn(site, step.credentials);
    case "readInbox":
      return await adapter.readInbox(site);
    case "readListings":
      return await adapter.readListings(site);
    case "readThread":
      return await adapter.readThread(site, step.ref);
    case "send":
      return await adapter.send(site, step.threadId, step.body, gateOf(step.gate));
    case "userAgent":
      return await site.page.evaluate("navigator.userAgent");
  }
}

function gateOf(gate: TestGate): SendGate {
  return async (preImage) => {
    if ("answer" in gate) return gate.answer;
    const answer = await fetch(gate.url, { method: "POST", body: JSON.stringify(preImage) });
    return ((await answer.json()) as { go: boolean }).go;
  };
}
