// What the lead's page does. Plain script; it sees only what a lead may see (no held or failed answers).

export const LEAD_PAGE_SCRIPT = `
"use strict";
const POLL_MS = 1000;
const el = (id) => document.getElementById(id);
const fresh = "new";
let all = [];
let chosen = "";
let shown = "";

const mine = () => all.filter((m) => m.leadName === el("name").value && m.listingId === el("listing").value);
const threadIds = () => [...new Set(mine().map((m) => m.threadId))];

function drawThreads() {
  const ids = threadIds();
  if (chosen !== fresh && !ids.includes(chosen)) chosen = ids.at(-1) ?? fresh;
  const options = ids.map((id, i) => [id, ids.length === 1 ? "This conversation" : "Conversation " + (i + 1)]);
  if (chosen === fresh) options.push([fresh, "A new conversation"]);
  const wanted = JSON.stringify([options, chosen]);
  if (el("thread").dataset.drawn === wanted) return;
  el("thread").dataset.drawn = wanted;
  el("thread").replaceChildren(...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
}

function drawMessages() {
  const rows = mine().filter((m) => m.threadId === chosen && (m.from === "lead" || m.state === "sent"));
  const wanted = JSON.stringify([chosen, rows]);
  if (wanted === shown) return;
  shown = wanted;
  const items = rows.map((m) => {
    const item = document.createElement("li");
    item.className = m.from;
    item.dir = "auto";
    item.textContent = m.text;
    const time = document.createElement("time");
    time.dateTime = m.at;
    time.textContent = (m.from === "host" ? "The host, " : "You, ") + new Date(m.at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    item.append(time);
    return item;
  });
  if (items.length === 0) {
    const none = document.createElement("li");
    none.className = "none";
    none.textContent = "Nothing yet. Write the first message.";
    items.push(none);
  }
  el("messages").replaceChildren(...items);
  items.at(-1).scrollIntoView({ block: "nearest" });
}

function draw() { drawThreads(); drawMessages(); }

async function look() {
  try {
    all = (await (await fetch("/__twin/messages")).json()).messages;
    if (el("note").dataset.kind === "offline") note("");
  } catch {
    note("The twin does not answer. Trying again.", "offline");
  }
  draw();
}

function note(text, kind = "") { el("note").textContent = text; el("note").dataset.kind = kind; }

async function write(event) {
  event.preventDefault();
  const words = { name: el("name").value, listingId: el("listing").value, text: el("text").value };
  if (chosen === fresh) words.newThread = true; else words.threadId = chosen;
  const response = await fetch("/__twin/lead/messages", { method: "POST", body: JSON.stringify(words) });
  const answer = await response.json();
  if (!response.ok) return note(answer.error);
  note("");
  chosen = answer.threadId;
  el("text").value = "";
  await look();
}

el("write").addEventListener("submit", write);
el("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) el("write").requestSubmit();
});
el("thread").addEventListener("change", () => { chosen = el("thread").value; draw(); });
el("another").addEventListener("click", () => { chosen = fresh; draw(); el("text").focus(); });
el("name").addEventListener("input", draw);
el("listing").addEventListener("change", draw);
async function watch() { await look(); setTimeout(watch, POLL_MS); }
watch();
`;
