// The page script of a conversation: fills Alpine's state after a while, and sends without leaving the page.
// Plain script; all it knows comes from the JSON in #conversation-data.

export const THREAD_SCRIPT = `
"use strict";
document.addEventListener("alpine:init", () => {
  const data = JSON.parse(document.getElementById("conversation-data").textContent);
  const messageItem = (message) => ({
    message,
    get isSender() {
      if (this.message.user_id === null) return undefined;
      return this.message.user_id === data.me;
    },
    clock(at) { return new Date(at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" }); },
  });
  Alpine.data("messageItem", messageItem);
  Alpine.data("chatRow", messageItem);
  Alpine.data("conversation", () => ({
    loaded: false,
    messages: [],
    error: "",
    busy: false,
    init() {
      if (data.renderMs === null) return;
      setTimeout(() => {
        this.messages = data.messages;
        this.loaded = true;
      }, data.renderMs);
    },
    append(message) {
      const late = data.senderFlagMs !== null;
      this.messages.push(late ? { ...message, user_id: null } : message);
      if (!late) return;
      setTimeout(() => {
        const row = this.messages.find((each) => each.id === message.id);
        if (row) row.user_id = message.user_id;
      }, data.senderFlagMs);
    },
    async send(event) {
      const form = event.target;
      const field = form.elements["message"];
      const text = field ? field.value : "";
      if (text.trim() === "" || this.busy) return;
      this.busy = true;
      this.error = "";
      const early = data.optimistic ? this.appendEarly(text) : null;
      try {
        const answer = await fetch(form.getAttribute("action"), {
          method: "POST",
          headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" },
          body: new URLSearchParams(new FormData(form)),
        });
        if (answer.redirected) return location.assign(answer.url);
        const told = await answer.json().catch(() => ({}));
        if (!answer.ok) throw new Error(told.message || "Your message could not be sent.");
        field.value = "";
        if (told.message) this.append(told.message);
      } catch (failure) {
        this.error = failure instanceof TypeError ? "Your message could not be sent." : failure.message;
        if (early !== null) this.messages.find((each) => each.id === early).failed = true;
      } finally {
        this.busy = false;
      }
    },
    appendEarly(content) {
      const id = "new-" + Date.now();
      const at = new Date().toISOString();
      this.messages.push({
        id, content, system: false, delivered_at: null, read_at: null, created_at: at, user_id: data.me, pending: false,
      });
      return id;
    },
  }));
});
`;
