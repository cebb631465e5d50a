// What a model answers with. It is a proposal: nothing of it happens but through merge.ts, and the shape is checked at the edge.
import type { Intent, NextAction } from "../triage/decision.ts";

export type Proposal = {
  readonly intents: readonly Intent[];
  /** 0..1, as the model says of itself. */
  readonly confidence: number;
  readonly nextAction: NextAction;
  /** Words that state the facts, without greeting, times or signature; null: none. */
  readonly reply: string | null;
  /** Index of the offered time that the lead chose, as the model reads it. */
  readonly selectedSlot: number | null;
  /** Names of the facts that the reply states. */
  readonly factsUsed: readonly string[];
};

/** An answer of a model with what was asked of it: enough to weigh it again. */
export type Consulted = {
  /** The organisation let the model word replies. */
  readonly mayWord: boolean;
  readonly proposal: Proposal;
};

/** Intents in one proposal; nobody means more at once. */
export const INTENTS_PROPOSED_MAX = 6;
/** A reply of a model; longer ones are not read by leads. */
export const REPLY_CHARS_MAX = 900;
/** Names of facts in one proposal. */
export const FACTS_USED_MAX = 20;
