// One conversation: the lead's card, the messages, the composer, and the controls that an automation must never touch.
// Its shape is reconstructed: nobody has shown one of this platform.

import { html, raw } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import type { Message, Thread } from "../kernel/threads.ts";
import { timeText } from "./date-text.ts";
import { IN_PLACE_SCRIPT } from "./in-place-script.ts";
import { csrfField, type Html, notFound, page } from "./layout.ts";
import { leadCard } from "./lead.ts";
import { PATHS, threadPath } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

export function threadPage(c: TwinContext, twin: RenthopTwin, threadId: string): Response | Promise<Response> {
  const opened = twin.openThread(threadId);
  if (opened === null) return notFound(c, twin);
  const { thread, messages } = opened;
  return page(
    c,
    twin,
    { title: "Conversation" },
    html`<p><a href="${PATHS.inbox}">All messages</a></p>
${leadCard(twin, thread, messages[0]?.text ?? "")}
<div id="conversation-messages">
${conversation(twin, thread, messages)}
</div>
${composer(c, twin, thread)}
${optionMenu(c, twin, thread)}
${referForm(c, twin, thread)}
${sendsInPlace(twin) ? html`<script>${raw(IN_PLACE_SCRIPT)}</script>` : ""}`,
  );
}

/** One message; also what an in-place send is answered with. */
export function messageItem(twin: RenthopTwin, thread: Thread, message: Message): Html {
  const out = message.from === "host";
  const at = html`<time class="${twin.cls("conversation-message-time")}" datetime="${new Date(message.atMs).toISOString()}">${timeText(message.atMs)}</time>`;
  return html`<div class="${twin.cls("conversation-message")} ${twin.cls(out ? "from-me" : "from-renter")}" data-message-id="${message.id}">
<div class="conversation-message-meta">${out ? DEMO_ACCOUNT.firstName : thread.leadName} ${at} ${status(twin, message)}</div>
${body(twin, message.text)}
</div>
`;
}

function conversation(twin: RenthopTwin, thread: Thread, messages: readonly Message[]): Html | readonly Html[] {
  switch (twin.switches().thread) {
    case "normal":
      return messages.map((message) => messageItem(twin, thread, message));
    case "empty":
      return html`<p class="conversation-empty">No messages in this conversation.</p>`;
    case "empty_unmarked":
      return [];
  }
}

/** True when the composer of the next thread page sends without leaving it. */
function sendsInPlace(twin: RenthopTwin): boolean {
  const { send, composer_mode } = twin.switches();
  return send === "in_place" || (send !== "full_reload" && composer_mode === "in_place");
}

function status(twin: RenthopTwin, message: Message): Html | "" {
  if (message.state === "failed") return html`<span class="send-failed">Message not sent</span>`;
  if (message.state !== "held" || twin.switches().held_shown === "as_sent") return "";
  return html`<span class="message-held">Awaiting review</span>`;
}

function body(twin: RenthopTwin, text: string): Html {
  const name = twin.cls("conversation-message-text");
  if (twin.switches().body_breaks === "pre") {
    return html`<div class="${name} conversation-message-text--pre">${text}</div>`;
  }
  const [first = "", ...more] = text.split(/\r\n|\r|\n/);
  return html`<div class="${name}">${first}${more.map((line) => html`<br>${line}`)}</div>`;
}

function composer(c: TwinContext, twin: RenthopTwin, thread: Thread): Html {
  return html`<form id="message-form" method="post" action="${threadPath(thread.id)}">
${csrfField(c, twin, `reply.${thread.id}`)}
<input type="hidden" name="conversation_id" value="${thread.id}">
<textarea id="message-text" name="message" rows="6" placeholder="Write a message to ${thread.leadName}"></textarea>
<button type="submit" id="message-send">Send</button>
</form>`;
}

/** Real controls with real effects on the platform; here each of them is recorded as forbidden. */
function optionMenu(c: TwinContext, twin: RenthopTwin, thread: Thread): Html {
  const options = { archive: "Archive", delete: "Delete", report: "Report spam", block: "Block renter" };
  return html`<div class="conversation-menu" role="menu">${Object.entries(options).map(
    ([action, label]) => html`<form method="post" action="${threadPath(thread.id)}/${action}">
${csrfField(c, twin, `options.${thread.id}`)}
<button type="submit" role="menuitem">${label}</button>
</form>`,
  )}</div>`;
}

/** Passes the lead on to a stranger: on the platform a person's act alone, here recorded as forbidden. */
function referForm(c: TwinContext, twin: RenthopTwin, thread: Thread): Html {
  return html`<form class="refer-form" method="post" action="${threadPath(thread.id)}/refer">
${csrfField(c, twin, `options.${thread.id}`)}
<input type="hidden" name="conversation_id" value="${thread.id}">
<textarea name="message" rows="2" placeholder="Refer this lead to a colleague"></textarea>
<button type="submit">Send</button>
</form>`;
}
