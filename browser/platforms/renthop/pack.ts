// RentHop's selector pack, from public material only; no logic. Never generated from the twin, nor the twin from this file.
// Sources: RHpost, RHbank small third-party programs (login, post form, listing bank) · RHfix saved search pages · RHguide the
// platform's help pages · LB an open-source leasing bot, whose RentHop entries are generic guesses. Nobody showed an owner's inbox.
import { definePack, type Pack } from "../../pack.ts";

const checked_on = "2026-11-20";
const guess = { mark: "GUESSED", checked_on } as const;
const NO_SOURCE = "no source";

export const renthopPack: Pack = definePack({
  platform: "renthop",
  version: 1,
  entries: {
    "login.path": {
      kind: "path",
      value: "/account/login?fwd=%2Faccount%2F",
      mark: "SEEN-3",
      source: "RHpost, RHbank",
      checked_on,
    },
    "login.username": { value: "#login-1-username-input", mark: "SEEN-3", source: "RHpost", checked_on },
    "login.next": { value: "#login-1-button", mark: "SEEN-3", source: "RHpost", checked_on },
    "login.password": { value: "#login-2-password-input", mark: "SEEN-3", source: "RHpost, RHbank", checked_on },
    "login.submit": { value: "#login-2-button", mark: "SEEN-3", source: "RHpost, RHbank", checked_on },
    // The link to a new ad on the dashboard, and the rows of the bank: both behind the login.
    "login.marker": {
      value: "a[href='/r/listings/post'], #search-results-list",
      mark: "SEEN-3",
      source: "RHpost, RHbank",
      checked_on,
    },
    // Opened to tell the state of the session while the inbox is not confirmed.
    "session.path": {
      kind: "path",
      value: "/account/listings_bank?page=1&sort=hopscore",
      mark: "SEEN-3",
      source: "RHbank",
      checked_on,
    },

    // The bank is shared: adverts of everybody stand in it.
    "listings.path": {
      kind: "path",
      value: "/account/listings_bank?page=1&sort=hopscore",
      mark: "SEEN-3",
      source: "RHbank",
      checked_on,
    },
    "listings.row": {
      value: "#search-results-list .listing-entry",
      mark: "SEEN-3",
      source: "RHbank",
      checked_on,
    },
    "listings.own": { value: "a[href^='/r/listings/post?']", ...guess, source: "no source; the edit form is a guess" },
    "listings.row_id": { kind: "attribute", value: "listing_id", ...guess, source: NO_SOURCE, optional: true },
    "listings.title": {
      value: ".listing-address",
      ...guess,
      source: "RHbank read the address by its place in the row, not by a name",
      optional: true,
    },
    "listings.price": {
      value: ".listing-price",
      ...guess,
      source: "RHbank read the price by its place in the row, not by a name",
      optional: true,
    },
    "listings.state": { value: ".listing-status", ...guess, source: NO_SOURCE, optional: true },
    "listings.empty": { value: ".no-results", ...guess, source: NO_SOURCE, optional: true },
    "listings.next": { value: "a[rel='next']", ...guess, source: NO_SOURCE, optional: true },
    "listing.path": {
      kind: "path",
      value: "/listings/{street}/{unit}/{listingId}",
      mark: "SEEN-L",
      source: "RHfix",
      checked_on,
      optional: true,
    },
    "price.input": { value: "#price", mark: "SEEN-3", source: "RHpost", checked_on, optional: true },

    "inbox.path": { kind: "path", value: "/account/messages", ...guess, source: "LB" },
    "inbox.row": { value: "[data-thread-id]", ...guess, source: NO_SOURCE },
    "inbox.row_id": { kind: "attribute", value: "data-thread-id", ...guess, source: NO_SOURCE, optional: true },
    "inbox.name": { value: ".name", ...guess, source: NO_SOURCE },
    "inbox.preview": { value: ".preview", ...guess, source: NO_SOURCE, optional: true },
    "inbox.date": { value: "time", ...guess, source: NO_SOURCE, optional: true },
    "inbox.unread": { value: ".unread", ...guess, source: NO_SOURCE, optional: true },
    "inbox.empty": { value: ".empty", ...guess, source: NO_SOURCE },

    "thread.path": { kind: "path", value: "/account/messages/{threadId}", ...guess, source: NO_SOURCE },
    "thread.verify": { value: "input[name='thread_id']", ...guess, source: NO_SOURCE, optional: true },
    "thread.message": { value: "[data-message-id]", ...guess, source: NO_SOURCE },
    "thread.message_id": { kind: "attribute", value: "data-message-id", ...guess, source: NO_SOURCE, optional: true },
    "thread.inbound": { value: ".inbound", ...guess, source: NO_SOURCE },
    "thread.outbound": { value: ".outbound", ...guess, source: NO_SOURCE },
    "thread.body": { value: ".body", ...guess, source: NO_SOURCE },
    "thread.time": { value: "time", ...guess, source: NO_SOURCE },
    "thread.name": { value: ".lead-name", ...guess, source: NO_SOURCE, optional: true },
    "thread.listing": { value: "a[href*='/listings/']", ...guess, source: NO_SOURCE, optional: true },
    "thread.empty": { value: ".thread-empty", ...guess, source: NO_SOURCE, optional: true },

    "composer.text": { value: "textarea[name='message']", ...guess, source: NO_SOURCE },
    "composer.submit": { value: "button[type='submit']", ...guess, source: NO_SOURCE },
    "composer.csrf": { value: "input[name='csrf_token']", ...guess, source: NO_SOURCE, optional: true },
    "send.held": { value: ".held", ...guess, source: NO_SOURCE, optional: true },
    "send.failed": { value: ".failed", ...guess, source: NO_SOURCE, optional: true },
  },
  operations: {
    login: [
      "login.path",
      "login.username",
      "login.next",
      "login.password",
      "login.submit",
      "login.marker",
      "session.path",
    ],
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
    listings: ["listings.path", "listings.row", "listings.own"],
  },
});
