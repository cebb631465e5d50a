// What became of decisions, as the conversations' actors tell it: kept once per decision, however often it is told, and added up for
// the report. Codes and numbers only.
import { and, desc, eq, gte, type SQL, sql } from "drizzle-orm";
import type { ConversationCore, DecisionOutcome } from "#contracts/actors";
import { type ShadowReport, WRONG_ROWS_MAX } from "#contracts/api/shadow";
import type { Platform } from "#domain/platform";
import type { Tally } from "#domain/shadow/report";
import { conversations, decisionOutcomes, platformAccounts } from "#migrations/schema";
import { BATCH_STATEMENTS_MAX, type Database } from "./database.ts";

/** Decisions that one report adds up: the newest. A quarter of a year of 500 a day, and a read that stays below a second. */
export const DECISIONS_READ_MAX = 50_000;

export type OutcomeFilter = {
  readonly sinceMs: number;
  readonly platform: Platform | null;
  readonly accountId: string | null;
};

/** Keeps verdicts; one that is older than what is kept changes nothing. */
export async function keepOutcomes(
  db: Database,
  organisationId: string,
  core: Pick<ConversationCore, "conversationId" | "accountId" | "platform">,
  outcomes: readonly DecisionOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const { conversationId, accountId, platform } = core;
  const account = await db
    .select({ stage: platformAccounts.rolloutStage })
    .from(platformAccounts)
    .where(and(eq(platformAccounts.organisationId, organisationId), eq(platformAccounts.id, accountId)))
    .get();
  const where = { organisationId, conversationId, accountId, platform, rolloutStage: account?.stage ?? null };
  for (let start = 0; start < outcomes.length; start += BATCH_STATEMENTS_MAX) {
    const [first, ...rest] = outcomes
      .slice(start, start + BATCH_STATEMENTS_MAX)
      .map((outcome) => upsert(db, { ...where, ...outcome, intent: outcome.intents[0] ?? "unknown" }));
    if (first !== undefined) await db.batch([first, ...rest]);
  }
}

function upsert(db: Database, row: typeof decisionOutcomes.$inferInsert) {
  return db
    .insert(decisionOutcomes)
    .values(row)
    .onConflictDoUpdate({
      target: [decisionOutcomes.organisationId, decisionOutcomes.conversationId, decisionOutcomes.decisionId],
      set: {
        version: sql`excluded.version`,
        verdict: sql`excluded.verdict`,
        distancePercent: sql`excluded.distance_percent`,
        isProposed: sql`excluded.is_proposed`,
        isJudged: sql`excluded.is_judged`,
        wouldHaveGoneWrong: sql`excluded.would_have_gone_wrong`,
      },
      setWhere: sql`${decisionOutcomes.version} < excluded.version`,
    });
}

/** How many decisions are alike, of the newest DECISIONS_READ_MAX of the period. `isCut`: there were more. */
export async function tallyOutcomes(
  db: Database,
  organisationId: string,
  filter: OutcomeFilter,
): Promise<{ readonly tallies: readonly Tally[]; readonly isCut: boolean }> {
  const newest = db
    .select()
    .from(decisionOutcomes)
    .where(and(...conditionsOf(organisationId, filter)))
    .orderBy(desc(decisionOutcomes.atMs))
    .limit(DECISIONS_READ_MAX)
    .as("newest");
  const alike = {
    intent: newest.intent,
    platform: newest.platform,
    accountId: newest.accountId,
    verdict: newest.verdict,
    distancePercent: newest.distancePercent,
    isProposed: newest.isProposed,
    isJudged: newest.isJudged,
    isWrong: newest.wouldHaveGoneWrong,
  };
  const tallies = await db
    .select({ ...alike, count: sql<number>`count(*)` })
    .from(newest)
    .groupBy(...Object.values(alike))
    .all();
  const read = tallies.reduce((total, { count }) => total + count, 0);
  return { tallies, isCut: read === DECISIONS_READ_MAX };
}

/** The newest decisions that would have gone wrong, with the names that belong to their ids. */
export async function listWrong(
  db: Database,
  organisationId: string,
  filter: OutcomeFilter,
): Promise<ShadowReport["wrong"]> {
  const found = await db
    .select({ outcome: decisionOutcomes, leadName: conversations.leadName, accountName: platformAccounts.label })
    .from(decisionOutcomes)
    .leftJoin(
      conversations,
      and(
        eq(conversations.organisationId, decisionOutcomes.organisationId),
        eq(conversations.id, decisionOutcomes.conversationId),
      ),
    )
    .leftJoin(
      platformAccounts,
      and(
        eq(platformAccounts.organisationId, decisionOutcomes.organisationId),
        eq(platformAccounts.id, decisionOutcomes.accountId),
      ),
    )
    .where(and(...conditionsOf(organisationId, filter), sql`would_have_gone_wrong = 1`))
    .orderBy(desc(decisionOutcomes.atMs), desc(decisionOutcomes.decisionId))
    .limit(WRONG_ROWS_MAX)
    .all();
  return found.map(({ outcome, leadName, accountName }) => ({
    decisionId: outcome.decisionId,
    at: new Date(outcome.atMs).toISOString(),
    conversation: { id: outcome.conversationId, leadName },
    account: { id: outcome.accountId, name: accountName ?? outcome.accountId, platform: outcome.platform },
    intent: outcome.intent,
    verdict: outcome.verdict,
    distance: outcome.distancePercent === null ? null : outcome.distancePercent / 100,
  }));
}

function conditionsOf(
  organisationId: string,
  { sinceMs, platform, accountId }: OutcomeFilter,
): readonly (SQL | undefined)[] {
  return [
    eq(decisionOutcomes.organisationId, organisationId),
    gte(decisionOutcomes.atMs, sinceMs),
    platform === null ? undefined : eq(decisionOutcomes.platform, platform),
    accountId === null ? undefined : eq(decisionOutcomes.accountId, accountId),
  ];
}
