// Ids of conversations and messages. The host's message ids are made in the browser and kept by the server, so the
// kernel's count must give way to them for the one message that a send stores.

import { createHash } from "node:crypto";

/** What a browser may propose: its member number, a dash, and a random part. */
export const CLIENT_ID_SHAPE = /^ff-\d+-[\w-]{10,40}$/;

export type MessageIds = {
  /** The id of the n-th message: the one proposed for it, else one made from n. */
  next(n: number): string;
  /**
   * Runs `send`, whose first synchronous part stores messages, and gives the last of the `stored` ones the id `id`;
   * one before it may be a lead's.
   */
  proposing<T>(proposal: { id: string; stored: 1 | 2 }, send: () => T): T;
};

/** One per site: a proposal never outlives the call that made it. */
export function makeMessageIds(): MessageIds {
  let proposed: { id: string; before: number } | null = null;
  return {
    next(n) {
      if (proposed === null || proposed.before-- > 0)
        return `ff-9${opaque(`message ${n}`).slice(0, 4)}-${opaque(`text ${n}`)}`;
      const { id } = proposed;
      proposed = null;
      return id;
    },
    proposing({ id, stored }, send) {
      proposed = { id, before: stored - 1 };
      try {
        return send();
      } finally {
        proposed = null;
      }
    },
  };
}

/** 21 characters that look random and are the same for the same words. */
export function opaque(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 21);
}
