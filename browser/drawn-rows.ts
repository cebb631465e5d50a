// Tells the rows that a page drew by itself from those it was served with. A page may draw a message before anyone accepted it: such a
// row proves nothing until the platform says so. Knows no platform; one memory belongs to one opened thread.

/** Answers the indexes of the rows that were drawn after the first look, in the document of the first look. */
export type DrawnRows = (documentId: number, keys: readonly string[]) => ReadonlySet<number>;

/**
 * Remembers the rows of the first look it is given. Give each look the document it saw and one key per row (its id, or its text);
 * equal keys are counted. Rows of any other document were served with it, so none of them is drawn.
 */
export function makeDrawnRows(): DrawnRows {
  let first: { readonly documentId: number; readonly keys: readonly string[] } | null = null;
  return (documentId, keys) => {
    first ??= { documentId, keys };
    if (documentId !== first.documentId) return new Set();
    const left = new Map<string, number>();
    for (const key of first.keys) left.set(key, (left.get(key) ?? 0) + 1);
    const drawn = new Set<number>();
    for (const [index, key] of keys.entries()) {
      const count = left.get(key) ?? 0;
      if (count === 0) drawn.add(index);
      else left.set(key, count - 1);
    }
    return drawn;
  };
}
