// What platforms' mails told of leads: personal data, kept here and nowhere else. Stored unattached, and tied to a thread when
// the two belong together beyond doubt (rule L15).
import { and, desc, eq, gte, isNull } from "drizzle-orm";
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

/** Mails that wait for their thread; more than an account gets in a day. */
const UNTIED_MAX = 100;
/** Mails of one thread that make up what the lead told. */
const TIED_MAX = 20;

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

/** Mails of an account that belong to no thread yet, received since then, newest first. */
export async function untiedMails(
  db: Database,
  organisationId: string,
  accountId: string,
  sinceMs: number,
): Promise<readonly Pick<LeadMail, "id" | "fields" | "receivedAtMs">[]> {
  return await db
    .select({ id: leadMails.id, fields: leadMails.fields, receivedAtMs: leadMails.receivedAtMs })
    .from(leadMails)
    .where(
      and(
        eq(leadMails.organisationId, organisationId),
        eq(leadMails.accountId, accountId),
        isNull(leadMails.threadKey),
        gte(leadMails.receivedAtMs, sinceMs),
      ),
    )
    .orderBy(desc(leadMails.receivedAtMs))
    .limit(UNTIED_MAX)
    .all();
}

/** Ties a mail to a thread, once: a mail that is tied stays where it is. */
export async function tieMail(db: Database, organisationId: string, mailId: string, threadId: string): Promise<void> {
  await db
    .update(leadMails)
    .set({ threadKey: threadId })
    .where(and(eq(leadMails.organisationId, organisationId), eq(leadMails.id, mailId), isNull(leadMails.threadKey)))
    .run();
}

/** What the mails of a thread told, newest first. */
export async function mailsOfThread(
  db: Database,
  organisationId: string,
  accountId: string,
  threadId: string,
): Promise<readonly LeadMailFields[]> {
  const rows = await db
    .select({ fields: leadMails.fields })
    .from(leadMails)
    .where(
      and(
        eq(leadMails.organisationId, organisationId),
        eq(leadMails.accountId, accountId),
        eq(leadMails.threadKey, threadId),
      ),
    )
    .orderBy(desc(leadMails.receivedAtMs))
    .limit(TIED_MAX)
    .all();
  return rows.map(({ fields }) => fields);
}
