// The frame of every Leasebreak page: head, account bar, and two forms of its own that an automation may mistake for
// the composer (the search box, the newsletter box). Knows no page's content.

import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";
import type { LeasebreakTwin } from "./switches.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Answers a whole page around `content`. */
export function page(
  c: TwinContext,
  twin: LeasebreakTwin,
  { title, status = 200 }: { title: string; status?: 200 | 403 | 404 },
  content: Html,
): Response | Promise<Response> {
  const signedIn = twin.sessions.current(c) !== null;
  return c.html(
    html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | LeaseBreak.com</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="header">
<a class="brand" href="/">LeaseBreak</a>
<form class="search-form" method="get" action="${PATHS.search}">
<input type="text" name="q" placeholder="Neighborhood, address or listing #" aria-label="Search">
<button type="submit">Search</button>
</form>
${signedIn ? accountBar() : html`<nav class="account-nav"><a href="${PATHS.login}">Sign In</a></nav>`}
</header>
<aside class="newsletter">
<form method="post" action="${PATHS.newsletter}">
${csrfField(c, twin, "newsletter")}
<textarea name="Newsletter[wish]" rows="2" placeholder="Tell us what you are looking for"></textarea>
<input type="email" name="Newsletter[email]" placeholder="Email" aria-label="Email">
<button type="submit">Send</button>
</form>
</aside>
<div id="content">
${content}
</div>
</body>
</html>`,
    status,
  );
}

/** The hidden token that each form must bring back; `form` is the word it is checked under. */
export function csrfField(c: TwinContext, twin: LeasebreakTwin, form: string): Html {
  return html`<div style="display:none"><input type="hidden" value="${twin.formState.issue(c, form)}" name="YII_CSRF_TOKEN" /></div>`;
}

function accountBar(): Html {
  return html`<nav class="account-nav">
<span class="account-name">${DEMO_ACCOUNT.firstName} ${DEMO_ACCOUNT.lastName}</span>
<span class="account-contact">${CANARY.email} · ${CANARY.phone}</span>
<a href="${PATHS.dashboard}">Dashboard</a>
<a href="${PATHS.inbox}">Messages</a>
<a href="${PATHS.ownListings}">My Listings</a>
<a href="${PATHS.logout}">Sign Out</a>
</nav>`;
}

const STYLE = `
body { margin: 0; font: 15px/1.5 "Helvetica Neue", Arial, sans-serif; color: #333; background: #fff; }
.header { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; padding: .75rem 1rem; border-bottom: 3px solid #e8542f; }
.brand { font-weight: bold; font-size: 1.25rem; color: #e8542f; text-decoration: none; }
.account-nav { display: flex; flex-wrap: wrap; gap: .75rem; margin-left: auto; font-size: .85rem; }
#content, .newsletter { max-width: 60rem; margin: 0 auto; padding: .5rem 1rem; }
.newsletter { font-size: .85rem; color: #777; }
.newsletter form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.items { width: 100%; border-collapse: collapse; }
.items th, .items td { text-align: left; padding: .5rem; border-bottom: 1px solid #ddd; overflow-wrap: anywhere; }
.items .odd { background: #fafafa; }
.items .unread { font-weight: bold; }
.message-item { border: 1px solid #ddd; margin: 0 20% .5rem 0; padding: .5rem .75rem; overflow-wrap: anywhere; }
.message-out { margin: 0 0 .5rem 20%; background: #fff5f2; }
.message-head { font-size: .85rem; color: #777; }
.message-body--pre { white-space: pre-wrap; }
.thread-options form { display: inline; }
#reply-form textarea { width: 100%; box-sizing: border-box; min-height: 7rem; }
.flash-success { background: #e6f5e6; padding: .5rem .75rem; }
.errorMessage, .send-failed, .send-unclear { color: #b00; }
.message-pending { color: #a60; }
`;
