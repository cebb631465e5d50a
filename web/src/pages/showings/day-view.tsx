// One day of showings, in the order of time.
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { type Accessor, Match, Switch } from "solid-js";
import { dayPollMs, wholeQuery } from "../../api/day-queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { SHOWINGS_PATH } from "../../paths.ts";
import { dateName, dateTitle, daysAfter } from "../../words/place-time.ts";
import { DayGroups } from "./day-groups.tsx";
import { DaySkeleton } from "./day-skeleton.tsx";
import { daysFilter, placeSearch, type ShowingPlace } from "./showing-place.ts";
import { Stepper } from "./stepper.tsx";

export function DayView(props: { place: ShowingPlace; today: string; now: Accessor<number> }) {
  const live = useLive();
  const date = () => props.place.date ?? props.today;
  const to = (other: string) =>
    `${SHOWINGS_PATH}${placeSearch({ ...props.place, date: other === props.today ? null : other })}`;
  const query = useQuery(() => ({
    ...wholeQuery(daysFilter(props.place, date(), date())),
    placeholderData: keepPreviousData,
    refetchInterval: dayPollMs(live.state()),
  }));
  const title = () => {
    const words = dateTitle(date(), props.today);
    const name = dateName(date(), props.today);
    return words === name ? name : `${words}, ${name}`;
  };
  return (
    <div class="day-groups" aria-busy={query.isFetching && query.isPlaceholderData}>
      <Stepper
        title={title()}
        step="day"
        back={to(daysAfter(date(), -1))}
        on={to(daysAfter(date(), 1))}
        today={date() === props.today ? null : to(props.today)}
      />
      <Switch>
        <Match when={query.isLoadingError}>
          <ProblemNote error={query.error} title="The day did not load" onRetry={() => void query.refetch()} />
        </Match>
        <Match when={query.isPending}>
          <DaySkeleton />
        </Match>
        <Match when={query.data?.length === 0}>
          <Note icon="clock" title="No showings on this day">
            <p>What leads book appears here by itself.</p>
          </Note>
        </Match>
        <Match when={query.data}>
          {(showings) => <DayGroups showings={showings()} today={props.today} now={props.now} isTitled={false} />}
        </Match>
      </Switch>
    </div>
  );
}
