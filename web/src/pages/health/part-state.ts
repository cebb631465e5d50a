// What a part of the page shows, from what its query knows.
import type { PartState } from "./health-part.tsx";

export function stateOf(
  query: { readonly isLoadingError: boolean; readonly isPending: boolean },
  rows: number,
): PartState {
  if (query.isLoadingError) return "failed";
  if (query.isPending) return "loading";
  return rows === 0 ? "empty" : "full";
}
