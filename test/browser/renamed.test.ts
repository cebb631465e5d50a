// A site renames what an entry is recognised by. For every needed entry of an inbox or a thread the reading ends in a typed fault that names
// the entry (or the one beside it that misses first), or it is exactly the reading of before, because the page tells the same twice. Never
// less, never something else: nothing of a changed page reaches a conversation.
import { beforeAll, describe, expect, it } from "vitest";
import { isDrift } from "#browser/drift-watch";
import { pageReaderFor } from "#browser/platforms/page-reader";
import { openSavedPage } from "#browser/saved-page";
import { PLATFORMS, type Platform } from "#domain/platform";
import { renameAttribute, renameOnPage, renameWords } from "./rename-on-page.ts";
import { type SamplePages, samplePages } from "./sample-pages.ts";

const NOW_MS = Date.parse("2026-11-25T12:00:00Z");

/** Entries whose renaming is told by a key beside them. All others are told by their own. */
const TOLD_BY: Readonly<Record<string, string>> = {
  "inbox.empty": "inbox.row",
  "inbox.empty_words": "inbox.row",
  "thread.outbound": "thread.inbound",
  // Roomies: the id is the link that makes a row one. FurnishedFinder: the attribute is what makes a row one.
  "roomies inbox.row_id": "inbox.row",
  "furnishedfinder thread.message_id": "thread.message",
};

/** Entries that the page tells twice, so that the reading stays the same. */
const TOLD_TWICE: ReadonlySet<string> = new Set([
  // The link holds the id too.
  "spareroom inbox.row_id",
  // The kit's classes tell the sides too.
  "furnishedfinder thread.heading",
  // Words of a page that is not loaded yet; this one is.
  "roomies thread.loading",
]);

const samples = new Map<Platform, SamplePages>();
beforeAll(async () => {
  for (const platform of PLATFORMS) samples.set(platform, await samplePages(platform));
}, 60_000);

function sampleOf(platform: Platform): SamplePages {
  const found = samples.get(platform);
  if (found === undefined) throw new Error(`${platform} has no sample`);
  return found;
}

function read(platform: Platform, kind: "inbox" | "thread", html: string) {
  const { pack, threadAddress } = sampleOf(platform);
  const { snapshot, threadId } = openSavedPage(html, pack, kind, kind === "thread" ? threadAddress : null, NOW_MS);
  const reader = pageReaderFor(platform);
  return kind === "inbox" ? reader.inbox(snapshot, pack) : reader.thread(snapshot, pack, threadId);
}

/** The page the entry stands on, and the same page once it was renamed there. */
function pagesOf(platform: Platform, kind: "inbox" | "thread", key: string) {
  const { pack, ...pages } = sampleOf(platform);
  const entry = pack.entries[key];
  if (entry === undefined) throw new Error(`the pack has no ${key}`);
  const before = key.startsWith("inbox.empty") ? pages.emptyInbox : pages[kind];
  const row = pack.entries[kind === "inbox" ? "inbox.row" : "thread.message"]?.value ?? "";
  const rename = {
    css: renameOnPage,
    text: renameWords,
    attribute: (html: string) => renameAttribute(html, row, entry.value),
  };
  if (entry.kind === "path") throw new Error("an address stands on no page");
  return { before, after: rename[entry.kind](before, entry.value) };
}

describe.each(PLATFORMS)("%s", (platform) => {
  it("reads its sample pages, two rows and two messages, and the empty inbox as empty", () => {
    const { inbox, emptyInbox, thread } = sampleOf(platform);
    expect(read(platform, "inbox", inbox)).toMatchObject({
      value: { rows: [{ leadName: "Sam T" }, { leadName: "Alex P" }] },
    });
    expect(read(platform, "inbox", emptyInbox)).toMatchObject({ value: { rows: [] } });
    expect(read(platform, "thread", thread)).toMatchObject({
      value: {
        messages: [
          { direction: "inbound", body: "Hi, is the room free? 🏠" },
          { direction: "outbound", body: "Yes, it is." },
        ],
      },
    });
  });

  it.each(["inbox", "thread"] as const)("gives nothing of its %s away when a needed entry is renamed", (kind) => {
    const { pack } = sampleOf(platform);
    const onPage = pack.operations[kind].filter((key) => {
      const entry = pack.entries[key];
      return entry?.kind !== "path" && !key.endsWith(".parameter");
    });
    expect(onPage.length).toBeGreaterThan(1);
    for (const key of onPage) {
      const { before, after } = pagesOf(platform, kind, key);
      expect([key, after === before]).toEqual([key, false]);
      const [was, is] = [read(platform, kind, before), read(platform, kind, after)];
      expect([key, was.ok]).toEqual([key, true]);
      const name = `${platform} ${key}`;
      if (TOLD_TWICE.has(name)) {
        expect([key, is]).toEqual([key, was]);
        continue;
      }
      const packKey = TOLD_BY[name] ?? TOLD_BY[key] ?? key;
      expect([key, is]).toMatchObject([key, { ok: false, error: { packKey } }]);
      expect([key, !is.ok && isDrift(is.error)]).toEqual([key, true]);
    }
  });

  it("loses no message, and changes none, when an optional entry is renamed", () => {
    const { pack, thread } = sampleOf(platform);
    const optional = Object.entries(pack.entries).filter(
      ([key, { kind, optional: isOptional }]) => key.startsWith("thread.") && kind === "css" && isOptional,
    );
    const textsOf = (html: string) => {
      const reading = read(platform, "thread", html);
      if (!reading.ok || !("messages" in reading.value)) return reading;
      return reading.value.messages.map(({ platformMessageId, direction, body }) => [
        platformMessageId,
        direction,
        body,
      ]);
    };
    const was = textsOf(thread);
    for (const [key, { value }] of optional) expect([key, textsOf(renameOnPage(thread, value))]).toEqual([key, was]);
  });
});
