// Given-when-then for verdicts: the conversation machine's own test talk, followed by a book. Used by the tests beside it and by
// nothing else.
import type { ConversationCommand } from "../conversation/command.ts";
import { actorOf } from "../conversation/command.ts";
import type { ConversationEvent } from "../conversation/event.ts";
import { lead, ours, type Row, Talk } from "../conversation/talk.ts";
import { type Book, EMPTY_BOOK, follow, judgementOf } from "./follow.ts";

export { lead, ours };

/** A talk that also keeps who did what. */
export class ShadowTalk extends Talk {
  log: { seq: number; actor: string; event: ConversationEvent }[] = [];

  override tell(command: ConversationCommand): string | null {
    const before = this.events.length;
    const refusal = super.tell(command);
    for (const event of this.events.slice(before)) {
      this.log.push({ seq: this.log.length + 1, actor: actorOf(command), event });
    }
    return refusal;
  }

  get book(): Book {
    return this.log.reduce(follow, EMPTY_BOOK);
  }

  /** The verdicts in the order of the decisions. */
  get verdicts() {
    return this.book.tracks.map((track) => judgementOf(track).verdict.verdict);
  }

  /** The whole judgement on the newest decision. */
  get last() {
    const track = this.book.tracks.at(-1);
    if (track === undefined) throw new Error("nothing was decided");
    return judgementOf(track);
  }

  /** The id of the newest text. */
  get sendId(): string {
    return this.now.sends.at(-1)?.id ?? "";
  }
}

/** The lead asked, and the assistant drafted "Yes, it is available.". */
export function drafted(): ShadowTalk {
  const talk = new ShadowTalk();
  talk.read([QUESTION]);
  talk.decided();
  return talk;
}

export const QUESTION: Row = lead("Is it available?");
