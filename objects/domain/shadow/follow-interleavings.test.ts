// Whatever happens in whatever order: one verdict for every decision, and the same from parts as from the whole.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { T0 } from "../conversation/talk.ts";
import { type Book, EMPTY_BOOK, follow, judgementOf } from "./follow.ts";
import { lead, ours, QUESTION, ShadowTalk } from "./shadow-talk.ts";
import { VERDICTS } from "./verdict-names.ts";

/** Enough for each verdict, also the rarest, to come up: one run in some hundred shows it. */
const RUNS = 4_000;
const STEPS_MAX = 25;
const who = { userId: "us_1", nowMs: T0 } as const;

const step = fc.oneof(
  fc.constantFrom(
    "lead",
    "platform",
    "approve",
    "edit",
    "reject",
    "undo",
    "reply",
    "take",
    "give",
    "close",
    "reopen",
    "lift",
    "click",
    "tick",
  ),
  fc.record({
    nextAction: fc.constantFrom("reply", "ask", "hand_off", "suppress", "ignore"),
    sendMode: fc.constantFrom("draft_only", "auto_send"),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

function play(steps: readonly Step[]): ShadowTalk {
  const talk = new ShadowTalk();
  const rows = [QUESTION];
  talk.read(rows);
  for (const [n, one] of steps.entries()) {
    if (typeof one === "object") {
      const isSilent = !["reply", "ask"].includes(one.nextAction);
      talk.decided({ nextAction: one.nextAction, ...(isSilent ? { reply: null } : {}) }, one.sendMode);
    } else act(talk, rows, one, n);
  }
  return talk;
}

function act(talk: ShadowTalk, rows: (typeof QUESTION)[], one: Exclude<Step, object>, n: number): void {
  const { sendId } = talk;
  if (one === "lead" || one === "platform") {
    rows.push(one === "lead" ? lead(`word ${n}`) : ours(`own ${n}`));
    talk.read(rows);
  } else if (one === "approve") talk.tell({ do: "approve_draft", ...who, sendId, body: null });
  else if (one === "edit") talk.tell({ do: "approve_draft", ...who, sendId, body: `Edited ${n}` });
  else if (one === "reject") talk.tell({ do: "reject_draft", ...who, sendId });
  else if (one === "undo") talk.tell({ do: "cancel_send", ...who, sendId });
  else if (one === "reply") talk.reply(`Own words ${n}`);
  else if (one === "take") talk.tell({ do: "set_owner", ...who, mode: "human" });
  else if (one === "give") talk.tell({ do: "set_owner", ...who, mode: "ai" });
  else if (one === "close") talk.tell({ do: "set_outcome", ...who, outcome: "completed" });
  else if (one === "reopen") talk.tell({ do: "reopen", ...who });
  else if (one === "lift") talk.tell({ do: "lift_suppression", ...who });
  else if (one === "click") talk.click(rows);
  else talk.tell({ do: "tick", nowMs: T0 });
}

describe("any conversation", () => {
  it("[W1] gives every decision exactly one verdict", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { maxLength: STEPS_MAX }), (steps) => {
        const talk = play(steps);
        const ids = talk.book.tracks.map(({ record }) => record.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(talk.happened("decided"));
        for (const track of talk.book.tracks) {
          const { verdict, isJudged, wouldHaveGoneWrong } = judgementOf(track);
          expect(VERDICTS).toContain(verdict.verdict);
          if (wouldHaveGoneWrong)
            expect([isJudged, track.sendId !== null, track.isAssistants]).toEqual([true, true, true]);
          seen.add(verdict.verdict);
        }
      }),
      { numRuns: RUNS },
    );
    expect([...seen].sort()).toEqual([...VERDICTS].sort());
  });

  it("[W13] gives the same book in parts, with parts told again, as in one go", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: STEPS_MAX }), fc.array(fc.nat(200), { maxLength: 6 }), (steps, cuts) => {
        const { log, book } = play(steps);
        let parts: Book = EMPTY_BOOK;
        for (const cut of [...cuts, log.length]) {
          const kept: Book = JSON.parse(JSON.stringify(parts));
          parts = log.slice(0, cut).reduce(follow, kept);
        }
        expect(parts).toEqual(book);
      }),
      { numRuns: RUNS },
    );
  });
});
