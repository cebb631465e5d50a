// Reads the words that a platform writes beside a message of ours: not sent, held for moderation, still sending. Pure. How each
// platform words it was seen nowhere, so the words are read generously; give it the row's own status, never a message body.
import type { SightedState } from "#domain/conversation/sighting";

const STATUS_WORDS: readonly (readonly [RegExp, SightedState])[] = [
  [/\b(not sent|unsent|failed|rejected|refused|blocked|undelivered|could not be sent)\b/i, "failed"],
  [/\b(held|await\w*|moderat\w*|approv\w*|pending|review\w*|being checked)\b/i, "held"],
  [/\bsending\b/i, "sending"],
];

/** The state that the words stand for, or null when they say nothing. */
export function readStatusWords(status: string): SightedState | null {
  return STATUS_WORDS.find(([pattern]) => pattern.test(status))?.[1] ?? null;
}
