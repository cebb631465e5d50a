// The part of the messages page's script that draws one conversation: rows, groups, separators, delivery marks.
// It is given the state and draws all of it anew; it asks the server for nothing.

export const THREAD_SCRIPT = `
/** Fills the slots of a template's copy; a slot that is not named stays as it is. */
function fill(templateId, values) {
  const copy = copyOf(templateId);
  const slots = {};
  for (const node of copy.querySelectorAll("[data-slot]")) {
    slots[node.dataset.slot] = node;
    if (typeof values[node.dataset.slot] === "string") node.textContent = values[node.dataset.slot];
    node.removeAttribute("data-slot");
  }
  return { copy, slots };
}

const dayOf = (at) => new Date(at).toDateString();
const clockOf = (at) => new Date(at).toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });

function drawMessages(list, channel, shownCount, retry) {
  const from = Math.max(0, channel.messages.length - shownCount);
  const shown = channel.messages.slice(from);
  const rows = [];
  if (from > 0) {
    const more = document.createElement("li");
    more.innerHTML = '<button type="button" data-testid="load-more-button">Load more</button>';
    rows.push(more);
  }
  shown.forEach((message, i) => {
    const before = shown[i - 1], after = shown[i + 1];
    if (before === undefined || dayOf(before.at) !== dayOf(message.at)) {
      const { copy } = fill("t-day", { day: new Date(message.at).toLocaleDateString("en-US") });
      rows.push(copy);
    }
    if (message.id === channel.firstUnreadId) rows.push(copyOf("t-unread"));
    const groupGoesOn =
      after !== undefined && !after.system && after.mine === message.mine && dayOf(after.at) === dayOf(message.at) &&
      message.state !== "failed" && after.state !== "failed";
    rows.push(message.system ? systemRow(message) : messageRow(message, !groupGoesOn, retry));
  });
  if (shown.length === 0 && CONFIG.threadEmptyMarked) {
    const none = document.createElement("li");
    none.className = "str-chat__empty-channel";
    none.textContent = "No chats here yet\\u2026";
    rows.push(none);
  }
  list.replaceChildren(...rows);
}

function systemRow(message) {
  const { copy, slots } = fill("t-system", { body: message.text });
  slots.item.setAttribute(CONFIG.names.messageId, message.id);
  return copy;
}

function messageRow(message, endsGroup, retry) {
  const { copy, slots } = fill("t-message", { heading: message.heading });
  const { names } = CONFIG;
  slots.item.setAttribute(names.messageId, message.id);
  const classes = [message.mine ? names.mine : names.other, names[message.state], message.mine ? "row-right" : ""];
  slots.row.classList.add(...classes.filter((name) => name !== ""));
  drawBody(slots.body, message);
  if (message.state === "failed") {
    const words = document.createElement("div");
    words.className = "str-chat__simple-message--error-message";
    words.textContent = message.failedWith === 403
      ? "Message Failed \\u00b7 Unauthorized" : "Message Failed \\u00b7 Click to try again";
    slots.inner.prepend(words);
    if (message.failedWith !== 403) slots.inner.addEventListener("click", () => retry(message));
  }
  if (endsGroup) drawMetadata(slots.metadata, message);
  return copy;
}

function drawBody(body, message) {
  if (message.labels !== null) {
    const labels = document.createElement("div");
    labels.append("My Name : " + message.labels.name, document.createElement("br"), "My Email : ");
    const mail = document.createElement("a");
    mail.href = "mailto:" + message.labels.email;
    mail.textContent = message.labels.email;
    labels.append(mail, document.createElement("br"), "My Message : ");
    body.append(labels);
  }
  const text = document.createElement("div");
  if (CONFIG.bodyBreaks === "pre") {
    text.className = "body-pre";
    text.textContent = message.text;
  } else {
    message.text.split("\\n").forEach((line, i) => text.append(...(i === 0 ? [line] : [document.createElement("br"), line])));
  }
  body.append(text);
}

function drawMetadata(metadata, message) {
  if (message.mine && message.state !== "failed") {
    const mark = document.createElement("span");
    mark.dataset.testid = "message-status-" + CONFIG.marks[message.state === "sending" ? "sending" : message.status];
    mark.textContent = { sending: "\\u25cb", sent: "\\u2713", delivered: "\\u2713\\u2713", "read-by": "\\u2713\\u2713" }[
      message.state === "sending" ? "sending" : message.status
    ];
    metadata.append(mark, " ");
  }
  if (message.held) {
    const held = document.createElement("span");
    held.className = "message-held";
    held.textContent = "Awaiting review";
    metadata.append(held, " ");
  }
  const time = document.createElement("time");
  time.className = "str-chat__message-simple-timestamp";
  time.dateTime = message.at;
  time.title = message.at;
  time.textContent = clockOf(message.at);
  metadata.append(time);
}
`;
