// Leasebreak's selector pack, from public material only; no logic. Never generated from the twin, nor the twin from this file.
// Sources: LBreg, LBparse small third-party programs (login and dashboard; public ad pages) · LB an open-source leasing bot, whose
// Leasebreak entries are generic guesses. Nobody showed an inbox, a thread, a composer or the result of a send.
import { definePack, type Pack } from "../../pack.ts";

const checked_on = "2026-11-20";
const guess = { mark: "GUESSED", checked_on } as const;
const NO_SOURCE = "no source";

export const leasebreakPack: Pack = definePack({
  platform: "leasebreak",
  version: 1,
  entries: {
    "login.path": { kind: "path", value: "/sign-in", mark: "SEEN-3", source: "LBreg", checked_on },
    "login.username": { value: "#UserModel_email", mark: "SEEN-3", source: "LBreg", checked_on },
    "login.password": { value: "#UserModel_password", mark: "SEEN-3", source: "LBreg", checked_on },
    "login.submit": {
      value: "div.login-content-button-block.for-float > button[type=submit]",
      mark: "SEEN-3",
      source: "LBreg",
      checked_on,
    },
    // The dashboard's featured slots, used and in all: shown after login and nowhere else.
    "login.marker": { value: "span.lead.relative > span:nth-child(1)", mark: "SEEN-3", source: "LBreg", checked_on },
    "dashboard.slots_total": {
      value: "span.lead.relative > span:nth-child(2)",
      mark: "SEEN-3",
      source: "LBreg",
      checked_on,
      optional: true,
    },
    // Opened to tell the state of the session while the inbox is not confirmed.
    "session.path": { kind: "path", value: "/sign-in", mark: "SEEN-3", source: "LBreg", checked_on },

    "listing.path": {
      kind: "path",
      value: "/short-term-rental-details/{listingId}/{slug}",
      mark: "SEEN-3",
      source: "LBparse",
      checked_on,
      optional: true,
    },
    "listing.long_path": {
      kind: "path",
      value: "/rental-details/{listingId}/",
      mark: "SEEN-3",
      source: "LBparse",
      checked_on,
      optional: true,
    },
    "listing.address": { value: "h2", mark: "SEEN-3", source: "LBparse", checked_on, optional: true },
    "listing.area": {
      value: ".title-detail-apartments-text",
      mark: "SEEN-3",
      source: "LBparse",
      checked_on,
      optional: true,
    },
    "listing.numbers": {
      value: ".title-icon .nums-icon",
      mark: "SEEN-3",
      source: "LBparse",
      checked_on,
      optional: true,
    },
    "listing.dates": { value: ".title-icon .date-icon", mark: "SEEN-3", source: "LBparse", checked_on, optional: true },
    "listing.values": {
      value: ".listing-details-value",
      mark: "SEEN-3",
      source: "LBparse",
      checked_on,
      optional: true,
    },
    // Several prices per ad, one per lease term: "the price" is not one number.
    "listing.prices": {
      kind: "text",
      value: "Pricing Based on Lease Term",
      mark: "SEEN-3",
      source: "LBparse",
      checked_on,
      optional: true,
    },

    "listings.path": { kind: "path", value: "/my/listings", ...guess, source: "LB" },
    "listings.row": { value: "[data-listing-id]", ...guess, source: NO_SOURCE },
    "listings.row_id": { kind: "attribute", value: "data-listing-id", ...guess, source: NO_SOURCE, optional: true },
    "listings.title": { value: ".listing-title", ...guess, source: NO_SOURCE, optional: true },
    "listings.state": { value: ".listing-state", ...guess, source: NO_SOURCE, optional: true },
    "listings.price": { value: ".listing-price", ...guess, source: NO_SOURCE, optional: true },
    "listings.empty": { value: ".no-listings", ...guess, source: NO_SOURCE, optional: true },
    "listings.next": { value: "a[rel='next']", ...guess, source: NO_SOURCE, optional: true },

    "inbox.path": { kind: "path", value: "/messages", ...guess, source: "LB" },
    "inbox.row": { value: "[data-thread-id]", ...guess, source: "LB" },
    "inbox.row_id": { kind: "attribute", value: "data-thread-id", ...guess, source: "LB", optional: true },
    "inbox.name": { value: ".name", ...guess, source: NO_SOURCE },
    "inbox.preview": { value: ".preview", ...guess, source: NO_SOURCE, optional: true },
    "inbox.date": { value: "time", ...guess, source: NO_SOURCE, optional: true },
    "inbox.unread": { value: ".unread", ...guess, source: NO_SOURCE, optional: true },
    "inbox.empty": { value: ".empty", ...guess, source: NO_SOURCE },

    "thread.path": { kind: "path", value: "/messages/{threadId}", ...guess, source: NO_SOURCE },
    "thread.verify": { value: "input[name='thread_id']", ...guess, source: NO_SOURCE, optional: true },
    "thread.message": { value: "[data-message-id]", ...guess, source: NO_SOURCE },
    "thread.message_id": { kind: "attribute", value: "data-message-id", ...guess, source: NO_SOURCE, optional: true },
    "thread.inbound": { value: ".inbound", ...guess, source: NO_SOURCE },
    "thread.outbound": { value: ".outbound", ...guess, source: NO_SOURCE },
    "thread.body": { value: ".body", ...guess, source: NO_SOURCE },
    "thread.time": { value: "time", ...guess, source: NO_SOURCE },
    "thread.name": { value: ".thread-name", ...guess, source: NO_SOURCE, optional: true },
    "thread.listing": { value: "a[href*='rental-details/']", ...guess, source: NO_SOURCE, optional: true },
    "thread.empty": { value: ".thread-empty", ...guess, source: NO_SOURCE, optional: true },

    "composer.text": { value: "textarea[name='message']", ...guess, source: NO_SOURCE },
    "composer.submit": { value: "button[type='submit']", ...guess, source: NO_SOURCE },
    "composer.csrf": { value: "input[name='YII_CSRF_TOKEN']", ...guess, source: "Yii habit", optional: true },
    "send.held": { value: ".held", ...guess, source: NO_SOURCE, optional: true },
    "send.failed": { value: ".failed", ...guess, source: NO_SOURCE, optional: true },
  },
  operations: {
    login: ["login.path", "login.username", "login.password", "login.submit", "login.marker", "session.path"],
    inbox: ["inbox.path", "inbox.row", "inbox.name", "inbox.empty"],
    thread: ["thread.path", "thread.message", "thread.inbound", "thread.outbound", "thread.body", "thread.time"],
    send: [
      "thread.path",
      "thread.message",
      "thread.inbound",
      "thread.outbound",
      "thread.body",
      "thread.time",
      "composer.text",
      "composer.submit",
    ],
    listings: ["listings.path", "listings.row"],
  },
});
