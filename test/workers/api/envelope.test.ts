import { beforeAll, describe, expect, it, vi } from "vitest";
import { REPLY_CHARS_MAX } from "#contracts/api/conversation";
import { ERROR_CODES, errorBodySchema } from "#contracts/errors";
import { classify, logUnexpected } from "#workers/api/classify";
import { STATUS_OF } from "#workers/api/problem";
import { type Agency, conversationStub, freshId, makeAgency, makeConversation, makePerson } from "./agency.ts";
import { anonymous, type Client, codeOf, ORIGIN, signIn } from "./client.ts";

const SECRET = "zebra-in-the-body";

let agency: Agency;
let call: Client;
let id: string;

beforeAll(async () => {
  agency = await makeAgency();
  call = await signIn(await makePerson(agency, "admin"));
  id = (await makeConversation(agency)).conversationId;
});

function reply(body: unknown, headers: Record<string, string> = { "idempotency-key": freshId("key") }) {
  return call("POST", `/api/conversations/${id}/replies`, body, headers);
}

describe("errors", () => {
  it("come in one envelope whose request id is the one in the header", async () => {
    const answer = await call("GET", "/api/conversations/cv_nobody");
    const { error } = errorBodySchema.parse(answer.body);
    expect(error.requestId).toBe(answer.headers.get("x-request-id"));
    expect(error.requestId).not.toBe("");
  });

  it("tell an unknown address before a session is asked for", async () => {
    for (const path of ["/api", "/api/", "/api/nothing", "/api/conversations/a/b/c", "/api/auth/admin/list-users"]) {
      const answer = await anonymous("GET", path);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 404, "NOT_FOUND"]);
    }
  });

  it("name the methods that an address takes", async () => {
    const answer = await anonymous("DELETE", "/api/accounts/acc_1");
    expect(codeOf(answer)).toBe("METHOD_NOT_ALLOWED");
    expect(answer.headers.get("allow")).toBe("GET, PATCH");
  });

  it("are never stored by a cache and may be framed by nobody", async () => {
    const answer = await call("GET", "/api/conversations/cv_nobody");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("hide what nobody expected, and log where it arose", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = await makeConversation(agency);
    await conversationStub(broken.conversationId).begin({
      ...broken,
      lastMessage: { from: "lead", preview: SECRET, atMs: Number.NaN },
    });
    const answer = await call("GET", `/api/conversations/${broken.conversationId}`);
    expect(codeOf(answer)).toBe("INTERNAL");
    expect(answer.text).not.toContain("Invalid time");
    const line = String(log.mock.calls[0]?.[0]);
    expect(line).toContain(answer.headers.get("x-request-id"));
    expect(line).toContain("conversation-view");
    log.mockRestore();
  });

  it("log neither the message of what was thrown nor its values", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    logUnexpected(new Error(`query failed, params: ${SECRET}`), "request", "/api/route");
    expect(String(log.mock.calls[0]?.[0])).toContain("api.unexpected");
    expect(JSON.stringify(log.mock.calls)).not.toContain(SECRET);
    log.mockRestore();
  });

  it("tell a busy actor from a broken one", () => {
    expect(classify(Object.assign(new Error("x"), { retryable: true })).code).toBe("UNAVAILABLE");
    expect(classify(Object.assign(new Error("x"), { overloaded: true })).code).toBe("UNAVAILABLE");
    expect(classify(new Error("x")).code).toBe("INTERNAL");
    expect(classify("a word").code).toBe("INTERNAL");
  });
});

describe("every refusal of an actor", () => {
  it.each(ERROR_CODES)("%s keeps its code, its sentences and its status", async (code) => {
    await conversationStub(id).refuseWith({ code, message: "It cannot be.", next: "Do this." });
    const answer = await call("GET", `/api/conversations/${id}`);
    await conversationStub(id).refuseWith(null);
    expect(answer.status).toBe(STATUS_OF[code]);
    expect(codeOf(answer)).toBe(code);
    if (code !== "NOT_FOUND") expect(answer.text).toContain("It cannot be. Do this.");
  });
});

describe("bodies", () => {
  it.each([
    ["broken JSON", `{"body": "${SECRET}`],
    ["a wrong type", { body: { [SECRET]: 1 } }],
    ["a list", `["${SECRET}"]`],
    ["a wrong flag", { body: "x", confirmAnsweredMeanwhile: SECRET }],
    ["null", "null"],
  ])("with %s are refused and not echoed", async (_, body) => {
    const answer = await reply(body);
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expect(answer.text).not.toContain(SECRET);
  });

  it("larger than the limit are refused before they are parsed, with or without a length", async () => {
    const huge = `{"body":"${"x".repeat(70_000)}`;
    expect(codeOf(await reply(huge))).toBe("TOO_LARGE");
    expect(codeOf(await anonymous("POST", "/api/auth/sign-in/email", huge))).toBe("TOO_LARGE");
  });

  it("must say that they are JSON", async () => {
    const answer = await reply('{"body":"x"}', { "content-type": "text/plain", "idempotency-key": "k" });
    expect(codeOf(answer)).toBe("UNSUPPORTED_MEDIA_TYPE");
  });

  it("that are empty are an empty object", async () => {
    const json = { "content-type": "application/json" };

    expect(codeOf(await call("POST", "/api/drafts/cv_none.1/approve", "", json))).toBe("NOT_FOUND");
    expect(codeOf(await call("POST", "/api/drafts/cv_none.1/approve"))).toBe("NOT_FOUND");
    expect(codeOf(await reply(""))).toBe("BAD_REQUEST");
  });

  it("of another site are refused", async () => {
    expect(codeOf(await reply({ body: "x" }, { origin: "https://evil.example", "idempotency-key": "k" }))).toBe(
      "NOT_ALLOWED",
    );
    const fetched = await reply({ body: "x" }, { "sec-fetch-site": "same-origin", origin: ORIGIN });
    expect(codeOf(fetched)).toBe("IDEMPOTENCY_KEY_MISSING");
  });
});

describe("the text of a reply", () => {
  it("is stopped by the guardrails that hold for people too, with the rule's name", async () => {
    const answer = await reply({ body: "Great schools and a safe neighborhood!" });
    expect(codeOf(answer)).toBe("TEXT_BLOCKED");
    expect(answer.text).toContain("T40");
    expect(answer.text).not.toContain("Great schools");
  });

  it.each([
    ["emoji and right-to-left", "👩‍👩‍👧 مرحبا שלום"],
    ["markup", "<img src=x onerror=alert(1)> & \"quotes\" 'n' \\n"],
    ["line breaks", "a\r\nb\n\nc\ttab"],
    ["the longest length", "x".repeat(REPLY_CHARS_MAX)],
    ["space around it", "  hello  "],
  ])("with %s is kept exactly", async (_, body) => {
    const answer = await reply({ body });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ send: { body } });
  });

  it.each([
    ["too long", "x".repeat(10_000), "TEXT_TOO_LONG"],
    ["empty", "", "TEXT_EMPTY"],
    ["white space", " \n\t ", "TEXT_EMPTY"],
    ["a NUL", "a\u0000b", "BAD_REQUEST"],
    ["half a character", "a\ud83d", "BAD_REQUEST"],
  ])("that is %s is refused", async (_, body, code) => {
    const answer = await reply({ body });
    expect(codeOf(answer)).toBe(code);
    const edited = await call("POST", `/api/drafts/${id}.1/approve`, { body });
    expect(codeOf(edited)).toBe(code);
  });
});

describe("the idempotency key", () => {
  it("is required, short and printable", async () => {
    expect(codeOf(await reply({ body: "x" }, {}))).toBe("IDEMPOTENCY_KEY_MISSING");
    for (const key of ["k".repeat(201), "tab\tinside"]) {
      expect(codeOf(await reply({ body: "x" }, { "idempotency-key": key }))).toBe("BAD_REQUEST");
    }
    expect((await reply({ body: "x" }, { "idempotency-key": "k".repeat(200) })).status).toBe(201);
  });

  it("gives the same reply again, and refuses another text", async () => {
    const headers = { "idempotency-key": freshId("key") };
    const first = await reply({ body: "once" }, headers);
    const again = await reply({ body: "once" }, headers);
    expect(again.body).toEqual(first.body);
    expect(codeOf(await reply({ body: "twice" }, headers))).toBe("IDEMPOTENCY_KEY_REUSED");
  });
});
