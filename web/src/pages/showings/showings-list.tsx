// The list: page by page, under its days.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/solid-query";
import { type Accessor, createMemo, Match, Show, Switch } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { dayPollMs, pagedQuery } from "../../api/day-queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { DayGroups } from "./day-groups.tsx";
import { DaySkeleton } from "./day-skeleton.tsx";
import { listFilter, type ShowingPlace } from "./showing-place.ts";

export function ShowingsList(props: {
  place: ShowingPlace;
  today: string;
  now: Accessor<number>;
  onChange: (change: Partial<ShowingPlace>) => void;
}) {
  const live = useLive();
  const list = useInfiniteQuery(() => ({
    ...pagedQuery(listFilter(props.place, props.today)),
    placeholderData: keepPreviousData,
    refetchInterval: dayPollMs(live.state()),
  }));
  const rows = createMemo<ShowingView[]>(() =>
    (list.isLoadingError || list.isPending ? [] : (list.data?.pages ?? [])).flatMap((page) => page.showings),
  );
  const isNarrowed = () =>
    props.place.range !== "coming" ||
    props.place.status !== null ||
    props.place.unit !== null ||
    props.place.agent !== null;
  return (
    <div class="day-groups" aria-busy={list.isFetching && list.isPlaceholderData}>
      <Switch>
        <Match when={list.isLoadingError}>
          <ProblemNote error={list.error} title="The showings did not load" onRetry={() => void list.refetch()} />
        </Match>
        <Match when={list.isPending}>
          <DaySkeleton />
        </Match>
        <Match when={rows().length === 0 && isNarrowed()}>
          <Note icon="search" title="No showing fits">
            <p>None in these days with this status, unit and agent.</p>
            <button
              type="button"
              class="button"
              onClick={() =>
                props.onChange({ range: "coming", from: null, to: null, status: null, unit: null, agent: null })
              }
            >
              Show all that come
            </button>
          </Note>
        </Match>
        <Match when={rows().length === 0}>
          <Note icon="clock" title="No showing is coming">
            <p>What leads book appears here by itself. To book one by hand, open the lead's conversation.</p>
          </Note>
        </Match>
        <Match when={rows().length > 0}>
          <DayGroups showings={rows()} today={props.today} now={props.now} isTitled />
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
  );
}
