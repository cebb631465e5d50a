// The organisation's own wordings of replies. What may stand in one is triage's; here they are kept, one per kind and language.
import { and, asc, eq } from "drizzle-orm";
import type { Language } from "#domain/triage/language";
import type { ReplyTemplate, TemplateKind } from "#domain/triage/template-kinds";
import { replyTemplates } from "#migrations/schema";
import type { Database } from "./database.ts";

export type StoredTemplate = ReplyTemplate & { readonly updatedAtMs: number };

/** All of them; none: our words are used. */
export async function templatesOf(db: Database, organisationId: string): Promise<readonly StoredTemplate[]> {
  return await db
    .select({
      kind: replyTemplates.kind,
      language: replyTemplates.language,
      text: replyTemplates.text,
      updatedAtMs: replyTemplates.updatedAtMs,
    })
    .from(replyTemplates)
    .where(eq(replyTemplates.organisationId, organisationId))
    .orderBy(asc(replyTemplates.kind), asc(replyTemplates.language))
    .all();
}

/** Sets the words of a kind in a language. */
export async function putTemplate(db: Database, organisationId: string, template: StoredTemplate): Promise<void> {
  const { text, updatedAtMs } = template;
  await db
    .insert(replyTemplates)
    .values({ organisationId, ...template })
    .onConflictDoUpdate({
      target: [replyTemplates.organisationId, replyTemplates.kind, replyTemplates.language],
      set: { text, updatedAtMs },
    })
    .run();
}

/** Goes back to our words. False when there was none. */
export async function removeTemplate(
  db: Database,
  organisationId: string,
  kind: TemplateKind,
  language: Language,
): Promise<boolean> {
  const removed = await db
    .delete(replyTemplates)
    .where(
      and(
        eq(replyTemplates.organisationId, organisationId),
        eq(replyTemplates.kind, kind),
        eq(replyTemplates.language, language),
      ),
    )
    .returning({ kind: replyTemplates.kind })
    .all();
  return removed.length > 0;
}
