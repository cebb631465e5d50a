// One conversation: the rows that Alpine fills in, the composer behind its decoys, and the actions beside it.

import { html, raw } from "hono/html";
import type { TwinContext } from "../kernel/site.ts";
import type { Thread } from "../kernel/threads.ts";
import { type Html, page } from "./layout.ts";
import { HOST_USER_ID, type MessageState, messageStates } from "./message-state.ts";
import { PATHS, roomPath, threadPath } from "./paths.ts";
import type { RoomiesTwin } from "./switches.ts";
import { THREAD_SCRIPT } from "./thread-script.ts";

export function threadPage(c: TwinContext, twin: RoomiesTwin, threadId: string): Response | Promise<Response> {
  const opened = twin.openThread(threadId);
  if (opened === null) {
    return page(c, twin, { title: "Not found", status: 404 }, html`<h1>We couldn't find that conversation</h1>`);
  }
  const { thread, messages } = opened;
  const states = messageStates(twin, thread, messages);
  const { composer_duplicate, thread: shown } = twin.switches();
  return page(
    c,
    twin,
    { title: "Conversation", head: scripts(twin, states) },
    html`<div x-data="conversation">
${header(c, twin, thread)}
<div class="bg-white shadow p-4">
<p class="text-center text-gray-600" x-show="!loaded">Loading messages</p>
${shown === "empty" ? html`<p class="thread-empty text-center text-gray-600" x-cloak x-show="loaded">No messages in this conversation yet</p>` : ""}
<ul class="list-none m-0 p-0">
<template x-for="message in messages" :key="message.id">
${messageRow(twin)}
</template>
</ul>
<p role="alert" class="send-error text-red-700" x-cloak x-show="error" x-text="error"></p>
${composer_duplicate === "off" ? "" : composer(c, twin, thread, composer_duplicate === "whole" ? "phone" : "phone_submit")}
${composer(c, twin, thread, "desktop")}
</div>
</div>`,
  );
}

function header(c: TwinContext, twin: RoomiesTwin, thread: Thread): Html {
  const listing = twin.listings.get(thread.listingId);
  const room = roomPath(thread.listingId);
  return html`<div class="flex flex-wrap items-center gap-4 mb-2">
<a href="${PATHS.inbox}">Back</a>
<div>
<h1 class="text-lg font-semibold m-0">${thread.leadName}</h1>
<p class="text-gray-600 text-sm m-0">looking for accommodation</p>
</div>
<div class="ml-auto flex flex-wrap items-center gap-4 text-sm">
<a href="${room}#more">More</a>
<a href="${room}">${listing?.title ?? thread.listingId}</a>
${actionMenu(c, twin, thread)}
</div>
</div>`;
}

/** Real actions against a person on the platform; here each of them is recorded as forbidden. */
function actionMenu(c: TwinContext, twin: RoomiesTwin, thread: Thread): Html {
  const actions = { report: "Report member", block: "Block member", archive: "Archive conversation" };
  const token = twin.formState.issue(c, `actions.${thread.id}`);
  return html`<div role="menu" class="flex gap-2">${Object.entries(actions).map(
    ([action, label]) => html`<form method="post" action="${threadPath(thread.id)}/${action}">
<input type="hidden" name="_token" value="${token}">
<button type="submit" role="menuitem" class="text-xs">${label}</button>
</form>`,
  )}</div>`;
}

/** A row knows its id, its sender and whether it is the platform's own only in its Alpine state. */
function messageRow(twin: RoomiesTwin): Html {
  const component = twin.cls("messageItem") === "messageItem" ? "messageItem" : "chatRow";
  const ours = `${twin.cls("bg-teal")} text-white`;
  const clock =
    twin.switches().time_markup === "clock"
      ? html`<time class="block text-xs text-gray-600" x-text="new Date(message.created_at).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })"></time>`
      : html`<time class="block text-xs text-gray-600" x-bind:datetime="message.created_at" x-text="clock(message.created_at)"></time>`;
  return html`<li x-data="${component}(message)" class="mb-2" x-bind:class="isSender ? 'text-right' : 'text-left'">
<div class="inline-block px-4 py-2 rounded-lg text-left max-w-prose" x-bind:class="isSender ? '${ours}' : 'bg-gray-200'">
<div class="${twin.cls("whitespace-pre-line")}" x-text="message.content"></div>
</div>
${clock}
<template x-if="message.pending"><span class="message-pending text-xs text-gray-600">Pending review</span></template>
<template x-if="message.failed"><span class="message-failed text-xs text-red-700">Not delivered</span></template>
</li>`;
}

/** The phone's form is hidden on a wide page; without a textarea its submit sends nothing. */
function composer(c: TwinContext, twin: RoomiesTwin, thread: Thread, kind: "desktop" | "phone" | "phone_submit"): Html {
  return html`<form method="post" action="${threadPath(thread.id)}" class="${kind === "desktop" ? "mt-4" : "hidden"}"${sendsInPlace(twin) ? raw(' x-on:submit.prevent="send($event)"') : ""}>
<input type="hidden" name="_token" value="${twin.formState.issue(c, `reply.${thread.id}`)}">
${kind === "phone_submit" ? "" : html`<textarea name="message" rows="4" class="border rounded-lg p-4 w-full" placeholder="Write a message..."></textarea>`}
<button type="submit" class="${twin.cls("bg-brand-orange")} text-white">Send</button>
</form>`;
}

/** True when the composer of the next thread page sends without leaving it. */
function sendsInPlace(twin: RoomiesTwin): boolean {
  const { send, composer_mode } = twin.switches();
  return send !== "full_reload" && (send === "in_place" || composer_mode === "in_place");
}

function scripts(twin: RoomiesTwin, messages: readonly MessageState[]): Html {
  const { render, render_ms, sender_flag_late, sender_flag_ms, send } = twin.switches();
  const data = {
    me: HOST_USER_ID,
    messages,
    renderMs: render === "never" ? null : render === "late" ? render_ms : 0,
    senderFlagMs: sender_flag_late === "on" ? sender_flag_ms : null,
    optimistic: send === "optimistic_failed",
  };
  // "<" could close the script element from inside a message.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="conversation-data">${raw(json)}</script>
<script>${raw(THREAD_SCRIPT)}</script>
<script defer src="${PATHS.alpine}"></script>`;
}
