import { describe, expect, it } from "vitest";
import { countBody, judgeAfterClick } from "#browser/send-proof";
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
  it("are those that the send log takes for equal: a signature on a new line counts, more words on the line do not", () => {
    expect(countBody(thread(row("Hello \n\n there\n\nHarriet, Harbour")), "Hello\nthere")).toBe(1);
    expect(countBody(thread(row("Hello there, and more")), "Hello there")).toBe(0);
  });

  it("are counted over rows that are not the lead's", () => {
    expect(countBody(thread(row("a"), row("a", { direction: "inbound" }), row("b")), "a")).toBe(1);
  });
});
