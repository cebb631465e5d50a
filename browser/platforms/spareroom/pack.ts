// SpareRoom's selector pack, from public material only; no logic. Never generated from the twin, nor the twin from this file.
// Sources: LB an open-source leasing bot debugged on the live site · SRblade saved UK pages of 2020 · SRrenew, SRham, SRlou small
// third-party programs · SRfaq the platform's help pages.
import { definePack, type Pack } from "../../pack.ts";

const checked_on = "2026-11-20";

export const spareroomPack: Pack = definePack({
  platform: "spareroom",
  version: 1,
  entries: {
    "login.path": { kind: "path", value: "/roommate/logon.pl", mark: "SEEN-L", source: "LB, SRham", checked_on },
    "login.username": {
      value: "#loginemail, input[name='email']",
      mark: "SEEN-3",
      source: "SRham, SRrenew, SRlou",
      checked_on,
    },
    "login.password": {
      value: "#loginpass, input[name='password']",
      mark: "SEEN-3",
      source: "SRham, SRrenew, SRlou",
      checked_on,
    },
    "login.submit": {
      value: "#sign-in-button, [name='sign-in-button']",
      mark: "SEEN-3",
      source: "SRham, SRrenew, SRlou",
      checked_on,
    },
    "login.marker": { value: "a[href*='logout.pl']", mark: "SEEN-L", source: "SRblade", checked_on },
    "login.gate": {
      kind: "text",
      value: "To view this content you will need to either",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
    },
    "page.consent": {
      value: "#onetrust-accept-btn-handler",
      mark: "SEEN-3",
      source: "SRlou, SRrenew",
      checked_on,
      optional: true,
    },

    "inbox.path": { kind: "path", value: "/roommate/mythreads_beta.pl", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.row": { value: "a.thread_item", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.row_id": { kind: "attribute", value: "data-thread-id", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.latest_id": {
      kind: "attribute",
      value: "data-message-id",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
      optional: true,
    },
    "inbox.name": { value: "span.name", mark: "SEEN-L", source: "LB", checked_on },
    "inbox.preview": { value: "span.snippet", mark: "SEEN-L", source: "LB", checked_on, optional: true },
    "inbox.date": { value: "i.threadDate", mark: "SEEN-L", source: "LB", checked_on, optional: true },
    "inbox.unread": { value: ".msg_row--unread", mark: "GUESSED", source: "no source", checked_on, optional: true },
    "inbox.empty": { value: "p.msg.notice", mark: "SEEN-L", source: "SRblade", checked_on },
    "inbox.empty_words": { kind: "text", value: "No messages found", mark: "SEEN-L", source: "SRblade", checked_on },

    "thread.path": {
      kind: "path",
      value: "/roommate/mythreads_beta.pl?thread_id={threadId}",
      mark: "SEEN-L",
      source: "LB",
      checked_on,
    },
    "thread.verify": { value: "input[name='thread_id']", mark: "SEEN-L", source: "LB", checked_on },
    "thread.message": { value: "ul.conversation > li.message", mark: "SEEN-L", source: "LB", checked_on },
    "thread.message_id": { kind: "attribute", value: "id", mark: "SEEN-L", source: "LB", checked_on },
    "thread.inbound": { value: ".message_in", mark: "SEEN-L", source: "LB", checked_on },
    "thread.outbound": { value: ".message_out", mark: "SEEN-L", source: "LB", checked_on },
    "thread.body": { value: "dd.message_body", mark: "SEEN-L", source: "LB", checked_on },
    "thread.time": { value: "dd.message_date", mark: "SEEN-L", source: "LB", checked_on },
    "thread.name": { value: "dd.message_from_details", mark: "SEEN-L", source: "LB", checked_on },
    "thread.status": { value: ".email-status", mark: "SEEN-L", source: "LB", checked_on, optional: true },
    "thread.listing": {
      value: ".ad-title",
      mark: "GUESSED",
      source: "seen on inbox rows only",
      checked_on,
      optional: true,
    },

    "composer.text": { value: "textarea[name='message']", mark: "SEEN-L", source: "LB", checked_on },
    "composer.submit": { value: "button[type='submit'][name='btnSubmit']", mark: "SEEN-L", source: "LB", checked_on },
    "send.held": {
      value: ".email-status--held",
      mark: "GUESSED",
      source: "SRfaq says that messages may be held, not how it looks",
      checked_on,
      optional: true,
    },
    "send.failed": { value: ".msg.error", mark: "GUESSED", source: "no source", checked_on, optional: true },
  },
  operations: {
    login: ["login.path", "login.username", "login.password", "login.submit", "login.marker", "login.gate"],
    inbox: ["inbox.path", "inbox.row", "inbox.row_id", "inbox.name", "inbox.empty", "inbox.empty_words"],
    thread: [
      "thread.path",
      "thread.verify",
      "thread.message",
      "thread.message_id",
      "thread.inbound",
      "thread.outbound",
      "thread.body",
      "thread.time",
    ],
    send: [
      "thread.path",
      "thread.verify",
      "thread.message",
      "thread.outbound",
      "thread.body",
      "composer.text",
      "composer.submit",
    ],
  },
});
