// Ties a lead mail to the thread it announced. No mail names its thread, so only what stands in both decides; a wrong tie would
// show one person's telephone number under another person's name. Pure.

export type MailToTie = {
  /** The lead's name as the mail says it. */
  readonly name: string | null;
  /** What the lead wrote, as the mail repeats it. */
  readonly message: string | null;
  readonly receivedAtMs: number;
};

export type ThreadToTie = {
  readonly threadId: string;
  readonly leadName: string | null;
  /** The lead's messages; `atMs`: the page's time where it is known by the minute, else when it was first seen. */
  readonly messages: readonly { readonly body: string; readonly atMs: number }[];
};

/** A platform mails at once; a mailbox on the way may wait. */
const APART_MS_MAX = 15 * 60_000;
/** "Hi" is written by everybody. */
const MESSAGE_CHARS_MIN = 12;

/** [L15] The one thread of the account that holds the mail's own words from a lead of that name at that time; else null. */
export function tiedThread(mail: MailToTie, threads: readonly ThreadToTie[]): string | null {
  const words = plain(mail.message);
  const name = firstName(mail.name);
  if (words.length < MESSAGE_CHARS_MIN || name === "") return null;
  const fitting = threads.filter(
    (thread) =>
      firstName(thread.leadName) === name &&
      thread.messages.some(
        (message) => Math.abs(message.atMs - mail.receivedAtMs) <= APART_MS_MAX && plain(message.body) === words,
      ),
  );
  return fitting.length === 1 ? (fitting[0]?.threadId ?? null) : null;
}

function plain(text: string | null): string {
  return (text ?? "").normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

function firstName(name: string | null): string {
  return plain(name).split(" ")[0] ?? "";
}
