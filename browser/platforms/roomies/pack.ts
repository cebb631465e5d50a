// Roomies' selector pack, from public material only; no logic. Never generated from the twin, nor the twin from this file.
// Sources: LB an open-source leasing bot debugged on the live site · RM the platform's own terms pages · HM a small third-party program.
import { definePack, type Pack } from "../../pack.ts";

const checked_on = "2026-11-20";

export const roomiesPack: Pack = definePack({
  platform: "roomies",
  version: 1,
  entries: {
    "login.path": { kind: "path", value: "/login", mark: "SEEN-L", source: "LB", checked_on },
    "login.username": {
      value: "input[name='email'], input[type='email']",
      mark: "GUESSED",
      source: "no source; used for logging in only",
      checked_on,
    },
    "login.password": {
      value: "input[name='password'], input[type='password']",
      mark: "GUESSED",
      source: "no source; used for logging in only",
      checked_on,
    },
    "login.submit": {
      value: "button[type='submit'], button:not([type]), input[type='submit']",
      mark: "GUESSED",
      source: "no source; looked for in the form of the password only",
      checked_on,
    },
    "login.gate": { kind: "text", value: "please log in", mark: "GUESSED", source: "LB, generic words", checked_on },

    "inbox.path": { kind: "path", value: "/inbox", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.row": { value: "a[href*='/inbox/']", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.row_id": { kind: "attribute", value: "href", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.name": { value: "div.font-semibold.text-gray-800", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.preview": {
      value: "div.text-gray-700.text-sm.truncate",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
      optional: true,
    },
    "inbox.unread": { value: ".unread", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "inbox.empty": { value: ".empty-state", mark: "GUESSED", source: "no source", checked_on, optional: true },

    "thread.path": { kind: "path", value: "/inbox/{threadId}", mark: "SEEN-L", source: "LB", checked_on },
    "thread.loading": { kind: "text", value: "Loading messages", mark: "SEEN-L", source: "LB", checked_on },
    "thread.message": { value: "li[x-data*='messageItem']", mark: "SEEN-L", source: "LB", checked_on },
    "thread.body": {
      value: "[x-text='message.content'], div.whitespace-pre-line",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
    },
    "thread.bubble": { value: ".inline-block.px-4.py-2.rounded-lg", mark: "SEEN-L", source: "LB", checked_on },
    "thread.time": {
      value: "time[datetime], time[x-text*='toLocaleTimeString']",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
    },
    "thread.subtitle": {
      kind: "text",
      value: "looking for accommodation",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
      optional: true,
    },
    "thread.name": { value: "h1", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "thread.listing": { value: "a[href*='/rooms/']", mark: "SEEN-L", source: "LB", checked_on, optional: true },
    "thread.empty": { value: ".empty-state", mark: "GUESSED", source: "no source", checked_on, optional: true },

    // LB tries five addresses; its log does not say which one worked.
    "listings.path": { kind: "path", value: "/dashboard", mark: "GUESSED", source: "LB", checked_on },
    "listings.row": { value: ".listing", mark: "GUESSED", source: "no source", checked_on },
    "listings.title": { value: "a[href*='/rooms/']", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "listings.state": { value: ".status", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "listings.price": { value: ".price", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "listings.empty": { value: ".no-listings", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "listings.next": { value: "a[rel='next']", mark: "GUESSED", source: "no source", checked_on, optional: true },

    "composer.text": {
      value: "textarea:not([name='g-recaptcha-response'])",
      mark: "SEEN-L",
      source: "LB: the page has one textarea; its name is a guess and is not relied on",
      checked_on,
    },
    "composer.submit": { value: "button[type='submit'].bg-brand-orange", mark: "SEEN-L", source: "LB", checked_on },
    "send.held": { value: ".message-held", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "send.failed": { value: ".message-error", mark: "GUESSED", source: "no source", checked_on, optional: true },
  },
  operations: {
    // The fields of the login form are guesses: a wrong one fails before anything is submitted.
    login: ["login.path"],
    inbox: ["inbox.path", "inbox.row", "inbox.row_id", "inbox.name"],
    thread: ["thread.path", "thread.loading", "thread.message", "thread.body", "thread.bubble", "thread.time"],
    send: ["thread.path", "thread.message", "thread.body", "composer.text", "composer.submit"],
    listings: ["listings.path", "listings.row"],
  },
});
