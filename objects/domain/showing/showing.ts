// Owns the shape of a showing as everybody but the table knows it. A hold has the same shape, with its end.
import type { ShowingStatus } from "./status.ts";

export type Showing = {
  readonly id: string;
  /** Null: booked by hand for somebody without a conversation. */
  readonly conversationId: string | null;
  readonly unitId: string;
  readonly agentId: string;
  readonly startMs: number;
  /** Not part of the showing. */
  readonly endMs: number;
  readonly status: ShowingStatus;
  /** Of a hold: until when it blocks. Null: a showing. */
  readonly heldUntilMs: number | null;
  /** The agent's local day of the start, "2026-03-08". */
  readonly agentDay: string;
  readonly leadName: string | null;
  /** Raised by every change of time, agent or status. */
  readonly sequence: number;
  /** When the lead said that they will come to this time; null: not yet. */
  readonly leadConfirmedAtMs: number | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};
