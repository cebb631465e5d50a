// The frame of every SpareRoom page: head, account bar, main#spareroom, consent overlay. Knows no page's content.

import { getCookie } from "hono/cookie";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";
import type { SpareroomTwin } from "./switches.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const CONSENT_COOKIE = "OptanonAlertBoxClosed";

/** Answers a whole page around `content`. */
export function page(
  c: TwinContext,
  twin: SpareroomTwin,
  { title, status = 200 }: { title: string; status?: 200 | 403 | 404 },
  content: Html,
): Response | Promise<Response> {
  const signedIn = twin.sessions.current(c) !== null;
  const unread = twin.threads.all().filter((thread) => thread.unread).length;
  return c.html(
    html`<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | SpareRoom</title>
<link rel="icon" href="data:,">
<style>${raw(STYLE)}</style>
<script>window.isLoggedIn = ${raw(String(signedIn))}; window.jQuery = window.jQuery || function () { return { ready: function () {}, tooltip: function () {} }; };</script>
</head>
<body>
<header class="site-header">
<a class="logo" href="/">SpareRoom</a>
${signedIn ? accountBar(unread) : html`<nav class="account-mini-nav"><a href="${PATHS.login}">Log in</a></nav>`}
</header>
<main id="spareroom">
${content}
</main>
${signedIn ? "" : authOverlay(c, twin)}
${consentOverlay(c, twin)}
</body>
</html>`,
    status,
  );
}

/** Carries the form state that a login POST must bring back. */
export function authOverlay(c: TwinContext, twin: SpareroomTwin): Html {
  return html`<div id="userAuth" class="auth hidden-overlay" data-csrf-token="${twin.formState.issue(c, "login")}"></div>`;
}

function accountBar(unread: number): Html {
  return html`<nav class="account-mini-nav">
<span class="account-name">${DEMO_ACCOUNT.firstName}</span>
<span class="account-contact">${CANARY.email} · ${CANARY.phone}</span>
${unread === 0 ? "" : html`<div class="new-email"><a href="${PATHS.threads}">${unread} new</a></div>`}
<a href="${PATHS.threads}">Messages</a>
<a href="${PATHS.listings}">My ads</a>
<a href="${PATHS.logout}">Log out</a>
</nav>`;
}

function consentOverlay(c: TwinContext, twin: SpareroomTwin): Html | "" {
  if (twin.switches().consent === "off" || getCookie(c, CONSENT_COOKIE) !== undefined) return "";
  return html`<div id="onetrust-consent-sdk">
<div class="onetrust-pc-dark-filter"></div>
<div id="onetrust-banner-sdk" role="dialog" aria-label="Cookie banner">
<p>We use cookies.</p>
<button id="onetrust-accept-btn-handler" type="button">Accept All Cookies</button>
</div>
</div>
<script>
document.getElementById("onetrust-accept-btn-handler").addEventListener("click", function () {
  document.cookie = "${CONSENT_COOKIE}=yes; path=/";
  document.getElementById("onetrust-consent-sdk").remove();
});
</script>`;
}

const STYLE = `
body { margin: 0; font: 15px/1.5 Arial, sans-serif; color: #222; background: #f4f6f8; }
.site-header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; padding: .75rem 1rem; background: #012f6d; color: #fff; }
.site-header a { color: #fff; }
.account-mini-nav { display: flex; flex-wrap: wrap; gap: .75rem; margin-left: auto; align-items: center; font-size: .85rem; }
.logo { font-weight: bold; text-decoration: none; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.panel-tab { display: flex; gap: .5rem; margin-bottom: .75rem; }
.panel-tab a { padding: .25rem .75rem; background: #e2e7ee; border-radius: 4px; color: inherit; }
.panel-tab a.tab-active { background: #012f6d; color: #fff; }
.msg_row { background: #fff; border: 1px solid #d6dbe2; margin-bottom: .5rem; }
.msg_row--unread { border-left: 4px solid #0b7; font-weight: bold; }
.thread_item { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .5rem .75rem; color: inherit; text-decoration: none; }
.mythreads--mobile { display: none; }
@media (max-width: 40rem) { .mythreads--mobile { display: block; } .mythreads--desktop { display: none; } }
.conversation { list-style: none; padding: 0; }
.message { background: #fff; border: 1px solid #d6dbe2; margin: 0 20% .5rem 0; padding: .5rem .75rem; }
.message_out { margin: 0 0 .5rem 20%; background: #eef5ff; }
.message dd { margin: 0; overflow-wrap: anywhere; }
.message_body--pre { white-space: pre-wrap; }
.message_options form { display: inline; }
.reply_form--mobile, .grecaptcha-badge { display: none; }
textarea { width: 100%; box-sizing: border-box; min-height: 7rem; }
.listing-results { list-style: none; padding: 0; }
.listing-result { background: #fff; border: 1px solid #d6dbe2; margin-bottom: .5rem; padding: .5rem .75rem; }
.msg { padding: .5rem .75rem; background: #fff8dd; }
#onetrust-consent-sdk, .onetrust-pc-dark-filter { position: fixed; inset: 0; z-index: 1000; }
.onetrust-pc-dark-filter { background: rgba(0, 0, 0, .5); }
#onetrust-banner-sdk { position: fixed; inset: auto 0 0 0; z-index: 1001; background: #fff; padding: 1rem; }
`;
