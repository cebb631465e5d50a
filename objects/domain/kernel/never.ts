// The last case of every switch over a closed union.

/** Fails to compile when a case is missing, and throws when a value of another shape arrives at run time. */
export function never(value: never): never {
  throw new Error(`a value outside the closed union arrived: ${JSON.stringify(value)}`);
}
