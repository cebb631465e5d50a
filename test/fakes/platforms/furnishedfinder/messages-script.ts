// The script of the messages page: asks for the conversations, opens one on a click, and sends. Runs for a member only,
// after login-script.ts and thread-script.ts. An Enter in the composer is a line break here: how the platform takes it
// is not known, and the button is.

import { PATHS } from "./paths.ts";
import { rowDate } from "./row-date.ts";

export const MESSAGES_SCRIPT = `
const rowDate = ${rowDate.toString()};
const ID_LETTERS = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";
let channels = [];
let channelsShown = CONFIG.channelsShown;
let current = null;
let opening = 0;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Answers null when the session is gone: then the login dialog stands in the page. */
async function ask(path, init = {}) {
  const headers = { Authorization: member.token, ...init.headers };
  const answer = await fetch("${PATHS.channels}" + path, { ...init, headers });
  const told = await answer.json().catch(() => null);
  if (answer.status === 401) {
    drawGate();
    return null;
  }
  return { ok: answer.ok && told !== null, status: answer.status, told: told ?? {} };
}

function connectionLost(where) {
  const words = document.createElement("div");
  words.className = "str-chat__notification str-chat__custom-notification";
  words.textContent = "Connection failure, reconnecting now...";
  where.replaceChildren(words);
}

function drawList(nowMs) {
  const list = byId("channel-list");
  if (channels.length === 0) {
    list.replaceChildren();
    if (CONFIG.emptyMarked) {
      list.innerHTML = '<div class="str-chat__channel-list-empty"><p>You have no channels currently</p></div>';
    }
    return;
  }
  const rows = channels.slice(0, channelsShown).map((channel) => {
    const { name, initials, preview } = channel;
    const { copy, slots } = fill("t-row", { name, initials, preview, date: rowDate(channel.atMs, nowMs) });
    if (channel.unread === 0) slots.unread.remove();
    else slots.unread.textContent = String(channel.unread);
    const button = copy.querySelector("button");
    button.setAttribute("aria-selected", String(current !== null && current.id === channel.id));
    button.addEventListener("click", () => void openChannel(channel, nowMs));
    return copy;
  });
  list.replaceChildren(...rows);
  if (channelsShown < channels.length) {
    const more = document.createElement("button");
    more.type = "button";
    more.dataset.testid = "load-more-button";
    more.textContent = "Load more";
    more.addEventListener("click", () => {
      channelsShown += CONFIG.channelsShown;
      drawList(nowMs);
    });
    list.append(more);
  }
}

async function openChannel(channel, nowMs) {
  const turn = ++opening;
  if (!CONFIG.staleThread) drawLoading();
  setTimeout(() => {
    const url = new URL(location.href);
    url.searchParams.set("channel", channel.id);
    if (turn === opening) history.pushState(null, "", url);
  }, CONFIG.urlMs);
  const answer = await ask("/" + encodeURIComponent(channel.id)).catch(() => ({ ok: false }));
  if (answer === null || turn !== opening) return;
  if (!answer.ok) return connectionLost(byId("channel"));
  channel.unread = 0;
  await drawLater(answer.told.open, turn);
  if (turn === opening) drawList(nowMs);
}

function drawLoading() {
  byId("channel").innerHTML = '<div class="str-chat__loading-channel">Loading...</div>';
}

async function drawLater(open, turn) {
  if (CONFIG.threadMs === null) return;
  await wait(CONFIG.threadMs);
  if (turn === opening && open !== null) drawChannel(open);
}

function drawChannel(channel) {
  current = channel;
  let shownCount = CONFIG.messagesShown;
  let draft = "";
  const initials = channel.title.split(" ").map((word) => word[0]).join("");
  const { copy, slots } = fill("t-channel", { title: channel.title, initials });
  slots.property.href = channel.property.href;
  slots.property.textContent = channel.property.price;
  const draw = () => drawMessages(slots.messages, channel, shownCount, (message) => void deliver(message));
  const older = () => {
    if (channel.messages.length <= shownCount) return;
    shownCount += CONFIG.messagesShown;
    draw();
  };
  slots.list.addEventListener("scroll", () => slots.list.scrollTop === 0 && older());
  slots.messages.addEventListener("click", (event) => event.target.dataset.testid === "load-more-button" && older());
  slots.options.addEventListener("click", () => (slots.menu.hidden = !slots.menu.hidden));
  slots.menu.addEventListener("click", (event) => {
    const { action } = event.target.dataset;
    if (action) void ask("/" + encodeURIComponent(channel.id) + "/" + action, { method: "POST" });
  });
  // As a controlled field: what counts is what was typed into it, not what somebody set behind its back.
  slots.text.addEventListener("input", () => (draft = slots.text.value));
  slots.template.addEventListener("change", () => (slots.text.value = draft = slots.template.value));
  const button = slots.submit.firstElementChild;
  button.addEventListener("click", () => {
    if (draft.trim() === "") return;
    const message = {
      id: member.id + "-" + newId(), mine: true, system: false, heading: "Message from " + member.firstName + ",",
      text: draft, labels: null, at: new Date().toISOString(), state: "sending", status: "sent", held: false,
    };
    slots.text.value = draft = "";
    channel.messages.push(message);
    void deliver(message);
  });
  const coolDown = (ms) => {
    if (ms <= 0) return;
    const endsAt = Date.now() + ms;
    const timer = document.createElement("div");
    timer.dataset.testid = "cooldown-timer";
    slots.submit.replaceChildren(timer);
    slots.text.placeholder = "Slow Mode ON";
    const tick = () => {
      const seconds = Math.ceil((endsAt - Date.now()) / 1000);
      timer.textContent = String(seconds);
      if (seconds > 0) return void setTimeout(tick, 250);
      slots.submit.replaceChildren(button);
      slots.text.placeholder = "Type your message";
    };
    tick();
  };
  async function deliver(message) {
    message.state = "sending";
    slots.notifications.textContent = "";
    draw();
    slots.list.scrollTop = slots.list.scrollHeight;
    const answer = await ask("/" + encodeURIComponent(channel.id) + "/message", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": document.querySelector("meta[name=csrf-token]").content },
      body: JSON.stringify({ message: { id: message.id, text: message.text } }),
    }).catch(() => ({ ok: false, status: 0, told: {} }));
    if (answer === null) return;
    const { told } = answer;
    const isKnown = told.code === 4 && String(told.message).includes("already exists");
    if (told.message && answer.ok) Object.assign(message, told.message);
    else if (isKnown) message.state = "received";
    else if (!answer.ok) {
      Object.assign(message, { state: "failed", failedWith: answer.status });
      slots.notifications.textContent = "Send message request failed";
    }
    draw();
    slots.list.scrollTop = slots.list.scrollHeight;
    coolDown(told.coolDownMs ?? 0);
    if (told.reload) location.reload();
  }
  draw();
  byId("channel").replaceChildren(copy);
  slots.list.scrollTop = slots.list.scrollHeight;
  coolDown(channel.coolDownMs);
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(21)), (byte) => ID_LETTERS[byte & 63]).join("");
}

async function start() {
  for (const tab of document.querySelectorAll("[data-filter]")) {
    tab.addEventListener("click", () => location.assign("?filter=" + tab.dataset.filter));
  }
  const asked = new URLSearchParams(location.search).get("channel");
  if (asked !== null) drawLoading();
  addEventListener("popstate", () => location.reload());
  const query = "?filter=" + CONFIG.filter + (asked === null ? "" : "&channel=" + encodeURIComponent(asked));
  const answer = await ask(query).catch(() => ({ ok: false }));
  if (answer === null) return;
  if (!answer.ok) return connectionLost(byId("channel-list"));
  channels = answer.told.channels;
  if (CONFIG.listMs !== null) {
    await wait(CONFIG.listMs);
    drawList(answer.told.now);
  }
  if (asked === null) return;
  if (answer.told.open === null) byId("channel").innerHTML = '<p class="no-conversation">Select a conversation</p>';
  else {
    await drawLater(answer.told.open, opening);
    if (CONFIG.listMs !== null) drawList(answer.told.now);
  }
}

void start();
`;
