// What a platform's own code says of a page that stands still: its session, its inbox, its thread. One line per platform over the same
// parsers that its adapter uses; opens nothing.
import type { Fault, InboxReading, LoginState } from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Result } from "#domain/kernel/result";
import type { Platform } from "#domain/platform";
import { parseDescribedInbox } from "../described-inbox.ts";
import { sessionOf as describedSessionOf } from "../described-pages.ts";
import { parseDescribedThread, type ThreadWords } from "../described-thread.ts";
import { makeDrawnRows } from "../drawn-rows.ts";
import { readMarkup } from "../markup.ts";
import type { Pack } from "../pack.ts";
import { isShown } from "../saved-page.ts";
import type { Snapshot } from "../snapshot.ts";
import { sessionOf as furnishedfinderSessionOf } from "./furnishedfinder/pages.ts";
import { parseInbox as parseFurnishedfinderInbox } from "./furnishedfinder/parse-inbox.ts";
import { parseThread as parseFurnishedfinderThread } from "./furnishedfinder/parse-thread.ts";
import { leasebreakWords } from "./leasebreak/words.ts";
import { renthopWords } from "./renthop/words.ts";
import { sessionOf as roomiesSessionOf } from "./roomies/pages.ts";
import { parseInbox as parseRoomiesInbox } from "./roomies/parse-inbox.ts";
import { parseThread as parseRoomiesThread } from "./roomies/parse-thread.ts";
import { probeSavedThread } from "./roomies/saved-thread.ts";
import { sessionOf as spareroomSessionOf } from "./spareroom/pages.ts";
import { parseInbox as parseSpareroomInbox, parseThread as parseSpareroomThread } from "./spareroom/parse.ts";

export type PageReader = {
  readonly session: (page: Snapshot, pack: Pack) => LoginState | null;
  readonly inbox: (page: Snapshot, pack: Pack) => Result<InboxReading, Fault>;
  readonly thread: (page: Snapshot, pack: Pack, threadId: string) => Result<ThreadSighting, Fault>;
};

const READERS: Readonly<Record<Platform, PageReader>> = {
  spareroom: {
    session: spareroomSessionOf,
    inbox: ({ html, takenAtMs }, pack) => parseSpareroomInbox(html, pack, takenAtMs),
    thread: ({ html, takenAtMs }, pack, threadId) => parseSpareroomThread(html, pack, threadId, takenAtMs),
  },
  roomies: {
    session: (page, pack) => roomiesSessionOf(withSavedState(page, pack), pack),
    inbox: parseRoomiesInbox,
    thread: (page, pack, threadId) => parseRoomiesThread(withSavedState(page, pack), pack, threadId, makeDrawnRows()),
  },
  leasebreak: describedReader(leasebreakWords),
  renthop: describedReader(renthopWords),
  furnishedfinder: {
    session: furnishedfinderSessionOf,
    inbox: parseFurnishedfinderInbox,
    thread: (page, pack, threadId) =>
      parseFurnishedfinderThread(page, pack, { threadId, leadName: null }, makeDrawnRows()),
  },
};

/** The reader of a platform's pages. */
export function pageReaderFor(platform: Platform): PageReader {
  return READERS[platform];
}

function describedReader(words: ThreadWords): PageReader {
  return {
    session: describedSessionOf,
    inbox: (page, pack) => parseDescribedInbox(page, pack, words.zone),
    thread: (page, pack, threadId) => parseDescribedThread(page, pack, threadId, words),
  };
}

function withSavedState(page: Snapshot, pack: Pack): Snapshot {
  return { ...page, probed: page.probed ?? probeSavedThread(readMarkup(page.html), pack, isShown) };
}
