// Which account's platform mail an incoming address is for. An alias is a random word that stands for one account of one
// agency; it says nothing of either, and knowing it lets nobody in.
import { eq } from "drizzle-orm";
import type { Platform } from "#domain/platform";
import { platformAccounts } from "#migrations/schema";
import type { Database } from "./database.ts";

export type MailAccount = {
  readonly accountId: string;
  readonly organisationId: string;
  readonly platform: Platform;
};

/** Across organisations: a mail names nothing but the alias. Null when no account has it. */
export async function accountByMailAlias(db: Database, alias: string): Promise<MailAccount | null> {
  const row = await db
    .select({
      accountId: platformAccounts.id,
      organisationId: platformAccounts.organisationId,
      platform: platformAccounts.platform,
    })
    .from(platformAccounts)
    .where(eq(platformAccounts.mailAlias, alias))
    .get();
  return row ?? null;
}
