// The mark of an inbox row: a short text that changes when the thread has something new. Holds no message text and no names.

/**
 * Folds the parts into eight hexadecimal digits (FNV-1a). Give it what changes with a new message and only then: the latest message
 * id, the count, the preview, an absolute date. Never a relative one ("8h ago"), which would open every thread every hour.
 */
export function rowMark(parts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(parts.join("\u0000"))) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
