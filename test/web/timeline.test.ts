// The thread's order: messages as the server gave them, unsent texts where their time belongs, cut by day.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MessageView, SendView } from "#contracts/api/conversation";
import { SEND_STATES } from "#domain/sending/send";
import { makeTimeline } from "../../web/src/parts/thread/timeline.ts";

const NOON_MS = Date.parse("2026-11-20T12:00:00Z");

function message(id: string, minutes: number, sendId: string | null = null): MessageView {
  const at = new Date(NOON_MS + minutes * 60_000).toISOString();
  return { id, from: "us", author: "agent", body: id, at, atPrecision: "exact", seenAt: at, sendId };
}

function send(id: string, minutes: number, state: SendView["state"]): SendView {
  const createdAt = new Date(NOON_MS + minutes * 60_000).toISOString();
  const rest = { author: "agent", releaseAt: null, isEdited: false, failure: null, returned: null } as const;
  return { id, state, body: id, createdAt, ...rest };
}

const shape = (messages: MessageView[], sends: SendView[]) =>
  makeTimeline(messages, sends).map((item) => (item.kind === "day" ? "day" : item.key));

describe("the timeline", () => {
  it("puts a failed text between the messages of its time and pending ones at the end", () => {
    const sends = [send("s2", 30, "queued"), send("s1", 5, "failed")];
    expect(shape([message("m1", 0), message("m2", 10)], sends)).toEqual(["day", "m1", "s1", "m2", "s2"]);
  });

  it("shows a text once: as a message as soon as one stands for it", () => {
    expect(shape([message("m1", 0), message("m2", 6, "s1")], [send("s1", 5, "sent")])).toEqual(["day", "m1", "m2"]);
    expect(shape([message("m1", 0)], [send("s1", 5, "sent")])).toEqual(["day", "m1", "s1"]);
  });

  it("leaves drafts, cancelled and rejected texts out", () => {
    const sends = [send("a", 1, "draft"), send("b", 2, "cancelled"), send("c", 3, "rejected")];
    expect(shape([message("m1", 0)], sends)).toEqual(["day", "m1"]);
  });

  it("titles every day, also when the platform shows no time", () => {
    const untimed: MessageView = { ...message("m2", 0), at: null, atPrecision: "none", seenAt: "2026-11-23T12:00:00Z" };
    expect(shape([message("m1", 0), untimed], [])).toEqual(["day", "m1", "day", "m2"]);
  });

  it("keeps the order of messages, shows every one, and has no key twice, whatever the times", () => {
    const anyMessages = fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 12 });
    const anySends = fc.array(fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.constantFrom(...SEND_STATES)), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyMessages, anySends, (minutes, drawn) => {
        const messages = minutes.map((at, n) => message(`m${n}`, at));
        const items = makeTimeline(
          messages,
          drawn.map(([at, state], n) => send(`s${n}`, at, state)),
        );
        const shown = items.filter((item) => item.kind === "message").map((item) => item.key);
        expect(shown).toEqual(messages.map((one) => one.id));
        expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
      }),
    );
  });
});
