// Says which platform a mail is from and what it may do: wake a poll, and give fields that are stored. Looks at headers
// alone. A refusal holds a reason for the records, never an address.
import { err, ok, type Result } from "../kernel/result.ts";
import type { Platform } from "../platform.ts";
import { type Proof, proofOf } from "./authentication.ts";
import { FIELD_CHARS_MAX, SUBJECT_CHARS_MAX } from "./limits.ts";
import { plainLine } from "./lines.ts";
import { readAddress } from "./mail-address.ts";
import { type MailKind, type MailSender, type SenderMark, senderOf } from "./senders.ts";
import { readSubject } from "./subject.ts";

export type MailHeaders = {
  /** Every address of every From header; display names stay behind. */
  readonly from: readonly string[];
  /** Every address of every Reply-To header. */
  readonly replyTo: readonly string[];
  readonly subject: string;
  /** Values of all Authentication-Results headers, unfolded. */
  readonly authenticationResults: readonly string[];
  /** The name under which our own receiving server writes those. */
  readonly receivingServer: string;
};

export type RecognisedMail = {
  readonly platform: Platform;
  readonly kind: MailKind;
  readonly mark: SenderMark;
  readonly proof: Exclude<Proof, "failed">;
  readonly mayWake: boolean;
  readonly mayStore: boolean;
  /** Where an answer enters the platform's thread; null when there is none, or none that may be believed. */
  readonly replyTo: string | null;
};

export type MailRefusal = "no_single_sender" | "unreadable_sender" | "unknown_sender" | "authentication_failed";

/** [L1] [L2] [L3] [L5] [L6] */
export function recogniseMail(headers: MailHeaders): Result<RecognisedMail, MailRefusal> {
  const [from, second] = headers.from;
  if (from === undefined || second !== undefined) return err("no_single_sender");
  const address = readAddress(from);
  if (address === null) return err("unreadable_sender");
  const sender = senderOf(address.domain);
  if (sender === null) return err("unknown_sender");
  const proof = proofOf({
    headers: headers.authenticationResults,
    receivingServer: headers.receivingServer,
    fromDomain: sender.domain,
    signers: sender.signers,
  });
  if (proof === "failed") return err("authentication_failed");
  const kind = kindOf(sender, headers.subject);
  const reply = replyRoute(sender, headers.replyTo);
  return ok({
    platform: sender.platform,
    kind,
    mark: sender.mark,
    proof,
    mayWake: kind !== "marketing",
    mayStore: proof === "proven" && sender.storedKinds.includes(kind) && !reply.isForeign,
    replyTo: reply.address,
  });
}

/** Words of a subject that speak of a message. Nobody has seen the subjects of these senders: a wrong guess costs a poll. */
const MESSAGE_WORDS = /\b(?:messages?|replied|reply|inquir(?:y|ies)|enquir(?:y|ies)|leads?|interested)\b/i;

function kindOf(sender: MailSender, subject: string): MailKind {
  if (sender.isMarketing) return "marketing";
  if (sender.platform === "furnishedfinder") return readSubject(subject)?.mailKind ?? "other";
  if (!MESSAGE_WORDS.test(plainLine(subject, SUBJECT_CHARS_MAX))) return "other";
  return sender.platform === "renthop" ? "lead" : "new_message";
}

/** A Reply-To that the platform is not known to use is not kept; where its domain is known, another one spoils the mail. */
function replyRoute(sender: MailSender, replyTo: readonly string[]): { address: string | null; isForeign: boolean } {
  if (sender.replyDomain === null || replyTo.length === 0) return { address: null, isForeign: false };
  const [only, second] = replyTo;
  const address = only === undefined || second !== undefined ? null : readAddress(only);
  if (address === null || address.domain !== sender.replyDomain) return { address: null, isForeign: true };
  return { address: `${address.local}@${address.domain}`.slice(0, FIELD_CHARS_MAX), isForeign: false };
}
