import { describe, expect, it } from "vitest";
import { REPLY, T0 } from "../conversation/talk.ts";
import { EMPTY_BOOK, follow } from "./follow.ts";
import { DECISIONS_KEPT_MAX } from "./limits.ts";
import { drafted, lead, ours, QUESTION, ShadowTalk } from "./shadow-talk.ts";

const who = { userId: "us_1", nowMs: T0 } as const;
const HAND_OFF = { nextAction: "hand_off", reply: null } as const;

function handedOff(): ShadowTalk {
  const talk = new ShadowTalk();
  talk.read([QUESTION]);
  talk.decided(HAND_OFF);
  return talk;
}

describe("a draft", () => {
  it("[W1] is pending until somebody does something", () => {
    expect(drafted().last).toEqual({ verdict: { verdict: "pending" }, isJudged: false, wouldHaveGoneWrong: false });
  });

  it("[W2] that a person lets go is approved", () => {
    const talk = drafted();
    talk.tell({ do: "approve_draft", ...who, sendId: talk.sendId, body: null });
    expect(talk.last).toEqual({ verdict: { verdict: "approved" }, isJudged: true, wouldHaveGoneWrong: false });
  });

  it("[W2] [W10] that a person edits is edited, and wrong only when a fact changed", () => {
    const style = drafted();
    style.tell({ do: "approve_draft", ...who, sendId: style.sendId, body: "Yes, it is available!" });
    expect(style.last).toMatchObject({ verdict: { verdict: "edited", distance: 0 }, wouldHaveGoneWrong: false });
    const fact = drafted();
    fact.tell({ do: "approve_draft", ...who, sendId: fact.sendId, body: "Yes, it is not available." });
    expect(fact.last).toMatchObject({
      verdict: { verdict: "edited", distance: 0.2, added: ["not"] },
      wouldHaveGoneWrong: true,
    });
  });

  it("[W4] [W10] that a person rejects, or takes back, is rejected", () => {
    const talk = drafted();
    talk.tell({ do: "reject_draft", ...who, sendId: talk.sendId });
    expect(talk.last).toEqual({ verdict: { verdict: "rejected" }, isJudged: true, wouldHaveGoneWrong: true });
    const undone = drafted();
    undone.tell({ do: "approve_draft", ...who, sendId: undone.sendId, body: null });
    undone.tell({ do: "cancel_send", ...who, sendId: undone.sendId });
    expect(undone.last.verdict.verdict).toBe("rejected");
  });

  it("[W5] [W10] beside which a person writes something else was answered otherwise", () => {
    const talk = drafted();
    talk.reply("Sorry, it went yesterday.");
    expect(talk.last).toMatchObject({
      verdict: { verdict: "answered_otherwise" },
      isJudged: true,
      wouldHaveGoneWrong: true,
    });
    const same = drafted();
    same.reply("Yes, it is available.");
    expect(same.last).toMatchObject({
      verdict: { verdict: "answered_otherwise", similarity: 1 },
      wouldHaveGoneWrong: false,
    });
  });

  it("[W5] counts what a person wrote on the platform itself (C16)", () => {
    const talk = drafted();
    talk.read([QUESTION, ours("It is gone, sorry.")]);
    expect(talk.last).toMatchObject({ verdict: { verdict: "answered_otherwise" }, wouldHaveGoneWrong: true });
  });

  it("[W12] is not answered by an older message that is read late", () => {
    const talk = new ShadowTalk();
    talk.read([QUESTION], T0, false);
    talk.decided();
    talk.read([ours("Welcome to our advert."), QUESTION]);
    expect(talk.now.messages.map(({ author }) => author)).toEqual(["platform", "lead"]);
    expect(talk.last.verdict.verdict).not.toBe("answered_otherwise");
  });

  it("[W9] that became void is not answered, and taken over when a person took the conversation", () => {
    const talk = drafted();
    talk.read([QUESTION, lead("Hello?")]);
    expect(talk.verdicts).toEqual(["not_answered"]);
    talk.decided();
    talk.tell({ do: "set_owner", ...who, mode: "human" });
    expect(talk.verdicts).toEqual(["not_answered", "taken_over"]);
    talk.reply("I am here now.");
    expect(talk.verdicts).toEqual(["not_answered", "answered_otherwise"]);
  });

  it("[W11] is no evidence where a person leads, and cannot go wrong where it would not have left", () => {
    const talk = new ShadowTalk();
    talk.read([QUESTION]);
    talk.tell({ do: "set_owner", ...who, mode: "human" });
    talk.decided();
    talk.reply("It is gone.");
    expect(talk.last).toMatchObject({ isJudged: false, wouldHaveGoneWrong: false });

    const old = new ShadowTalk();
    const long = { ms: T0 - 90 * 86_400_000, precision: "exact", raw: "" } as const;
    old.read([{ ...QUESTION, sentAt: long }]);
    old.decided({}, "auto_send");
    old.tell({ do: "reject_draft", ...who, sendId: old.sendId });
    expect(old.last).toEqual({ verdict: { verdict: "rejected" }, isJudged: true, wouldHaveGoneWrong: false });
  });
});

describe("a text that policy let go", () => {
  it("[W6] left by itself once it was clicked", () => {
    const talk = new ShadowTalk();
    talk.read([QUESTION]);
    talk.decided({}, "auto_send");
    expect(talk.verdicts).toEqual(["pending"]);
    talk.click([QUESTION]);
    expect(talk.last).toEqual({ verdict: { verdict: "left_by_itself" }, isJudged: false, wouldHaveGoneWrong: false });
  });
});

describe("a hand-off", () => {
  it("[W7] was right when a person answered, however often the lead wrote meanwhile", () => {
    const talk = handedOff();
    talk.read([QUESTION, lead("Please?")]);
    talk.decided(HAND_OFF);
    talk.reply("Call me.");
    expect(talk.verdicts).toEqual(["answered_by_person", "answered_by_person"]);
    expect(talk.book.tracks.map(({ isAssistants }) => isAssistants)).toEqual([true, false]);
  });

  it("[W7] was wrong when it was given back unanswered", () => {
    const talk = handedOff();
    talk.tell({ do: "set_owner", ...who, mode: "ai" });
    expect(talk.last).toEqual({ verdict: { verdict: "given_back" }, isJudged: true, wouldHaveGoneWrong: false });
  });

  it("[W9] that a person closed without a word is not answered", () => {
    const talk = handedOff();
    talk.tell({ do: "set_outcome", ...who, outcome: "completed" });
    expect(talk.verdicts).toEqual(["not_answered"]);
  });
});

describe("what was to be ignored", () => {
  function ignored(): ShadowTalk {
    const talk = new ShadowTalk();
    talk.read([lead("Thanks!")]);
    talk.decided({ nextAction: "ignore", reply: null });
    return talk;
  }

  it("[W8] was ignored rightly when the lead went on, or a person closed the conversation", () => {
    const talk = ignored();
    expect(talk.verdicts).toEqual(["pending"]);
    talk.read([lead("Thanks!"), lead("And the deposit?")]);
    expect(talk.verdicts).toEqual(["ignored_rightly"]);
    const closed = ignored();
    closed.tell({ do: "set_outcome", ...who, outcome: "completed" });
    expect(closed.verdicts).toEqual(["ignored_rightly"]);
  });

  it("[W5] [W10] was answered otherwise when a person wrote, which no automatic reply would have got wrong", () => {
    const talk = ignored();
    talk.reply("You are welcome.");
    expect(talk.last).toEqual({
      verdict: { verdict: "answered_otherwise", similarity: 0 },
      isJudged: true,
      wouldHaveGoneWrong: false,
    });
  });

  it("[W4] was no opt-out when an admin lifts the suppression", () => {
    const talk = new ShadowTalk();
    talk.read([lead("Stop")]);
    talk.decided({ nextAction: "suppress", reply: null });
    expect(talk.verdicts).toEqual(["pending"]);
    talk.tell({ do: "lift_suppression", ...who });
    expect(talk.verdicts).toEqual(["rejected"]);
  });
});

describe("the book", () => {
  it("[W16] keeps the newest decisions", () => {
    const talk = new ShadowTalk();
    const rows = [QUESTION];
    for (let n = 0; n < DECISIONS_KEPT_MAX + 5; n += 1) {
      rows.push(lead(`again ${n}`));
      talk.read(rows);
      talk.decided();
    }
    expect(talk.book.tracks).toHaveLength(DECISIONS_KEPT_MAX);
    expect(talk.book.tracks.at(-1)?.record.decision).toEqual(REPLY);
  });

  it("[W13] is not changed by an event that is told again", () => {
    const talk = drafted();
    talk.reply("No.");
    const again = [...talk.log, ...talk.log].reduce(follow, EMPTY_BOOK);
    expect(again).toEqual(talk.book);
  });
});
