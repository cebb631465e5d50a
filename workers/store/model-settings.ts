// Which language model an organisation asks. No row: none, and the embedded reading decides alone.
import { eq } from "drizzle-orm";
import type { ModelSettings } from "#contracts/api/model";
import { organisationModelSettings } from "#migrations/schema";
import type { Database } from "./database.ts";

/** About 100 questions with an answer each, by what services count for ours: 2,000 tokens. A slip costs no more. */
const TOKENS_PER_DAY_DEFAULT = 200_000;

const OFF: ModelSettings = {
  provider: null,
  model: "",
  baseUrl: null,
  credentialsRef: null,
  mayWordReplies: false,
  tokensPerDay: TOKENS_PER_DAY_DEFAULT,
};

/** The settings in force; off without any. */
export async function modelSettingsOf(db: Database, organisationId: string): Promise<ModelSettings> {
  const row = await db
    .select({
      provider: organisationModelSettings.provider,
      model: organisationModelSettings.model,
      baseUrl: organisationModelSettings.baseUrl,
      credentialsRef: organisationModelSettings.credentialsRef,
      mayWordReplies: organisationModelSettings.mayWordReplies,
      tokensPerDay: organisationModelSettings.tokensPerDay,
    })
    .from(organisationModelSettings)
    .where(eq(organisationModelSettings.organisationId, organisationId))
    .get();
  return row ?? OFF;
}

/** Replaces the settings; they hold from the next message on. */
export async function putModelSettings(
  db: Database,
  organisationId: string,
  settings: ModelSettings,
  by: { readonly userId: string; readonly atMs: number },
): Promise<void> {
  const columns = { ...settings, updatedAtMs: by.atMs, updatedBy: by.userId };
  await db
    .insert(organisationModelSettings)
    .values({ organisationId, ...columns })
    .onConflictDoUpdate({ target: organisationModelSettings.organisationId, set: columns })
    .run();
}
