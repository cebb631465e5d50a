// Whether a row on a platform holds a text of ours. Platforms collapse white space and append signatures (platforms.md 5.2).

/** One white space for any run of it, NFC, trimmed. Zero-width characters that platforms insert or drop are ignored. */
export function normaliseBody(body: string): string {
  return body
    .normalize("NFC")
    .replace(/[\u200b\u200c\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** [D18] True when `seen` is `ours`, or `ours` followed by a signature that starts on a new line. */
export function isSameBody(seen: string, ours: string): boolean {
  const seenNormal = normaliseBody(seen);
  const oursNormal = normaliseBody(ours);
  if (oursNormal.length === 0) return seenNormal.length === 0;
  if (seenNormal === oursNormal) return true;
  if (!seenNormal.startsWith(`${oursNormal} `)) return false;
  return startsOnNewLine(seen, oursNormal);
}

/** A signature is what follows our text after a line break; more words on the same line make another text. */
function startsOnNewLine(seen: string, oursNormal: string): boolean {
  for (let at = seen.indexOf("\n"); at !== -1; at = seen.indexOf("\n", at + 1)) {
    if (normaliseBody(seen.slice(0, at)) === oursNormal) return true;
  }
  return false;
}
