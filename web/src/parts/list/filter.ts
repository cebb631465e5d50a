// The list's filters as they stand in the address: parsed on the way in, left out when they are the default.
import { CONVERSATION_VIEWS, type ConversationList } from "#contracts/api/conversation";
import { PLATFORMS } from "#domain/platform";
import type { ListFilter } from "../../api/client.ts";

export const SEARCH_CHARS_MAX = 100;

export type View = (typeof CONVERSATION_VIEWS)[number];

export const VIEW_WORDS: Readonly<Record<View, string>> = {
  open: "Open",
  hand_offs: "Hand-offs",
  drafts: "Drafts",
  closed: "Closed",
  all: "All",
};

/** Reads the filters of an address; whatever is not known falls back to the default. */
export function parseFilter(query: Readonly<Record<string, string | string[] | undefined>>): ListFilter {
  const view = CONVERSATION_VIEWS.find((one) => one === query["view"]) ?? "open";
  const platform = PLATFORMS.find((one) => one === query["platform"]) ?? null;
  const q = typeof query["q"] === "string" ? query["q"].slice(0, SEARCH_CHARS_MAX) : "";
  return { view, platform, q };
}

/** The same filters as search parameters; undefined takes one away. */
export function filterParams(filter: ListFilter): { view?: string; platform?: string; q?: string } {
  return {
    ...(filter.view === "open" ? {} : { view: filter.view }),
    ...(filter.platform === null ? {} : { platform: filter.platform }),
    ...(filter.q === "" ? {} : { q: filter.q }),
  };
}

/** How many conversations a view holds; null where nobody counts. */
export function viewCount(view: View, counts: ConversationList["counts"] | undefined): number | null {
  if (counts === undefined) return null;
  return { open: counts.open, hand_offs: counts.handOffs, drafts: counts.drafts, closed: counts.closed, all: null }[
    view
  ];
}
