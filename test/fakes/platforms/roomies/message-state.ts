// The state a thread page carries for its script: one object per message, as the page's Alpine components hold it.

import type { Message, Thread } from "../kernel/threads.ts";
import type { RoomiesTwin } from "./switches.ts";

/** The host's own member number, by which a page knows which messages are its own. */
export const HOST_USER_ID = 40_001;
const PLATFORM_USER_ID = 1;
const FIRST_LEAD_USER_ID = 50_000;
/** Notes of the platform count in a range of their own, below that of messages. */
const FIRST_NOTE_ID = 7_000_000;

export type MessageState = {
  readonly id: number;
  readonly content: string;
  readonly system: boolean;
  readonly delivered_at: string | null;
  readonly read_at: string | null;
  readonly created_at: string;
  /** Whose it is. The page's script sets it to null while sender_flag_late waits. */
  readonly user_id: number;
  /** True for a message that waits for moderation and says so. */
  readonly pending: boolean;
};

/** All messages of a thread in order, the platform's own note first. */
export function messageStates(twin: RoomiesTwin, thread: Thread, messages: readonly Message[]): MessageState[] {
  const { system_row, thread: shown } = twin.switches();
  if (shown !== "normal") return [];
  const first = messages[0];
  const notes = system_row === "on" && first !== undefined ? [platformNote(twin, thread, first)] : [];
  return [...notes, ...messages.map((message) => messageState(twin, thread, message))];
}

export function messageState(twin: RoomiesTwin, thread: Thread, message: Message): MessageState {
  const at = new Date(message.atMs).toISOString();
  const isHeld = message.state === "held";
  return {
    id: Number(message.id),
    content: message.text,
    system: message.state === "system",
    delivered_at: isHeld ? null : at,
    read_at: message.from === "lead" ? new Date(twin.now()).toISOString() : null,
    created_at: at,
    user_id: message.from === "host" ? HOST_USER_ID : FIRST_LEAD_USER_ID + thread.n,
    pending: isHeld && twin.switches().held_shown === "said",
  };
}

function platformNote(twin: RoomiesTwin, thread: Thread, first: Message): MessageState {
  const title = twin.listings.get(thread.listingId)?.title ?? thread.listingId;
  const at = new Date(first.atMs).toISOString();
  return {
    id: FIRST_NOTE_ID + thread.n,
    content: `${thread.leadName} started a conversation about ${title}. Never send money before you have met.`,
    system: true,
    delivered_at: at,
    read_at: at,
    created_at: at,
    user_id: PLATFORM_USER_ID,
    pending: false,
  };
}
