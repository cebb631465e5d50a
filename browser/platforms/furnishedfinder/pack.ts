// FurnishedFinder's selector pack, from public material only; no logic. Never generated from the twin, nor the twin from this file.
// Sources: FFs, FFa, FFx, HM small third-party programs, some with logs that show they worked · STREAM the stock kit that its messages
// run on, restyled there: what only the kit shows is a guess here · FFsup the platform's help pages.
import { definePack, type Pack } from "../../pack.ts";

const checked_on = "2026-11-20";
const STOCK = "STREAM, the stock kit; not seen on this site";

export const furnishedfinderPack: Pack = definePack({
  platform: "furnishedfinder",
  version: 1,
  entries: {
    "login.path": { kind: "path", value: "/", mark: "SEEN-3", source: "FFa, HM", checked_on },
    "login.opener": { value: "a#nav-login", mark: "SEEN-3", source: "FFa, HM", checked_on },
    "login.username": { value: "input#username", mark: "SEEN-3", source: "FFa", checked_on },
    "login.submit": { value: "button[type='submit']", mark: "SEEN-3", source: "FFa", checked_on },
    "login.password": {
      value: "input[type='password']",
      mark: "GUESSED",
      source: "FFs saw the step, not the field; used for logging in only",
      checked_on,
    },
    "login.code": {
      value: "[data-testid='code'], input[autocomplete='one-time-code']",
      mark: "SEEN-L",
      source: "FFs",
      checked_on,
      optional: true,
    },
    "login.failed": { value: "[role='alert']", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "login.gate": { kind: "text", value: "Login to your account", mark: "SEEN-L", source: "FFs", checked_on },
    "login.gate_forgot": {
      kind: "text",
      value: "Forgot username or password",
      mark: "SEEN-L",
      source: "FFs",
      checked_on,
    },
    "login.gate_member": { kind: "text", value: "Not a member yet", mark: "SEEN-L", source: "FFs", checked_on },

    "inbox.path": {
      kind: "path",
      value: "/members/tenant-message?filter=all",
      mark: "SEEN-L",
      source: "HM, FFs",
      checked_on,
    },
    "inbox.row": { value: "button[data-testid='channel-button']", mark: "SEEN-L", source: "HM", checked_on },
    "inbox.name": { value: "span.truncate", mark: "SEEN-L", source: "HM", checked_on },
    "inbox.date": {
      value: ".row-timestamp",
      mark: "GUESSED",
      source: "FFs, FFa saw its place in the row, not its markup",
      checked_on,
      optional: true,
    },
    "inbox.preview": {
      value: ".row-last-message",
      mark: "GUESSED",
      source: "FFs, FFa saw its place in the row, not its markup",
      checked_on,
      optional: true,
    },
    "inbox.unread": {
      value: "[data-testid='unread-badge']",
      mark: "GUESSED",
      source: STOCK,
      checked_on,
      optional: true,
    },
    "inbox.empty": {
      value: ".str-chat__channel-list-empty",
      mark: "GUESSED",
      source: "no source",
      checked_on,
      optional: true,
    },

    "thread.path": {
      kind: "path",
      value: "/members/tenant-message?filter=all&channel={threadId}",
      mark: "GUESSED",
      source: "FFa saw channel= appear after a click, nobody saw the address opened by itself",
      checked_on,
    },
    "thread.parameter": { kind: "text", value: "channel", mark: "SEEN-L", source: "FFa", checked_on },
    "thread.verify": { value: ".str-chat__channel-header-title, h3", mark: "SEEN-L", source: "HM", checked_on },
    "thread.message": { value: "li[data-message-id]", mark: "SEEN-L", source: "HM", checked_on },
    "thread.message_id": { kind: "attribute", value: "data-message-id", mark: "SEEN-L", source: "HM", checked_on },
    "thread.heading": { value: ".str-chat__message-text > span", mark: "SEEN-L", source: "HM", checked_on },
    "thread.body": {
      value: "[data-testid='message-text-inner-wrapper']",
      mark: "SEEN-L",
      source: "HM",
      checked_on,
    },
    "thread.time": { value: "time[datetime]", mark: "SEEN-L", source: "HM", checked_on },
    "thread.inbound": {
      value: ".str-chat__message--other",
      mark: "GUESSED",
      source: STOCK,
      checked_on,
      optional: true,
    },
    "thread.outbound": { value: ".str-chat__message--me", mark: "GUESSED", source: STOCK, checked_on, optional: true },
    "thread.received": {
      value: ".str-chat__message--received",
      mark: "GUESSED",
      source: STOCK,
      checked_on,
      optional: true,
    },
    "thread.sending": {
      value: ".str-chat__message--sending, [data-testid='message-status-sending']",
      mark: "GUESSED",
      source: STOCK,
      checked_on,
      optional: true,
    },
    "thread.listing": {
      value: "a[href*='/property/']",
      mark: "SEEN-3",
      source: "FFa",
      checked_on,
      optional: true,
    },
    "thread.empty": { value: ".str-chat__empty-channel", mark: "GUESSED", source: STOCK, checked_on, optional: true },
    "thread.none": { value: ".no-channel", mark: "GUESSED", source: "no source", checked_on, optional: true },

    "listings.path": {
      kind: "path",
      value: "/members/pm-dashboard",
      mark: "GUESSED",
      source: "the dashboard is known, that it lists the own properties is not",
      checked_on,
    },
    "listings.row": {
      value: "[data-testid^='property-card-']",
      mark: "GUESSED",
      source: "HM saw it on search pages, nobody on the dashboard",
      checked_on,
    },
    "listings.row_id": {
      kind: "attribute",
      value: "data-testid",
      mark: "GUESSED",
      source: "HM, on search pages",
      checked_on,
      optional: true,
    },
    "listings.title": {
      value: "a[href*='/property/']",
      mark: "GUESSED",
      source: "FFa, on threads",
      checked_on,
      optional: true,
    },
    "listings.state": { value: ".status", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "listings.price": {
      value: "[data-testid='price']",
      mark: "GUESSED",
      source: "HM, on search pages",
      checked_on,
      optional: true,
    },
    "listings.empty": { value: ".no-properties", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "listings.next": { value: "a[rel='next']", mark: "GUESSED", source: "no source", checked_on, optional: true },

    "composer.text": { value: "textarea[data-testid='message-input']", mark: "GUESSED", source: STOCK, checked_on },
    "composer.submit": { value: "button[data-testid='send-button']", mark: "GUESSED", source: STOCK, checked_on },
    "send.failed": { value: ".str-chat__message--failed", mark: "GUESSED", source: STOCK, checked_on, optional: true },
    "send.held": { value: ".message-held", mark: "GUESSED", source: "no source", checked_on, optional: true },
  },
  operations: {
    // The password field is a guess: without it the login ends at a human before a password is typed.
    login: ["login.path", "login.opener", "login.username", "login.submit", "login.gate"],
    inbox: ["inbox.path", "inbox.row", "inbox.name"],
    thread: [
      "thread.parameter",
      "thread.verify",
      "thread.message",
      "thread.message_id",
      "thread.heading",
      "thread.body",
    ],
    send: ["thread.path", "thread.parameter", "thread.message", "thread.body", "composer.text", "composer.submit"],
    listings: ["listings.path", "listings.row"],
  },
});
