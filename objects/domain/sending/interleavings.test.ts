// Random interleavings of everything that can befall one send, against a platform that stores or loses a click, shows it at
// once or late, and is read completely or in part. The promise: never two copies unless the platform itself made them, and
// never silence: in the end the message is there, or a person knows.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SendCommand } from "./command.ts";
import { decideSend, readBackDueAtMs } from "./decide.ts";
import { evolveSend, newSend } from "./evolve.ts";
import { SETTLE_MS, UNKNOWN_MS_MAX } from "./limits.ts";
import type { Send } from "./send.ts";

/** Latest arrival of a click on the platform: the settle time is chosen to be longer. */
const ARRIVAL_MS_MAX = SETTLE_MS - 1_000;

type World = {
  nowMs: number;
  send: Send;
  /** Times at which a copy shows up on the platform. */
  arrivals: number[];
  /** Tokens of consumers that believe they hold a claim. */
  holders: string[];
  clicks: number;
  tokens: number;
  sighted: number;
};

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 40_000 }) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant("deliver_job" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("click" as const),
      /** Null: the platform loses it. */
      arrivesInMs: fc.option(fc.integer({ min: 0, max: ARRIVAL_MS_MAX }), { nil: null, freq: 3 }),
      isReported: fc.boolean(),
      holder: fc.nat({ max: 5 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("fault" as const), holder: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("restart" as const) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("read" as const), isComplete: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("take_over" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function tell(world: World, command: SendCommand): boolean {
  const decided = decideSend(world.send, command);
  if (decided.ok) world.send = decided.value.reduce(evolveSend, world.send);
  return decided.ok;
}

function readThread(world: World, isComplete: boolean): void {
  const visible = world.arrivals.filter((at) => at <= world.nowMs).length;
  for (; world.sighted < visible; world.sighted++) {
    tell(world, { do: "sight", platformMessageId: `p${world.sighted}`, isHeld: false, nowMs: world.nowMs });
  }
  if (world.send.state === "unknown") tell(world, { do: "note_absent", isComplete, takenAtMs: world.nowMs });
}

function carryOut(world: World, event: Step): void {
  const { nowMs } = world;
  switch (event.what) {
    case "wait":
      world.nowMs += event.ms;
      tell(world, { do: "tick", nowMs: world.nowMs });
      return;
    case "deliver_job": {
      const token = `t${world.tokens++}`;
      if (tell(world, { do: "claim", token, nowMs })) world.holders.push(token);
      return;
    }
    case "click": {
      const token = world.holders[event.holder % Math.max(world.holders.length, 1)];
      if (token === undefined) return;
      // The pre-image is read before the gate, as in the conversation.
      readThread(world, false);
      if (!tell(world, { do: "allow", token, epoch: 1, newestInbound: "m1", nowMs })) return;
      world.clicks++;
      if (event.arrivesInMs !== null) world.arrivals.push(nowMs + event.arrivesInMs);
      if (!event.isReported) return;
      readThread(world, false);
      tell(world, { do: "report_unconfirmed", token, nowMs });
      return;
    }
    case "fault": {
      const token = world.holders[event.holder % Math.max(world.holders.length, 1)];
      const failure = { code: "TIMEOUT", message: "m", next: "n" };
      if (token === undefined) return;
      tell(world, { do: "report_not_sent", token, failure, isRetryable: true, retryAfterMs: 0, nowMs });
      return;
    }
    case "restart":
      tell(world, { do: "restart", nowMs });
      return;
    case "read":
      readThread(world, event.isComplete);
      return;
    case "take_over":
      tell(world, { do: "cancel", reason: { code: "taken_over", sentence: "s" } });
  }
}

/** Lets the system run undisturbed: jobs come, clicks arrive, threads are read. */
function settle(world: World): void {
  for (let round = 0; round < 40; round++) {
    world.nowMs = Math.max(world.nowMs + SETTLE_MS, readBackDueAtMs(world.send) ?? 0);
    tell(world, { do: "tick", nowMs: world.nowMs });
    readThread(world, true);
    const token = `s${round}`;
    if (tell(world, { do: "claim", token, nowMs: world.nowMs })) {
      readThread(world, false);
      if (tell(world, { do: "allow", token, epoch: 1, newestInbound: "m1", nowMs: world.nowMs })) {
        world.clicks++;
        world.arrivals.push(world.nowMs);
        readThread(world, true);
      }
    }
  }
}

function newWorld(): World {
  const draft = newSend({
    id: "cv.1",
    body: "Hello",
    author: { by: "assistant", decisionId: "d1" },
    epoch: 1,
    basis: "m1",
    createdAtMs: 0,
  });
  const approved = { do: "approve", by: "policy", body: null, basis: "m1", releaseAtMs: 0 } as const;
  const world: World = { nowMs: 0, send: draft, arrivals: [], holders: [], clicks: 0, tokens: 0, sighted: 0 };
  tell(world, approved);
  tell(world, { do: "tick", nowMs: 0 });
  return world;
}

const ROUNDS = 100_000;

describe("one send through anything", () => {
  it(`[D3] [D8] [D10] [D12] never shows twice and is never lost, in ${ROUNDS} random interleavings`, () => {
    let withClick = 0;
    let resent = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 24 }), (steps) => {
        const world = newWorld();
        for (const event of steps) carryOut(world, event);
        settle(world);
        const shown = world.arrivals.length;
        withClick += world.clicks > 0 ? 1 : 0;
        resent += world.send.resends;
        expect(shown).toBeLessThanOrEqual(1);
        expect(world.clicks).toBeLessThanOrEqual(2);
        if (world.send.state === "sent") expect(shown).toBe(1);
        else {
          expect(shown).toBe(0);
          // Nothing is quietly forgotten: a person cancelled it, or a person is told.
          expect(["cancelled", "failed"]).toContain(world.send.state);
        }
      }),
      { numRuns: ROUNDS, seed: 20_261_120 },
    );
    // The property is only worth something if clicks and resends really happened.
    expect(withClick).toBeGreaterThan(ROUNDS / 2);
    expect(resent).toBeGreaterThan(ROUNDS / 100);
  }, 120_000);

  it("[D11] a click that arrives after the settle time is the one thing it cannot know: then it is seen and called a duplicate", () => {
    const world = newWorld();
    tell(world, { do: "claim", token: "a", nowMs: 0 });
    tell(world, { do: "allow", token: "a", epoch: 1, newestInbound: "m1", nowMs: 0 });
    world.arrivals.push(10 * UNKNOWN_MS_MAX);
    tell(world, { do: "restart", nowMs: 0 });
    settle(world);
    world.nowMs = 10 * UNKNOWN_MS_MAX;
    readThread(world, true);
    expect(world.send).toMatchObject({ state: "sent", isDuplicated: true });
  });
});
