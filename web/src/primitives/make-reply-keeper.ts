// What an agent has typed and not yet sent, kept across reloads, with the key that makes a retry harmless.
// The key is born with the first attempt and lives until an answer arrives, so a lost answer can never become two rows.

/** The part of `Storage` used here; a test hands in a Map. */
export type KeptStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export type KeptReply = {
  readonly body: string;
  /** Null until the first attempt. */
  readonly key: string | null;
  /** The lead's newest message when the typing began; undefined while nothing is typed. */
  readonly answering: string | null | undefined;
};

export type ReplyKeeper = {
  read(): KeptReply;
  /** Keeps the text; `lastInboundId` is remembered when the text starts. Emptying the text forgets it, but never a key in flight. */
  write(body: string, lastInboundId: string | null): KeptReply;
  /** The agent has read everything up to this message. */
  acknowledge(lastInboundId: string | null): KeptReply;
  /** The key for this attempt: the one of the attempt whose answer was lost, or a new one. */
  attempt(): string;
  /** An answer came and nothing was written: the next attempt is a new one. The text stays. */
  answeredWithRefusal(): KeptReply;
  /** It was taken: everything is forgotten. */
  taken(): KeptReply;
};

const EMPTY: KeptReply = { body: "", key: null, answering: undefined };

/** A keeper for one conversation. `newKey` gives a fresh unique key. */
export function makeReplyKeeper(storage: KeptStorage, conversationId: string, newKey: () => string): ReplyKeeper {
  const slot = `reply:${conversationId}`;
  let kept = parse(storage.getItem(slot));

  function keep(next: KeptReply): KeptReply {
    kept = next;
    if (next.body === "" && next.key === null) storage.removeItem(slot);
    else storage.setItem(slot, JSON.stringify(next));
    return next;
  }

  return {
    read: () => kept,
    write(body, lastInboundId) {
      if (body === "" && kept.key === null) return keep(EMPTY);
      return keep({ ...kept, body, answering: kept.answering === undefined ? lastInboundId : kept.answering });
    },
    acknowledge: (lastInboundId) => keep({ ...kept, answering: lastInboundId }),
    attempt() {
      const key = kept.key ?? newKey();
      keep({ ...kept, key });
      return key;
    },
    answeredWithRefusal: () => keep({ ...kept, key: null }),
    taken: () => keep(EMPTY),
  };
}

function parse(text: string | null): KeptReply {
  if (text === null) return EMPTY;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return EMPTY;
    const { body, key, answering } = value as Record<string, unknown>;
    if (typeof body !== "string") return EMPTY;
    return {
      body,
      key: typeof key === "string" ? key : null,
      answering: typeof answering === "string" || answering === null ? answering : undefined,
    };
  } catch {
    return EMPTY;
  }
}
