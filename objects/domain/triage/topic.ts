// The shape of a question that a unit's record can answer. The table of topics is in topics.ts.
import type { Intent } from "./decision.ts";

export type Topic = {
  readonly id: string;
  readonly intent: Intent;
  /** Matches a piece of a message (reading form) that asks about the topic. */
  readonly asked: RegExp;
  /** Fact names that answer it, best first, compared without case and punctuation. */
  readonly facts: readonly string[];
  /** A broader fact answers only when its value says something of this kind. */
  readonly within?: {
    readonly facts: readonly string[];
    readonly says: RegExp;
    /** What `says` finds is the thing itself ("dishwasher"), so that any fact which names it tells of it. */
    readonly isPlain?: boolean;
  };
  /** How the fact is introduced, in English and in Spanish. */
  readonly label: readonly [english: string, spanish: string];
};
