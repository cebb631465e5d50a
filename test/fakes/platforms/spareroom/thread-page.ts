// One conversation: its messages, the composer, and the controls beside it that an automation must never touch.

import { html, raw } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import type { Message, Thread } from "../kernel/threads.ts";
import { dateText } from "./date-text.ts";
import { type Html, page } from "./layout.ts";
import { LABELS, NOTE_LENGTH_MAX, noteOf } from "./notes.ts";
import { PATHS } from "./paths.ts";
import type { SpareroomTwin } from "./switches.ts";

export function threadPage(c: TwinContext, twin: SpareroomTwin, threadId: string): Response | Promise<Response> {
  const opened = twin.openThread(threadId);
  if (opened === null) {
    return page(c, twin, { title: "My messages", status: 404 }, html`<p>We could not find this conversation.</p>`);
  }
  const { thread, messages } = opened;
  const listing = twin.listings.get(thread.listingId);
  const duplicate = twin.switches().composer_duplicate === "on";
  return page(
    c,
    twin,
    { title: "Conversation" },
    html`<div class="mythreads" id="maincontent">
<p><a href="${PATHS.threads}">Back to messages</a></p>
<h1>Conversation with ${thread.leadName}</h1>
<p class="about">About <a href="${PATHS.advert}?flatshare_id=${thread.listingId}">${listing?.title ?? thread.listingId}</a></p>
${optionForms(c, twin, thread)}
<ul class="${twin.cls("conversation")}">
${messages.map((message) => messageItem(twin, thread, message))}
</ul>
${noteForm(twin, thread)}
${duplicate ? composer(c, twin, thread, "reply_form reply_form--mobile") : ""}
${composer(c, twin, thread, "reply_form")}
${sendsInPlace(twin) ? html`<script>${raw(IN_PLACE_SCRIPT)}</script>` : ""}
</div>`,
  );
}

/** One message as a list item; also what an in-place send is answered with. */
export function messageItem(twin: SpareroomTwin, thread: Thread, message: Message): Html {
  const { date_style } = twin.switches();
  const out = message.from === "host";
  const name = out ? DEMO_ACCOUNT.firstName : thread.leadName;
  return html`<li class="${twin.cls("message")} ${twin.cls(out ? "message_out" : "message_in")}" id="msg_${message.id}">
<dl>
<dd class="message_from_details">
<strong>${name}</strong>
<a href="/roommate/user_profile.pl?user=${thread.id.split("_")[0]}">View the profile of ${name}</a>
</dd>
<dd class="${twin.cls("message_date")}">
${dateText(message.atMs, twin.now(), date_style)}
</dd>
${body(twin, message.text)}
${out ? html`<dd><span class="email-status">${emailStatus(twin, message)}</span></dd>` : ""}
</dl>
</li>
`;
}

/** True when the composer of the next thread page sends without leaving it. */
function sendsInPlace(twin: SpareroomTwin): boolean {
  const { send, composer_mode } = twin.switches();
  return send === "in_place" || (send !== "full_reload" && composer_mode === "in_place");
}

function body(twin: SpareroomTwin, text: string): Html {
  const name = twin.cls("message_body");
  if (twin.switches().body_breaks === "pre") return html`<dd class="${name} message_body--pre">${text}</dd>`;
  const [first = "", ...more] = text.split(/\r\n|\r|\n/);
  return html`<dd class="${name}">${first}${more.map((line) => html`<br>${line}`)}</dd>`;
}

function emailStatus(twin: SpareroomTwin, message: Message): string {
  if (message.state === "held" && twin.switches().held_shown === "said") return "Awaiting approval";
  return "Email sent";
}

function composer(c: TwinContext, twin: SpareroomTwin, thread: Thread, className: string): Html {
  return html`<form class="${className}" method="post" action="${PATHS.threads}">
<input type="hidden" name="action" value="reply">
<input type="hidden" name="thread_id" value="${thread.id}">
<input type="hidden" name="csrf_token" value="${twin.formState.issue(c, `reply.${thread.id}`)}">
<div class="grecaptcha-badge"><textarea id="g-recaptcha-response" name="g-recaptcha-response" class="g-recaptcha-response" style="display: none"></textarea></div>
<textarea name="message" rows="6" placeholder="Write your reply"></textarea>
<button type="submit" name="btnSubmit" value="1" class="${twin.cls("primary-standard")}">Send message</button>
</form>`;
}

/** Real controls with real effects on the platform; here each of them is recorded as forbidden. */
function optionForms(c: TwinContext, twin: SpareroomTwin, thread: Thread): Html {
  const csrf = twin.formState.issue(c, `options.${thread.id}`);
  const options = { archive: "Archive", delete: "Delete conversation", report: "Report this user", block: "Block" };
  return html`<div class="message_options">
${Object.entries(options).map(
  ([action, label]) => html`<form method="post" action="${PATHS.threads}" class="form_${action}">
<input type="hidden" name="action" value="${action}"><input type="hidden" name="thread_id" value="${thread.id}"><input type="hidden" name="csrf_token" value="${csrf}">
<button type="submit" name="btn_${action}">${label}</button>
</form>`,
)}
</div>`;
}

function noteForm(twin: SpareroomTwin, thread: Thread): Html {
  const note = noteOf(twin, thread.id);
  return html`<form class="note_form" method="post" action="${PATHS.threads}">
<input type="hidden" name="action" value="save_note"><input type="hidden" name="format" value="json">
<input type="hidden" name="thread_id" value="${thread.id}">
<select name="label_id"><option value="">No label</option>${Object.entries(LABELS).map(
    ([id, label]) => html`<option value="${id}"${id === note.labelId ? raw(" selected") : ""}>${label}</option>`,
  )}</select>
<textarea name="conversation_note" maxlength="${NOTE_LENGTH_MAX}" rows="2" placeholder="Private note">${note.text}</textarea>
<button type="submit">Save note</button>
</form>`;
}

const IN_PLACE_SCRIPT = `
document.querySelectorAll("form.reply_form").forEach(function (form) {
  form.addEventListener("submit", async function (event) {
    event.preventDefault();
    var field = form.elements["message"], button = form.elements["btnSubmit"];
    var told = form.querySelector("p.msg");
    if (told) told.remove();
    button.disabled = true;
    try {
      var answer = await fetch(form.getAttribute("action"), {
        method: "POST",
        headers: { "X-Requested-With": "XMLHttpRequest" },
        body: new URLSearchParams(new FormData(form)),
      });
      var text = (await answer.text()).trim();
      if (!answer.ok) throw new Error("refused");
      if (text !== "" && !text.startsWith("<li")) return location.reload();
      field.value = "";
      document.querySelector("main ul").insertAdjacentHTML("beforeend", text);
    } catch (failure) {
      form.insertAdjacentHTML("afterbegin", '<p class="msg error">Your message could not be sent.</p>');
    }
    button.disabled = false;
  });
});
`;
