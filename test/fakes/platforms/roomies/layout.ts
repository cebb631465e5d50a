// The frame of every Roomies page: head, navigation, account menu. Knows no page's content.

import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";
import { ROOMIES_STYLE } from "./style.ts";
import type { RoomiesTwin } from "./switches.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Answers a whole page around `content`; `head` goes before the end of the head. */
export function page(
  c: TwinContext,
  twin: RoomiesTwin,
  { title, status = 200, head = "" }: { title: string; status?: 200 | 403 | 404 | 422 | 429; head?: Html | "" },
  content: Html,
): Response | Promise<Response> {
  const signedIn = twin.sessions.current(c) !== null;
  return c.html(
    html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Roomies.com</title>
<link rel="icon" href="data:,">
<style>${raw(ROOMIES_STYLE)}</style>
${head}
</head>
<body>
<header class="bg-white border-b">
<div class="container flex flex-wrap items-center gap-4">
<a class="font-semibold text-lg no-underline" href="/">Roomies</a>
${signedIn ? accountBar(c, twin) : html`<nav class="ml-auto flex gap-4"><a href="${PATHS.login}">Log in</a> <a href="/register">Join free</a></nav>`}
</div>
</header>
<main class="container">
${content}
</main>
</body>
</html>`,
    status,
  );
}

function accountBar(c: TwinContext, twin: RoomiesTwin): Html {
  return html`<nav class="ml-auto flex flex-wrap items-center gap-4">
<a href="${PATHS.inbox}">Inbox</a>
<a href="${PATHS.dashboard}">Dashboard</a>
<details class="menu"><summary>${DEMO_ACCOUNT.firstName}</summary>
<div class="bg-white shadow p-4">
<p class="text-sm">${CANARY.email}<br>${CANARY.phone}</p>
<form method="post" action="${PATHS.logout}">
<input type="hidden" name="_token" value="${twin.formState.issue(c, "logout")}">
<button type="submit" role="menuitem">Log out</button>
</form>
</div>
</details>
</nav>`;
}
