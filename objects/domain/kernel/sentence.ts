// Phrases of a log as people read them.

/** Faults are phrases for a log; what stops or pauses something is read by people. */
export function asSentence(phrase: string): string {
  const whole = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
