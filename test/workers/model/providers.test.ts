// The services that need an account, in the real Worker runtime: what is sent to them, and that their answers are read. Their side
// is played by the test.
import { afterEach, describe, expect, it, vi } from "vitest";
import { promptFor } from "#domain/model/prompt";
import { SAMPLE } from "#domain/model/sample";
import { decide } from "#domain/triage/policy";
import { propose } from "#workers/model/propose";

const PROPOSAL = {
  intents: ["pricing_question"],
  confidence: 0.9,
  nextAction: "reply",
  reply: "The rent is 1450 per month.",
  selectedSlot: null,
  factsUsed: ["rentMonthly"],
};
const PROMPT = promptFor(SAMPLE, decide(SAMPLE), { for: "words" });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("Google", () => {
  const chosen = { provider: "google", model: "gemini-2.5-flash", apiKey: "k-2" } as const;

  function answering(status: number, body: unknown) {
    const calls: { url: string; init: RequestInit }[] = [];
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      calls.push({ url: String(url), init });
      return Response.json(body, { status });
    });
    return calls;
  }

  it("is asked at its own address with the key in a header, and its answer is a proposal with its cost", async () => {
    const calls = answering(200, {
      candidates: [{ content: { parts: [{ text: JSON.stringify(PROPOSAL) }], role: "model" }, finishReason: "STOP" }],
      usageMetadata: { promptTokenCount: 700, candidatesTokenCount: 50, totalTokenCount: 750 },
    });
    expect(await propose(chosen, PROMPT)).toEqual({
      came: "proposal",
      proposal: PROPOSAL,
      cost: { tokensIn: 700, tokensOut: 50 },
    });
    const [call] = calls;
    expect(call?.url).toBe("https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent");
    expect(new Headers(call?.init.headers).get("x-goog-api-key")).toBe("k-2");
    expect(call?.init.redirect).toBe("manual");
    const sent = JSON.parse(String(call?.init.body));
    expect(sent.generationConfig).toMatchObject({
      responseMimeType: "application/json",
      thinkingConfig: { thinkingBudget: 0 },
    });
    expect(JSON.stringify(sent)).not.toContain("mail.example");
  });

  it("refuses by its filter", async () => {
    answering(200, {
      candidates: [{ content: { parts: [], role: "model" }, finishReason: "SAFETY" }],
      usageMetadata: { promptTokenCount: 700, candidatesTokenCount: 0, totalTokenCount: 700 },
    });
    expect(await propose(chosen, PROMPT)).toMatchObject({ came: "fault", code: "refused" });
  });

  it("knows no such key", async () => {
    answering(403, { error: { code: 403, message: "no", status: "PERMISSION_DENIED" } });
    const none = { tokensIn: 0, tokensOut: 0 };
    expect(await propose(chosen, PROMPT)).toEqual({ came: "fault", code: "failed", cost: none });
  });
});

describe("Workers AI", () => {
  const chosen = (run: (model: string, inputs: unknown, options: { signal: AbortSignal }) => Promise<unknown>) =>
    ({ provider: "workers-ai", model: "@cf/some/model", binding: { run } as unknown as Ai }) as const;

  it("is asked through its binding, and its answer is a proposal with its cost", async () => {
    const asked: unknown[] = [];
    const told = await propose(
      chosen(async (model, inputs) => {
        asked.push(model, inputs);
        return {
          response: JSON.stringify(PROPOSAL),
          usage: { prompt_tokens: 640, completion_tokens: 44, total_tokens: 684 },
        };
      }),
      PROMPT,
    );
    expect(told).toEqual({ came: "proposal", proposal: PROPOSAL, cost: { tokensIn: 640, tokensOut: 44 } });
    expect(asked[0]).toBe("@cf/some/model");
    expect(JSON.stringify(asked[1])).toContain("json_schema");
  });

  it("is out of capacity, or says nothing in time", async () => {
    const full = chosen(async () => {
      throw new Error("3040: Capacity temporarily exceeded, please try again.");
    });
    expect(await propose(full, PROMPT)).toMatchObject({ came: "fault", code: "failed" });
    const silent = chosen(
      (_, __, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    );
    expect(await propose(silent, PROMPT, 200)).toEqual({ came: "fault", code: "timeout", cost: null });
    const deaf = chosen(() => new Promise(() => {}));
    expect(await propose(deaf, PROMPT, 200)).toEqual({ came: "fault", code: "timeout", cost: null });
  });
});
