// Which pack entries stand on which kind of page, and when their absence means something: one table, in the order in which it is asked.
// Pure. Addresses (paths, names of parameters) stand on no page and are left out.

export const PAGE_KINDS = ["inbox", "thread", "login", "listings", "listing"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/**
 * - `list`: the rows; absent only when the page says that it is empty.
 * - `part`: of a row; means nothing without rows.
 * - `side`: who wrote, or whether an advert is live; a page may show one of the two.
 * - `always`: on every page of the kind.
 * - `form`: of the login form, which may come in steps.
 * - `state`: only in some states of the page (empty, signed out, refused, covered).
 * - `address`: not on the page.
 */
export type Presence = "list" | "part" | "side" | "always" | "form" | "state" | "address";

/** Signs of the session and overlays stand on any page. */
const ANYWHERE: readonly (readonly [RegExp, Presence])[] = [
  [/^login\.(marker|gate\w*)$/, "state"],
  [/^page\.consent$/, "state"],
];

const PAGE_ENTRIES: Readonly<Record<PageKind, readonly (readonly [RegExp, Presence])[]>> = {
  inbox: [
    [/^inbox\.path$/, "address"],
    [/^inbox\.row$/, "list"],
    [/^inbox\.empty\w*$/, "state"],
    [/^inbox\./, "part"],
    ...ANYWHERE,
  ],
  thread: [
    [/^thread\.(path|parameter)$/, "address"],
    [/^thread\.message$/, "list"],
    [/^thread\.(empty|none|loading)$/, "state"],
    [/^thread\.(inbound|outbound)$/, "side"],
    [/^thread\.(verify|name|listing|subtitle)$/, "always"],
    [/^thread\./, "part"],
    [/^composer\./, "always"],
    [/^send\./, "state"],
    ...ANYWHERE,
  ],
  login: [
    [/^login\.path$/, "address"],
    [/^login\.(marker|gate\w*|failed|code)$/, "state"],
    [/^login\./, "form"],
    [/^page\.consent$/, "state"],
  ],
  listings: [
    [/^listings\.path$/, "address"],
    [/^listings\.row$/, "list"],
    [/^listings\.(empty|next|total|uk_row)$/, "state"],
    [/^listings\.(live|not_live)$/, "side"],
    [/^listings\./, "part"],
    ...ANYWHERE,
  ],
  listing: [
    [/^(listing|price|dashboard)\.(\w+_)?path$/, "address"],
    [/^(listing|price|dashboard)\./, "always"],
  ],
};

/** When the entry is to be found on a page of this kind; null when it has nothing to do with it. */
export function presenceOn(kind: PageKind, key: string): Presence | null {
  return PAGE_ENTRIES[kind].find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
