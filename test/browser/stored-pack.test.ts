// A pack from the store may bring other selectors, never more boldness: what would weaken the refusal of guesses is refused itself.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withConfirmations } from "#browser/confirmation";
import { entryValue, PACK_MARKS, type Pack, requireConfirmed } from "#browser/pack";
import { packFor } from "#browser/platforms/registry";
import { checkStoredPack, choosePack, readPack, STORED_PACK_CHARS_MAX } from "#browser/stored-pack";
import { PLATFORMS } from "#domain/platform";

const NOW_MS = Date.parse("2026-12-02T12:00:00Z");
const builtIn = packFor("spareroom");
const guessing = packFor("leasebreak");
const evidence = { mark: "SEEN-L", source: "seen on the site by R. Ops", checked_on: "2026-12-01" } as const;

type Entry = Pack["entries"][string];
/** The built-in pack one version up, with some entries changed. */
const nextOf = (pack: Pack, changes: Record<string, Partial<Entry> | null> = {}, head: Partial<Pack> = {}): Pack => {
  const entries = { ...pack.entries };
  for (const [key, change] of Object.entries(changes)) {
    if (change === null) delete entries[key];
    else entries[key] = { ...(entries[key] as Entry), ...change };
  }
  return { ...pack, version: pack.version + 1, entries, ...head };
};
const check = (pack: unknown, against = builtIn) => {
  const checked = checkStoredPack(JSON.stringify(pack), against, NOW_MS);
  return checked.ok ? [] : checked.error.map(({ code, path }) => `${code} ${path}`);
};

describe("a stored pack", () => {
  it.each(PLATFORMS)("may be the built-in pack of %s with a higher version", (platform) => {
    expect(check(nextOf(packFor(platform)), packFor(platform))).toEqual([]);
  });

  it("brings a renamed class with its own evidence, and is the one in use", () => {
    const stored = nextOf(builtIn, { "inbox.row": { value: "a.thread_item-v2", ...evidence } });
    const inUse = choosePack(builtIn, JSON.stringify(stored), NOW_MS);
    expect(inUse).toMatchObject({ origin: "stored", problems: [], pack: { version: 2 } });
    expect(entryValue(inUse.pack, "inbox.row")).toBe("a.thread_item-v2");
  });

  it("is not used at all when one thing is wrong with it, and says what, without its values", () => {
    const stored = nextOf(builtIn, {
      "inbox.row": { value: "a.new", ...evidence },
      "inbox.name": { value: "secret[", ...evidence },
    });
    const inUse = choosePack(builtIn, JSON.stringify(stored), NOW_MS);
    expect(inUse).toMatchObject({ origin: "built_in", pack: builtIn });
    expect(inUse.problems.map(({ code, path }) => [code, path])).toEqual([["VALUE", "entries.inbox.name"]]);
    expect(JSON.stringify(inUse.problems)).not.toContain("secret");
    expect(choosePack(builtIn, null, NOW_MS)).toEqual({ pack: builtIn, origin: "built_in", problems: [] });
  });

  it("loses to a built-in pack that is as new, so that no old entry overrules a deployment", () => {
    expect(check(nextOf(builtIn, {}, { version: builtIn.version }))).toEqual(["SUPERSEDED version"]);
    expect(check(nextOf(packFor("roomies"), {}, { version: 9 }))).toContain("PLATFORM platform");
  });

  it("cannot drop what an operation needs, nor name what it does not hold", () => {
    const { operations } = guessing;
    const fewer = { ...operations, send: operations.send.filter((key) => key !== "composer.submit") };
    expect(check(nextOf(guessing, {}, { operations: fewer }), guessing)).toEqual(["OPERATIONS operations.send"]);
    const { send: _send, ...none } = operations;
    expect(check({ ...nextOf(guessing), operations: none }, guessing)).toEqual(["SHAPE operations.send"]);
    const unknown = { ...operations, inbox: [...operations.inbox, "inbox.colour"] };
    expect(check(nextOf(guessing, {}, { operations: unknown }), guessing)).toEqual(["OPERATIONS operations.inbox"]);
    const more = { ...operations, inbox: [...operations.inbox, "inbox.date"] };
    expect(check(nextOf(guessing, {}, { operations: more }), guessing)).toEqual([]);
  });

  it("holds exactly the entries that the adapter asks for, of the same kind, and none turned optional or confirmed", () => {
    expect(check(nextOf(builtIn, { "inbox.date": null }))).toEqual(["ENTRIES entries.inbox.date"]);
    expect(
      check(nextOf(builtIn, { "inbox.colour": { value: "b", kind: "css", optional: true, ...evidence } })),
    ).toEqual(["ENTRIES entries.inbox.colour"]);
    expect(check(nextOf(builtIn, { "inbox.row": { kind: "text" } }))).toEqual(["ENTRIES entries.inbox.row"]);
    expect(check(nextOf(builtIn, { "inbox.row": { optional: true } }))).toEqual(["ENTRIES entries.inbox.row"]);
    const confirmed = nextOf(guessing, { "composer.submit": { confirmed_on: "2026-12-01" } });
    expect(check(confirmed, guessing)).toEqual(["EVIDENCE entries.composer.submit"]);
    expect(requireConfirmed(choosePack(guessing, JSON.stringify(confirmed), NOW_MS).pack, "send").ok).toBe(false);
  });

  it.each([
    ["a mark raised by itself", { mark: "SEEN-L" }],
    ["another value under the built-in's evidence", { value: ".reply", mark: "SEEN-3" }],
    ["another value without a source", { value: ".reply", ...evidence, source: "No source at all" }],
    ["a source older than the built-in's", { value: ".reply", ...evidence, checked_on: "2026-11-19" }],
    ["a source from the future", { value: ".reply", ...evidence, checked_on: "2026-12-04" }],
  ] as const)("is refused for %s", (_what, change) => {
    expect(check(nextOf(guessing, { "composer.submit": change }), guessing)).toEqual([
      "EVIDENCE entries.composer.submit",
    ]);
  });

  it("may always be more careful: a weaker mark, or another guess, which stays refused until confirmed", () => {
    const careful = nextOf(builtIn, { "composer.submit": { mark: "GUESSED" }, "inbox.unread": { value: ".unread" } });
    expect(check(careful)).toEqual([]);
    expect(requireConfirmed(choosePack(builtIn, JSON.stringify(careful), NOW_MS).pack, "send").ok).toBe(false);
  });

  it.each([
    ["inbox.row", "a[", "no selector"],
    ["inbox.row", "*", "every page"],
    ["inbox.row", "body a, div", "every page"],
    ["inbox.row", "a:contains('x')", "our parser's own"],
    ["inbox.row", "a::before", "a pseudo-element"],
    ["inbox.row_id", "data id", "no attribute"],
    ["thread.path", "/messages", "no placeholder"],
    ["thread.path", "//elsewhere.example/{threadId}", "another site"],
    ["thread.path", "/a b/{threadId}", "a space"],
    ["thread.path", "/{threadId}/{other}", "a placeholder too many"],
    ["login.gate", "in", "too short"],
  ])("is refused when %s is %j (%s)", (key, value) => {
    expect(check(nextOf(builtIn, { [key]: { value, ...evidence } }))).toEqual([`VALUE entries.${key}`]);
  });

  it("keeps a name a name: it goes into patterns that tell one thread from another", () => {
    const stored = nextOf(packFor("furnishedfinder"), { "thread.parameter": { value: "channel|x", ...evidence } });
    expect(check(stored, packFor("furnishedfinder"))).toEqual(["VALUE entries.thread.parameter"]);
  });

  it("may hold quoted text that looks like a pseudo-class", () => {
    expect(check(nextOf(builtIn, { "inbox.row": { value: 'a[title="x:contains(y)"]', ...evidence } }))).toEqual([]);
  });

  it("is refused when it is too long, no JSON, or of another shape", () => {
    const codes = (text: string) => choosePack(builtIn, text, NOW_MS).problems.map(({ code }) => code);
    expect(codes("x".repeat(STORED_PACK_CHARS_MAX + 1))).toEqual(["TOO_LARGE"]);
    expect(codes("{")).toEqual(["NOT_JSON"]);
    expect(new Set(codes('{"platform":"spareroom"}'))).toEqual(new Set(["SHAPE"]));
  });

  it("never makes an operation bolder, whatever is written into it", () => {
    const key = fc.constantFrom(...Object.keys(guessing.entries));
    const change = fc.record(
      {
        value: fc.string({ minLength: 1, maxLength: 30 }),
        mark: fc.constantFrom("SEEN-L", "SEEN-D", "SEEN-3", "GUESSED"),
        optional: fc.boolean(),
        source: fc.constant("no source"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.dictionary(key, change, { maxKeys: 4 }), (changes) => {
        const stored = JSON.stringify(nextOf(guessing, changes as Record<string, Partial<Entry>>));
        const { pack } = choosePack(guessing, stored, NOW_MS);
        const bolder = Object.entries(pack.entries).filter(
          ([name, { mark }]) => PACK_MARKS.indexOf(mark) < PACK_MARKS.indexOf((guessing.entries[name] as Entry).mark),
        );
        expect(bolder).toEqual([]);
        for (const operation of ["inbox", "thread", "send"] as const) {
          expect(requireConfirmed(pack, operation).ok).toBe(false);
        }
      }),
    );
  });

  it("is read by its shape alone while it is a draft", () => {
    expect(readPack(JSON.stringify(builtIn))).toMatchObject({ ok: true });
    expect(readPack("[]")).toMatchObject({ ok: false });
  });
});

describe("confirmations on a stored pack", () => {
  const origin = "https://www.spareroom.com";
  const confirm = (confirmed_on: string) =>
    withConfirmations(
      nextOf(builtIn, { "inbox.row": { value: "a.new", ...evidence } }),
      [{ platform: "spareroom", origin, confirmed_on, by: "a human", entries: [{ key: "inbox.row", value: "a.old" }] }],
      origin,
    );

  it("do not bring back a value that was seen to be another since", () => {
    expect(entryValue(confirm("2026-11-30"), "inbox.row")).toBe("a.new");
    expect(entryValue(confirm("2026-12-01"), "inbox.row")).toBe("a.old");
  });
});
