// The page is taken at the moment of the fault, redacted, and nothing about the adapter's answers changes.
import { describe, expect, it } from "vitest";
import type { PlatformAdapter, Site } from "#browser/adapter";
import { isDrift, watchDrift } from "#browser/drift-watch";
import { fault, selectorMissing } from "#browser/fault";
import { spareroomPack } from "#browser/platforms/spareroom/pack";
import { ARTEFACT_MARK } from "#browser/redact";
import type { Fault, SendReport } from "#contracts/browser";
import type { Result } from "#domain/kernel/result";
import { err, ok } from "#domain/kernel/result";

const NOW_MS = 1_000;
type Answers = { faults: Fault[]; report: SendReport };

/** An adapter that shows a page and then answers with the next fault. */
function lab(answers: Partial<Answers>, content: () => Promise<string> = async () => "<p class='row'>Alex wrote</p>") {
  const left = [...(answers.faults ?? [])];
  const answer = async (): Promise<Result<never, Fault>> => err(left.shift() ?? fault("NETWORK", "away"));
  const adapter = {
    platform: "spareroom",
    openInbox: async () => ok("in"),
    logIn: answer,
    readInbox: answer,
    readThread: answer,
    readListings: answer,
    send: async () => answers.report ?? { kind: "stopped" },
  } satisfies PlatformAdapter;
  let looks = 0;
  const page = {
    content: () => {
      looks += 1;
      return content();
    },
  };
  const site = { page, origin: "https://x.example", pack: { ...spareroomPack, version: 7 }, now: () => NOW_MS };
  return { ...watchDrift(adapter), site: site as unknown as Site, looks: () => looks };
}

describe("the watched adapter", () => {
  it("keeps the redacted page of a fault that names a pack entry, with the version in use, once per entry", async () => {
    const missing = selectorMissing("inbox.row", "inbox");
    const { adapter, sights, site, looks } = lab({
      faults: [missing, missing, selectorMissing("thread.body", "message")],
    });
    expect(await adapter.openInbox(site)).toEqual(ok("in"));
    expect(await adapter.readInbox(site)).toEqual(err(missing));
    expect(await adapter.readInbox(site)).toEqual(err(missing));
    await adapter.readThread(site, { threadId: "1_2" });
    const seen = { faultCode: "SELECTOR_MISSING", packVersion: 7, atMs: NOW_MS };
    const artefact = `${ARTEFACT_MARK}\n<p class="row">xxxx xxxxx</p>`;
    expect(sights).toEqual([
      { packKey: "inbox.row", ...seen, artefact },
      { packKey: "thread.body", ...seen, artefact },
    ]);
    expect(looks()).toBe(2);
  });

  it("does not look at the page for any other fault, nor for a good answer", async () => {
    const others = [fault("TIMEOUT", "late", { packKey: "thread.message" }), fault("CHALLENGE", "a proof is asked")];
    const { adapter, sights, site, looks } = lab({ faults: others });
    await adapter.readInbox(site);
    await adapter.readInbox(site);
    await adapter.openInbox(site);
    expect(await adapter.send(site, "1_2", "Hello", async () => true)).toEqual({ kind: "stopped" });
    expect([sights, looks()]).toEqual([[], 0]);
  });

  it("passes the report of a send on as it is, with or without a page to be had", async () => {
    const missing = fault("SUBMIT_MISSING", "no button", { packKey: "composer.submit" });
    const report: SendReport = { kind: "unconfirmed", fault: missing, postImage: null };
    const away = lab({ report }, () => Promise.reject(new Error("the page holds Alex's words")));
    expect(await away.adapter.send(away.site, "1_2", "Hello", async () => true)).toBe(report);
    expect(away.sights).toMatchObject([{ packKey: "composer.submit", artefact: null }]);
    expect(JSON.stringify(away.sights)).not.toContain("Alex");
  });

  it("keeps the first three entries of a site that was rebuilt", async () => {
    const keys = ["inbox.row", "inbox.name", "thread.body", "thread.time"];
    const { adapter, sights, site } = lab({ faults: keys.map((key) => selectorMissing(key, "page")) });
    for (const _key of keys) await adapter.readInbox(site);
    expect(sights.map(({ packKey }) => packKey)).toEqual(keys.slice(0, 3));
  });

  it("takes only faults that say that the page changed for drift", () => {
    expect(isDrift(fault("EMPTY_WITHOUT_MARKER", "nothing", { packKey: "inbox.row" }))).toBe(true);
    expect(isDrift(fault("COMPOSER_MISSING", "nothing", { packKey: "composer.text" }))).toBe(true);
    expect(isDrift(fault("SELECTOR_MISSING", "nothing"))).toBe(false);
    expect(isDrift(fault("WRONG_THREAD", "another", { packKey: "thread.verify" }))).toBe(false);
    expect(isDrift(fault("PACK_UNCONFIRMED", "a guess", { packKey: "inbox.row" }))).toBe(false);
  });
});
