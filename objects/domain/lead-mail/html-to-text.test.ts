import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText } from "./html-to-text.ts";

const linesOf = (html: string) => htmlToText(html).split("\n");

describe("HTML as text", () => {
  it("[L14] gives each block its line and folds the white space of the source", () => {
    expect(linesOf("<table><tr><td>Move-in</td><td>\n  Jun 13,\n 2026</td></tr></table>a<br/>b <b>c</b>")).toEqual([
      "Move-in",
      "Jun 13, 2026",
      "a",
      "b c",
    ]);
  });

  it("[L14] leaves out scripts, styles, comments and quoted blocks", () => {
    const html = `<head><title>Phone</title></head><style>td{x:">"}</style><!-- Email --><p>kept</p>
      <SCRIPT>if (a < b) "<p>Phone</p>"</SCRIPT ><blockquote><p>old</p><blockquote>older</blockquote>old</blockquote><p>end</p>`;
    expect(linesOf(html)).toEqual(["kept", "end"]);
  });

  it("[L14] decodes entities once, and leaves a lone sign alone", () => {
    expect(linesOf("<p>Tom &amp; Ana &lt;b&gt; &#39;x&#x27; &nbsp;2 &amp;lt; 3 &bogus; &#0; a < b</p>")).toEqual([
      "Tom & Ana <b> 'x'  2 &lt; 3 &bogus; \ufffd a < b",
    ]);
  });

  it.each(["<!--", "<p", "<style>", "<blockquote>", "<", "&#", "</", "<a href='"])(
    "[L14] ends soon when %j is never closed, however often it stands there",
    (piece) => {
      const started = performance.now();
      htmlToText(piece.repeat(60_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  it("[L14] never throws", () => {
    const piece = fc.oneof(
      fc.constantFrom("<", ">", "<p>", "</", "<!--", "-->", "<script>", "&#", "&amp;", ";"),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => typeof htmlToText(pieces.join("")) === "string"));
  });
});
