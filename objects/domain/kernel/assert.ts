// Programmer errors only: a state that cannot be. Anything a caller or a platform can cause is a Result instead.

/** Throws when an invariant of this code does not hold. `what` names the invariant and holds no personal data. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${what}`);
}
