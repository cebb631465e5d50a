import { describe, expect, it } from "vitest";
import { confirmationSchema, withConfirmations } from "#browser/confirmation";
import { definePack, entryValue, pathFor, requireConfirmed, trustedValue } from "#browser/pack";
import { adapterFor, packFor } from "#browser/platforms/registry";
import { PLATFORMS } from "#domain/platform";

const ORIGIN = "http://127.0.0.1:4101";
const seen = { mark: "SEEN-L", source: "LB", checked_on: "2026-11-20" } as const;
const guessed = { mark: "GUESSED", source: "no source", checked_on: "2026-11-20" } as const;
const pack = definePack({
  platform: "leasebreak",
  version: 1,
  entries: {
    "login.submit": { value: "button", ...seen },
    "inbox.row": { value: "[data-thread-id]", ...guessed },
    "thread.path": { kind: "path", value: "/messages/{threadId}", ...guessed },
  },
  operations: {
    login: ["login.submit"],
    inbox: ["inbox.row"],
    thread: ["thread.path"],
    send: ["inbox.row", "thread.path"],
    listings: ["inbox.row"],
  },
});
const confirm = (entries: { key: string; value: string }[], origin = ORIGIN) =>
  withConfirmations(
    pack,
    [{ platform: "leasebreak", origin, confirmed_on: "2026-11-20", by: "a human", entries }],
    ORIGIN,
  );

describe("a pack", () => {
  it("refuses operations that rest on a guess, and names the entry", () => {
    expect(requireConfirmed(pack, "login")).toMatchObject({ ok: true });
    expect(requireConfirmed(pack, "send")).toMatchObject({
      ok: false,
      error: { code: "PACK_UNCONFIRMED", packKey: "inbox.row" },
    });
    expect(trustedValue(pack, "inbox.row")).toBeNull();
  });

  it("allows what a human confirmed on this origin, with the value the human wrote", () => {
    const confirmed = confirm([{ key: "inbox.row", value: "li.mail" }]);
    expect(requireConfirmed(confirmed, "inbox")).toMatchObject({ ok: true });
    expect(trustedValue(confirmed, "inbox.row")).toBe("li.mail");
    expect(requireConfirmed(confirmed, "send")).toMatchObject({ error: { packKey: "thread.path" } });
  });

  it("ignores confirmations of other origins and platforms, unknown keys and values that cannot stand there", () => {
    for (const other of [
      confirm([{ key: "inbox.row", value: "li.mail" }], "http://127.0.0.1:4102"),
      confirm([{ key: "inbox.everything", value: "*" }]),
      confirm([{ key: "inbox.row", value: "li[" }]),
      confirm([{ key: "thread.path", value: "https://elsewhere.example/{threadId}" }]),
      confirm([{ key: "thread.path", value: "/messages" }]),
    ]) {
      expect(requireConfirmed(other, "send").ok).toBe(false);
      expect(other.entries["inbox.everything"]).toBeUndefined();
    }
    expect(requireConfirmed(pack, "inbox").ok).toBe(false);
  });

  it("cannot be confirmed all at once", () => {
    const all = { platform: "leasebreak", origin: ORIGIN, confirmed_on: "2026-11-20", by: "x", entries: "*" };
    expect(confirmationSchema.safeParse(all).success).toBe(false);
  });

  it("puts a thread id into a path as data", () => {
    expect(pathFor(pack, "thread.path", "1/../2?x")).toBe("/messages/1%2F..%2F2%3Fx");
    expect(entryValue(pack, "thread.path")).toBe("/messages/{threadId}");
  });

  it("names only entries that it holds", () => {
    expect(() => definePack({ ...pack, operations: { ...pack.operations, send: ["composer.text"] } })).toThrow(
      /composer\.text/,
    );
  });
});

describe("the registry", () => {
  it("holds the adapter and the pack of every platform", () => {
    for (const platform of PLATFORMS) {
      expect(adapterFor(platform).platform).toBe(platform);
      expect(packFor(platform).platform).toBe(platform);
    }
  });
});
