// The token in a calendar's private address: 32 random bytes, of which only the SHA-256 is ever kept.
// A token is never logged, never audited, and answered once.

const TOKEN_BYTES = 32;
/** The last segment of an address: 32 bytes as base64url, and the ending that calendar programs look for. */
const FEED_FILE = /^([\w-]{43})\.ics$/;

/** A fresh token. */
export function newFeedToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))).toString("base64url");
}

/** The token in "<token>.ics"; null for anything else. */
export function tokenInFile(file: string): string | null {
  return FEED_FILE.exec(file)?.[1] ?? null;
}

/** What is kept of a token, in hexadecimal. */
export async function feedTokenHash(token: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))).toString("hex");
}
