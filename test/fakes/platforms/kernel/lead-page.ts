// GET /__twin: the page on which a person plays the lead. It writes through /__twin/lead/messages and looks for an
// answer each second, as any other user of those addresses would. Works on a phone, in light and dark.

import { html, raw } from "hono/html";
import { LEAD_PAGE_SCRIPT } from "./lead-page-script.ts";
import { LEAD_PAGE_STYLE } from "./lead-page-style.ts";
import type { TwinApp } from "./site.ts";
import { NAME_LENGTH_MAX, TEXT_LENGTH_MAX } from "./threads.ts";

const DEFAULT_LEAD_NAME = "Jamie";

type Parts = {
  readonly title: string;
  readonly listings: () => readonly { readonly id: string; readonly title: string; readonly area: string }[];
};

export function addLeadPage(app: TwinApp, parts: Parts): void {
  app.get("/__twin", (c) =>
    c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <title>Be the lead · ${parts.title} twin</title>
    <style>${raw(LEAD_PAGE_STYLE)}</style>
  </head>
  <body>
    <header>
      <p class="where">${parts.title} twin</p>
      <h1>Be the lead</h1>
    </header>
    <main>
      <section class="who" aria-label="Who writes">
        <label>Your name <input id="name" value="${DEFAULT_LEAD_NAME}" maxlength="${NAME_LENGTH_MAX}" autocomplete="off" /></label>
        <label>About <select id="listing">${parts.listings().map((each) => html`<option value="${each.id}">${each.title}, ${each.area}</option>`)}</select></label>
        <div class="threads"><label>Conversation <select id="thread"></select></label><button type="button" id="another">Start another</button></div>
      </section>
      <ol id="messages" aria-live="polite" aria-label="Messages"></ol>
      <form id="write">
        <label class="hidden" for="text">Message</label>
        <textarea id="text" rows="3" maxlength="${TEXT_LENGTH_MAX}" placeholder="Hi, is this still available?" required></textarea>
        <button type="submit">Send</button>
        <p id="note" role="status"></p>
      </form>
    </main>
    <script>${raw(LEAD_PAGE_SCRIPT)}</script>
  </body>
</html>`),
  );
}
