// Reads a Roomies thread inside the page: Alpine keeps message ids, senders and system flags in its state, which the HTML lacks.
// Self-contained page code (in-page.ts): reads only, calls nothing of the page but Alpine's own way to hand out an element's data.

type Data = Record<string, unknown>;
type Element = {
  readonly textContent: string | null;
  readonly innerText: string;
  readonly className: unknown;
  readonly parentElement: Element | null;
  readonly childElementCount: number;
  readonly _x_dataStack?: unknown;
  readonly __x?: { readonly $data?: unknown };
  getAttribute(name: string): string | null;
  checkVisibility(options: Record<string, boolean>): boolean;
  querySelector(css: string): Element | null;
  querySelectorAll(css: string): Iterable<Element>;
  closest(css: string): Element | null;
  contains(other: Element): boolean;
};
declare const document: Element;
type AlpineHolder = { readonly Alpine?: { $data?(element: Element): unknown } };

export type ThreadProbeRule = {
  readonly message: string;
  readonly body: string;
  readonly bubble: string;
  readonly time: string;
  /** Selectors inside a row that say it is held or failed, or null while nobody confirmed one. */
  readonly held: string | null;
  readonly failed: string | null;
  /** Words under the lead's name, lower case. */
  readonly subtitle: string;
};

/** What one look at the thread answers; `parse-thread.ts` holds its schema. JSON only. */
export function probeThread(rule: ThreadProbeRule): unknown {
  const isShown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const stateOf = (element: Element): Data | null => {
    const sources: unknown[] = Array.isArray(element._x_dataStack) ? [...element._x_dataStack] : [];
    try {
      sources.push((globalThis as AlpineHolder).Alpine?.$data?.(element));
    } catch {
      // Not a component of Alpine's.
    }
    if (element.__x?.$data) sources.push(element.__x.$data);
    const stack = sources.filter((source): source is Data => typeof source === "object" && source !== null);
    const message = stack.find((data) => typeof data["message"] === "object" && data["message"] !== null)?.["message"];
    if (message === undefined) return null;
    const { id, content, system, created_at } = message as Data;
    const isSender = stack.find((data) => typeof data["isSender"] === "boolean")?.["isSender"];
    return { id, content, system, created_at, isSender };
  };

  const rows = [...document.querySelectorAll(rule.message)];
  const items = rows.map((row) => {
    const body = row.querySelector(rule.body);
    const times = [...row.querySelectorAll(rule.time)];
    const leaves = [...row.querySelectorAll("*")].filter(
      (leaf) => leaf.childElementCount === 0 && isShown(leaf) && !body?.contains(leaf) && !times.includes(leaf),
    );
    const bubble = row.querySelector(rule.bubble)?.className;
    return {
      state: stateOf(row),
      outer: rows.findIndex((other) => other !== row && other.contains(row)),
      isShown: isShown(row),
      body: body?.textContent ?? null,
      bubble: typeof bubble === "string" ? bubble : null,
      datetime: times.map((time) => time.getAttribute("datetime")).find((value) => Boolean(value)) ?? null,
      clock: times.map((time) => time.textContent ?? "").find((text) => text.trim() !== "") ?? "",
      status: leaves.map((leaf) => leaf.textContent ?? "").join(" "),
      isHeld: rule.held !== null && row.querySelector(rule.held) !== null,
      isFailed: rule.failed !== null && row.querySelector(rule.failed) !== null,
    };
  });

  const visibleText = "innerText" as const;
  // The lead's name is the line before "looking for accommodation"; a message may hold these words, and so may an inbox row.
  let header = "";
  for (const element of document.querySelectorAll("body *")) {
    const isHeader = element.closest("script, style, textarea, a[href*='/inbox/']") === null;
    const isElsewhere = rows.some((row) => row.contains(element) || element.contains(row));
    if (!isHeader || isElsewhere || !isShown(element)) continue;
    const text = element[visibleText];
    const at = text.toLowerCase().indexOf(rule.subtitle);
    // Inner elements come later: the smallest one that holds more than the words themselves is the last to match.
    if (at > 0 && text.slice(0, at).trim() !== "") header = text.slice(0, at);
  }

  const older = /^(load|show|view|see)?\s*(older|earlier|previous) messages?\b/i;
  const hasOlder = [...document.querySelectorAll("a, button")].some(
    (control) => older.test((control.textContent ?? "").trim()) && isShown(control),
  );
  const forms = [...document.querySelectorAll("textarea")].map(
    (text) => text.closest("form")?.getAttribute("action") ?? "",
  );
  return { items, header, hasOlder, forms };
}
