// Turns the raw bytes of a mail into the few things that are looked at. Parses MIME and decides nothing; attachments and
// nested messages are left aside, so that what somebody forwarded inside a mail is not taken for the mail itself.
import PostalMime, { addressParser, decodeWords, type Email } from "postal-mime";
import { FIELD_CHARS_MAX } from "#domain/lead-mail/limits";

/** Nested parts of one mail; platforms' mails have two or three. */
const PARTS_DEEP_MAX = 20;
const HEADER_BYTES_MAX = 256 * 1024;
/** Addresses of one header that are looked at: the second already decides. */
const ADDRESSES_MAX = 5;

export type ReadMail = {
  /** The addresses of every From header, without display names. */
  readonly from: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly authenticationResults: readonly string[];
  readonly messageId: string | null;
  readonly date: string;
  readonly text: string | null;
  readonly html: string | null;
};

/** At most `bytesMax` bytes of a stream; null when it holds more. */
export async function readBytes(stream: ReadableStream<Uint8Array>, bytesMax: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > bytesMax) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** Null when the bytes are no mail that can be read. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail | null> {
  const email = await parse(bytes);
  if (email === null) return null;
  const values = (name: string): readonly string[] =>
    email.headers.filter(({ key }) => key === name).map(({ value }) => value);
  return {
    from: addressesOf(values("from")),
    replyTo: addressesOf(values("reply-to")),
    subject: decodeWords(values("subject")[0] ?? ""),
    authenticationResults: values("authentication-results"),
    messageId: values("message-id")[0]?.trim() || null,
    date: values("date")[0] ?? "",
    text: email.text ?? null,
    html: email.html ?? null,
  };
}

async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: PARTS_DEEP_MAX,
      maxHeadersSize: HEADER_BYTES_MAX,
      forceRfc822Attachments: true,
    });
  } catch {
    // The parser refuses what is nested or headed beyond the limits above; its words may hold the mail's own.
    return null;
  }
}

/** A group without members, or an entry without an address, counts as an entry that is no address. */
function addressesOf(headers: readonly string[]): readonly string[] {
  return headers
    .flatMap((header) => addressParser(header, { flatten: true }))
    .slice(0, ADDRESSES_MAX)
    .map(({ address }) => (address ?? "").slice(0, FIELD_CHARS_MAX * 2));
}
