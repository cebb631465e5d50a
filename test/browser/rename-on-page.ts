// Renames on a page what a pack entry is recognised by, as a site does that was rebuilt: classes, ids and attributes of the elements that
// match, and their tag when they still match then.
import { type CheerioAPI, load } from "cheerio";

/** The page on which `css` matches nothing any more. */
export function renameOnPage(html: string, css: string): string {
  const $ = load(html);
  const names = new Set(css.match(/[A-Za-z][\w-]*/g) ?? []);
  for (const element of $(css).toArray()) {
    const $element = $(element);
    for (const name of ($element.attr("class") ?? "").split(/\s+/)) {
      if (names.has(name)) $element.removeClass(name).addClass(`${name}-v2`);
    }
    for (const [name, value] of Object.entries($element.attr() ?? {})) {
      if (name === "class" || !names.has(name)) continue;
      if (names.has(value) || css.includes("=")) $element.attr(name, `renamed-${value.replaceAll(/[A-Za-z]/g, "z")}`);
      else $element.removeAttr(name).attr(`${name}-v2`, value);
    }
    if ("tagName" in element && $element.is(css)) element.tagName = "x-renamed";
  }
  return stillMatches($, css) ? renameOnPage($.html(), css) : $.html();
}

/** The page on which no row, nor what is in it or around it, carries the attribute. */
export function renameAttribute(html: string, rowCss: string, attribute: string): string {
  const $ = load(html);
  for (const row of $(rowCss).toArray()) {
    const carriers = [row, ...$(row).find(`[${attribute}]`).toArray(), ...$(row).parents(`[${attribute}]`).toArray()];
    for (const carrier of carriers) {
      const value = $(carrier).attr(attribute);
      if (value !== undefined) $(carrier).removeAttr(attribute).attr(`${attribute}-v2`, value);
    }
  }
  return $.html();
}

function stillMatches($: CheerioAPI, css: string): boolean {
  return $(css).length > 0;
}

/** The page on which the words are others. */
export function renameWords(html: string, words: string): string {
  return html.replaceAll(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), "Something else entirely");
}
