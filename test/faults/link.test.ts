// The network between product and twin: does each fate of a request do what it says, to a server that counts what arrives?
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LOCAL_HOST } from "../local/free-ports.ts";
import { makeChance } from "./chance.ts";
import { type Fate, fatesBy, RETRY_AFTER_SECONDS, SLOW_MS } from "./failing-answers.ts";
import { type Link, openLink } from "./link.ts";

let arrived: string[] = [];
let server: Server;
let link: Link;

beforeEach(async () => {
  arrived = [];
  server = createServer((request, answer) => {
    arrived.push(`${request.method} ${request.url}`);
    answer.setHeader("Connection", "close");
    answer.end("good");
  });
  await new Promise<void>((done) => server.listen(0, LOCAL_HOST, done));
  const address = server.address();
  link = await openLink(address === null || typeof address === "string" ? 0 : address.port);
});

afterEach(async () => {
  await link.close();
  await new Promise((done) => server.close(done));
});

async function ask(fate: Fate) {
  link.setFates(() => fate);
  const answer = await fetch(`${link.origin}/x`, { method: "POST", body: "words" }).catch(() => null);
  return answer === null ? null : { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe("the link", () => {
  it("passes a request and tells of its post", async () => {
    let posts = 0;
    link.onPost(() => posts++);
    expect(await ask("good")).toMatchObject({ status: 200, text: "good" });
    expect([arrived, posts]).toEqual([["POST /x"], 1]);
  });

  it("answers 500 and 429 without the platform ever seeing the request", async () => {
    expect((await ask("error_500"))?.status).toBe(500);
    const limited = await ask("limited_429");
    expect([limited?.status, limited?.headers.get("retry-after")]).toEqual([429, String(RETRY_AFTER_SECONDS)]);
    expect(arrived).toEqual([]);
  });

  it("cuts before the platform sees the request, or after it did what it was asked", async () => {
    expect([await ask("cut"), arrived]).toEqual([null, []]);
    expect([await ask("answer_lost"), arrived]).toEqual([null, ["POST /x"]]);
  });

  it("answers late, and well", async () => {
    const startedAtMs = performance.now();
    expect(await ask("slow")).toMatchObject({ status: 200 });
    expect(performance.now() - startedAtMs).toBeGreaterThan(SLOW_MS * 0.9);
  });

  it("gives the asked share of bad fates, of every kind, the same for the same seed", () => {
    const row = (percent: number) => {
      const next = fatesBy(makeChance(7), percent);
      return Array.from({ length: 5_000 }, next);
    };
    const bad = row(20).filter((fate) => fate !== "good");
    expect(bad.length / 5_000).toBeCloseTo(0.2, 1);
    expect(new Set(bad)).toEqual(new Set(["error_500", "limited_429", "cut", "answer_lost", "slow"]));
    expect(row(20)).toEqual(row(20));
    expect(row(0).every((fate) => fate === "good")).toBe(true);
  });
});
