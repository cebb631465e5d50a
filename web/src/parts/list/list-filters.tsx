// View tabs with counts, search, platform. Writes to the address, so that "back" and reload keep the view.

import { For, Show } from "solid-js";
import { CONVERSATION_VIEWS, type ConversationList } from "#contracts/api/conversation";
import { PLATFORMS, type Platform } from "#domain/platform";
import type { ListFilter } from "../../api/client.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { Icon } from "../icon.tsx";
import { SearchBox } from "../search-box.tsx";
import { SEARCH_CHARS_MAX, VIEW_WORDS, viewCount } from "./filter.ts";

export function ListFilters(props: {
  filter: ListFilter;
  counts: ConversationList["counts"] | undefined;
  onChange: (change: Partial<ListFilter>) => void;
}) {
  return (
    <div class="filters">
      <fieldset class="tabs">
        <legend class="visually-hidden">View</legend>
        <For each={CONVERSATION_VIEWS}>
          {(view) => (
            <button
              type="button"
              class="tab"
              data-view={view}
              aria-pressed={props.filter.view === view}
              onClick={() => props.onChange({ view })}
            >
              {VIEW_WORDS[view]}
              <Show when={(viewCount(view, props.counts) ?? 0) > 0}>
                <span class="tab-count">{viewCount(view, props.counts)}</span>
              </Show>
            </button>
          )}
        </For>
      </fieldset>
      <div class="filters-row">
        <SearchBox
          label="Search leads, listings and units"
          value={props.filter.q}
          charsMax={SEARCH_CHARS_MAX}
          onSearch={(q) => props.onChange({ q })}
        />
        <label class="select">
          <span class="visually-hidden">Platform</span>
          <select
            value={props.filter.platform ?? ""}
            onChange={(event) =>
              props.onChange({ platform: PLATFORMS.find((one) => one === event.currentTarget.value) ?? null })
            }
          >
            <option value="">All platforms</option>
            <For each={PLATFORMS}>{(one: Platform) => <option value={one}>{PLATFORM_WORDS[one]}</option>}</For>
          </select>
          <Icon name="chevron" />
        </label>
      </div>
    </div>
  );
}
