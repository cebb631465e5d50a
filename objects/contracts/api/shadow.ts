// What became of decisions, as the workboard sees it: those of one conversation, and the report over many.
// zod/mini because the web app imports this file.
import * as z from "zod/mini";
import { PLATFORMS } from "#domain/platform";
import { RULE_BOOKS } from "#domain/shadow/replay-source";
import { VERDICTS } from "#domain/shadow/verdict-names";
import { INTENTS } from "#domain/triage/decision";
import { decisionSchema } from "./conversation.ts";

/** Periods of the report, in days. */
export const REPORT_DAYS = ["7", "30", "90"] as const;
/** Decisions that would have gone wrong, shown beside the report: the newest. */
export const WRONG_ROWS_MAX = 50;

export const judgedDecisionSchema = z.object({
  ...decisionSchema.shape,
  /** The text that was written for it; null when none was. */
  sendId: z.nullable(z.string()),
  verdict: z.enum(VERDICTS),
  /** Share of words that an edit changed, 0 to 1; null when it was not edited. */
  distance: z.nullable(z.number()),
  /** How alike the person's own answer was, 0 to 1; null when there was none. */
  similarity: z.nullable(z.number()),
  /** What an edit took out and put in of amounts, dates, times, a no, or facts. */
  removed: z.array(z.string()),
  added: z.array(z.string()),
  isJudged: z.boolean(),
  wouldHaveGoneWrong: z.boolean(),
  /** True while its input is kept, so that an admin can replay it. */
  hasInput: z.boolean(),
});
export type JudgedDecisionView = z.infer<typeof judgedDecisionSchema>;

/** GET /api/conversations/:id/decisions: newest first. */
export const decisionListSchema = z.object({ decisions: z.array(judgedDecisionSchema) });

/** GET /api/conversations/:id/decisions/:decisionId/input (admin): what `npm run replay` reads. */
export const decisionInputSchema = z.object({
  decisionId: z.string(),
  provider: z.string(),
  ruleBook: z.enum(RULE_BOOKS),
  input: z.record(z.string(), z.unknown()),
  /** What a model proposed, where one was asked. */
  consulted: z.optional(z.record(z.string(), z.unknown())),
  decision: z.record(z.string(), z.unknown()),
});

const shareSchema = z.object({
  hits: z.number(),
  of: z.number(),
  share: z.number(),
  /** The 95 % interval. */
  low: z.number(),
  high: z.number(),
});
export type ShareView = z.infer<typeof shareSchema>;

const lineSchema = z.object({
  decisions: z.number(),
  judged: z.number(),
  asIs: z.number(),
  edited: z.number(),
  medianDistance: z.nullable(z.number()),
  rejected: z.number(),
  otherwise: z.number(),
  handedOverRightly: z.number(),
  givenBack: z.number(),
  ignoredRightly: z.number(),
  agreement: z.nullable(shareSchema),
  wrong: z.nullable(shareSchema),
  advice: z.discriminatedUnion("say", [
    z.object({ say: z.literal("enough") }),
    z.object({ say: z.literal("too_few"), missing: z.number() }),
    z.object({ say: z.literal("too_many_wrong") }),
    z.object({ say: z.literal("not_sure") }),
  ]),
});
export type LineView = z.infer<typeof lineSchema>;

const platform = z.enum(PLATFORMS);
const accountSchema = z.object({ id: z.string(), name: z.string(), platform });

/** GET /api/shadow-report (admin). */
export const shadowQuerySchema = z.object({
  days: z._default(z.enum(REPORT_DAYS), "30"),
  platform: z.optional(platform),
  account: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});
export const shadowReportSchema = z.object({
  /** The decisions of this time; the newest of them where they are very many (`isCut`). */
  since: z.string(),
  isCut: z.boolean(),
  total: lineSchema,
  byIntent: z.array(z.object({ ...lineSchema.shape, intent: z.enum(INTENTS) })),
  byPlatform: z.array(z.object({ ...lineSchema.shape, platform })),
  byAccount: z.array(z.object({ ...lineSchema.shape, account: accountSchema })),
  /** Newest first. */
  wrong: z.array(
    z.object({
      decisionId: z.string(),
      at: z.string(),
      conversation: z.object({ id: z.string(), leadName: z.nullable(z.string()) }),
      account: accountSchema,
      intent: z.enum(INTENTS),
      verdict: z.enum(VERDICTS),
      distance: z.nullable(z.number()),
    }),
  ),
});
export type ShadowReport = z.infer<typeof shadowReportSchema>;
