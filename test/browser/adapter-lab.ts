// Starts what a contract test needs: a prepared Chromium, workerd with the BROWSER binding and the test worker, and a twin per suite.
// Owns starting and stopping; holds no expectations.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Fault, InboxReading, ListingsReading, LoginState, SendReport, StorageState } from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Result } from "#domain/kernel/result";
import { prepareChromium } from "../local/chromium.ts";
import type { RunRequest, Step } from "./adapter-worker.ts";

const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type Ran = { readonly results: readonly unknown[]; readonly storageState: StorageState };

export type AdapterLab = {
  /** Runs the steps in one visit of one fresh browser context. Throws when the visit itself failed. */
  run(request: RunRequest): Promise<Ran>;
  close(): Promise<void>;
};

/** What each step answers, for reading `Ran.results` in order. */
export type Answers = {
  openInbox: Result<LoginState, Fault>;
  logIn: Result<"in", Fault>;
  readInbox: Result<InboxReading, Fault>;
  readListings: Result<ListingsReading, Fault>;
  readThread: Result<ThreadSighting, Fault>;
  send: SendReport;
  userAgent: string;
};

/** Starts workerd. Takes some seconds: once per test file. */
export async function startAdapterLab(): Promise<AdapterLab> {
  const prepared = await prepareChromium({ projectRoot: PROJECT_ROOT, report: (line) => console.info(line) });
  if (!prepared.ok) throw new Error(`${prepared.error.message} ${prepared.error.next}`);
  Object.assign(process.env, {
    XDG_CACHE_HOME: prepared.value.cacheHome,
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_LOG: "error",
  });
  // Imported late: wrangler reads these settings when it is loaded.
  const { createTestHarness } = await import("wrangler");
  const harness = createTestHarness({
    root: PROJECT_ROOT,
    workers: [
      {
        config: {
          name: "adapter-lab",
          main: "test/browser/adapter-worker.ts",
          compatibility_date: "2026-10-20",
          compatibility_flags: ["nodejs_compat"],
          browser: { binding: "BROWSER" },
        },
      },
    ],
  });
  await harness.listen();
  return {
    async run(request) {
      const response = await harness.fetch("/run", { method: "POST", body: JSON.stringify(request) });
      const text = await response.text();
      if (!response.ok) throw new Error(`the adapter worker answered ${response.status}: ${text.slice(0, 500)}`);
      const answer = JSON.parse(text) as Ran | { fault: Fault };
      if ("fault" in answer) throw new Error(`the visit failed: ${JSON.stringify(answer.fault)}`);
      return answer;
    },
    close: () => harness.close(),
  };
}

/** One step by itself, with its own answer type. */
export async function runStep<Name extends Step["do"]>(
  lab: AdapterLab,
  request: Omit<RunRequest, "steps">,
  step: Extract<Step, { do: Name }>,
): Promise<Answers[Name]> {
  const { results } = await lab.run({ ...request, steps: [step] });
  return results[0] as Answers[Name];
}

/** A gate that the test answers: it sees the pre-image, may act, and says yes or no. */
export async function startGate(decide: (preImage: ThreadSighting) => Promise<boolean> | boolean): Promise<{
  readonly url: string;
  close(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", async () => {
      const go = await decide(JSON.parse(text) as ThreadSighting);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ go }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
