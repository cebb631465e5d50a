// The web app's own small machines: the newest version wins, filters in the address, the way back after login, throttling.
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CONVERSATION_VIEWS } from "#contracts/api/conversation";
import { PLATFORMS } from "#domain/platform";
import { isUncertain, Problem, problemOf } from "../../web/src/api/problem.ts";
import { newer, withSend } from "../../web/src/api/queries.ts";
import { filterParams, parseFilter } from "../../web/src/parts/list/filter.ts";
import { afterLogin, loginPath } from "../../web/src/paths.ts";
import { makeThrottle } from "../../web/src/primitives/make-throttle.ts";
import { makeSend, seedConversations } from "./fake-board/seed.ts";

const [conversation] = seedConversations(Date.parse("2026-11-20T12:00:00Z"), 1);
if (conversation === undefined) throw new Error("the seed is empty");

describe("the newest version", () => {
  it("wins over an older answer that arrives later", () => {
    const old = { ...conversation, version: 4 };
    const fresh = { ...conversation, version: 5 };
    expect(newer(fresh, old)).toBe(fresh);
    expect(newer(old, fresh)).toBe(fresh);
    expect(newer(undefined, old)).toBe(old);
  });

  it("takes a send's new state in place, and a new send in front", () => {
    const draft = conversation.sends[0];
    if (draft === undefined) throw new Error("the seed has no draft");
    const approved = withSend(conversation, { ...draft, state: "approved" });
    expect(approved.sends).toHaveLength(1);
    expect(approved.draftId).toBeNull();
    const added = withSend(conversation, makeSend("cv_01.9", "approved", "Hi", 0));
    expect(added.sends.map((send) => send.id)).toEqual(["cv_01.9", draft.id]);
    expect(added.draftId).toBe(draft.id);
  });
});

describe("the list's filters", () => {
  it("survive the way through the address", () => {
    const anyFilter = fc.record({
      view: fc.constantFrom(...CONVERSATION_VIEWS),
      platform: fc.constantFrom(null, ...PLATFORMS),
      q: fc.string({ maxLength: 100 }),
    });
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(parseFilter(filterParams(filter))).toEqual(filter);
      }),
    );
  });

  it("fall back to the default when the address holds something else", () => {
    expect(parseFilter({ view: "x", platform: "y", q: ["a"] })).toEqual({ view: "open", platform: null, q: "" });
  });
});

describe("the way back after login", () => {
  it("leads only to addresses of this app", () => {
    expect(afterLogin("/conversations/cv_1?view=all")).toBe("/conversations/cv_1?view=all");
    for (const evil of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "", null]) {
      expect(afterLogin(evil)).toBe("/");
    }
    expect(afterLogin("/login?next=/login")).toBe("/");
  });

  it("remembers where one was", () => {
    expect(loginPath("/conversations/cv_1?view=all")).toBe("/login?next=%2Fconversations%2Fcv_1%3Fview%3Dall");
    expect(loginPath("/")).toBe("/login");
  });
});

describe("problems", () => {
  it("keep the server's sentence, and read what carries no envelope by its status", () => {
    const body = { error: { code: "NEW_INBOUND", message: "The lead wrote.", requestId: "rq" } };
    expect(problemOf(body, 409)).toMatchObject({ code: "NEW_INBOUND", message: "The lead wrote.", requestId: "rq" });
    expect(problemOf({ code: "INVALID_EMAIL_OR_PASSWORD" }, 401).code).toBe("NOT_SIGNED_IN");
    expect(problemOf("<html>", 502).code).toBe("UNREADABLE");
  });

  it("are uncertain exactly when the server may have acted", () => {
    expect(isUncertain(new Problem("OFFLINE", ""))).toBe(true);
    expect(isUncertain(new Problem("INTERNAL", ""))).toBe(true);
    expect(isUncertain(new Problem("NEW_INBOUND", ""))).toBe(false);
    expect(isUncertain(new Problem("RATE_LIMITED", ""))).toBe(false);
  });
});

describe("the throttle", () => {
  afterEach(() => vi.useRealTimers());

  it("runs at once, then once per interval, and once more after the last call", () => {
    vi.useFakeTimers();
    let runs = 0;
    const throttle = makeThrottle(() => {
      runs += 1;
    }, 1_000);
    for (let n = 0; n < 20; n += 1) {
      throttle.call();
      vi.advanceTimersByTime(100);
    }
    expect(runs).toBe(3);
    vi.advanceTimersByTime(5_000);
    expect(runs).toBe(3);
    throttle.call();
    expect(runs).toBe(4);
  });
});
