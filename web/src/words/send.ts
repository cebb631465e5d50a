// A row of the send log in plain words: what it is doing, and what a person should do about it.
import type { SendView } from "#contracts/api/conversation";
import { never } from "#domain/kernel/never";
import { countDown } from "./time.ts";

export type SendTone = "quiet" | "busy" | "doubt" | "good" | "bad";
export type SendWords = { readonly tone: SendTone; readonly words: string; readonly next: string | null };

/** Plain words for `send` at `nowMs`; `platform` is its name as people write it. */
export function sendWords(send: SendView, platform: string, nowMs: number): SendWords {
  switch (send.state) {
    case "draft":
      return { tone: "quiet", words: "Draft, waits for your approval", next: null };
    case "approved":
      return { tone: "busy", words: releaseWords(send.releaseAt, nowMs), next: null };
    case "queued":
    case "claimed":
      return { tone: "busy", words: "On its way", next: null };
    case "delivering":
      return { tone: "busy", words: `Being sent on ${platform} now`, next: null };
    case "unknown":
      return {
        tone: "doubt",
        words: "Checking whether it arrived",
        next: `${platform} gave no proof yet. The thread is being read again; please do not send it twice.`,
      };
    case "sent":
      return { tone: "good", words: "Arrived", next: null };
    case "failed":
      return {
        tone: "bad",
        words: send.failure?.message ?? "It did not arrive.",
        next: send.failure?.next ?? "Use the text again, or look into the platform account.",
      };
    case "cancelled":
      return { tone: "quiet", words: "Cancelled, not sent", next: null };
    case "rejected":
      return { tone: "quiet", words: "Rejected, not sent", next: null };
    default:
      return never(send.state);
  }
}

/** Undo works until the moment of the click on the platform. */
export function mayCancel(send: SendView): boolean {
  return send.state === "approved" || send.state === "queued" || send.state === "claimed";
}

function releaseWords(releaseAt: string | null, nowMs: number): string {
  const leftMs = releaseAt === null ? 0 : Date.parse(releaseAt) - nowMs;
  return leftMs > 0 ? `Goes out in ${countDown(leftMs)}` : "On its way";
}
