// Names a mail so that a redelivery has the same name: by its Message-ID, or by its content when it has none.
import type { ReadMail } from "./read-mail.ts";

const HASH_BYTES = 16;

/** One mail that reaches two accounts is two mails. */
export async function leadMailId(accountId: string, mail: ReadMail): Promise<string> {
  const { messageId, from, date, subject, text, html } = mail;
  const own = messageId === null ? [from, date, subject, text, html] : [messageId];
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify([accountId, ...own])));
  const bytes = Array.from(new Uint8Array(digest).subarray(0, HASH_BYTES));
  return `lm_${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
