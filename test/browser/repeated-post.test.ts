// What Chromium itself does to a POST whose connection is cut ahead of any answer, on servers that count. It is why
// keepPostsSingle exists, and it shows where that ends: on HTTP/2, as real platforms speak it, a repeated message can only be
// seen afterwards (rule D15) and not kept from happening.
import { createServer as createHttpServer } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chromiumPath } from "../local/chromium.ts";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";
import { selfSigned } from "./self-signed.ts";

const PAGE = "<!doctype html><form method=post action=/send><button id=send>Send</button></form>";
/** A repeated request follows the cut at once; this leaves it many times as long. */
const REPEAT_MS_MAX = 1_500;

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: chromiumPath(PROJECT_ROOT),
    args: ["--no-sandbox", "--ignore-certificate-errors", "--disable-background-networking"],
  });
});
afterAll(() => browser?.close());

it("repeats it on a reused HTTP/1.1 connection", async () => {
  expect(await postsOfOneClick(http1, {})).toBe(2);
});

it("sends it once over HTTP/1.1 when every request asks for a connection of its own", async () => {
  expect(await postsOfOneClick(http1, { Connection: "close" })).toBe(1);
});

it("repeats it on a reused HTTP/2 connection, whatever the headers ask", async () => {
  expect(await postsOfOneClick(http2, {})).toBe(2);
  expect(await postsOfOneClick(http2, { Connection: "close" })).toBe(2);
});

function running(): Browser {
  if (browser === undefined) throw new Error("Chromium did not start");
  return browser;
}

type Counting = { readonly origin: string; readonly posts: () => number; readonly close: () => void };

/** Opens a page twice, so that its connection is a used one, and clicks once. */
async function postsOfOneClick(serve: () => Promise<Counting>, headers: Record<string, string>): Promise<number> {
  const { origin, posts, close } = await serve();
  const context = await running().newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setExtraHTTPHeaders", { headers });
    await page.goto(origin);
    await page.reload();
    await page.click("#send", { noWaitAfter: true });
    await expect.poll(posts, { timeout: 10_000 }).toBeGreaterThan(0);
    await page.waitForTimeout(REPEAT_MS_MAX);
    return posts();
  } finally {
    await context.close();
    close();
  }
}

async function http1(): Promise<Counting> {
  let posts = 0;
  const server = createHttpServer((request, response) => {
    if (request.method !== "POST") return response.setHeader("content-type", "text/html").end(PAGE);
    posts++;
    return request.socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: () => posts,
    close: () => server.close(),
  };
}

async function http2(): Promise<Counting> {
  let posts = 0;
  const server = createSecureServer(selfSigned("localhost"));
  server.on("sessionError", () => undefined);
  server.on("stream", (stream, headers) => {
    stream.on("error", () => undefined);
    if (headers[":method"] !== "POST") {
      stream.respond({ ":status": 200, "content-type": "text/html" });
      return stream.end(PAGE);
    }
    posts++;
    return stream.session?.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: () => posts,
    close: () => server.close(),
  };
}
