// The queue of follow-ups: what is due first, each done, skipped or put off with a tap (R12, R26).
import { useInfiniteQuery } from "@tanstack/solid-query";
import { type Accessor, createMemo, For, Show } from "solid-js";
import type { FollowUpList } from "#contracts/api/follow-up";
import { dayPollMs, followUpsQuery } from "../../api/day-queries.ts";
import { isDealtWith } from "../../parts/follow-up/dealt-with.ts";
import { useLive } from "../../parts/live-context.tsx";
import { DayPart } from "./day-part.tsx";
import { FollowUpRow } from "./follow-up-row.tsx";

type Row = FollowUpList["followUps"][number];

export function FollowUpsPart(props: { now: Accessor<number> }) {
  const live = useLive();
  let heading: HTMLHeadingElement | undefined;
  const query = useInfiniteQuery(() => ({ ...followUpsQuery(), refetchInterval: dayPollMs(live.state()) }));
  const rows = createMemo<Row[]>(() =>
    (query.isLoadingError || query.isPending ? [] : (query.data?.pages ?? []))
      .flatMap((page) => page.followUps)
      .filter((row) => !isDealtWith(row)),
  );
  return (
    <DayPart
      id="follow-ups"
      title="Follow-ups"
      count={rows().length}
      query={query}
      headingRef={(element) => {
        heading = element;
      }}
      empty={{
        title: "Nothing to follow up.",
        text: "A follow-up appears when a lead has not answered us for a day, and after a showing.",
      }}
    >
      <ul class="day-rows">
        <For each={rows()}>{(row) => <FollowUpRow row={row} now={props.now} onGone={() => heading?.focus()} />}</For>
      </ul>
      <Show when={query.hasNextPage}>
        <button
          type="button"
          class="button day-more"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? "Loading…" : "Load more"}
        </button>
      </Show>
    </DayPart>
  );
}
