// What the Roomies twin draws that nobody has shown to be so on the platform. Values are as this twin renders them.

import type { ManifestEntry } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";

export const ROOMIES_MANIFEST: readonly ManifestEntry[] = [
  guess("login.username", 'input[name="email"]', "field names of the login form"),
  guess("login.password", 'input[name="password"]', "field names of the login form"),
  guess("login.submit", 'form[action="/login"] button[type="submit"]', "the only submit of the signed-out page"),
  guess("login.csrf", 'input[name="_token"]', "hidden state of the login form"),
  guess("login.failed", '[role="alert"]', 'reads "These credentials do not match our records."'),
  guess("login.gate", "Please log in", "the words shown in place of a redirect; the switch gate"),
  guess("inbox.unread", "span.unread-dot", "inside the row, before its time"),
  guess("inbox.unread_filter", `a[href="${PATHS.unread}"]`, "the exact address of the filter link"),
  guess("inbox.empty", "p.inbox-empty", "shown in place of rows"),
  guess("inbox.empty_text", "You have no messages yet", "the words of inbox.empty"),
  guess("inbox.date", "div.text-gray-600.text-xs", "the last part of a row"),
  guess("inbox.date_now", "just now", "the time of a row younger than a minute"),
  guess("inbox.mobile", "div.lg\\:hidden", "the duplicate list for phones"),
  guess("inbox.next", 'a[rel="next"]', "further pages, by ?page="),
  guess("thread.verify", 'form[action="/inbox/{threadId}"]', "where the composer posts to; the address says it too"),
  guess("thread.name", "h1", "the lead's name above the messages"),
  guess("thread.empty", "p.thread-empty", "shown when a loaded conversation has no messages"),
  guess("thread.empty_text", "No messages in this conversation yet", "the words of thread.empty"),
  guess("thread.actions", 'form button[type="submit"][role="menuitem"]', "the actions: report, block, archive"),
  guess("composer.text", 'textarea[name="message"]', "the name of the one textarea"),
  guess("composer.csrf", 'input[name="_token"]', "hidden state of the composer"),
  guess("send.held", "span.message-pending", "inside the row of a message that waits for moderation"),
  guess("send.held_text", "Pending review", "the words of send.held"),
  guess("send.failed", "p.send-error", "above the composer, or alone on the page after a full reload"),
  guess("send.failed_text", "Your message could not be sent.", "the words of send.failed"),
  guess("send.failed_row", "span.message-failed", "inside a row that was shown before the server refused it"),
  guess("send.blocked_text", "You can no longer message this member.", "the words of send.failed when blocked"),
  guess("send.cool_down_text", "You are sending messages too quickly. Please wait a while.", "after too many sends"),
  guess("listings.path", PATHS.dashboard, "own adverts"),
  guess("listings.row", "div.listing-card", "one advert; its link leads to /rooms/<id>"),
  guess("listings.title", "a.font-semibold", "inside the card: the link to the room"),
  guess("listings.empty", "p.listings-empty", "in place of cards"),
  guess("listings.next", "a.listings-more", "below the cards when there are more, by ?page="),
  guess("listings.price", "p.listing-price", 'reads "$1,450 per month"'),
  guess("listings.state", "p.listing-state", "Active or Inactive"),
];

function guess(key: string, value: string, note: string): ManifestEntry {
  return { key, value, mark: "GUESSED", note };
}
