// The e-mail that tells the host of a lead's message, in the shapes of fixtures/furnishedfinder/lead_email_shapes.json.
// Holds what trips parsers: boilerplate with the word traveler, dashes as dividers, the history quoted below.

import type { AlertMail } from "../kernel/site.ts";
import type { Message, Thread } from "../kernel/threads.ts";
import { firstName } from "./channel-state.ts";
import { mailDay } from "./lead-details.ts";
import { opaque } from "./message-ids.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

const SENDERS = { message: "messaging@leads.furnishedfinder.com", lead: "no.reply@leads.furnishedfinder.com" } as const;
const DIVIDER = "----------";

export function leadMail(message: Message, thread: Thread, twin: FurnishedfinderTwin): AlertMail {
  const all = twin.threads.messagesOf(thread.id);
  const before = all.slice(
    0,
    Math.max(
      0,
      all.findIndex(({ id }) => id === message.id),
    ),
  );
  const isBooking = thread.details["moveIn"] !== undefined;
  const listing = twin.listings.get(thread.listingId)?.title ?? thread.listingId;
  const name = firstName(thread.leadName);
  const isFirst = before.length === 0;
  const words = !isFirst ? "New Message" : isBooking ? "Booking inquiry" : "Direct Message";
  return {
    from: isFirst && isBooking ? SENDERS.lead : SENDERS.message,
    replyTo: `conversation-${opaque(`mail ${thread.id}`)}@leads.furnishedfinder.com`,
    subject: `${words} from ${name} for ${listing}`,
    text: [
      isFirst && isBooking ? "New booking inquiry" : "New traveler message",
      `${name} is interested in your property`,
      "",
      message.text,
      "",
      DIVIDER,
      ...travelerDetails(thread),
      "Your Matched Listing",
      listing,
      "Exact",
      DIVIDER,
      isFirst && isBooking ? "Reply to This Inquiry" : "Reply to This Message",
      "Speed wins the booking: a traveler often books with the first Property Manager who answers.",
      ...quoted(before),
    ].join("\n"),
  };
}

function travelerDetails({ details }: Thread): string[] {
  const { email, phone } = details;
  return [
    "Traveler Details",
    ...(email === undefined ? [] : ["Email verified"]),
    ...(phone === undefined ? [] : ["Phone number verified"]),
    ...["Move-in", mailDay(details["moveIn"])],
    ...["Move-out", mailDay(details["moveOut"])],
    ...["Occupants", details["travelers"] ?? "1"],
    ...["Pets", details["pets"] ?? "No"],
    ...(email === undefined ? [] : ["Email", email]),
    ...(phone === undefined ? [] : ["Phone", phone]),
    DIVIDER,
  ];
}

function quoted(before: readonly Message[]): string[] {
  return before.length === 0 ? [] : ["", ...before.flatMap(({ text }) => text.split("\n").map((line) => `> ${line}`))];
}
