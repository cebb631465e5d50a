// The pages of the guard in front of a platform: bot check, hard block, too many requests.
// The words are those that platforms.md lists in its part on shared machinery.

import type { TwinContext } from "./site.ts";

export type Challenge = "cloudflare_403" | "cloudflare_503" | "hard_block" | "rate_429";

/** Answers the request with the guard's page. `retryAfterSeconds`: how long a 429 asks to wait. */
export function challengePage(
  c: TwinContext,
  kind: Challenge,
  retryAfterSeconds: number,
): Response | Promise<Response> {
  switch (kind) {
    case "cloudflare_403":
      return c.html(
        guardPage("Attention Required! | Cloudflare", "Verifying you are human. This may take a few seconds."),
        403,
      );
    case "cloudflare_503":
      return c.html(guardPage("Just a moment...", "Checking if the site connection is secure"), 503);
    case "hard_block":
      return c.html(guardPage("Access denied", "Sorry, you have been blocked"), 403);
    case "rate_429":
      c.header("Retry-After", String(retryAfterSeconds));
      return c.html(guardPage("Too many requests", "You are being rate limited"), 429);
  }
}

function guardPage(title: string, words: string): string {
  return `<!doctype html>
<html lang="en"><head><title>${title}</title></head>
<body class="no-js"><div class="main-wrapper"><h1 class="zone-name-title">${title}</h1><h2>${words}</h2></div>
<div class="footer">Ray ID: <code>8f00aa11bb22cc33</code> Performance &amp; security by Cloudflare</div></body></html>`;
}
