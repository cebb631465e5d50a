// Follows the decisions of one conversation through its events, to know what became of each. A fold: the same events give the same
// book, in one go or in parts (W13). Compares nothing (verdict.ts) and decides nothing.
import type { ConversationEvent } from "../conversation/event.ts";
import type { DecisionRecord, OwnerMode } from "../conversation/state.ts";
import { DECISIONS_KEPT_MAX } from "./limits.ts";
import { compare, type Happened, type Judgement } from "./verdict.ts";

/** One decision and what became of it. Persisted by the actor: keys may be added, never renamed, without a migration. */
export type Track = {
  readonly record: DecisionRecord;
  readonly isAssistants: boolean;
  readonly isBacklog: boolean;
  /** The text that was written for it, in the send log; null when none was. */
  readonly sendId: string | null;
  readonly text: string | null;
  readonly happened: Happened;
  /** Sequence of the event that changed it last. */
  readonly changedSeq: number;
};

export type Book = {
  /** Sequence of the last event that is in it. */
  readonly seq: number;
  readonly ownerMode: OwnerMode;
  readonly isBacklog: boolean;
  /** Keys of the messages in thread order: what answers what. */
  readonly order: readonly string[];
  /** Oldest first. */
  readonly tracks: readonly Track[];
};

export type Followed = { readonly seq: number; readonly actor: string; readonly event: ConversationEvent };

export const EMPTY_BOOK: Book = { seq: 0, ownerMode: "ai", isBacklog: false, order: [], tracks: [] };

/** The book after an event. An event that is in it already changes nothing. */
export function follow(book: Book, { seq, actor, event }: Followed): Book {
  if (seq <= book.seq) return book;
  const next = apply({ ...book, seq }, actor, event);
  // [W16] The oldest decisions are forgotten; what is known of them stands in D1.
  return next.tracks.length <= DECISIONS_KEPT_MAX ? next : { ...next, tracks: next.tracks.slice(-DECISIONS_KEPT_MAX) };
}

/** [W1] The one verdict of a decision. */
export function judgementOf({ record, text, sendId, isAssistants, isBacklog, happened }: Track): Judgement {
  const { decision } = record;
  const proposal = { decision, text: text ?? decision.reply, isProposed: sendId !== null, isAssistants, isBacklog };
  return compare(proposal, happened);
}

function apply(book: Book, actor: string, event: ConversationEvent): Book {
  switch (event.type) {
    case "answer_due":
      return { ...book, isBacklog: event.pending.isBacklog };
    case "decided":
      return begin(moveOn(book, isWaitingWords), event.record);
    case "message_seen":
      return hear(book, event);
    case "owner_changed":
      return changeOwner({ ...book, ownerMode: event.mode }, event);
    case "moved":
      // [W8] A person closed it. What the machine closes by itself says nothing about the decision.
      return event.to === "outcome" && actor.startsWith("agent:")
        ? moveOn(book, ({ sendId }) => sendId === null)
        : book;
    case "suppression_lifted":
      return change(book, ({ record }) => record.decision.nextAction === "suppress", { what: "rejected" });
    case "send_written":
      return write(book, event);
    case "send":
      return dispatch(book, event);
    default:
      return book;
  }
}

function begin(book: Book, record: DecisionRecord): Book {
  const isAssistants = book.ownerMode === "ai";
  const isBacklog = book.isBacklog;
  const happened = { what: "nothing" } as const;
  const track: Track = { record, isAssistants, isBacklog, sendId: null, text: null, happened, changedSeq: book.seq };
  return { ...book, tracks: [...book.tracks, track] };
}

/** [W5] [W8] [W12] The lead goes on, or a person of ours wrote on the platform. */
function hear(book: Book, { message, afterKey }: Extract<ConversationEvent, { type: "message_seen" }>): Book {
  const at = afterKey === null ? 0 : book.order.indexOf(afterKey) + 1;
  const heard = { ...book, order: book.order.toSpliced(at, 0, message.key) };
  const isLater = ({ record }: Track) => heard.order.indexOf(message.key) > heard.order.indexOf(record.basis);
  if (message.side === "lead") return moveOn(heard, (track) => isWaitingWords(track) && isLater(track));
  return message.author === "platform" ? answer(heard, message.body, isLater) : heard;
}

/** [W7] [W9] */
function changeOwner(book: Book, { mode, cause }: Extract<ConversationEvent, { type: "owner_changed" }>): Book {
  if (mode === "human") return change(book, isWaitingWords, { what: "taken_over" });
  const isHandOff = ({ record }: Track) => record.decision.nextAction === "hand_off";
  return cause === "given_back"
    ? change(book, (track) => isHandOff(track) && isWaiting(track), { what: "given_back" })
    : book;
}

function write(book: Book, { send }: Extract<ConversationEvent, { type: "send_written" }>): Book {
  const { author, body, id } = send;
  if (author.by === "agent") return answer(book, body, () => true);
  if (!("decisionId" in author)) return book;
  return alter(book, ({ record }) => record.id === author.decisionId, { sendId: id, text: body });
}

/** What a person, or the machine, does with the text of a decision. */
function dispatch(book: Book, { sendId, event }: Extract<ConversationEvent, { type: "send" }>): Book {
  const isIts = (track: Track) => track.sendId === sendId;
  switch (event.happened) {
    case "approved": {
      if (event.by === "policy") return book;
      const text = book.tracks.find(isIts)?.text ?? "";
      const { body } = event;
      return change(book, isIts, { what: "let_go", body: body ?? letGo(book.tracks.find(isIts)) ?? text });
    }
    case "rejected":
      return change(book, isIts, { what: "rejected" });
    case "delivering":
      return change(book, (track) => isIts(track) && isWaiting(track), { what: "left" });
    case "cancelled":
      if (event.reason.code === "undone") return change(book, isIts, { what: "rejected" });
      return moveOn(book, isIts);
    default:
      return book;
  }
}

/** A text that was edited once and came back stays edited when it is approved again as it is. */
function letGo(track: Track | undefined): string | null {
  return track?.happened.what === "let_go" ? track.happened.body : null;
}

/** [W5] [W7] A person answered: that is about every open hand-off, and about the newest decision. */
function answer(book: Book, body: string, isLater: (track: Track) => boolean): Book {
  const newest = book.tracks.at(-1)?.record.id;
  const isAnswered = (track: Track) => {
    if (!isLater(track)) return false;
    if (track.record.decision.nextAction === "hand_off") return isWaiting(track);
    return track.record.id === newest && (isWaiting(track) || track.happened.what === "taken_over");
  };
  return change(book, isAnswered, { what: "answered", body });
}

function moveOn(book: Book, which: (track: Track) => boolean): Book {
  return change(book, (track) => isWaiting(track) && which(track), { what: "moved_on" });
}

function isWaiting({ happened }: Track): boolean {
  return happened.what === "nothing";
}

/** A hand-off waits for its person, however often the lead writes meanwhile. */
function isWaitingWords(track: Track): boolean {
  return isWaiting(track) && track.record.decision.nextAction !== "hand_off";
}

function change(book: Book, which: (track: Track) => boolean, happened: Happened): Book {
  return alter(book, which, { happened });
}

function alter(book: Book, which: (track: Track) => boolean, to: Partial<Track>): Book {
  if (!book.tracks.some(which)) return book;
  const { seq: changedSeq } = book;
  return { ...book, tracks: book.tracks.map((track) => (which(track) ? { ...track, ...to, changedSeq } : track)) };
}
