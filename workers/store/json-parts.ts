// Rows for a statement as JSON: D1 takes 100 values in a statement, and a list may have 100,000 rows.
// Knows no table.

/** Characters of JSON in one value: D1 takes 2,000,000 bytes, and a character has three at most. */
const JSON_CHARS_MAX = 400_000;

/** JSON lists that each fit into one value. */
export function jsonParts(rows: readonly object[]): readonly string[] {
  const parts: string[][] = [];
  let chars = JSON_CHARS_MAX;
  for (const text of rows.map((row) => JSON.stringify(row))) {
    if (chars + text.length > JSON_CHARS_MAX) {
      parts.push([]);
      chars = 0;
    }
    parts.at(-1)?.push(text);
    chars += text.length + 1;
  }
  return parts.map((part) => `[${part.join(",")}]`);
}
