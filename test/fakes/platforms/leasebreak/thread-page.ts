// One conversation: its messages, the composer, and the controls beside it that an automation must never touch.
// Its shape is reconstructed: nobody has shown one of this platform.

import { html, raw } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import type { Message, Thread } from "../kernel/threads.ts";
import { timeText } from "./date-text.ts";
import { IN_PLACE_SCRIPT } from "./in-place-script.ts";
import { csrfField, type Html, page } from "./layout.ts";
import { listingPath, PATHS, threadPath } from "./paths.ts";
import type { LeasebreakTwin } from "./switches.ts";

export function threadPage(c: TwinContext, twin: LeasebreakTwin, threadId: string): Response | Promise<Response> {
  const opened = twin.openThread(threadId);
  if (opened === null) {
    return page(c, twin, { title: "Error 404", status: 404 }, html`<h1>Error 404</h1><p>No such conversation.</p>`);
  }
  const { thread, messages } = opened;
  const listing = twin.listings.get(thread.listingId);
  return page(
    c,
    twin,
    { title: `Conversation with ${thread.leadName}` },
    html`<p><a href="${PATHS.inbox}">Back to messages</a></p>
<h1>Conversation with <span class="conversation-name">${thread.leadName}</span></h1>
${listing === null ? "" : html`<p>About <a class="conversation-listing" href="${listingPath(listing)}">${listing.title}</a></p>`}
${enquiry(thread)}
${optionForms(c, twin, thread)}
<div id="conversation">
${conversation(twin, thread, messages)}
</div>
${composer(c, twin, thread)}
${sendsInPlace(twin) ? html`<script>${raw(IN_PLACE_SCRIPT)}</script>` : ""}`,
  );
}

/** One message; also part of what an in-place send is answered with. */
export function messageItem(twin: LeasebreakTwin, thread: Thread, message: Message): Html {
  const out = message.from === "host";
  const name = out ? `${DEMO_ACCOUNT.firstName} ${DEMO_ACCOUNT.lastName}` : thread.leadName;
  const at = html`<time class="${twin.cls("message-time")}" datetime="${new Date(message.atMs).toISOString()}">${timeText(message.atMs)}</time>`;
  return html`<div class="${twin.cls("message-item")} ${twin.cls(out ? "message-out" : "message-in")}" data-message-id="${message.id}">
<div class="message-head"><strong class="message-author">${name}</strong> ${at} ${status(twin, message)}</div>
${body(twin, message.text)}
</div>
`;
}

function conversation(twin: LeasebreakTwin, thread: Thread, messages: readonly Message[]): Html | readonly Html[] {
  switch (twin.switches().thread) {
    case "normal":
      return messages.map((message) => messageItem(twin, thread, message));
    case "empty":
      return html`<p class="conversation-empty">There are no messages in this conversation yet.</p>`;
    case "empty_unmarked":
      return [];
  }
}

/** True when the composer of the next thread page sends without leaving it. */
function sendsInPlace(twin: LeasebreakTwin): boolean {
  const { send, composer_mode } = twin.switches();
  return send === "in_place" || (send !== "full_reload" && composer_mode === "in_place");
}

function status(twin: LeasebreakTwin, message: Message): Html | "" {
  if (message.state === "failed") return html`<span class="send-failed">Not delivered</span>`;
  if (message.state !== "held" || twin.switches().held_shown === "as_sent") return "";
  return html`<span class="message-pending">Pending review</span>`;
}

function body(twin: LeasebreakTwin, text: string): Html {
  const name = twin.cls("message-body");
  const { body_breaks } = twin.switches();
  if (body_breaks === "pre") return html`<div class="${name} message-body--pre">${text}</div>`;
  const [first = "", ...more] = text.split(/\r\n|\r|\n/);
  const lineBreak = raw(body_breaks === "nl2br" ? "<br />\n" : "<br>");
  return html`<div class="${name}">${first}${more.map((line) => html`${lineBreak}${line}`)}</div>`;
}

function enquiry(thread: Thread): Html | "" {
  const given = Object.entries(thread.details);
  if (given.length === 0) return "";
  return html`<dl class="enquiry-details">${given.map(([word, value]) => html`<dt>${word}</dt><dd>${value}</dd>`)}</dl>`;
}

function composer(c: TwinContext, twin: LeasebreakTwin, thread: Thread): Html {
  return html`<form id="reply-form" method="post" action="${threadPath(thread.id)}">
${csrfField(c, twin, `reply.${thread.id}`)}
<input type="hidden" name="MessageForm[thread_id]" id="MessageForm_thread_id" value="${thread.id}">
<label for="MessageForm_body">Your reply</label>
<textarea name="MessageForm[body]" id="MessageForm_body" rows="6"></textarea>
<button type="submit" name="yt0">Send Message</button>
</form>`;
}

/** Real controls with real effects on the platform; here each of them is recorded as forbidden. */
function optionForms(c: TwinContext, twin: LeasebreakTwin, thread: Thread): Html {
  const options = { block: "Block User", report: "Report User", delete: "Delete Conversation" };
  return html`<div class="thread-options">${Object.entries(options).map(
    ([action, label]) => html`<form method="post" action="${threadPath(thread.id)}/${action}">
${csrfField(c, twin, `options.${thread.id}`)}
<input type="hidden" name="MessageForm[thread_id]" value="${thread.id}">
<button type="submit" name="yt0">${label}</button>
</form>`,
  )}</div>`;
}
