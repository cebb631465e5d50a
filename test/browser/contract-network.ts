// The part of the adapters' contract that needs a network which fails: pages that do not arrive, and a click whose request breaks.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SendReport } from "#contracts/browser";
import type { Fate } from "../faults/failing-answers.ts";
import { openLink } from "../faults/link.ts";
import type { Answers } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";
import type { PlatformProfile } from "./platform-profiles.ts";
import type { TwinClient } from "./twin-client.ts";

/** What contract.ts lends: the twin of the running test and its ways to drive the adapter. */
type Tools = {
  readonly twin: () => TwinClient;
  /** From now on the site is reached at this origin. */
  readonly reachAt: (origin: string) => Promise<void>;
  readonly logIn: () => Promise<void>;
  readonly step: (what: Extract<Step, { do: "readThread" }>) => Promise<Answers["readThread"]>;
  readonly send: (threadId: string, body: string) => Promise<SendReport>;
  readonly submitsOf: (text: string) => Promise<number>;
};

export function describeFailingNetwork(profile: PlatformProfile, tools: Tools): void {
  describe("a network that fails", () => {
    let threadId: string;
    let fates: (isPost: boolean) => Fate;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ threadId } = await tools.twin().leadWrites("Alex P", "Is the room free?"));
      const link = await openLink(Number(new URL(tools.twin().origin).port));
      fates = () => "good";
      link.setFates((isPost) => fates(isPost));
      close = () => link.close();
      await tools.reachAt(link.origin);
      await tools.logIn();
    });
    afterEach(async () => await close());

    it.each(
      (["error_500", "cut"] as const).flatMap((fate) =>
        (profile.loadsParts ? [0, 1] : [0]).map((at) => ({ fate, at })),
      ),
    )("asks again for a page that did not arrive whole: $fate of request $at", async ({ fate, at }) => {
      let asked = 0;
      fates = () => (asked++ === at ? fate : "good");
      const read = await tools.step({ do: "readThread", ref: { threadId } });
      expect(read).toMatchObject({ ok: true, value: { threadId } });
      expect(asked).toBeGreaterThan(at + 1);
    });

    it.each(["error_500", "cut"] as const)("says what keeps a page away when it never arrives: %s", async (fate) => {
      fates = () => fate;
      const read = await tools.step({ do: "readThread", ref: { threadId } });
      expect(read).toMatchObject({ ok: false, error: { code: fate === "cut" ? "NETWORK" : "SERVER_ERROR" } });
    });

    it.each(
      profile.refusals.flatMap(({ switches }) =>
        (["error_500", "limited_429", "cut"] as const).map((fate) => ({ fate, switches })),
      ),
    )("does not take a request that broke for the platform's no: %o", async ({ fate, switches }) => {
      await tools.twin().set(switches);
      fates = (isPost) => (isPost ? fate : "good");
      const report = await tools.send(threadId, "Yes");
      expect(report).toMatchObject({ kind: "unconfirmed" });
      expect(await tools.submitsOf("Yes")).toBe(0);
      if (fate === "limited_429") {
        expect(report).toMatchObject({ fault: { code: "RATE_LIMITED", retryAfterMs: 2_000 } });
      }
    });
  });
}
