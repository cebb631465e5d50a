// The mails of test/fixtures/lead-mail as the receiving server hands them over: an envelope, a stream and a way to refuse.
/// <reference types="vite/client" />
import type { IncomingMail } from "#workers/email/receive-email";

const files = import.meta.glob<string>("../../fixtures/lead-mail/*.eml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Bytes of a piece of the stream: mails do not arrive whole. */
const PIECE_BYTES = 700;

/** Names of all mails, without the ending. */
export const MAIL_NAMES = Object.keys(files).map((path) => path.replace(/^.*\/|\.eml$/g, ""));

export type DeliveredMail = IncomingMail & { readonly refusals: string[] };

/** A mail's own text, with lines ended as on the wire. */
export function mailText(name: string): string {
  const text = files[`../../fixtures/lead-mail/${name}.eml`];
  if (text === undefined) throw new Error(`there is no mail ${name}`);
  return text.replace(/\r?\n/g, "\r\n");
}

/** A mail on its way to `to`. */
export function deliver(text: string, to: string): DeliveredMail {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  const refusals: string[] = [];
  return {
    to,
    rawSize: bytes.byteLength,
    refusals,
    setReject: (reason) => refusals.push(reason),
    raw: new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.byteLength) return controller.close();
        controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
        at += PIECE_BYTES;
      },
    }),
  };
}
