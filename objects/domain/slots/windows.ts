// Owns the unit's windows as one line of time: in order, and joined where they touch or overlap.
import type { Span } from "./scenario.ts";

/** [S7] The windows in the order of time; touching ones are one. */
export function joinWindows(windows: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const window of windows.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1);
    if (last === undefined || window.startMs > last.endMs) joined.push(window);
    else if (window.endMs > last.endMs) joined[joined.length - 1] = { startMs: last.startMs, endMs: window.endMs };
  }
  return joined;
}
