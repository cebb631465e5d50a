// Reads the lead's own fields out of a platform's mail. Whether the mail may be believed is decided before, from its
// headers (recognise-mail.ts); nothing here throws, whatever stands in the body.
import { never } from "../kernel/never.ts";
import type { Platform } from "../platform.ts";
import { readFurnishedFinderLead } from "./furnishedfinder-lead.ts";
import { htmlToText } from "./html-to-text.ts";
import type { LeadMailFields } from "./lead-fields.ts";
import { readRentHopLead } from "./renthop-lead.ts";

export type LeadMailBody = {
  readonly subject: string;
  /** The plain part, decoded; null when the mail has none. */
  readonly text: string | null;
  /** The HTML part, decoded; null when the mail has none. */
  readonly html: string | null;
};

/** Null when the platform's mails hold no lead's fields, or this one holds none. Prefers the part that tells more. */
export function parseLeadMail(platform: Platform, mail: LeadMailBody): LeadMailFields | null {
  const fromText = mail.text === null ? null : read(platform, mail.subject, mail.text);
  if (mail.html === null || told(fromText) > TOLD_BY_SUBJECT_MAX) return fromText;
  const fromHtml = read(platform, mail.subject, htmlToText(mail.html));
  return told(fromHtml) > told(fromText) ? fromHtml : (fromText ?? fromHtml);
}

/** Name and listing may come from the subject alone: then the plain part is a mere note that the mail is HTML. */
const TOLD_BY_SUBJECT_MAX = 2;

function read(platform: Platform, subject: string, body: string): LeadMailFields | null {
  switch (platform) {
    case "furnishedfinder":
      return readFurnishedFinderLead(subject, body);
    case "renthop":
      return readRentHopLead(body);
    case "spareroom":
    case "roomies":
    case "leasebreak":
      return null;
    default:
      return never(platform);
  }
}

function told(fields: LeadMailFields | null): number {
  if (fields === null) return 0;
  const { name, email, phone, moveIn, moveOut, occupants, pets, message, listingTitle } = fields;
  return [name, email, phone, moveIn, moveOut, occupants, pets, message, listingTitle].filter((one) => one !== null)
    .length;
}
