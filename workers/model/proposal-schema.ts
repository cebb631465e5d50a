// The one object that a model may answer with. What does not fit is no proposal; nothing else of an answer is read.
import { z } from "zod";
import { FACTS_USED_MAX, INTENTS_PROPOSED_MAX, type Proposal } from "#domain/model/proposal";
import { INTENTS, NEXT_ACTIONS } from "#domain/triage/decision";

/** Longer texts are no reply but something else; merge.ts has the limit for words that are sent. */
const REPLY_TEXT_CHARS_MAX = 4_000;
const FACT_NAME_CHARS_MAX = 100;
/** More open times are never put into a prompt. */
const SLOT_INDEX_MAX = 50;

export const proposalSchema = z.object({
  intents: z.array(z.enum(INTENTS)).min(1).max(INTENTS_PROPOSED_MAX),
  confidence: z.number().min(0).max(1),
  nextAction: z.enum(NEXT_ACTIONS),
  reply: z.string().max(REPLY_TEXT_CHARS_MAX).nullable(),
  selectedSlot: z.int().min(0).max(SLOT_INDEX_MAX).nullable(),
  factsUsed: z.array(z.string().max(FACT_NAME_CHARS_MAX)).max(FACTS_USED_MAX),
}) satisfies z.ZodType<Proposal>;
