// Search of the answers, whose they are, and those that are out of date. Writes to the address, so that reload keeps them.
import { createMemo, For, type JSX, onCleanup, Show } from "solid-js";
import type { KnowledgeView } from "#contracts/api/knowledge";
import type { UnitView } from "#contracts/api/unit";
import { Icon } from "../../parts/icon.tsx";
import { EVERY_UNIT, type KnowledgeFilter, SEARCH_CHARS_MAX } from "./knowledge-filter.ts";

const TYPING_PAUSE_MS = 150;

export function AnswerFilters(props: {
  filter: KnowledgeFilter;
  entries: readonly KnowledgeView[];
  units: readonly UnitView[];
  onChange: (change: Partial<KnowledgeFilter>) => void;
  command: JSX.Element;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
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
      <label class="search">
        <span class="visually-hidden">Search questions, answers and units</span>
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
