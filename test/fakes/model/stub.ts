// A hostile OpenAI-compatible service for tests: one process-local server whose answers the model's name chooses (answers.ts).
// GET /seen/<model> gives what it was asked last, and with which key; GET /stolen is where a redirect leads.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Question, STUB_ANSWERS, type StubAnswer, TOKENS_IN, TOKENS_OUT } from "./answers.ts";

type Seen = { readonly body: string; readonly key: string | null; readonly times: number };

/** More than the product reads of an answer. */
const FLOOD_PARTS = 64;
const FLOOD_PART = "x".repeat(64 * 1024);

/** A server that does not listen yet. */
export function makeModelStub(): Server {
  const seen = new Map<string, Seen>();
  return createServer((request, response) => {
    void answer(request, response, seen).catch(() => response.destroy());
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, seen: Map<string, Seen>): Promise<void> {
  const path = request.url ?? "";
  if (request.method === "GET" && path.startsWith("/seen/")) {
    json(response, seen.get(decodeURIComponent(path.slice("/seen/".length))) ?? { body: "", key: null, times: 0 });
    return;
  }
  const body = await textOf(request);
  const name = path === "/v1/chat/completions" ? String(JSON.parse(body).model) : path;
  const key = request.headers.authorization ?? null;
  seen.set(name, { body, key, times: (seen.get(name)?.times ?? 0) + 1 });
  const scenario = STUB_ANSWERS[name.split(":")[0] ?? ""];
  if (scenario === undefined) {
    response.writeHead(404).end();
    return;
  }
  write(response, scenario(questionOf(body)));
}

function write(response: ServerResponse, told: StubAnswer): void {
  switch (told.kind) {
    case "object":
      completion(response, { content: JSON.stringify(told.object) }, told.finish, told.isCounted);
      return;
    case "text":
      completion(response, { content: told.text }, told.finish);
      return;
    case "refusal":
      completion(response, { content: null, refusal: told.text });
      return;
    case "status":
      response.writeHead(told.status, { "content-type": "application/json", ...told.headers });
      response.end(JSON.stringify({ error: { message: "no", type: "stub", param: null, code: null } }));
      return;
    case "silence":
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"choices":[', () => response.destroy());
      return;
    case "flood":
      response.writeHead(200, { "content-type": "application/json" });
      for (let part = 0; part < FLOOD_PARTS; part++) response.write(FLOOD_PART);
      response.end();
      return;
  }
}

function completion(response: ServerResponse, message: object, finish = "stop", isCounted = true): void {
  const usage = { prompt_tokens: TOKENS_IN, completion_tokens: TOKENS_OUT, total_tokens: TOKENS_IN + TOKENS_OUT };
  json(response, {
    id: "stub",
    object: "chat.completion",
    created: 1,
    model: "stub",
    choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: finish }],
    ...(isCounted ? { usage } : {}),
  });
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** What the product asked: the last fence is the message's own. */
function questionOf(body: string): Question {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string | { text: string }[] }[] };
  const text = (role: string) => {
    const content = messages.findLast((message) => message.role === role)?.content ?? "";
    return typeof content === "string" ? content : content.map((part) => part.text).join("");
  };
  const data = /<data>\n(.*)\n<\/data>/s.exec(text("user"))?.[1] ?? "{}";
  return { system: text("system"), data: JSON.parse(data) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
