// The id of a conversation, made from where it lives: the same thread always finds the same actor, and the id tells
// nothing about anybody.

const ID_HEX_CHARS = 32;

/** "cv_" and 32 hex characters of a digest over organisation, account and thread. */
export async function conversationIdOf(organisationId: string, accountId: string, threadId: string): Promise<string> {
  const place = new TextEncoder().encode(JSON.stringify([organisationId, accountId, threadId]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", place));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `cv_${hex.slice(0, ID_HEX_CHARS)}`;
}
