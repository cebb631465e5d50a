// The rig's own book of what should be said: kept in the rig's memory, which no fault touches.
import { copiesOf, type Held, type Intended } from "./compare.ts";

export type Entry = Intended & {
  /** First name of the lead, one of a kind in the run: how the board's row is found. */
  readonly lead: string;
  /** True once the API said no for good: nobody waits for it any more. */
  readonly isRefused: boolean;
};

export type ThreadPlace = Pick<Intended, "platform" | "threadId">;

export type Ledger = {
  /** A name, and a key of that name's kind, that no other entry has. Letters only, all of one length. */
  newWord(): string;
  /** Before it is asked for: what is asked for may be said although no answer ever came. */
  intend(entry: Omit<Entry, "acceptedAtMs" | "isRefused">): void;
  accept(key: string, nowMs: number): void;
  refuse(key: string): void;
  /** Somebody of ours is about to change the showing of this thread. */
  touch(thread: ThreadPlace): void;
  /** Where somebody of ours changed a showing, or asked to. */
  touched(): readonly ThreadPlace[];
  entries(): readonly Entry[];
  /** Accepted, and not on its platform yet. */
  unsent(held: readonly Held[]): readonly Entry[];
};

const WORD_LETTERS = 5;
const ALPHABET = "bcdfghjklmnpqrstvwxz";

export function makeLedger(): Ledger {
  const entries = new Map<string, Entry>();
  const touched: ThreadPlace[] = [];
  let words = 0;
  const change = (key: string, part: Partial<Entry>): void => {
    const entry = entries.get(key);
    if (entry === undefined) throw new Error(`nobody intended ${key}`);
    entries.set(key, { ...entry, ...part });
  };
  return {
    newWord: () => wordOf(words++),
    intend: (entry) => void entries.set(entry.key, { ...entry, acceptedAtMs: null, isRefused: false }),
    accept: (key, nowMs) => change(key, { acceptedAtMs: nowMs }),
    refuse: (key) => change(key, { isRefused: true }),
    touch: (thread) => void touched.push(thread),
    touched: () => touched,
    entries: () => [...entries.values()],
    unsent: (held) =>
      [...entries.values()].filter((entry) => entry.acceptedAtMs !== null && copiesOf(entry, held).length === 0),
  };
}

/** 0 → "Qbbbbb", 1 → "Qbbbbc": no word, no number, nothing that a guardrail could read. */
function wordOf(number: number): string {
  let rest = number;
  let word = "";
  for (let i = 0; i < WORD_LETTERS; i++) {
    word = ALPHABET.charAt(rest % ALPHABET.length) + word;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return `Q${word}`;
}
