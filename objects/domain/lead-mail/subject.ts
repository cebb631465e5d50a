// The subjects of FurnishedFinder's lead mails (platforms.md 5.3): five kinds, three of which name the lead and the listing.

import { SUBJECT_CHARS_MAX } from "./limits.ts";
import { plainField, plainLine } from "./lines.ts";
import type { MailKind } from "./senders.ts";

export type SubjectKind = "matched_lead" | "direct_message" | "booking_inquiry" | "new_message" | "tenant_needs_place";

export type LeadSubject = {
  readonly kind: SubjectKind;
  readonly mailKind: Extract<MailKind, "new_message" | "lead">;
  readonly name: string | null;
  readonly listingTitle: string | null;
};

type Shape = Pick<LeadSubject, "kind" | "mailKind"> & { readonly opening: string; readonly hasName: boolean };

const SHAPES: readonly Shape[] = [
  { opening: "new tenant lead", kind: "matched_lead", mailKind: "lead", hasName: false },
  { opening: "a tenant needs a place", kind: "tenant_needs_place", mailKind: "lead", hasName: false },
  { opening: "direct message from ", kind: "direct_message", mailKind: "new_message", hasName: true },
  { opening: "booking inquiry from ", kind: "booking_inquiry", mailKind: "lead", hasName: true },
  { opening: "new message from ", kind: "new_message", mailKind: "new_message", hasName: true },
];

/** [L7] Null for any other subject. */
export function readSubject(subject: string): LeadSubject | null {
  const line = plainLine(subject, SUBJECT_CHARS_MAX);
  const start = line.toLowerCase();
  const shape = SHAPES.find(({ opening }) => start.startsWith(opening));
  if (shape === undefined) return null;
  const { kind, mailKind } = shape;
  if (!shape.hasName) return { kind, mailKind, name: null, listingTitle: null };
  const rest = line.slice(shape.opening.length);
  // A listing's title may hold "for" as well; the name stands before the first one.
  const cut = ` ${rest}`.indexOf(" for ");
  const name = cut === -1 ? rest : rest.slice(0, cut);
  const listing = cut === -1 ? "" : rest.slice(cut + "for ".length);
  return { kind, mailKind, name: plainField(name), listingTitle: plainField(listing) };
}
