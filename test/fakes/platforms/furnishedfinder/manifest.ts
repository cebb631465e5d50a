// What the FurnishedFinder twin draws that nobody has shown to be so on the platform: above all the parts that only the
// stock message kit is known to have. Values are as this twin renders them.

import type { ManifestEntry } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";

export const FURNISHEDFINDER_MANIFEST: readonly ManifestEntry[] = [
  guess("login.submit", '#login-form button[type="submit"]', 'one at a time; reads "Login", or "Verify" for a code'),
  guess("login.password", "input#password", "the second step, when it is a password"),
  guess("login.code", 'input[data-testid="code"]', "the second step, when it is a code"),
  guess("login.failed", "#login-error", "below the fields of the dialog"),
  guess("login.failed_text", "The username or password is incorrect.", "the words of login.failed"),
  guess("login.magic_link_text", "Check your email. We sent you a link to log in.", "shown in place of any field"),
  guess("inbox.date", ".row-date", "the line after the name"),
  guess("inbox.preview", ".row-preview", "the line after the date"),
  guess("inbox.unread", '[data-testid="unread-badge"]', "inside the row; the number of unanswered messages"),
  guess("inbox.empty", ".str-chat__channel-list-empty", "in place of rows, as in the stock kit"),
  guess("inbox.empty_text", "You have no channels currently", "the words of inbox.empty"),
  guess("inbox.loading", ".str-chat__loading-channels", "until the rows appear"),
  guess("inbox.more", '#channel-list [data-testid="load-more-button"]', "below the rows when there are more"),
  guess("thread.path", `${PATHS.messages}?filter=all&channel={threadId}`, "opening the address directly"),
  guess("thread.inbound", ".str-chat__message--other", "stock kit; absent when side_classes is none"),
  guess("thread.outbound", ".str-chat__message--me", "stock kit; absent when side_classes is none"),
  guess("thread.received", ".str-chat__message--received", "stock kit: the server has it"),
  guess("thread.sending", ".str-chat__message--sending", "stock kit: the server has not answered"),
  guess("thread.loading", ".str-chat__loading-channel", "until the opened thread appears"),
  guess("thread.empty", ".str-chat__empty-channel", "stock kit: an opened thread without messages"),
  guess("thread.empty_text", "No chats here yet…", "the words of thread.empty"),
  guess("thread.none", ".no-conversation", "no thread is open, or the asked one does not exist"),
  guess(
    "thread.more",
    '.str-chat__list [data-testid="load-more-button"]',
    "above the messages when there are older ones",
  ),
  guess("thread.listing", '.str-chat__channel-header a[href*="/property/"]', "the property link stands in the header"),
  guess("thread.menu", '[aria-label="Conversation options"]', "the three dots before Archive, Report and Block User"),
  guess("composer.text", 'textarea[data-testid="message-input"]', "stock kit"),
  guess("composer.submit", 'button[data-testid="send-button"]', "stock kit; a button, not a submit"),
  guess("composer.csrf", 'meta[name="csrf-token"]', "sent as X-CSRF-Token with each message"),
  guess("composer.enter", "line break", "the stock kit sends on Enter; here Enter never sends"),
  guess("composer.cooldown", '[data-testid="cooldown-timer"]', "stock kit: in place of the send button"),
  guess("send.failed", ".str-chat__message--failed", "stock kit: the row of a message that was refused"),
  guess("send.failed_text", "Message Failed · Click to try again", "a click sends again under the same id"),
  guess("send.unauthorized_text", "Message Failed · Unauthorized", "after a 403"),
  guess("send.notification_text", "Send message request failed", "below the messages after any failed send"),
  guess("send.held", ".message-held", "inside the row of a message that waits for moderation"),
  guess("send.held_text", "Awaiting review", "the words of send.held"),
  guess("leads.row", "tr[data-href]", "one request; a click leads to ?leadId="),
  guess("leads.empty", ".no-leads", 'reads "You have no tenant leads yet"'),
  guess("leads.reply", "button[data-href]", 'reads "Reply To Tenant"; leads to the conversation'),
  guess("listings.path", PATHS.dashboard, "own properties"),
  guess(
    "listings.row",
    '[data-testid^="property-card-"]',
    "seen on search pages; that the dashboard has them is a guess",
  ),
  guess("listings.row_id", "data-testid", "attribute of the row itself: property-card-<id>"),
  guess("listings.title", 'a[href^="/property/"]', "inside the row: the link to the property"),
  guess("listings.price", '[data-testid="price"]', "inside the row"),
  guess("listings.empty", ".properties-empty", "in place of rows"),
  guess("listings.next", "a.properties-next", "below the rows when there are more, by ?page="),
  guess("listings.state", ".property-state", "Active or Inactive"),
];

function guess(key: string, value: string, note: string): ManifestEntry {
  return { key, value, mark: "GUESSED", note };
}
