// Not to be contacted any more, asked here or elsewhere, and lifted again (C40-C44).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABSENT_READ_GAP_MS, DELIVERING_LEASE_MS, SETTLE_MS } from "../sending/limits.ts";
import { actorOf, type ConversationCommand } from "./command.ts";
import { wantedJobs } from "./effect.ts";
import { asked, HOLD_MS, lead, T0, type Talk } from "./talk.ts";

const thread = [lead("Is it available?")];
const byHand = { do: "suppress", userId: "us_1", nowMs: T0 } as const;
const lifted = { do: "lift_suppression", userId: "us_2", nowMs: T0 + 10 } as const;
const elsewhere = (askedAtMs: number) =>
  ({ do: "suppress_same_person", saidIn: "cv_9", askedAtMs, nowMs: T0 + 5 }) as const;
const liftedElsewhere = (liftedAtMs: number) =>
  ({ do: "lift_same_person", liftedIn: "cv_9", liftedAtMs, nowMs: T0 + 5 }) as const;

/** A draft, or a send of each other state before the click. */
function unsent(state: "draft" | "approved" | "queued" | "claimed"): Talk {
  const talk = asked();
  if (state === "draft") talk.decided();
  else if (state === "approved") talk.reply("Let me look.");
  else talk.decided({}, "auto_send");
  if (state === "claimed") {
    const sendId = talk.now.sends[0]?.id ?? "";
    talk.tell({ do: "claim_send", sendId, token: "a", sendMode: "auto_send", nowMs: T0 });
  }
  expect(talk.sends).toEqual([state]);
  return talk;
}

describe("suppressing", () => {
  it.each(["draft", "approved", "queued", "claimed"] as const)(
    "[C40] [C41] cancels a text that is %s, and nothing is to do any more",
    (state) => {
      for (const command of [byHand, elsewhere(T0)]) {
        const talk = unsent(state);
        expect(talk.tell(command)).toBeNull();
        expect(talk.sends).toEqual(["cancelled"]);
        expect(talk.now).toMatchObject({ isSuppressed: true, pending: null, outcome: "not_interested" });
        expect(wantedJobs(talk.now)).toEqual([]);
      }
    },
  );

  it("[C40] settles the pending answer and the hand-off, and changes nothing a second time", () => {
    const talk = asked();
    talk.decided({ nextAction: "hand_off", reply: null });
    talk.read([...thread, lead("Hello?")]);
    talk.tell(byHand);
    expect(talk.now).toMatchObject({ pending: null, handOff: null, suppression: { saidIn: "cv_1", askedAtMs: T0 } });
    const before = talk.events.length;
    expect(talk.tell({ ...byHand, userId: "us_2", nowMs: T0 + 1 })).toBeNull();
    expect(talk.events).toHaveLength(before);
  });

  it("[C92] is at once for an opt-out in anger, and a person gets the conversation all the same", () => {
    const angry = { nextAction: "hand_off", reply: null, risk: "high" } as const;
    const talk = asked();
    talk.decided({ ...angry, guardrails: ["T20 legal_threat", "T29 opt_out"] });
    expect(talk.now).toMatchObject({ isSuppressed: true, suppression: { saidIn: "cv_1" } });
    expect(talk.now.handOff).not.toBeNull();
    for (const guardrails of [["T20 legal_threat"], ["T29 opt_out"], ["T22 emergency", "T29 opt_out"]]) {
      const other = asked();
      other.decided({ ...angry, guardrails });
      expect(other.now).toMatchObject({ isSuppressed: false });
      expect(other.now.handOff).not.toBeNull();
    }
  });

  it("[C41] keeps where and when it was said, and an open hand-off", () => {
    const talk = asked();
    talk.decided({ nextAction: "hand_off", reply: null });
    talk.tell(elsewhere(T0 - 7));
    expect(talk.now.suppression).toEqual({ saidIn: "cv_9", askedAtMs: T0 - 7 });
    expect(talk.now.handOff).not.toBeNull();
    expect(talk.reply("One more thing")).toBe("SUPPRESSED");
  });

  it("[C42] lets no claimed text through the gate, and cancels one that comes back to the queue", () => {
    const gated = unsent("claimed");
    gated.tell(byHand);
    expect(gated.click(thread)).toBe("SUPPRESSED");
    const talk = asked();
    talk.decided({}, "auto_send");
    talk.click(thread);
    const sendId = talk.now.sends[0]?.id ?? "";
    const unknownAtMs = T0 + HOLD_MS + DELIVERING_LEASE_MS;
    talk.tell({ do: "tick", nowMs: unknownAtMs });
    talk.tell(byHand);
    expect(talk.sends).toEqual(["unknown"]);
    talk.read(thread, unknownAtMs + SETTLE_MS);
    talk.read(thread, unknownAtMs + SETTLE_MS + ABSENT_READ_GAP_MS);
    expect(talk.sends).toEqual(["queued"]);
    const claim = { do: "claim_send", sendId, token: "b", sendMode: "auto_send", nowMs: unknownAtMs * 2 } as const;
    expect(talk.tell(claim)).toBe("SUPPRESSED");
    expect(talk.sends).toEqual(["cancelled"]);
  });
});

describe("lifting", () => {
  it("[C43] is refused where nothing is suppressed", () => {
    expect(asked().tell(lifted)).toBe("NOT_NOW");
  });

  it("[C43] opens the way again and sends nothing by itself", () => {
    const talk = unsent("queued");
    talk.tell(byHand);
    talk.read([...thread, lead("Stop it")]);
    expect(talk.tell(lifted)).toBeNull();
    expect(talk.now).toMatchObject({ isSuppressed: false, suppression: null, pending: null, workflowState: "outcome" });
    expect(talk.sends).toEqual(["cancelled"]);
    expect(wantedJobs(talk.now)).toEqual([]);
    talk.read([...thread, lead("Stop it"), lead("Sorry, is it still free?")]);
    expect(talk.now).toMatchObject({ workflowState: "lead", pending: { basis: "m5" } });
    expect(talk.reply("Yes.")).toBeNull();
  });

  it("[C43] [C44] counts at once against what was asked before, also by a clock that runs ahead", () => {
    const talk = asked();
    talk.tell(elsewhere(T0 + 1_000));
    talk.tell(lifted);
    expect(talk.now).toMatchObject({ isSuppressed: false, liftedAtMs: T0 + 1_000 });
    talk.tell(elsewhere(T0 + 1_000));
    expect(talk.now.isSuppressed).toBe(false);
    talk.tell({ ...byHand, nowMs: T0 + 11 });
    expect(talk.now.suppression).toEqual({ saidIn: "cv_1", askedAtMs: T0 + 1_001 });
  });

  it("[C44] ends the same in whatever order, and however often, asking and lifting arrive", () => {
    const word = fc.record({ isLift: fc.boolean(), atMs: fc.integer({ min: T0, max: T0 + 4 }) });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (words, order) => {
        const told = (list: typeof words) => {
          const talk = asked();
          for (const { isLift, atMs } of list) talk.tell(isLift ? liftedElsewhere(atMs) : elsewhere(atMs));
          return talk.now.isSuppressed;
        };
        const shuffled = [...words, ...words].toSorted(() => ((order.next().value ?? 0) % 3) - 1);
        const lastLiftMs = Math.max(-1, ...words.filter((one) => one.isLift).map((one) => one.atMs));
        const isLater = words.some((one) => !one.isLift && one.atMs > lastLiftMs);
        expect([told(words), told(shuffled)]).toEqual([isLater, isLater]);
      }),
    );
  });
});

it("[C40] [C41] is done by people here, and by the system for the same person elsewhere", () => {
  const commands: readonly ConversationCommand[] = [byHand, lifted, elsewhere(T0), liftedElsewhere(T0)];
  expect(commands.map(actorOf)).toEqual(["agent:us_1", "agent:us_2", "system", "system"]);
});
