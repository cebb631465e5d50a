// The list of conversations: hand-offs apart and first, then the newest; more on demand; j and k move the focus.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/solid-query";
import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { ConversationRow as Row } from "#contracts/api/conversation";
import type { ListFilter } from "../../api/client.ts";
import { FALLBACK_POLL_MS, listQuery } from "../../api/queries.ts";
import { createNow } from "../../primitives/create-now.ts";
import { useLive } from "../live-context.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import { EmptyList } from "./empty-list.tsx";
import { ListFilters } from "./list-filters.tsx";
import { listenForKeys } from "./list-keys.ts";
import { ListSkeleton } from "./list-skeleton.tsx";

export function ConversationList(props: {
  filter: ListFilter;
  search: string;
  onFilter: (change: Partial<ListFilter>) => void;
}) {
  const live = useLive();
  const now = createNow();
  const list = useInfiniteQuery(() => ({
    ...listQuery(props.filter),
    placeholderData: keepPreviousData,
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  const pages = () => (list.isLoadingError || list.isPending ? [] : (list.data?.pages ?? []));
  const rows = createMemo<Row[]>(() => pages().flatMap((page) => page.conversations));
  const waiting = createMemo(() => rows().filter((row) => row.handOff !== null));
  const others = createMemo(() => rows().filter((row) => row.handOff === null));

  return (
    <section class="list" aria-labelledby="list-title">
      <h1 id="list-title" class="visually-hidden">
        Conversations
      </h1>
      <ListFilters filter={props.filter} counts={pages()[0]?.counts} onChange={props.onFilter} />
      <div class="list-scroll" ref={listenForKeys} aria-busy={list.isFetching && list.isPlaceholderData}>
        <Switch>
          <Match when={list.isLoadingError}>
            <ProblemNote error={list.error} title="The list did not load" onRetry={() => void list.refetch()} />
          </Match>
          <Match when={list.isPending}>
            <ListSkeleton />
          </Match>
          <Match when={rows().length === 0}>
            <EmptyList filter={props.filter} onFilter={props.onFilter} />
          </Match>
          <Match when={rows().length > 0}>
            <Group title="Waiting for a person" rows={waiting()} search={props.search} now={now} isUrgent />
            <Group
              title={waiting().length > 0 ? "Everything else" : "Newest first"}
              rows={others()}
              search={props.search}
              now={now}
            />
            <Show when={list.hasNextPage}>
              <button
                type="button"
                class="button list-more"
                disabled={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {list.isFetchingNextPage ? "Loading…" : "Load more"}
              </button>
            </Show>
          </Match>
        </Switch>
      </div>
    </section>
  );
}

function Group(props: { title: string; rows: readonly Row[]; search: string; now: () => number; isUrgent?: boolean }) {
  return (
    <Show when={props.rows.length > 0}>
      <h2 class="list-group" data-urgent={props.isUrgent ? "yes" : undefined}>
        {props.title}
      </h2>
      <ul class="rows">
        <For each={props.rows}>{(row) => <ConversationRow row={row} search={props.search} now={props.now} />}</For>
      </ul>
    </Show>
  );
}
