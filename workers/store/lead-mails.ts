// What platforms' mails told of leads: personal data, kept here and nowhere else. Stored unattached; a later read of the
// thread may claim a row when the two belong together beyond doubt.
import { and, desc, eq } from "drizzle-orm";
import type { LeadMailFields } from "#domain/lead-mail/lead-fields";
import type { Platform } from "#domain/platform";
import { leadMails } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Mails of an account, newest first, among which those of one thread are looked for: no index leads to a thread. */
const MAILS_LOOKED_AT_MAX = 500;
/** Mails of one thread that are read for contacts. */
const MAILS_OF_THREAD_MAX = 20;

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

/** What mails told of the lead of a thread; only those that were tied to it beyond doubt. */
export async function mailFieldsOfThread(
  db: Database,
  organisationId: string,
  accountId: string,
  threadId: string,
): Promise<readonly LeadMailFields[]> {
  const newest = db
    .select({ fields: leadMails.fields, threadKey: leadMails.threadKey })
    .from(leadMails)
    .where(and(eq(leadMails.organisationId, organisationId), eq(leadMails.accountId, accountId)))
    .orderBy(desc(leadMails.receivedAtMs))
    .limit(MAILS_LOOKED_AT_MAX)
    .as("newest");
  const rows = await db
    .select({ fields: newest.fields })
    .from(newest)
    .where(eq(newest.threadKey, threadId))
    .limit(MAILS_OF_THREAD_MAX)
    .all();
  return rows.map((row) => row.fields);
}
