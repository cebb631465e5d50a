import { describe, expect, it } from "vitest";
import { type PageSigns, readChallenge, readRetryAfter } from "#browser/challenge";
import { classify, endsVisitAtOnce, fault, isRetryable, stopsAccount } from "#browser/fault";
import { originFor } from "#browser/origins";
import { rowMark } from "#browser/row-mark";
import { isSameSite } from "#browser/storage-state";
import { FAULT_CODES } from "#contracts/browser";

describe("foreign errors become faults once", () => {
  it.each([
    ["Unable to create new browser: code: 429: message: Browser time limit exceeded for today", "BROWSER_BUSY"],
    ["Navigation timeout of 20000 ms exceeded", "TIMEOUT"],
    ["net::ERR_CONNECTION_REFUSED at http://127.0.0.1:1/secret-path", "NETWORK"],
    ["Protocol error (Target.createTarget): Target closed", "BROWSER_LOST"],
    ["something never seen", "BROWSER_LOST"],
  ])("%s is %s", (message, code) => {
    expect(classify(new Error(message)).code).toBe(code);
  });

  it("never repeats the foreign text", () => {
    expect(JSON.stringify(classify(new Error("net::ERR_FAILED at http://x/?q=private")))).not.toContain("private");
  });

  it("retries nothing that stops an account", () => {
    const both = FAULT_CODES.map((code) => fault(code, "")).filter(
      (found) => isRetryable(found) && stopsAccount(found),
    );
    expect(both).toEqual([]);
    expect(FAULT_CODES.filter((code) => stopsAccount(fault(code, "")))).toEqual([
      "LOGIN_REFUSED",
      "LOGIN_NEEDS_HUMAN",
      "CHALLENGE",
      "BLOCKED",
      "PACK_UNCONFIRMED",
    ]);
  });

  it("let too many requests end the visit, and be tried again once the account's pause is over", () => {
    const limited = fault("RATE_LIMITED", "");
    expect([endsVisitAtOnce(limited), isRetryable(limited), stopsAccount(limited)]).toEqual([true, true, false]);
    expect(FAULT_CODES.filter((code) => stopsAccount(fault(code, "")) && !endsVisitAtOnce(fault(code, "")))).toEqual(
      [],
    );
  });
});

describe("pages that are not the platform's", () => {
  const signs = (part: Partial<PageSigns>): PageSigns => ({
    status: 200,
    title: "Inbox",
    text: "",
    hasContent: false,
    ...part,
  });

  it.each([
    [{ title: "Just a moment..." }, "CHALLENGE"],
    [{ title: "Attention Required! | Cloudflare", text: "Sorry, you have been blocked" }, "BLOCKED"],
    [{ title: "Access denied" }, "BLOCKED"],
    [{ text: "We are verifying you are human" }, "CHALLENGE"],
    [{ status: 403 }, "BLOCKED"],
    [{ status: 503 }, "CHALLENGE"],
    [{ status: 500 }, "SERVER_ERROR"],
    [{ status: 429, retryAfterMs: 1000 }, "RATE_LIMITED"],
  ])("%o is %s", (part, code) => {
    expect(readChallenge(signs(part))?.code).toBe(code);
  });

  it("does not stop an account because a lead writes the words of a challenge page", () => {
    expect(readChallenge(signs({ hasContent: true, text: "Ray ID: are you verifying you are human?" }))).toBeNull();
  });

  it("reads Retry-After in seconds and as a date", () => {
    expect(readRetryAfter("120", 0)).toBe(120_000);
    expect(readRetryAfter("Fri, 20 Nov 2026 12:00:10 GMT", Date.parse("2026-11-20T12:00:00Z"))).toBe(10_000);
    expect(readRetryAfter("later", 0)).toBeUndefined();
  });
});

describe("origins", () => {
  it("are the live ones unless the setting names another", () => {
    expect(originFor("spareroom", "{}")).toEqual({ ok: true, value: "https://www.spareroom.com" });
    expect(originFor("spareroom", '{"spareroom":"http://127.0.0.1:4101/"}')).toEqual({
      ok: true,
      value: "http://127.0.0.1:4101",
    });
  });

  it.each(["{", '{"sparerom":"http://127.0.0.1"}', '{"spareroom":"ftp://x"}', '{"spareroom":"http://x/path"}', "[]"])(
    "refuses %s instead of falling through to a live site",
    (setting) => {
      expect(originFor("spareroom", setting)).toMatchObject({ ok: false, error: { code: "BASE_URLS_INVALID" } });
    },
  );
});

describe("small parts", () => {
  it("keep cookies of the site and no others", () => {
    expect(isSameSite(".spareroom.com", "https://www.spareroom.com")).toBe(true);
    expect(isSameSite("notspareroom.com", "https://www.spareroom.com")).toBe(false);
    expect(isSameSite("127.0.0.1", "http://127.0.0.1:4101")).toBe(true);
    expect(isSameSite("10.0.0.1", "http://127.0.0.1:4101")).toBe(false);
  });

  it("mark a row by its parts, and parts do not run into each other", () => {
    expect(rowMark(["ab", "c"])).not.toBe(rowMark(["a", "bc"]));
    expect(rowMark(["ab", "c"])).toBe(rowMark(["ab", "c"]));
  });
});
