// What the RentHop twin draws that nobody has shown to be so on the platform. Values are as this twin renders them.

import type { ManifestEntry } from "../kernel/site.ts";
import { editPath, PATHS, threadPath } from "./paths.ts";

export const RENTHOP_MANIFEST: readonly ManifestEntry[] = [
  guess("login.username", '#login-form input[name="username"]', "only the name is a guess; the id was seen"),
  guess("login.password", '#login-form input[name="password"]', "only the name is a guess; the id was seen"),
  guess("login.csrf", '#login-form input[name="csrf_token"]', "hidden input"),
  guess("login.step2", "same_page", "the password's part comes into sight in place, or by a switch on the next page"),
  guess("login.failed", ".login-error", "a wrong name or password shows these words at the same address"),
  guess("inbox.path", PATHS.inbox, "all conversations on one page, the one with the newest inbound message first"),
  guess("inbox.row", "#conversation-list > .conversation-row", "one per conversation"),
  guess("inbox.row_id", "data-conversation-id", "attribute of the row itself: the conversation's id"),
  guess("inbox.name", ".conversation-name", "inside the row: the lead's name alone"),
  guess("inbox.preview", ".conversation-preview", "inside the row: the latest message, cut after 60 characters"),
  guess("inbox.date", ".conversation-date", 'inside the row: a time element with datetime (ISO, UTC); "8 hours ago"'),
  guess("inbox.unread", "li.is-unread", "matches the row itself while it is unread"),
  guess("inbox.empty", ".conversation-list-empty", 'says "You have no messages yet."; absent when there are rows'),
  guess("thread.path", threadPath("{threadId}"), "the page of one conversation"),
  guess("thread.verify", '#message-form input[name="conversation_id"]', "hidden input; its value is the id"),
  guess("thread.message", "#conversation-messages > [data-message-id]", "one per message, oldest first"),
  guess("thread.message_id", "data-message-id", "attribute of the message itself: digits"),
  guess("thread.inbound", ".from-renter", "matches the message itself when the lead wrote it"),
  guess("thread.outbound", ".from-me", "matches the message itself when the host wrote it"),
  guess("thread.body", ".conversation-message-text", "inside the message: the whole text; white space is kept"),
  guess(
    "thread.time",
    ".conversation-message-time",
    'inside the message: a time element with datetime (ISO, UTC); text "Nov 20, 2026, 3:30 PM EST"',
  ),
  guess("thread.name", ".lead-card-name", "in the lead's card: the name alone"),
  guess("thread.listing", "a.lead-card-listing", "href holds the ad id last: /listings/<street>/<unit>/<id>"),
  guess("thread.empty", "#conversation-messages > .conversation-empty", "instead of messages when there are none"),
  guess("thread.lead_email", ".lead-card-email", "in the lead's card: the e-mail address"),
  guess("thread.lead_phone", ".lead-card-phone", "in the lead's card: the phone number as the lead wrote it"),
  guess("thread.lead_comments", ".lead-card-comments", "in the lead's card: the first message once more"),
  guess("thread.options", ".conversation-menu form", "archive, delete, report and block: never to be posted"),
  guess("thread.refer", "form.refer-form", "has a textarea named message and a Send of its own: never to be posted"),
  guess("composer.text", "#message-text", "a textarea"),
  guess("composer.submit", "#message-send", "the only submit of the composer's form"),
  guess("composer.csrf", '#message-form input[name="csrf_token"]', "hidden input; other forms have one as well"),
  guess("send.after", "full_reload", "whether a send reloads the page; both can be had by a switch"),
  guess("send.held", ".message-held", 'inside the own message: "Awaiting review"'),
  guess(
    "send.failed",
    ".send-failed",
    "inside the own message, above the composer in place, or alone on a page with 403",
  ),
  guess("send.unclear", ".send-unclear", "above the composer in place: the answer went wrong, sent or not"),
  guess("bank.edit", `a[href^="${PATHS.post}?listing_id="]`, "inside a row of the bank, on own ads alone"),
  guess("price.path", editPath("{listingId}"), "the post form with the ad id; the fields' ids were seen"),
  guess("price.id", '#listing-form input[name="listing_id"]', "hidden input: the ad id"),
  guess("price.submit", '#listing-form button[type="submit"]', 'its words "Save + Post" were seen'),
  guess("price.csrf", '#listing-form input[name="csrf_token"]', "hidden input"),
  guess("price.saved", ".form-saved", "saved, or kept for a review, by its words"),
  guess("price.invalid", ".form-error", "a price or an address was not accepted"),
  guess("mail.from", "leads@renthop.com", "the domain was seen, the name before it not"),
  guess("mail.subject", "RentHop inquiry from ", "what a lead's e-mail begins with"),
  guess("mail.fields", "Name: Email: Phone: Comments: Listing ID:", "one line each in the text of a lead's e-mail"),
  guess("mail.reply_to", "the lead's own address", "an answer to the e-mail does not come into the account's messages"),
];

function guess(key: string, value: string, note: string): ManifestEntry {
  return { key, value, mark: "GUESSED", note };
}
