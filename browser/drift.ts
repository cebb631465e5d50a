// Runs the entries of a pack against one page and says which no longer match. Pure: HTML and pack in, a report out. Counts matches and
// judges by what the operations need; what the adapter itself makes of the page is in saved-page.ts.
import { type Markup, readMarkup } from "./markup.ts";
import type { Pack, PackEntry, PackOperation } from "./pack.ts";
import { type PageKind, type Presence, presenceOn } from "./page-entries.ts";
import { ARTEFACT_MARK } from "./redact.ts";
import { guessRename } from "./rename-guess.ts";

/** `MISSING`: needed, and nothing matches. `absent`: not there, and need not be. `not judged`: this page cannot tell. */
export type Verdict = "ok" | "MISSING" | "absent" | "not judged";

export type EntryReport = {
  readonly key: string;
  readonly value: string;
  readonly mark: PackEntry["mark"];
  readonly matches: number;
  readonly verdict: Verdict;
  /** Why an entry that does not match is no reason to worry; null otherwise. */
  readonly note: string | null;
  /** A selector that does match and differs in one name; a guess. */
  readonly perhaps: string | null;
};

const OPERATIONS_OF: Readonly<Record<PageKind, readonly PackOperation[]>> = {
  inbox: ["inbox"],
  thread: ["thread", "send"],
  login: ["login"],
  listings: ["listings"],
  listing: [],
};

/** The entries of the rows of a list, and of its being empty. */
const LIST_OF: Partial<Record<PageKind, readonly [string, string]>> = {
  inbox: ["inbox.row", "inbox.empty"],
  listings: ["listings.row", "listings.empty"],
};

/** One line per entry that belongs on a page of this kind, in the order of the pack. */
export function reportDrift(html: string, pack: Pack, kind: PageKind): readonly EntryReport[] {
  const page = readMarkup(html);
  const isRedacted = html.startsWith(ARTEFACT_MARK);
  const asked = Object.entries(pack.entries).flatMap(([key, entry]) => {
    const presence = presenceOn(kind, key);
    if (presence === null || presence === "address" || entry.kind === "path") return [];
    return { key, entry, presence, matches: countMatches(page, pack, key, entry) };
  });
  const found = new Map(asked.map(({ key, matches }) => [key, matches]));
  return asked.map(({ key, entry, presence, matches }) => {
    const isNeeded = OPERATIONS_OF[kind].some((operation) => pack.operations[operation].includes(key));
    const isUnreadable = isRedacted && entry.kind === "text";
    const [verdict, note] =
      matches > 0
        ? (["ok", null] as const)
        : isUnreadable
          ? (["not judged", "the texts of a redacted page are gone"] as const)
          : judgeAbsence(presence, isNeeded, { kind, pack, found });
    const isLost = matches === 0 && entry.kind === "css" && verdict !== "not judged" && presence !== "state";
    const perhaps = isLost ? guessRename(page, entry.value) : null;
    return { key, value: entry.value, mark: entry.mark, matches, verdict, note, perhaps };
  });
}

type Around = { readonly kind: PageKind; readonly pack: Pack; readonly found: ReadonlyMap<string, number> };

function judgeAbsence(presence: Presence, isNeeded: boolean, around: Around): readonly [Verdict, string | null] {
  const { kind, pack, found } = around;
  const counts = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (found.get(key) ?? 0), 0);
  const [list, empty] = LIST_OF[kind] ?? ["thread.message", "thread.empty"];
  const isEmpty = counts([empty]) > 0;
  switch (presence) {
    case "state":
      return ["absent", "stands on the page in some states only"];
    case "list":
      if (isEmpty) return ["absent", "the page says that it is empty"];
      break;
    case "part":
      // Links that only look like rows may match the list's entry.
      if (isEmpty) return ["not judged", "the page says that it is empty"];
      if (counts([list]) === 0) return ["not judged", "there are no rows"];
      break;
    case "side":
      if (counts(["thread.inbound", "thread.outbound"]) > 0) return ["absent", "one side wrote"];
      if (counts(["listings.live", "listings.not_live"]) > 0) return ["absent", "all are in the same state"];
      if (counts([list]) === 0) return ["not judged", "there are no rows"];
      break;
    case "form": {
      const isInSteps = pack.entries["login.next"] !== undefined || pack.entries["login.opener"] !== undefined;
      const form = [...found.keys()].filter((key) => presenceOn("login", key) === "form");
      if (isInSteps && counts(form) > 0) return ["absent", "the form comes in steps"];
      break;
    }
    case "always":
    case "address":
      break;
  }
  return isNeeded ? ["MISSING", null] : ["absent", "optional"];
}

/** An attribute counts on the rows that carry it, on themselves, inside or around; words count in the text of the page. */
function countMatches(page: Markup, pack: Pack, key: string, entry: PackEntry): number {
  switch (entry.kind) {
    case "css":
      return page.all(entry.value).length;
    case "attribute": {
      const row = pack.entries[key.startsWith("thread.") ? "thread.message" : `${key.split(".")[0]}.row`];
      const css = `[${entry.value}]`;
      const rows = row === undefined ? [] : page.all(row.value);
      return rows.filter((found) => found.is(css) || found.first(css) !== null || found.closest(css) !== null).length;
    }
    case "text":
      return page.line().toLowerCase().split(entry.value.toLowerCase()).length - 1;
    case "path":
      return 0;
  }
}
