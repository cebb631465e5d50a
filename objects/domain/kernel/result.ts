// Refusals are values. A function that may refuse returns a Result; it never throws for something the caller did.
// Impossible states are asserts (assert.ts); foreign failures are classified once, at the edge where they happen.

/** Either a value or a typed refusal. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A refusal a person can act on: a stable code, a sentence, and what to do next. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  /** A sentence a person understands. Holds no message text and no personal data. */
  readonly message: string;
  /** What to do next, as a sentence. */
  readonly next: string;
};

/** Wraps a value. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps an error. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Builds a refusal as a Result. */
export function refuse<Code extends string>(
  code: Code,
  message: string,
  next: string,
): { readonly ok: false; readonly error: Refusal<Code> } {
  return { ok: false, error: { code, message, next } };
}
