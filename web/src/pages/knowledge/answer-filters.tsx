// Search of the answers, whose they are, and those that are out of date. Writes to the address, so that reload keeps them.

import { createMemo, For, type JSX, Show } from "solid-js";
import type { KnowledgeView } from "#contracts/api/knowledge";
import type { UnitView } from "#contracts/api/unit";
import { Icon } from "../../parts/icon.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { EVERY_UNIT, type KnowledgeFilter, SEARCH_CHARS_MAX } from "./knowledge-filter.ts";

export function AnswerFilters(props: {
  filter: KnowledgeFilter;
  entries: readonly KnowledgeView[];
  units: readonly UnitView[];
  onChange: (change: Partial<KnowledgeFilter>) => void;
  command: JSX.Element;
}) {
  const expired = () => props.entries.filter((entry) => entry.isExpired).length;
  /** Those that have an answer of their own, and the one that is looked at. */
  const units = createMemo(() => {
    const looked = props.units.find((unit) => unit.id === props.filter.of);
    const named = new Map(looked === undefined ? [] : [[looked.id, looked.label]]);
    for (const { unit } of props.entries) if (unit !== null) named.set(unit.id, unit.name);
    return named;
  });
  return (
    <div class="knowledge-filters">
      <SearchBox
        label="Search questions, answers and units"
        value={props.filter.q}
        charsMax={SEARCH_CHARS_MAX}
        onSearch={(q) => props.onChange({ q })}
      />
      <label class="select">
        <span class="visually-hidden">Whose answers</span>
        <select value={props.filter.of} onChange={(event) => props.onChange({ of: event.currentTarget.value })}>
          <option value="">All answers</option>
          <option value={EVERY_UNIT} selected={props.filter.of === EVERY_UNIT}>
            Every unit
          </option>
          <For each={[...units()]}>
            {([id, name]) => (
              <option value={id} selected={props.filter.of === id}>
                {name}
              </option>
            )}
          </For>
        </select>
        <Icon name="chevron" />
      </label>
      <Show when={expired() > 0 || props.filter.isExpiredOnly}>
        <button
          type="button"
          class="button"
          aria-pressed={props.filter.isExpiredOnly}
          onClick={() => props.onChange({ isExpiredOnly: !props.filter.isExpiredOnly })}
        >
          {props.filter.isExpiredOnly ? "Show all" : `${expired()} expired`}
        </button>
      </Show>
      {props.command}
    </div>
  );
}
