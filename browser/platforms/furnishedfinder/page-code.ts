// Finds an inbox row of FurnishedFinder inside the page, by its position and name, at the moment of the click. Self-contained page code
// (in-page.ts): it scrolls the row into view and answers where it is; it never clicks.

type Row = {
  readonly textContent: string | null;
  querySelector(css: string): Row | null;
  checkVisibility(options: Record<string, boolean>): boolean;
  scrollIntoView(options: Record<string, string>): void;
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
  contains(other: Row | null): boolean;
};
declare const document: {
  querySelectorAll(css: string): Iterable<Row>;
  elementFromPoint(x: number, y: number): Row | null;
};

export type RowAimRule = {
  readonly row: string;
  readonly name: string;
  /** 0-based, among all matches of `row`. */
  readonly position: number;
  readonly leadName: string;
};

export type RowAim = { readonly problem: "moved" | "covered" | null; readonly x: number; readonly y: number };

/** `moved`: another person's row, or none, stands at this position now. `covered`: something lies over it. */
export function aimAtRow(rule: RowAimRule): RowAim {
  const row = [...document.querySelectorAll(rule.row)][rule.position];
  const name = (row?.querySelector(rule.name)?.textContent ?? "").replace(/\s+/g, " ").trim();
  if (row === undefined || name !== rule.leadName) return { problem: "moved", x: 0, y: 0 };
  row.scrollIntoView({ block: "center", behavior: "instant" });
  const box = row.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const isHit = row.checkVisibility({ visibilityProperty: true }) && row.contains(document.elementFromPoint(x, y));
  return { problem: isHit ? null : "covered", x, y };
}
