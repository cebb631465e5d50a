// What the lead was told of the hand-off, as the workboard says it. Reads state, changes nothing.
import type { AcknowledgementView } from "#contracts/api/conversation";
import type { ConversationState } from "#domain/conversation/state";
import type { SendState } from "#domain/sending/send";

const COMING = "The lead is about to be told that a person answers.";
const NOT_TOLD = "The lead was not told that a person answers.";
const WRITTEN: Readonly<Record<SendState, string>> = {
  draft: COMING,
  approved: COMING,
  queued: COMING,
  claimed: COMING,
  delivering: "The lead is being told that a person answers.",
  unknown: "Whether the lead was told that a person answers is being checked.",
  sent: "The lead was told that a person answers.",
  failed: "The lead could not be told that a person answers.",
  cancelled: `${NOT_TOLD} They wrote again before that left.`,
  rejected: NOT_TOLD,
};
const OFFERED = `${NOT_TOLD} Nothing is sent by itself here: you can tell them.`;

/** Null while no hand-off is open. */
export function acknowledgementView({ handOff, sends }: ConversationState): AcknowledgementView | null {
  if (handOff === null) return null;
  const { acknowledgement: told } = handOff;
  if (told.kind === "none") return { kind: "none", sentence: `${NOT_TOLD} ${told.why.sentence}`, body: null };
  if (told.kind === "offered") return { kind: "offered", sentence: OFFERED, body: told.body };
  const state = sends.find(({ id }) => id === told.sendId)?.state ?? "queued";
  return { kind: "written", sentence: WRITTEN[state], body: null };
}
