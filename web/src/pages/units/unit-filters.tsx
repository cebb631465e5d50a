// Search and view of the list of units. Writes to the address, so that "back" and reload keep them.
import { onCleanup, Show } from "solid-js";
import { Icon } from "../../parts/icon.tsx";
import { SEARCH_CHARS_MAX, type UnitFilter } from "./unit-filter.ts";

const TYPING_PAUSE_MS = 150;

export function UnitFilters(props: {
  filter: UnitFilter;
  isAdmin: boolean;
  total: number;
  lacking: number;
  onChange: (change: Partial<UnitFilter>) => void;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  return (
    <div class="units-filters">
      <label class="search">
        <span class="visually-hidden">Search units, agents and listings</span>
        <Icon name="search" />
        <input
          type="search"
          placeholder="Search"
          maxlength={SEARCH_CHARS_MAX}
          value={props.filter.q}
          onInput={(event) => {
            const q = event.currentTarget.value.trim();
            clearTimeout(timer);
            timer = setTimeout(() => props.onChange({ q }), TYPING_PAUSE_MS);
          }}
        />
      </label>
      <Show when={props.isAdmin}>
        <fieldset class="tabs">
          <legend class="visually-hidden">View</legend>
          <Tab
            words="All"
            count={props.total}
            isChosen={!props.filter.isLackingOnly}
            onChoose={() => props.onChange({ isLackingOnly: false })}
          />
          <Tab
            words="Something missing"
            count={props.lacking}
            isChosen={props.filter.isLackingOnly}
            onChoose={() => props.onChange({ isLackingOnly: true })}
          />
        </fieldset>
      </Show>
    </div>
  );
}

function Tab(props: { words: string; count: number; isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" class="tab" aria-pressed={props.isChosen} onClick={() => props.onChoose()}>
      {props.words}
      <Show when={props.count > 0}>
        <span class="tab-count">{props.count}</span>
      </Show>
    </button>
  );
}
