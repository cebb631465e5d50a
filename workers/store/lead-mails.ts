// What platforms' mails told of leads: personal data, kept here and nowhere else. Stored unattached; a later read of the
// thread may claim a row when the two belong together beyond doubt.
import type { LeadMailFields } from "#domain/lead-mail/lead-fields";
import type { Platform } from "#domain/platform";
import { leadMails } from "#migrations/schema";
import type { Database } from "./database.ts";

export type LeadMail = {
  /** Made from the account and the mail's own id, so that a redelivery has the same. */
  readonly id: string;
  readonly accountId: string;
  readonly platform: Platform;
  readonly kind: "new_message" | "lead" | "other";
  /** Epoch milliseconds. */
  readonly receivedAtMs: number;
  readonly fields: LeadMailFields;
  readonly replyTo: string | null;
};

/** Keeps a mail once, however often it is delivered. Answers whether it was new. */
export async function addLeadMail(db: Database, organisationId: string, mail: LeadMail): Promise<boolean> {
  const added = await db
    .insert(leadMails)
    .values({ ...mail, organisationId, threadKey: null })
    .onConflictDoNothing()
    .returning({ id: leadMails.id })
    .all();
  return added.length > 0;
}
