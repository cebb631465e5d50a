// A page that was saved to a file, as the snapshot the parsers read. Pure. What a file cannot tell is filled in openly: the address from
// the file's own remark or from what the page names, visibility from the marks of hidden elements, the time from the caller.

import { type Markup, readMarkup, walkPage } from "./markup.ts";
import { LIVE_ORIGINS } from "./origins.ts";
import { entryValue, type Pack, pathFor, trustedValue } from "./pack.ts";
import type { PageKind } from "./page-entries.ts";
import type { Snapshot } from "./snapshot.ts";
import { threadIdIn } from "./thread-address.ts";

export type SavedPage = {
  readonly snapshot: Snapshot;
  /** The thread that the address or the page names; UNNAMED_THREAD when neither does. */
  readonly threadId: string;
};

/** Chromium writes the address into the first lines of a page it saves. */
const SAVED_FROM = /<!-- saved from url=\(\d+\)(\S+) -->/;
/** Stands for a thread id that nothing tells, in the address too, so that the page is read as the thread it shows. */
export const UNNAMED_THREAD = "00000";
const HIDDEN = "[hidden], [style*='display: none'], [style*='display:none']";
/** Where no better one is known. New York is where these platforms' leads are. */
const ZONE = "America/New_York";

/** `address` is where the page was, or null when that is not known. */
export function openSavedPage(
  html: string,
  pack: Pack,
  kind: PageKind,
  address: string | null,
  takenAtMs: number,
): SavedPage {
  const page = readMarkup(html);
  const known = address ?? SAVED_FROM.exec(html.slice(0, 2_000))?.[1] ?? null;
  const threadId = (kind === "thread" ? namedThread(page, pack, known) : null) ?? UNNAMED_THREAD;
  const url = known ?? LIVE_ORIGINS[pack.platform] + guessedPath(pack, kind, threadId);
  const snapshot: Snapshot = {
    url,
    documentId: 0,
    status: null,
    title: page.first("title")?.line() ?? "",
    text: shownText(html),
    html,
    isReady: true,
    visible: visibleEntries(page, pack),
    zone: ZONE,
    probed: null,
    takenAtMs,
  };
  return { snapshot, threadId };
}

/** Whether an element of a saved page was drawn, as far as its own marks tell. */
export function isShown(element: Markup): boolean {
  return element.closest(HIDDEN) === null;
}

function guessedPath(pack: Pack, kind: PageKind, threadId: string): string {
  switch (kind) {
    case "inbox":
      return pathFor(pack, "inbox.path");
    case "thread":
      return pathFor(pack, "thread.path", threadId);
    case "login":
      return pathFor(pack, "login.path");
    case "listings":
      return pathFor(pack, "listings.path").replaceAll("{offset}", "0");
    case "listing":
      return "/";
  }
}

/** From the address, from the value that verifies a thread, or from where the composer posts to. */
function namedThread(page: Markup, pack: Pack, address: string | null): string | null {
  const template = entryValue(pack, "thread.path");
  const base = address ?? LIVE_ORIGINS[pack.platform];
  const verify = pack.entries["thread.verify"]?.value;
  const named = verify === undefined ? null : page.first(verify)?.attribute("value");
  const actions = page.all("form[action]").map((form) => threadIdIn(template, form.attribute("action") ?? "", base));
  return threadIdIn(template, base, base) ?? named ?? actions.find((id) => id !== null) ?? null;
}

/** Guesses are looked for only once they are confirmed, as in a browser; the signs of a login form always are. */
function visibleEntries(page: Markup, pack: Pack): Snapshot["visible"] {
  const visible: Record<string, { x: number; y: number } | null> = {};
  for (const [key, entry] of Object.entries(pack.entries)) {
    const css = key.startsWith("login.") ? entry.value : trustedValue(pack, key);
    if (entry.kind === "css" && css !== null) visible[key] = page.all(css).some(isShown) ? { x: 0, y: 0 } : null;
  }
  return visible;
}

function shownText(html: string): string {
  const parts: string[] = [];
  walkPage(html, {
    open: (name, attributes) => {
      const isHidden = "hidden" in attributes || /display\s*:\s*none/.test(attributes["style"] ?? "");
      return !isHidden && !["head", "template", "noscript"].includes(name);
    },
    text: (text) => void parts.push(text),
    close: () => void parts.push(" "),
  });
  return parts.join("").replace(/[ \t\r\f]+/g, " ");
}
