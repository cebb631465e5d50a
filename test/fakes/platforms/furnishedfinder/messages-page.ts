// The page of all conversations: its frame, and the templates that its script fills. Draws no conversation itself.

import { html } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import { type Html, memberPage } from "./layout.ts";
import { MESSAGES_SCRIPT } from "./messages-script.ts";
import type { FurnishedfinderTwin } from "./switches.ts";
import { THREAD_SCRIPT } from "./thread-script.ts";

const TABS = { all: "All", unread: "Unread", archived: "Archived" } as const;

export function messagesPage(c: TwinContext, twin: FurnishedfinderTwin): Response | Promise<Response> {
  const asked = c.req.query("filter") ?? "all";
  const filter = Object.hasOwn(TABS, asked) ? asked : "all";
  return memberPage(
    c,
    twin,
    { title: "Messages", script: `const CONFIG = ${config(twin, filter)};${THREAD_SCRIPT}${MESSAGES_SCRIPT}` },
    html`<h1>Messages</h1>
<div class="tabs" role="tablist">${Object.entries(TABS).map(
      ([word, label]) =>
        html`<button type="button" role="tab" data-filter="${word}" aria-selected="${String(word === filter)}">${label}</button>`,
    )}</div>
<div class="str-chat">
<div class="str-chat__channel-list" id="channel-list"><div class="str-chat__loading-channels">Loading conversations</div></div>
<div class="str-chat__channel" id="channel"><p class="no-conversation">Select a conversation</p></div>
</div>
${templates(twin)}`,
  );
}

function config(twin: FurnishedfinderTwin, filter: string): string {
  const switches = twin.switches();
  const waitMs = (word: "late" | "at_once" | "never") =>
    word === "never" ? null : word === "late" ? switches.render_ms : 0;
  return JSON.stringify({
    filter,
    listMs: waitMs(switches.list_render),
    threadMs: waitMs(switches.render),
    urlMs: switches.channel_url_ms,
    staleThread: switches.stale_thread === "on",
    emptyMarked: switches.inbox !== "empty_unmarked",
    threadEmptyMarked: switches.thread !== "empty_unmarked",
    channelsShown: switches.channels_shown,
    messagesShown: switches.messages_shown,
    bodyBreaks: switches.body_breaks,
    names: {
      mine: switches.side_classes === "stock" ? twin.cls("str-chat__message--me") : "",
      other: switches.side_classes === "stock" ? twin.cls("str-chat__message--other") : "",
      sending: "str-chat__message--sending",
      received: twin.cls("str-chat__message--received"),
      failed: twin.cls("str-chat__message--failed"),
      messageId: twin.cls("data-message-id"),
    },
    marks:
      switches.sdk === "v13"
        ? { sending: "sending", sent: "sent", delivered: "delivered", "read-by": "read-by" }
        : { sending: "sending", sent: "received", delivered: "received", "read-by": "read-by" },
  });
}

function templates(twin: FurnishedfinderTwin): Html {
  return html`<template id="t-row"><button type="button" class="channel-row" data-testid="${twin.cls("channel-button")}">
<div class="avatar" data-slot="initials"></div>
<span class="${twin.cls("truncate")}" data-slot="name"></span>
<div class="row-date" data-slot="date"></div>
<div class="row-preview truncate" data-slot="preview"></div>
<span data-testid="unread-badge" data-slot="unread"></span>
</button></template>
<template id="t-channel"><div class="str-chat__channel-header">
<div class="avatar" data-slot="initials"></div>
<h3 class="${twin.cls("str-chat__channel-header-title")}" data-slot="title"></h3>
<a data-slot="property"></a>
<button type="button" aria-label="Conversation options" data-slot="options">⋮</button>
<div role="menu" hidden data-slot="menu">
<button type="button" role="menuitem" data-action="archive">Archive</button>
<button type="button" role="menuitem" data-action="report">Report</button>
<button type="button" role="menuitem" data-action="block">Block User</button>
</div>
</div>
<div class="str-chat__list" data-slot="list"><ul class="str-chat__ul" data-slot="messages"></ul></div>
<div data-slot="notifications" role="status"></div>
<div class="str-chat__message-input">
<select aria-label="Message Template" data-slot="template"><option value="">Message Template</option><option value="Thank you for your interest! When would you like to visit?">Thank you</option></select>
<textarea data-testid="${twin.cls("message-input")}" placeholder="Type your message" rows="2" data-slot="text"></textarea>
<span data-slot="submit"><button type="button" class="str-chat__send-button" data-testid="${twin.cls("send-button")}" aria-label="Send">➤</button></span>
</div></template>
<template id="t-message"><li class="str-chat__li str-chat__li--single" data-slot="item">
<div class="str-chat__message str-chat__message-simple str-chat__message--regular str-chat__message--has-text" data-slot="row">
<div class="str-chat__message-inner" data-slot="inner"><div class="str-chat__message-bubble"><div class="${twin.cls("str-chat__message-text")}"><span data-slot="heading"></span><div class="str-chat__message-text-inner str-chat__message-simple-text-inner" data-testid="${twin.cls("message-text-inner-wrapper")}" data-slot="body"></div></div></div></div>
<div class="str-chat__message-metadata" data-slot="metadata"></div>
</div></li></template>
<template id="t-system"><li data-slot="item"><div class="str-chat__message--system" data-testid="message-system"><p data-slot="body"></p></div></li></template>
<template id="t-day"><li><div class="str-chat__date-separator" data-testid="date-separator"><div class="str-chat__date-separator-date" data-slot="day"></div></div></li></template>
<template id="t-unread"><li class="str-chat__unread-messages-separator-wrapper"><div class="str-chat__unread-messages-separator" data-testid="unread-messages-separator">Unread messages</div></li></template>`;
}
