// The frame of every RentHop page: head, menu, account bar, search box. Knows no page's content.

import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Answers a whole page around `content`. */
export function page(
  c: TwinContext,
  twin: RenthopTwin,
  { title, status = 200 }: { title: string; status?: 200 | 400 | 403 | 404 },
  content: Html,
): Response | Promise<Response> {
  const signedIn = twin.sessions.current(c) !== null;
  return c.html(
    html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - RentHop</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>
<div class="nav-bar">
<a class="nav-logo" href="/">RentHop</a>
<form class="nav-search" method="get" action="/"><input type="text" name="q" aria-label="Search apartments"><button type="submit">Search</button></form>
${signedIn ? accountBar(twin) : html`<a href="${PATHS.login}">Log In</a>`}
</div>
<div class="page-body">
${content}
</div>
</body>
</html>`,
    status,
  );
}

export function notFound(c: TwinContext, twin: RenthopTwin): Response | Promise<Response> {
  return page(c, twin, { title: "Page not found", status: 404 }, html`<h1>Page not found</h1>`);
}

/** The hidden token that each form must bring back; `form` is the word it is checked under. */
export function csrfField(c: TwinContext, twin: RenthopTwin, form: string): Html {
  return html`<input type="hidden" name="csrf_token" value="${twin.formState.issue(c, form)}">`;
}

function accountBar(twin: RenthopTwin): Html {
  const hasInbox = twin.switches().account_inbox === "on";
  return html`<div class="nav-account">
<span>${DEMO_ACCOUNT.firstName} ${DEMO_ACCOUNT.lastName}</span>
<span>${CANARY.email} · ${CANARY.phone}</span>
<a href="${PATHS.account}">Dashboard</a>
<a href="${PATHS.bank}">Listings Bank</a>
${hasInbox ? html`<a href="${PATHS.inbox}">Messages</a>` : ""}
<a href="${PATHS.logout}">Log Out</a>
</div>`;
}

const STYLE = `
body { margin: 0; font: 14px/1.5 Lato, Arial, sans-serif; color: #2b2b2b; background: #fff; }
.nav-bar { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; padding: .75rem 1rem; background: #08c; color: #fff; }
.nav-bar a { color: #fff; }
.nav-logo { font-weight: bold; font-size: 1.25rem; text-decoration: none; }
.nav-account { display: flex; flex-wrap: wrap; gap: .75rem; margin-left: auto; }
.page-body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.search-listing, .listing-entry, .lead-card, .conversation-message { border: 1px solid #dde3e8; border-radius: 4px; padding: .75rem; margin-bottom: .75rem; overflow-wrap: anywhere; }
.listing-entry { display: grid; grid-template-columns: 2fr 1fr 1fr 1fr auto; gap: .5rem; }
#conversation-list { list-style: none; padding: 0; }
.conversation-row { border-bottom: 1px solid #dde3e8; padding: .5rem; }
.conversation-row.is-unread { font-weight: bold; border-left: 4px solid #08c; }
.conversation-row a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; color: inherit; text-decoration: none; }
.lead-card { display: grid; grid-template-columns: 8rem 1fr; gap: .25rem .75rem; background: #f5f9fb; }
.lead-card dt { color: #667; } .lead-card dd { margin: 0; white-space: pre-wrap; }
.conversation-message { margin-right: 20%; }
.from-me { margin: 0 0 .75rem 20%; background: #eaf6fc; }
.conversation-message-meta { font-size: .8rem; color: #667; }
.conversation-message-text--pre { white-space: pre-wrap; }
#message-form textarea, #listing-form textarea { width: 100%; box-sizing: border-box; min-height: 7rem; }
.login-error, .form-error, .send-failed, .send-unclear { color: #b00; }
.message-held { color: #a60; }
.form-saved { background: #e6f5e6; padding: .5rem .75rem; }
[hidden] { display: none; }
`;
