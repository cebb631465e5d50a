// The filters of the knowledge page as they stand in the address, and which answers they let through.
import type { KnowledgeView } from "#contracts/api/knowledge";

export const VIEWS = ["answers", "wordings"] as const;
export type KnowledgeFilter = {
  readonly view: (typeof VIEWS)[number];
  readonly q: string;
  /** "": wherever; "all": those that hold for every unit; otherwise a unit's id. */
  readonly of: string;
  readonly isExpiredOnly: boolean;
};

/** Longer search texts find nothing that shorter ones do not. */
export const SEARCH_CHARS_MAX = 100;
export const EVERY_UNIT = "all";

export function parseKnowledgeFilter(query: Readonly<Record<string, string | string[] | undefined>>): KnowledgeFilter {
  const text = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, SEARCH_CHARS_MAX) : "");
  return {
    view: query["view"] === "wordings" ? "wordings" : "answers",
    q: text("q"),
    of: text("of"),
    isExpiredOnly: query["only"] === "expired",
  };
}

/** The same filter as search parameters; undefined takes one away. */
export function knowledgeFilterParams({ view, q, of, isExpiredOnly }: KnowledgeFilter) {
  return {
    view: view === "answers" ? undefined : view,
    q: q === "" ? undefined : q,
    of: of === "" ? undefined : of,
    only: isExpiredOnly ? "expired" : undefined,
  };
}

/** The answers in which every word of the search stands somewhere: question, answer, unit. */
export function filtered(entries: readonly KnowledgeView[], filter: KnowledgeFilter): readonly KnowledgeView[] {
  const words = filter.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return entries.filter((entry) => {
    if (filter.isExpiredOnly && !entry.isExpired) return false;
    if (filter.of !== "" && (entry.unit?.id ?? EVERY_UNIT) !== filter.of) return false;
    const text = [entry.question, entry.answer, entry.unit?.name ?? ""].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
