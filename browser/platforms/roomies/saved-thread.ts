// A saved Roomies thread as the page code would have told it. Pure. A saved page holds what was drawn and not Alpine's state: there are no
// message ids, and who wrote is read from the colours of the bubbles.
import type { Markup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import type { ProbedThread } from "./parse-thread.ts";

const OLDER = /^(load|show|view|see)?\s*(older|earlier|previous) messages?\b/i;

/** `isShown` tells whether an element of the saved page was drawn. */
export function probeSavedThread(page: Markup, pack: Pack, isShown: (element: Markup) => boolean): ProbedThread {
  const message = entryValue(pack, "thread.message");
  const rows = page.all(message);
  const holds = (row: Markup, key: string) => {
    const css = trustedValue(pack, key);
    return css !== null && row.first(css) !== null;
  };
  return {
    items: rows.map((row) => {
      const times = row.all(entryValue(pack, "thread.time"));
      return {
        state: null,
        // Without ids no row outweighs another: that it lies in one is all that counts.
        outer: row.parent()?.closest(message) ? 0 : -1,
        isShown: isShown(row),
        body: row.first(entryValue(pack, "thread.body"))?.body() ?? null,
        bubble: row.first(entryValue(pack, "thread.bubble"))?.attribute("class") ?? null,
        datetime: times.map((time) => time.attribute("datetime")).find((value) => Boolean(value)) ?? null,
        clock: times.map((time) => time.line()).find((text) => text !== "") ?? "",
        status: "",
        isHeld: holds(row, "send.held"),
        isFailed: holds(row, "send.failed"),
      };
    }),
    header: "",
    hasOlder: page.all("a, button").some((control) => OLDER.test(control.line()) && isShown(control)),
    forms: page.all("textarea").map((text) => text.closest("form")?.attribute("action") ?? ""),
  };
}
