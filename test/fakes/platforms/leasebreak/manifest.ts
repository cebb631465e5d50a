// What the Leasebreak twin draws that nobody has shown to be so on the platform. Values are as this twin renders them.

import type { ManifestEntry } from "../kernel/site.ts";
import { editPath, PATHS, threadPath } from "./paths.ts";

export const LEASEBREAK_MANIFEST: readonly ManifestEntry[] = [
  guess("login.username", 'input[name="UserModel[email]"]', "only the name is a guess; the id was seen"),
  guess("login.password", 'input[name="UserModel[password]"]', "only the name is a guess; the id was seen"),
  guess("login.csrf", '#login-form input[name="YII_CSRF_TOKEN"]', "the framework's usual token field"),
  guess("login.failed", "#login-form .errorMessage", "a wrong password shows the page again with these words"),
  guess("dashboard.path", PATHS.dashboard, "where a sign-in leads; the slots on that page were seen"),
  guess("inbox.path", PATHS.inbox, "all conversations on one page, the one with the newest inbound message first"),
  guess("inbox.row", "tr.thread-row[data-thread-id]", "one per conversation; a promotion row lacks the attribute"),
  guess("inbox.row_id", "data-thread-id", "attribute of the row itself: the conversation's id"),
  guess("inbox.name", ".thread-name", "inside the row: the lead's name alone"),
  guess("inbox.preview", ".thread-preview", "inside the row: a link with the latest message, cut after 40 characters"),
  guess("inbox.date", ".thread-date", 'inside the row: a time element with datetime (ISO, UTC); text "11/20/2026"'),
  guess("inbox.unread", "tr.unread", "matches the row itself while it is unread"),
  guess("inbox.empty", "#messages-grid span.empty", 'says "No messages found."; absent when there are rows'),
  guess("thread.path", threadPath("{threadId}"), "the page of one conversation"),
  guess("thread.verify", '#reply-form input[name="MessageForm[thread_id]"]', "hidden input; its value is the id"),
  guess("thread.message", "#conversation > [data-message-id]", "one per message, oldest first"),
  guess("thread.message_id", "data-message-id", "attribute of the message itself: digits"),
  guess("thread.inbound", ".message-in", "matches the message itself when the lead wrote it"),
  guess("thread.outbound", ".message-out", "matches the message itself when the host wrote it"),
  guess("thread.body", ".message-body", "inside the message: the whole text; line breaks are <br>"),
  guess(
    "thread.time",
    ".message-time",
    'inside the message: a time element with datetime (ISO, UTC); text "11/20/2026 3:30 PM EST"',
  ),
  guess("thread.name", ".conversation-name", "in the heading of the page: the lead's name alone"),
  guess("thread.listing", "a.conversation-listing", "href holds the ad id: /short-term-rental-details/<id>/<slug>"),
  guess("thread.empty", "#conversation > .conversation-empty", "instead of messages when there are none"),
  guess("thread.details", "dl.enquiry-details", "what the enquirer gave beside the text; absent when nothing"),
  guess("thread.options", ".thread-options form", "block, report and delete: never to be posted"),
  guess("composer.text", "#MessageForm_body", "a textarea; the newsletter box has a textarea too"),
  guess("composer.submit", '#reply-form button[type="submit"]', "the only submit of the composer's form"),
  guess("composer.csrf", '#reply-form input[name="YII_CSRF_TOKEN"]', "hidden input; other forms have one as well"),
  guess("send.after", "full_reload", "whether a send reloads the page; both can be had by a switch"),
  guess("send.held", ".message-pending", 'inside the own message: "Pending review"'),
  guess(
    "send.failed",
    ".send-failed",
    "inside the own message, above the composer in place, or alone on a page with 403",
  ),
  guess("send.unclear", ".send-unclear", "above the composer in place: the answer went wrong, sent or not"),
  guess("listings.path", PATHS.ownListings, "own listings"),
  guess("listings.row", ".my-listing", "one per listing; active or inactive by a second class"),
  guess("listings.row_id", "data-listing-id", "attribute of the row itself: the ad id"),
  guess("listings.title", ".my-listing-title", "inside the row"),
  guess("listings.state", ".my-listing-state", 'inside the row: "active" or "inactive"'),
  guess("listings.price", ".my-listing-price", "inside the row: one per lease term, US dollars a month"),
  guess("listings.empty", ".empty-listings", 'in place of rows: "No results found."'),
  guess("listings.next", ".pager .next a", "below the rows when there are more, by ?page="),
  guess("price.path", editPath("{listingId}"), "the form of the prices"),
  guess("price.input", '#listing-form input[name^="ListingTerm["]', "one per lease term; aria-label says the term"),
  guess("price.submit", '#listing-form button[type="submit"]', "saves all terms at once"),
  guess("price.csrf", '#listing-form input[name="YII_CSRF_TOKEN"]', "hidden input"),
  guess("price.saved", ".flash-success", "saved, or kept for a review, by its words"),
  guess("price.invalid", "#listing-form .errorMessage", "a price was not accepted"),
];

function guess(key: string, value: string, note: string): ManifestEntry {
  return { key, value, mark: "GUESSED", note };
}
