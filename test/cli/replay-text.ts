// What the replay command says about one stored decision. Reads and words; the decision belongs to the triage room.
import * as z from "zod/mini";
import { replay } from "#domain/shadow/replay";
import type { DecisionSource } from "#domain/shadow/replay-source";
import { RULE_BOOKS } from "#domain/shadow/replay-source";
import type { Decision } from "#domain/triage/decision";
import { INTENTS, NEXT_ACTIONS, OUTCOMES, RISKS } from "#domain/triage/decision";

const slot = z.object({ start: z.string(), end: z.string(), label: z.string() });
const words = z.nullable(z.string());
const value = z.union([z.string(), z.number()]);
/** Loose: a newer input may hold more, and all of it counts. */
const inputSchema = z.looseObject({
  text: z.string(),
  platform: words,
  history: z.array(z.object({ from: z.enum(["lead", "us"]), text: z.string() })),
  unit: z.record(z.string(), value),
  records: z.record(z.string(), z.string()),
  slots: z.array(slot),
  offered: z.optional(z.array(z.number())),
  hasShowing: z.optional(z.boolean()),
  now: words,
  zone: words,
  leadName: words,
  organisationName: words,
});
const decisionSchema = z.object({
  intents: z.array(z.enum(INTENTS)),
  outcome: z.nullable(z.enum(OUTCOMES)),
  risk: z.enum(RISKS),
  confidence: z.number(),
  nextAction: z.enum(NEXT_ACTIONS),
  reason: z.object({ code: z.string(), sentence: z.string() }),
  reply: words,
  selectedSlot: z.nullable(z.number()),
  facts: z.array(z.object({ name: z.string(), value, record: z.string() })),
  guardrails: z.array(z.string()),
});
const consultedSchema = z.object({
  mayWord: z.boolean(),
  proposal: z.object({
    intents: z.array(z.enum(INTENTS)),
    confidence: z.number(),
    nextAction: z.enum(NEXT_ACTIONS),
    reply: words,
    selectedSlot: z.nullable(z.number()),
    factsUsed: z.array(z.string()),
  }),
});
const storedSchema = z.object({
  decisionId: z.string(),
  provider: z.string(),
  ruleBook: z.enum(RULE_BOOKS),
  input: inputSchema,
  consulted: z.optional(consultedSchema),
  decision: decisionSchema,
});

export type Replayed = { readonly lines: readonly string[]; readonly exitCode: 0 | 1 | 2 };

/** `stored`: the JSON that `/api/conversations/:id/decisions/:decisionId/input` answers with. */
export function replayText(stored: string): Replayed {
  const parsed = parse(stored);
  if (parsed === null) return { lines: [NOT_STORED], exitCode: 2 };
  const { decisionId, provider, ruleBook, consulted, decision } = parsed;
  const input = parsed.input as DecisionSource["input"];
  const source: DecisionSource = consulted === undefined ? { ruleBook, input } : { ruleBook, input, consulted };
  const differences = replay(source, decision satisfies Decision);
  const what = `${decisionId}, recorded by ${provider}`;
  if (differences.length === 0) return { lines: [`The same decision: ${what}.`], exitCode: 0 };
  const fields = differences.map(
    ({ field, recorded, replayed }) => `${field}: ${JSON.stringify(recorded)} -> ${JSON.stringify(replayed)}`,
  );
  return { lines: [`Another decision: ${what}. Recorded -> now:`, ...fields], exitCode: 1 };
}

const NOT_STORED = "This is no stored decision. Save the answer of /api/conversations/:id/decisions/:decisionId/input.";

function parse(stored: string): z.infer<typeof storedSchema> | null {
  try {
    const read = z.safeParse(storedSchema, JSON.parse(stored));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
