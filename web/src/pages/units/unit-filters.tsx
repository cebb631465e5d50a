// Search and view of the list of units. Writes to the address, so that "back" and reload keep them.

import { Show } from "solid-js";
import { SearchBox } from "../../parts/search-box.tsx";
import { SEARCH_CHARS_MAX, type UnitFilter } from "./unit-filter.ts";

export function UnitFilters(props: {
  filter: UnitFilter;
  isAdmin: boolean;
  total: number;
  lacking: number;
  onChange: (change: Partial<UnitFilter>) => void;
}) {
  return (
    <div class="units-filters">
      <SearchBox
        label="Search units, agents and listings"
        value={props.filter.q}
        charsMax={SEARCH_CHARS_MAX}
        onSearch={(q) => props.onChange({ q })}
      />
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
