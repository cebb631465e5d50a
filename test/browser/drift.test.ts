// The drift report on pages that a person saved: what it says of each entry, and what the platform's own parser says of the page.
import { beforeAll, describe, expect, it } from "vitest";
import { type EntryReport, reportDrift } from "#browser/drift";
import { readMarkup } from "#browser/markup";
import { presenceOn } from "#browser/page-entries";
import { packFor } from "#browser/platforms/registry";
import { redactPage } from "#browser/redact";
import { guessRename } from "#browser/rename-guess";
import { openSavedPage } from "#browser/saved-page";
import { reportSavedPage } from "#browser/saved-page-report";
import { PLATFORMS, type Platform } from "#domain/platform";
import { renameOnPage } from "./rename-on-page.ts";
import { type SamplePages, samplePages } from "./sample-pages.ts";

const NOW_MS = Date.parse("2026-11-25T12:00:00Z");
const samples = {} as Record<Platform, SamplePages>;
beforeAll(async () => {
  for (const platform of PLATFORMS) samples[platform] = await samplePages(platform);
}, 60_000);

const inboxReport = (platform: Platform, html: string) =>
  reportSavedPage({ html, kind: "inbox", address: null }, samples[platform].pack, NOW_MS);
const verdictOf = (entries: readonly EntryReport[], key: string) => entries.find((entry) => entry.key === key)?.verdict;

describe("the drift report", () => {
  it.each(PLATFORMS)("finds nothing missing on pages of %s that are as its pack says", (platform) => {
    const { inbox, emptyInbox, thread, threadAddress, pack } = samples[platform];
    const empty = inboxReport(platform, emptyInbox);
    expect(inboxReport(platform, inbox)).toMatchObject({
      isDrifted: false,
      session: "in",
      reading: { kind: "inbox", rows: 2 },
    });
    expect([empty.isDrifted, empty.reading]).toEqual([false, { kind: "inbox", rows: 0 }]);
    expect(empty.entries.map(({ verdict }) => verdict)).not.toContain("MISSING");
    const report = reportSavedPage({ html: thread, kind: "thread", address: threadAddress }, pack, NOW_MS);
    expect(report).toMatchObject({ isDrifted: false, reading: { kind: "thread", inbound: 1, outbound: 1, other: 0 } });
  });

  it.each(PLATFORMS)("names the row of %s that was renamed, and what it may be called now", (platform) => {
    const { inbox, pack } = samples[platform];
    const renamed = renameOnPage(inbox, pack.entries["inbox.row"]?.value ?? "");
    const { entries, isDrifted, reading } = inboxReport(platform, renamed);
    expect(isDrifted).toBe(true);
    expect(verdictOf(entries, "inbox.row")).toBe("MISSING");
    expect(reading).toMatchObject({ kind: "fault", fault: { packKey: "inbox.row" } });
  });

  it("reads a redacted page as well, save for its words, so that an artefact tells what changed", () => {
    const { inbox, pack } = samples.spareroom;
    const artefact = redactPage(inbox.replaceAll("thread_item", "thread_item-v2"), pack);
    const { entries } = inboxReport("spareroom", artefact);
    expect(entries.find(({ key }) => key === "inbox.row")).toMatchObject({
      matches: 0,
      verdict: "MISSING",
      perhaps: "a.thread_item-v2",
    });
    expect(verdictOf(entries, "inbox.preview")).toBe("ok");
    expect(verdictOf(entries, "inbox.empty_words")).toBe("not judged");
  });

  it("takes a login form in steps for what it is, and misses all of it only when nothing of it is there", () => {
    const first = '<input id="login-1-username-input"><button id="login-1-button">Next</button>';
    const renthop = packFor("renthop");
    const missing = (html: string) =>
      reportDrift(html, renthop, "login").flatMap(({ key, verdict }) => (verdict === "MISSING" ? [key] : []));
    expect(missing(first)).toEqual([]);
    expect(missing("<p>Hello</p>")).toEqual(["login.username", "login.next", "login.password", "login.submit"]);
    const spareroom = reportDrift('<input id="loginemail">', packFor("spareroom"), "login");
    expect(verdictOf(spareroom, "login.password")).toBe("MISSING");
  });

  it("leaves out what stands on no page, and puts every other entry of a pack on a page", () => {
    const kinds = ["inbox", "thread", "login", "listings", "listing"] as const;
    for (const platform of PLATFORMS) {
      const nowhere = Object.keys(packFor(platform).entries).filter((key) =>
        kinds.every((kind) => presenceOn(kind, key) === null),
      );
      // Opened to tell the session: an address.
      expect([platform, nowhere]).toEqual([platform, nowhere.filter((key) => key === "session.path")]);
    }
    expect(reportDrift("", packFor("leasebreak"), "listing").map(({ key }) => key)).not.toContain("listing.path");
  });

  it("guesses a new name only when it is near and finds something", () => {
    const page = readMarkup('<div class="thread_row-v2 mt-4"><a id="x" data-kind="open">x</a></div>');
    expect(guessRename(page, "div.thread_row")).toBe("div.thread_row-v2");
    expect(guessRename(page, "span.thread_row")).toBeNull();
    expect(guessRename(page, ".conversation")).toBeNull();
    expect(guessRename(page, "a[data-kind='opens']")).toBe("a[data-kind='open']");
  });
});

describe("a saved page", () => {
  const pack = packFor("furnishedfinder");
  const open = (html: string, address: string | null = null) => openSavedPage(html, pack, "thread", address, NOW_MS);

  it("is where its own remark says, or where the caller says", () => {
    const address = "https://www.furnishedfinder.com/members/tenant-message?filter=all&channel=messaging-1";
    const saved = `<!DOCTYPE html>\n<!-- saved from url=(0085)${address} -->\n<html></html>`;
    expect([open(saved).snapshot.url, open(saved).threadId]).toEqual([address, "messaging-1"]);
    expect(open("<html></html>", address).threadId).toBe("messaging-1");
  });

  it("is read as the thread it shows when nothing names one", () => {
    const { thread } = samples.furnishedfinder;
    const report = reportSavedPage({ html: thread, kind: "thread", address: null }, pack, NOW_MS);
    expect(report.reading).toMatchObject({ kind: "thread", inbound: 1, outbound: 1 });
  });

  it("does not count what is hidden as shown", () => {
    const { visible, text } = open(
      '<div hidden>a</div><p style="display: none">b</p><input id="username" hidden>',
    ).snapshot;
    expect([text.trim(), visible["login.username"]]).toEqual(["", null]);
    expect(open('<input id="username">').snapshot.visible["login.username"]).not.toBeNull();
  });
});
