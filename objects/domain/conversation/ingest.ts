// What a read of the thread does to the conversation: new messages, sightings of our sends, absences, and who spoke last.
import { isSameBody } from "../sending/body-match.ts";
import { isBeforeClick, mayBeOnPlatform } from "../sending/decide.ts";
import type { Send } from "../sending/send.ts";
import type { ConversationCommand } from "./command.ts";
import { BACKLOG_MS, DUPLICATE_WINDOW_MS, QUIET_WINDOWS_MAX } from "./limits.ts";
import { recognise, sideOf } from "./recognise.ts";
import type { SightedMessage, SightedTime, ThreadSighting } from "./sighting.ts";
import { type Author, type ConversationState, isLeadWaiting, newestInbound, type StoredMessage } from "./state.ts";
import { add, cancelAssistantTexts, changeOwner, heedHours, type Story, settleAnswer, tellSend } from "./story.ts";

type IngestCommand = Extract<ConversationCommand, { do: "ingest" }>;

/** Everything an `ingest` brings: links, settings, and the thread itself. */
export function ingest(story: Story, command: IngestCommand): void {
  const { state } = story;
  const { quietWindowMs, approvalHoldMs, businessHours } = command;
  if (state.quietWindowMs !== quietWindowMs || state.approvalHoldMs !== approvalHoldMs) {
    add(story, { type: "configured", quietWindowMs, approvalHoldMs, businessHours });
  }
  heedHours(story, businessHours);
  describe(story, command.sighting);
  link(story, command);
  readThread(story, command.sighting, command.nowMs);
}

/** What the thread itself says, whoever read it: a poll, a pre-image, a post-image, or a read-back. */
export function readThread(story: Story, sighting: ThreadSighting, nowMs: number): void {
  const isHistory = story.state.messages.length === 0;
  const before = newestInbound(story.state);
  let previousKey: string | null = null;
  for (const { row, known } of recognise(story.state.messages, sighting)) {
    if (known === null) previousKey = see(story, row, previousKey, isHistory, nowMs) ?? previousKey;
    else {
      refine(story, row, known);
      previousKey = known.key;
    }
  }
  noteAbsences(story, sighting, nowMs);
  if (newestInbound(story.state) !== before) hearLead(story, isHistory, nowMs);
  // [C10] Somebody of ours spoke after the lead.
  if (!isLeadWaiting(story.state)) settleAnswer(story);
}

function describe(story: Story, sighting: ThreadSighting): void {
  const leadName = sighting.leadName ?? story.state.leadName;
  const listing = sighting.listing ?? story.state.listing;
  const isSame =
    leadName === story.state.leadName &&
    listing?.platformListingId === story.state.listing?.platformListingId &&
    listing?.title === story.state.listing?.title;
  if (!isSame) add(story, { type: "described", leadName, listing });
}

function link(story: Story, command: IngestCommand): void {
  const { state } = story;
  if (state.isLinkedByHand || command.unitId === null) return;
  if (state.unitId === command.unitId && state.agentId === command.agentId) return;
  add(story, { type: "linked", unitId: command.unitId, agentId: command.agentId, isByHand: false });
}

/** Stores a new row. Returns its key, or null when it is not stored (C6). */
function see(
  story: Story,
  row: SightedMessage,
  afterKey: string | null,
  isHistory: boolean,
  nowMs: number,
): string | null {
  const side = sideOf(row);
  const send = side === "us" || side === null ? findSend(story.state, row) : null;
  if (side === null && send === null) return null;
  const author: Author =
    side === "lead" ? "lead" : side === "system" ? "system" : send === null ? "platform" : send.author.by;
  const key = `m${story.state.nextNumber}`;
  const message: StoredMessage = {
    key,
    platformMessageId: row.platformMessageId,
    side: side ?? "us",
    author,
    body: row.body,
    sentAt: row.sentAt,
    seenAtMs: nowMs,
    sendId: send?.id ?? null,
  };
  add(story, { type: "message_seen", message, afterKey });
  if (send !== null) {
    const { platformMessageId } = row;
    tellSend(story, send.id, { do: "sight", platformMessageId, isHeld: row.state === "held", nowMs }, nowMs);
  } else if (author === "platform" && !isHistory) {
    // [C16] A person of ours wrote on the platform itself.
    changeOwner(story, "human", "wrote_on_platform", nowMs);
  }
  return key;
}

/** The send that explains a new row of ours: first one that was not seen yet, else one that is now seen a second time. */
function findSend(state: ConversationState, row: SightedMessage): Send | null {
  const seen = new Set(state.messages.map((message) => message.sendId));
  const candidates = state.sends.filter((send) => mayBeOnPlatform(send) && isSameBody(row.body, send.body));
  const unseen = candidates.find((send) => !seen.has(send.id));
  if (unseen !== undefined) return unseen;
  const rowAtMs = row.sentAt.precision === "exact" || row.sentAt.precision === "minute" ? row.sentAt.ms : null;
  const again = candidates.findLast((send) => {
    const clickedAtMs = send.deliveringAtMs ?? 0;
    const earliestMs = clickedAtMs - 60_000;
    return rowAtMs === null || (rowAtMs >= earliestMs && rowAtMs <= clickedAtMs + DUPLICATE_WINDOW_MS);
  });
  return again ?? null;
}

const PRECISION_RANK: Readonly<Record<SightedTime["precision"], number>> = { none: 0, day: 1, minute: 2, exact: 3 };

/** [C4] [C5] Takes over an id that came late and a time that became more precise. */
function refine(story: Story, row: SightedMessage, known: StoredMessage): void {
  const platformMessageId = known.platformMessageId ?? row.platformMessageId;
  const isSharper = PRECISION_RANK[row.sentAt.precision] > PRECISION_RANK[known.sentAt.precision];
  if (platformMessageId === known.platformMessageId && !isSharper) return;
  const sentAt = isSharper ? row.sentAt : known.sentAt;
  add(story, { type: "message_refined", key: known.key, platformMessageId, sentAt });
}

/** Sends that wait for a read and were not in this one. */
function noteAbsences(story: Story, sighting: ThreadSighting, nowMs: number): void {
  const { isComplete, takenAtMs } = sighting;
  for (const send of story.state.sends) {
    if (send.state === "unknown") tellSend(story, send.id, { do: "note_absent", isComplete, takenAtMs }, nowMs);
  }
}

/** The lead wrote something new. */
function hearLead(story: Story, isHistory: boolean, nowMs: number): void {
  const { state } = story;
  if (state.isSuppressed) return;
  if (state.workflowState === "outcome") add(story, { type: "moved", to: "lead", outcome: null });
  const reason = { code: "new_message", sentence: "The lead wrote again before this was sent." };
  cancelAssistantTexts(story, reason, nowMs);
  for (const send of story.state.sends) {
    if (send.author.by === "agent" && send.state !== "draft" && isBeforeClick(send)) {
      tellSend(story, send.id, { do: "return", reason }, nowMs);
    }
  }
  if (isLeadWaiting(story.state)) armAnswer(story, isHistory, nowMs);
}

/** [C9] Due a quiet window after now, and no later than four windows after the burst began. */
function armAnswer(story: Story, isHistory: boolean, nowMs: number): void {
  const { state } = story;
  const basis = newestInbound(state);
  if (basis === null) return;
  const burstSinceMs = state.pending?.burstSinceMs ?? nowMs;
  const dueAtMs = Math.min(nowMs + state.quietWindowMs, burstSinceMs + QUIET_WINDOWS_MAX * state.quietWindowMs);
  const writtenAtMs = state.messages.find((message) => message.key === basis)?.sentAt.ms ?? null;
  const isOld = isHistory && writtenAtMs !== null && nowMs - writtenAtMs > BACKLOG_MS;
  const isBacklog = isOld || (state.pending?.isBacklog ?? false);
  add(story, { type: "answer_due", pending: { basis, dueAtMs: Math.max(dueAtMs, nowMs), burstSinceMs, isBacklog } });
}
