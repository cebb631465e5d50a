import { describe, expect, it } from "vitest";
import { countBody, isSameBody, judgeAfterClick } from "#browser/send-proof";
import type { SightedMessage, ThreadSighting } from "#domain/conversation/sighting";

const row = (body: string, part: Partial<SightedMessage> = {}): SightedMessage => ({
  platformMessageId: null,
  direction: "outbound",
  body,
  sentAt: { ms: null, precision: "none", raw: "" },
  state: "visible",
  ...part,
});
const thread = (...messages: SightedMessage[]): ThreadSighting => ({
  threadId: "1_2",
  leadName: null,
  listing: null,
  messages,
  isComplete: true,
  takenAtMs: 0,
});
const judge = (before: ThreadSighting, after: ThreadSighting) => judgeAfterClick(before, after, "Yes").kind;

describe("proof that a message is in the thread", () => {
  it("is one more row with the body", () => {
    expect(judge(thread(), thread(row("Yes")))).toBe("shown");
    expect(judge(thread(row("Yes")), thread(row("Yes"), row("Yes")))).toBe("shown");
  });

  it("is not the row that was there before, nor a lead's message with the same words", () => {
    expect(judge(thread(row("Yes")), thread(row("Yes")))).toBe("watch");
    expect(judge(thread(), thread(row("Yes", { direction: "inbound" })))).toBe("watch");
    expect(judge(thread(), thread(row("Yes", { direction: "system" })))).toBe("watch");
  });

  it("counts a row that does not know its sender yet", () => {
    expect(judge(thread(), thread(row("Yes", { direction: "unknown" })))).toBe("shown");
  });

  it("waits for a row that is still sending, and says failed when the platform does", () => {
    expect(judge(thread(), thread(row("Yes", { state: "sending" })))).toBe("watch");
    expect(judge(thread(), thread(row("Yes", { state: "failed" })))).toBe("failed");
    expect(judgeAfterClick(thread(), thread(row("Yes", { state: "held" })), "Yes")).toEqual({
      kind: "shown",
      isHeld: true,
    });
  });

  it("does not take an earlier row that settled meanwhile for ours", () => {
    const before = thread(row("Yes", { platformMessageId: "7", state: "sending" }));
    const after = thread(
      row("Yes", { platformMessageId: "7" }),
      row("Yes", { platformMessageId: "8", state: "sending" }),
    );
    expect(judge(before, after)).toBe("watch");
  });

  it("never comes from another thread", () => {
    expect(judge(thread(), { ...thread(row("Yes")), threadId: "3_4" })).toBe("watch");
  });
});

describe("equal bodies", () => {
  it("allows other white space, another normal form and an appended signature, and nothing else", () => {
    expect(isSameBody("Hello \n\n there ", "Hello\nthere")).toBe(true);
    expect(isSameBody("caf\u0065\u0301", "caf\u00e9")).toBe(true);
    expect(isSameBody("Hello\n\nHarriet, Harbour", "Hello")).toBe(true);
    expect(isSameBody("Hello", "Hello there")).toBe(false);
    expect(isSameBody("Hellos", "Hello")).toBe(false);
    expect(isSameBody("anything", "")).toBe(false);
  });

  it("are counted over rows that are not the lead's", () => {
    expect(countBody(thread(row("a"), row("a", { direction: "inbound" }), row("b")), "a")).toBe(1);
  });
});
