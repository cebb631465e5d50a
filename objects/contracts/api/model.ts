// Which language model an organisation asks, what it cost today, and a try of it. A key never travels: only its name does.
// zod/mini because the web app imports this file.
import * as z from "zod/mini";
import { FALLBACK_CODES } from "#domain/model/fallback";
import { PROVIDERS } from "#domain/model/provider-name";
import { INTENTS, NEXT_ACTIONS } from "#domain/triage/decision";

/** Longest name of a model that a service uses. */
export const MODEL_NAME_CHARS_MAX = 200;
const BASE_URL_CHARS_MAX = 300;
const REF_CHARS_MAX = 64;
/** More than any agency's leads of a day can cost: a limit on slips of the keyboard. */
export const TOKENS_PER_DAY_MAX = 100_000_000;

const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** PUT /api/model, whole. `provider` null: off, and the rest is kept for the next time. */
export const modelSettingsSchema = z.object({
  provider: z.nullable(z.enum(PROVIDERS)),
  model: z.string().check(z.trim(), z.maxLength(MODEL_NAME_CHARS_MAX), z.regex(/^[\w@/.:-]*$/)),
  /** Of an OpenAI-compatible endpoint, e.g. "https://api.example/v1"; null for the others. */
  baseUrl: z.nullable(line(BASE_URL_CHARS_MAX)),
  /** Name of an entry of the secret MODEL_CREDENTIALS. */
  credentialsRef: z.nullable(line(REF_CHARS_MAX)),
  mayWordReplies: z.boolean(),
  tokensPerDay: z.int().check(z.minimum(0), z.maximum(TOKENS_PER_DAY_MAX)),
});
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/** GET and PUT /api/model. */
export const modelViewSchema = z.object({
  settings: modelSettingsSchema,
  /** Why the model cannot be asked, and what to do; null when it can be, or is off. */
  problem: z.nullable(z.string()),
  /** The day in UTC. `reserved`: calls under way, and calls whose cost is not known. */
  today: z.object({
    day: z.string(),
    calls: z.number(),
    tokensIn: z.number(),
    tokensOut: z.number(),
    reserved: z.number(),
    left: z.number(),
    fallbacks: z.array(z.object({ code: z.enum(FALLBACK_CODES), times: z.number() })),
  }),
});
export type ModelView = z.infer<typeof modelViewSchema>;

/** POST /api/model/test: what the model made of a harmless message, or why it could not be asked. */
export const modelTestSchema = z.discriminatedUnion("came", [
  z.object({
    came: z.literal("proposal"),
    tookMs: z.number(),
    intents: z.array(z.enum(INTENTS)),
    confidence: z.number(),
    nextAction: z.enum(NEXT_ACTIONS),
    reply: z.nullable(z.string()),
    /** Whether its words would have been sent; null without words. */
    wouldBeUsed: z.nullable(z.boolean()),
    tokensIn: z.number(),
    tokensOut: z.number(),
  }),
  z.object({ came: z.literal("fault"), tookMs: z.number(), code: z.enum(FALLBACK_CODES), sentence: z.string() }),
]);
export type ModelTest = z.infer<typeof modelTestSchema>;
