import { describe, expect, it } from "vitest";
import { auditNote } from "./audit.ts";
import type { LetThrough, TextCheck } from "./let-through.ts";
import { asked } from "./talk.ts";

const STEERING = "It is a safe neighborhood.";
const OVERRIDDEN = { confirmed: [], overridden: ["T40 steering"], overrideReason: "misread" } as const;

const checked = (letThrough: LetThrough, unconfirmed: TextCheck["unconfirmed"] = []) => ({
  textCheck: { letThrough, unconfirmed },
});

describe("a typed text that a rule blocks", () => {
  it("[C89] is refused, and changes nothing", () => {
    const talk = asked();
    const before = talk.events.length;
    expect(talk.reply(STEERING)).toBe("TEXT_BLOCKED");
    expect(talk.reply(STEERING, checked({ ...OVERRIDDEN, overrideReason: null }))).toBe("TEXT_BLOCKED");
    expect(talk.reply(`${STEERING} Please send your SSN.`, checked(OVERRIDDEN))).toBe("TEXT_BLOCKED");
    expect(talk.events).toHaveLength(before);
  });

  it("[C89] leaves when an admin overrides that rule, and the audit names the rule and no text", () => {
    const talk = asked();
    expect(talk.reply(STEERING, checked(OVERRIDDEN))).toBeNull();
    const line = talk.events.map(auditNote).find((note) => note?.action === "text.let_through");
    expect(line?.detail).toEqual({
      sendId: talk.now.sends[0]?.id,
      confirmed: "",
      overridden: "T40 steering",
      overrideReason: "misread",
    });
    expect(JSON.stringify(line)).not.toContain("neighborhood");
  });

  it("[C89] is refused in an edited draft, too; a warning that was confirmed is audited", () => {
    const talk = asked();
    talk.decided();
    const sendId = talk.now.sends[0]?.id ?? "";
    const approve = (body: string, confirmed: readonly "T45 promise"[] = []) =>
      talk.tell({
        ...{ do: "approve_draft", userId: "us_1", sendId, body, nowMs: 1_800_000_001_000 },
        ...checked({ confirmed, overridden: [], overrideReason: null }),
      });
    expect(approve(STEERING)).toBe("TEXT_BLOCKED");
    expect(approve("I promise you will get it.", ["T45 promise"])).toBeNull();
    expect(talk.happened("text_let_through")).toBe(1);
  });

  it("[C89] with a warning that nobody confirmed is refused; the same key is answered as it was, whatever is found now", () => {
    const talk = asked();
    const warned = { rule: "T45 promise", severity: "warn", sentence: "It promises something." } as const;
    const unconfirmed = checked({ confirmed: [], overridden: [], overrideReason: null }, [warned]);
    expect(talk.reply("I promise.", unconfirmed)).toBe("TEXT_WARNED");
    expect(talk.now.sends).toHaveLength(0);
    expect(
      talk.reply("I promise.", checked({ confirmed: ["T45 promise"], overridden: [], overrideReason: null })),
    ).toBeNull();
    expect(talk.reply("I promise.", unconfirmed)).toBeNull();
    expect(talk.now.sends).toHaveLength(1);
  });
});
