// What RentHop tells the advertiser about a lead: name, e-mail, phone, comments. On the page of the conversation and
// in the alert e-mail alike. The fields are those of the renter's form.

import { html } from "hono/html";
import { CANARY } from "../kernel/demo-account.ts";
import type { AlertMail } from "../kernel/site.ts";
import type { Message, Thread } from "../kernel/threads.ts";
import type { Html } from "./layout.ts";
import { adPath } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

const SENDER = "RentHop <leads@renthop.com>";

/** The card above the messages. `comments` is what the lead wrote first. */
export function leadCard(twin: RenthopTwin, thread: Thread, comments: string): Html {
  const { email, phone } = contactOf(thread);
  const listing = twin.listings.get(thread.listingId);
  return html`<dl class="lead-card">
<dt>Name</dt><dd class="lead-card-name">${thread.leadName}</dd>
<dt>Email</dt><dd><a class="lead-card-email" href="mailto:${email}">${email}</a></dd>
<dt>Phone</dt><dd class="lead-card-phone">${phone}</dd>
<dt>Comments</dt><dd class="lead-card-comments">${comments}</dd>
${listing === null ? "" : html`<dt>Listing</dt><dd><a class="lead-card-listing" href="${adPath(listing)}">${listing.title}</a></dd>`}
</dl>`;
}

/** The lead as an e-mail: an answer to it goes to the lead's own address. */
export function leadMail(message: Message, thread: Thread, twin: RenthopTwin): AlertMail {
  const { email, phone } = contactOf(thread);
  const listing = twin.listings.get(thread.listingId);
  const about = listing === null ? `listing ${thread.listingId}` : `${listing.title}, ${listing.area}`;
  const lines = [
    `You have a new inquiry about ${about}.`,
    "",
    `Name: ${thread.leadName}`,
    `Email: ${email}`,
    `Phone: ${phone}`,
    `Comments: ${message.text}`,
    "",
    `Listing ID: ${thread.listingId}`,
    ...(listing === null ? [] : [`https://www.renthop.com${adPath(listing)}`]),
    "",
    "Reply to this email to contact the renter.",
  ];
  return {
    from: SENDER,
    replyTo: email,
    subject: `RentHop inquiry from ${thread.leadName.replaceAll(/\s+/g, " ")}: ${listing?.title ?? thread.listingId}`,
    text: lines.join("\n"),
  };
}

/** The lead's e-mail and phone; those of the canary when the lead gave none. */
function contactOf(thread: Thread): { readonly email: string; readonly phone: string } {
  return {
    email: thread.details["email"] ?? CANARY.leadEmail,
    phone: thread.details["phone"] ?? CANARY.leadPhone,
  };
}
