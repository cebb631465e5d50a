// The list while it loads: the same heights as rows, so that nothing jumps.
import { For } from "solid-js";

const ROWS = [0, 1, 2, 3, 4, 5, 6];

export function ListSkeleton() {
  return (
    <div class="skeleton-list" role="status" aria-label="Loading conversations">
      <For each={ROWS}>
        {() => (
          <div class="skeleton-row">
            <i class="is-short" />
            <i class="is-middling" />
            <i />
          </div>
        )}
      </For>
    </div>
  );
}
