// What is kept of a page that changed: enough to write a new selector from, and nothing that a person wrote or is known by.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkup } from "#browser/markup";
import { entryValue } from "#browser/pack";
import { furnishedfinderPack } from "#browser/platforms/furnishedfinder/pack";
import { roomiesPack } from "#browser/platforms/roomies/pack";
import { spareroomPack } from "#browser/platforms/spareroom/pack";
import { ARTEFACT_BYTES_MAX, redactPage } from "#browser/redact";
import { maskText } from "#browser/redact-text";

/** What a page of a platform may hold of people and sessions. */
const CANARIES = [
  "Quillon Vantongeren",
  "Quillon",
  "Зинаида",
  "李小龙",
  "canary-7f3a@leads.example",
  "canary-7f3a",
  "+1 (718) 555-0142",
  "555-0142",
  "7185550142",
  "hash9f2,hash4c1,1764022222",
  "eyJhbGciOiJIUzI1NiJ9.canaryPayload",
  "session=s3cr3tc00kie",
  "s3cr3tc00kie",
  "I earn 4200 and love 🏠 balconies",
  "🏠",
  "212 Wyckoff Av",
] as const;

/** Every place of a page in which such a text may stand, broken ones too. */
const PLACES: readonly ((canary: string) => string)[] = [
  (canary) => `<p>${canary}</p>`,
  (canary) => `<title>${canary}</title>`,
  (canary) => `<textarea>${canary}</textarea><pre>\n${canary}\n</pre>`,
  (canary) => `<!-- ${canary} -->`,
  (canary) => `<script>var lead = "${canary}";</script><style>.x::after{content:"${canary}"}</style>`,
  (canary) => `<template><b>${canary}</b></template><noscript>${canary}</noscript>`,
  (canary) => `<svg><title>${canary}</title><text>${canary}</text></svg>`,
  (canary) => `<input type="hidden" name="csrf_token" value="${canary}"><meta name="csrf" content="${canary}">`,
  (canary) => `<img alt="${canary}" title="${canary}" src="/avatars/${canary}.jpg" srcset="/a/${canary} 2x">`,
  (canary) => `<a href="/profile/${canary}?name=${canary}&amp;x=1#${canary}" aria-label="${canary}">x</a>`,
  (canary) => `<a href="https://${canary}/x">x</a><a href="mailto:${canary}">x</a><a href="tel:${canary}">x</a>`,
  (canary) => `<a href='javascript:open("${canary}")' onclick='say("${canary}")' style='--name:"${canary}"'>x</a>`,
  (canary) => `<li data-lead="${canary}" data-user-id="${canary}" datetime="${canary}">x</li>`,
  (canary) => `<li x-data='messageItem({"content":"${canary}"})' x-init="load('${canary}')">x</li>`,
  (canary) => `<div whatever="${canary}" ${canary}="1" about ${canary}>x</div>`,
  (canary) => `<${canary}>x</${canary}>`,
  (canary) => `<p title="He said "${canary}" twice">x</p>`,
  (canary) => `<p title='${canary}>${canary}`,
  (canary) => `&lt;b&gt;${canary}&lt;/b&gt; ${canary}`,
  (canary) => `<iframe srcdoc="${canary}"></iframe><object data="${canary}"></object>`,
];
/** Tokens and numbers may stand in names that the page's makers gave. */
const NUMBERS = ["7185550142", "eyJhbGciOiJIUzI1NiJ9.canaryPayload", "canary-7f3a@leads.example"] as const;
const NAME_PLACES: readonly ((canary: string) => string)[] = [
  (canary) => `<div id="user-${canary}" class="row ${canary}">x</div>`,
  (canary) => `<label for="field-${canary}">x</label><input name="field[${canary}]">`,
];

const packs = [spareroomPack, roomiesPack, furnishedfinderPack];
const redacted = (html: string) => redactPage(html, spareroomPack);

describe("a redacted page", () => {
  it.each(CANARIES)("does not hold %j, wherever on the page it stood", (canary) => {
    for (const place of [...PLACES, ...(NUMBERS.some((number) => number === canary) ? NAME_PLACES : [])]) {
      for (const pack of packs) expect(redactPage(`<body>${place(canary)}</body>`, pack)).not.toContain(canary);
    }
  });

  it("holds none of the canaries when broken parts of a page run into each other", () => {
    const part = fc.oneof(
      fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...CANARIES)).map(([place, canary]) => place(canary)),
      fc.tuple(fc.constantFrom(...NAME_PLACES), fc.constantFrom(...NUMBERS)).map(([place, canary]) => place(canary)),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), fc.constantFrom(...packs), (parts, pack) => {
        const kept = redactPage(`<html><body>${parts.join("")}</body></html>`, pack);
        for (const canary of CANARIES) expect(kept).not.toContain(canary);
      }),
      { numRuns: 300 },
    );
  });

  it("holds no letter of any text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        const shape = maskText(text, 1_000);
        expect(shape.replace(/[x0*]/g, "")).toMatch(/^[\s.,:;!?\-_/()@'#$%+=]*$/);
        expect(maskText(text, 5).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("is the same page to a selector: every css entry of the pack finds as much as before", () => {
    const page = `
      <a class="thread_item thread_in" data-thread-id="900100_15000001" data-message-id="7" href="?thread_id=900100_15000001">
      <span class="name">Alex P (3)</span><span class="snippet">Hi</span><i class="threadDate">Today 3:30pm</i></a>
      <ul class="conversation"><li class="message message_in" id="msg_700200300"><dd class="message_body">Hi</dd></li></ul>
      <form action="/roommate/mythreads_beta.pl"><input type="hidden" name="thread_id" value="900100_15000001">
      <textarea name="message">draft</textarea><button type="submit" name="btnSubmit">Send</button></form>
      <a href="/roommate/logout.pl?token=abc">Log out</a>`;
    const [before, after] = [readMarkup(page), readMarkup(redacted(page))];
    const css = Object.keys(spareroomPack.entries).filter((key) => spareroomPack.entries[key]?.kind === "css");
    const counts = (markup: typeof before) =>
      css.map((key) => [key, markup.all(entryValue(spareroomPack, key)).length] as const);
    expect(counts(after)).toEqual(counts(before));
    expect(counts(before).filter(([, found]) => found > 0).length).toBeGreaterThan(10);
    expect(after.first("a")?.attribute("data-thread-id")).toBe("000000_00000000");
    expect(after.first("li")?.attribute("id")).toBe("msg_000000000");
    expect(after.first("a")?.attribute("href")).toBe("?thread_id=000000_00000000");
    expect(after.first(".name")?.line()).toBe("xxxx x (0)");
  });

  it("keeps what Alpine and the chat kit are recognised by", () => {
    const alpine = `<li x-data='messageItem({ id: 71 })'><p x-text="message.content">Hi</p>
      <time x-text="new Date(message.created_at).toLocaleTimeString()">3:30</time></li>`;
    const kept = readMarkup(redactPage(alpine, roomiesPack));
    for (const key of ["thread.message", "thread.body", "thread.time"]) {
      expect([key, kept.all(entryValue(roomiesPack, key)).length]).toEqual([key, 1]);
    }
    const chat = `<button data-testid="channel-button"><span class="truncate">Alex</span></button>
      <li data-message-id="host-1764022222-9a"><a href="https://www.example.com/property/522000_1">x</a></li>`;
    const stream = readMarkup(redactPage(chat, furnishedfinderPack));
    for (const key of ["inbox.row", "inbox.name", "thread.message", "thread.listing"]) {
      expect([key, stream.all(entryValue(furnishedfinderPack, key)).length]).toEqual([key, 1]);
    }
  });

  it("never grows over its limit, and closes what it opened", () => {
    const kept = redacted(`<main>${'<section class="row"><p>some words</p></section>'.repeat(20_000)}</main>`);
    expect(kept.length).toBeLessThanOrEqual(ARTEFACT_BYTES_MAX);
    expect(kept).toContain("<!-- cut here -->");
    expect(kept.endsWith("</main>")).toBe(true);
    expect(new TextEncoder().encode(kept).length).toBe(kept.length);
    const deep = redacted(`${"<div>".repeat(5_000)}deep`);
    expect(deep.length).toBeLessThanOrEqual(ARTEFACT_BYTES_MAX);
  });

  it("comes out of anything", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (html) => {
        expect(redacted(html)).toMatch(/^[\x20-\x7e\n]*$/);
      }),
    );
  });
});
