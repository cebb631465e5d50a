// The frame of every FurnishedFinder page, and the rule that a member's page draws nothing without the storage key.

import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { loginDialog } from "./login-dialog.ts";
import { LOGIN_SCRIPT } from "./login-script.ts";
import { PATHS } from "./paths.ts";
import { FURNISHEDFINDER_STYLE } from "./style.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

type PageParts = {
  readonly title: string;
  readonly status?: 200 | 404;
  /** Runs after the content stands in the page; not at all while signed out. */
  readonly script?: string;
};

/** Answers a page that anyone may see. */
export function publicPage(
  c: TwinContext,
  twin: FurnishedfinderTwin,
  parts: PageParts,
  content: Html,
): Response | Promise<Response> {
  const signedIn = twin.sessions.current(c) !== null;
  return frame(c, twin, parts, html`<main id="app" data-signed-in="${String(signedIn)}">${content}</main>`);
}

/**
 * Answers a member's page. Its content waits in a template until the page script has found the storage key; without a
 * session there is no content at all. Either way the login dialog is drawn inside the asked page instead.
 */
export function memberPage(
  c: TwinContext,
  twin: FurnishedfinderTwin,
  parts: PageParts,
  content: Html | null,
): Response | Promise<Response> {
  const waiting = content === null ? "" : html`<template id="member-content">${content}</template>`;
  return frame(c, twin, parts, html`<main id="app" data-member="yes"></main>${waiting}`);
}

function frame(
  c: TwinContext,
  twin: FurnishedfinderTwin,
  { title, status = 200, script = "" }: PageParts,
  main: Html,
): Response | Promise<Response> {
  const signedIn = twin.sessions.current(c) !== null;
  return c.html(
    html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="${twin.formState.issue(c, "page")}">
<title>${title} | Furnished Finder</title>
<link rel="icon" href="data:,">
<style>${raw(FURNISHEDFINDER_STYLE)}</style>
</head>
<body>
<header>
<a href="/">Furnished Finder</a>
<nav id="nav">${signedIn ? memberLinks() : loginLink()}</nav>
</header>
${main}
<template id="nav-signed-out">${loginLink()}</template>
${loginDialog(c, twin)}
<script>${raw(LOGIN_SCRIPT)}${raw(script === "" ? "" : `if (member !== null) {${script}}`)}</script>
</body>
</html>`,
    status,
  );
}

function loginLink(): Html {
  return html`<a id="nav-login" href="#login">Log In</a>`;
}

function memberLinks(): Html {
  return html`<span>${DEMO_ACCOUNT.firstName}</span>
<small>${CANARY.email} · ${CANARY.phone}</small>
<a href="${PATHS.dashboard}">Dashboard</a>
<a href="${PATHS.leads}">Tenant Leads</a>
<a id="nav-logout" href="${PATHS.logout}">Log Out</a>`;
}
