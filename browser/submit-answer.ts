// Listens to what became of the request that a click set off. A page may write "not sent" under a message because the platform
// refused it, or because its own request broke: only the first is the platform's word.
import type { HTTPRequest, HTTPResponse, Page } from "@cloudflare/puppeteer";
import type { Fault } from "#contracts/browser";
import { readRetryAfter } from "./challenge.ts";
import { fault } from "./fault.ts";

export type SubmitWatch = {
  /** The fault of the newest request that posted something and got no proper answer; null when every one was answered. */
  readonly broken: () => Fault | null;
  readonly stop: () => void;
};

/**
 * Watches the tab's requests that post something, from the click on, until `stop`. Any of them counts, a statistics one too: the
 * worst that follows is that a refusal is read back once more before it is believed.
 */
export function watchSubmit(page: Page, now: () => number): SubmitWatch {
  let broken: Fault | null = null;
  const onResponse = (response: HTTPResponse) => {
    const status = response.status();
    if (!isPosting(response.request()) || (status < 500 && status !== 429)) return;
    const retryAfterMs = readRetryAfter(response.headers()["retry-after"], now());
    broken =
      status === 429
        ? fault(
            "RATE_LIMITED",
            "the platform answered the send with 429: too many requests",
            retryAfterMs === undefined ? {} : { retryAfterMs },
          )
        : fault("SERVER_ERROR", `the platform answered the send with ${status}`);
  };
  const onFailed = (request: HTTPRequest) => {
    if (isPosting(request)) broken = fault("NETWORK", "the request that carried the message got no answer");
  };
  page.on("response", onResponse);
  page.on("requestfailed", onFailed);
  return {
    broken: () => broken,
    stop: () => {
      page.off("response", onResponse);
      page.off("requestfailed", onFailed);
    },
  };
}

function isPosting(request: HTTPRequest): boolean {
  return request.method() !== "GET" && request.method() !== "HEAD" && request.method() !== "OPTIONS";
}
