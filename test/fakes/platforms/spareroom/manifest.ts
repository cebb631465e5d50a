// What the SpareRoom twin draws that nobody has shown to be so on the platform. Values are as this twin renders them.

import type { ManifestEntry } from "../kernel/site.ts";
import { PATHS } from "./paths.ts";

export const SPAREROOM_MANIFEST: readonly ManifestEntry[] = [
  guess("inbox.unread", "div.msg_row--unread", "the row class of unread conversations"),
  guess("inbox.mobile", "div.mythreads--mobile", "the duplicate list for phones; its existence is only implied"),
  guess("inbox.page_size", "10", "rows without max_per_page"),
  guess("inbox.next", "p.paging a", "links to further pages; offset and max_per_page themselves were seen"),
  guess("thread.composer_form", `form.reply_form[action="${PATHS.threads}"]`, "where the composer posts to"),
  guess("thread.after_send", "full_reload", "whether a send reloads the page; both can be had by a switch"),
  guess("thread.held", "span.email-status", 'a held message says "Awaiting approval"'),
  guess("thread.blocked", "p.msg.error", "what a refused send shows"),
  guess("thread.options", "div.message_options form", "archive, delete, report and block beside the conversation"),
  guess("thread.listing_link", `p.about a[href*="flatshare_id="]`, "the advert's link above the messages"),
  guess("listings.next_link", `a[href*="offset="]`, "links to further pages of own adverts"),
  guess("listings.uk_not_live", ".not_live", "UK cards of adverts that are off; only live ones were seen"),
  guess("listings.price_text", ".listing-card__price", 'reads "$1,450 / month"'),
  guess("guard.challenge", "title", "the general bot-check words, not seen on this platform"),
];

function guess(key: string, value: string, note: string): ManifestEntry {
  return { key, value, mark: "GUESSED", note };
}
