// View tabs with counts, search, platform. Writes to the address, so that "back" and reload keep the view.
import { createEffect, For, on, onCleanup, Show } from "solid-js";
import { CONVERSATION_VIEWS, type ConversationList } from "#contracts/api/conversation";
import { PLATFORMS, type Platform } from "#domain/platform";
import type { ListFilter } from "../../api/client.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { Icon } from "../icon.tsx";
import { SEARCH_CHARS_MAX, VIEW_WORDS, viewCount } from "./filter.ts";

const TYPING_PAUSE_MS = 250;

export function ListFilters(props: {
  filter: ListFilter;
  counts: ConversationList["counts"] | undefined;
  onChange: (change: Partial<ListFilter>) => void;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let search: HTMLInputElement | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(
    on(
      () => props.filter.q,
      (q) => {
        if (search !== undefined && document.activeElement !== search) search.value = q;
      },
    ),
  );
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
        <label class="search">
          <span class="visually-hidden">Search leads, listings and units</span>
          <Icon name="search" />
          <input
            ref={search}
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
