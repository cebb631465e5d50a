// The platforms' sending domains, each with how surely it is known (platforms.md 1 to 5; marks as in the selector packs).
// A domain stands for itself alone: no entry covers a sub-domain. A sixth platform is a new row here.
import type { Platform } from "../platform.ts";

export type MailKind = "new_message" | "lead" | "marketing" | "other";
/** SEEN-L a program that works depends on it; SEEN-3 a third party uses it; GUESSED nobody showed it. */
export type SenderMark = "SEEN-L" | "SEEN-3" | "GUESSED";

export type MailSender = {
  readonly domain: string;
  readonly platform: Platform;
  readonly mark: SenderMark;
  readonly isMarketing: boolean;
  /** Domains whose DKIM signature speaks for this one: itself, and the domain it hangs under. */
  readonly signers: readonly string[];
  /** The only domain that its Reply-To may have; null: nobody showed one, so none is believed. */
  readonly replyDomain: string | null;
  /** Kinds whose fields may be stored. Empty: its mail may only wake a poll. */
  readonly storedKinds: readonly MailKind[];
};

const FURNISHED_FINDER_LEADS = "leads.furnishedfinder.com";

const SENDERS: readonly MailSender[] = [
  {
    domain: FURNISHED_FINDER_LEADS,
    platform: "furnishedfinder",
    mark: "SEEN-L",
    isMarketing: false,
    signers: [FURNISHED_FINDER_LEADS, "furnishedfinder.com"],
    replyDomain: FURNISHED_FINDER_LEADS,
    storedKinds: ["new_message", "lead"],
  },
  {
    domain: "communications.furnishedfinder.com",
    platform: "furnishedfinder",
    mark: "SEEN-L",
    isMarketing: true,
    signers: ["communications.furnishedfinder.com", "furnishedfinder.com"],
    replyDomain: null,
    storedKinds: [],
  },
  {
    domain: "renthop.com",
    platform: "renthop",
    mark: "SEEN-3",
    isMarketing: false,
    signers: ["renthop.com"],
    replyDomain: null,
    // Its subjects were never seen: what the body holds decides (parse-lead-mail.ts).
    storedKinds: ["new_message", "lead", "other"],
  },
  guessed("spareroom", "spareroom.com"),
  guessed("roomies", "roomies.com"),
  guessed("leasebreak", "leasebreak.com"),
];

/** [L1] The sender with exactly this domain (lower case ASCII); null when no platform is known to send from it. */
export function senderOf(domain: string): MailSender | null {
  return SENDERS.find((sender) => sender.domain === domain) ?? null;
}

/** The site's own domain, because nobody showed which one sends. */
function guessed(platform: Platform, domain: string): MailSender {
  return {
    domain,
    platform,
    mark: "GUESSED",
    isMarketing: false,
    signers: [domain],
    replyDomain: null,
    storedKinds: [],
  };
}
